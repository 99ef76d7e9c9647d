/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-two-column-layout.h"

#define BASE_RESOLUTION 96.0

struct _SmeTwoColumnLayout
{
  GtkLayoutManager parent_instance;

  int main_width;
  int side_width;
  int spacing;
  gboolean narrow;
  guint notify_source; /* nobody may be told in the middle of an allocation */
};

enum
{
  PROP_0,
  PROP_MAIN_WIDTH,
  PROP_SIDE_WIDTH,
  PROP_SPACING,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeTwoColumnLayout, sme_two_column_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The two columns in pixels at the present text size. */
typedef struct
{
  GtkWidget *main;
  GtkWidget *side; /* NULL if there is none, or it is hidden */
  int main_width;
  int side_width;
  int spacing;
} Columns;

static Columns
get_columns (SmeTwoColumnLayout *self, GtkWidget *widget)
{
  GtkWidget *main = gtk_widget_get_first_child (widget);
  GtkWidget *side = main != NULL ? gtk_widget_get_next_sibling (main) : NULL;
  double scale = 1.0;
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    scale = dpi / 1024.0 / BASE_RESOLUTION;
  if (side != NULL && !gtk_widget_should_layout (side))
    side = NULL;
  return (Columns){ main, side, (int) (self->main_width * scale), (int) (self->side_width * scale),
                    self->spacing };
}

static int
minimum_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Room for the side column while the main one keeps three quarters of its width. */
static gboolean
is_narrow (const Columns *columns, int width)
{
  int side = MAX (columns->side_width, minimum_width (columns->side));
  int main = MAX (columns->main_width * 3 / 4, minimum_width (columns->main));

  return columns->side == NULL || width < main + columns->spacing + side;
}

static void
split (const Columns *columns, int width, int *main_width, int *side_width)
{
  if (is_narrow (columns, width))
    {
      *main_width = MAX (MIN (width, columns->main_width), minimum_width (columns->main));
      *side_width = *main_width;
      return;
    }
  *side_width = MAX (columns->side_width, minimum_width (columns->side));
  *main_width = MIN (width - *side_width - columns->spacing,
                     MAX (columns->main_width, minimum_width (columns->main)));
}

static void
measure_height (GtkWidget *child, int width, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width (child)),
                        minimum, natural, NULL, NULL);
}

static void
measure_heights (const Columns *columns, int width, int *minimum, int *natural)
{
  int main_width, side_width, main_min, main_nat, side_min, side_nat;

  split (columns, width, &main_width, &side_width);
  measure_height (columns->main, main_width, &main_min, &main_nat);
  measure_height (columns->side, side_width, &side_min, &side_nat);
  if (columns->side != NULL && is_narrow (columns, width))
    {
      *minimum = main_min + columns->spacing + side_min;
      *natural = main_nat + columns->spacing + side_nat;
    }
  else
    {
      *minimum = MAX (main_min, side_min);
      *natural = MAX (main_nat, side_nat);
    }
}

static GtkSizeRequestMode
sme_two_column_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sme_two_column_layout_measure (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  Columns columns = get_columns (SME_TWO_COLUMN_LAYOUT (manager), widget);
  int whole = columns.main_width + columns.spacing + columns.side_width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_heights (&columns, for_size >= 0 ? for_size : whole, minimum, natural);
      return;
    }
  *minimum = MAX (minimum_width (columns.main), minimum_width (columns.side));
  *natural = MAX (*minimum, columns.side != NULL ? whole : columns.main_width);
}

static gboolean
on_notify_due (gpointer data)
{
  SmeTwoColumnLayout *self = data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
set_narrow (SmeTwoColumnLayout *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add (on_notify_due, self);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
sme_two_column_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  SmeTwoColumnLayout *self = SME_TWO_COLUMN_LAYOUT (manager);
  Columns columns = get_columns (self, widget);
  gboolean narrow = is_narrow (&columns, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int main_width, side_width, minimum, main_height, left, far;

  split (&columns, width, &main_width, &side_width);
  measure_height (columns.main, main_width, &minimum, &main_height);
  if (narrow)
    {
      left = MAX (0, (width - main_width) / 2);
      place (columns.main, left, 0, main_width, columns.side != NULL ? main_height : height);
      place (columns.side, left, main_height + columns.spacing, side_width,
             MAX (0, height - main_height - columns.spacing));
    }
  else
    {
      left = MAX (0, (width - main_width - columns.spacing - side_width) / 2);
      far = left + main_width + columns.spacing;
      place (columns.main, mirrored ? width - left - main_width : left, 0, main_width, height);
      place (columns.side, mirrored ? width - far - side_width : far, 0, side_width, height);
    }
  set_narrow (self, columns.side != NULL && narrow);
}

static void
sme_two_column_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeTwoColumnLayout *self = SME_TWO_COLUMN_LAYOUT (object);

  switch (id)
    {
    case PROP_MAIN_WIDTH:
      g_value_set_int (value, self->main_width);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, self->side_width);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_two_column_layout_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  SmeTwoColumnLayout *self = SME_TWO_COLUMN_LAYOUT (object);

  switch (id)
    {
    case PROP_MAIN_WIDTH:
      self->main_width = g_value_get_int (value);
      break;
    case PROP_SIDE_WIDTH:
      self->side_width = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
sme_two_column_layout_dispose (GObject *object)
{
  g_clear_handle_id (&SME_TWO_COLUMN_LAYOUT (object)->notify_source, g_source_remove);
  G_OBJECT_CLASS (sme_two_column_layout_parent_class)->dispose (object);
}

static void
sme_two_column_layout_class_init (SmeTwoColumnLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_two_column_layout_get_property;
  object_class->set_property = sme_two_column_layout_set_property;
  object_class->dispose = sme_two_column_layout_dispose;
  manager_class->get_request_mode = sme_two_column_layout_get_request_mode;
  manager_class->measure = sme_two_column_layout_measure;
  manager_class->allocate = sme_two_column_layout_allocate;
  props[PROP_MAIN_WIDTH] = g_param_spec_int ("main-width", NULL, NULL, 0, 10000, 640, flags);
  props[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 0, 10000, 280, flags);
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 24, flags);
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_two_column_layout_init (SmeTwoColumnLayout *self)
{
  self->main_width = 640;
  self->side_width = 280;
  self->spacing = 24;
}

GtkLayoutManager *
sme_two_column_layout_new (void)
{
  return g_object_new (SME_TYPE_TWO_COLUMN_LAYOUT, NULL);
}

gboolean
sme_two_column_layout_get_narrow (SmeTwoColumnLayout *self)
{
  g_return_val_if_fail (SME_IS_TWO_COLUMN_LAYOUT (self), FALSE);
  return self->narrow;
}
