/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-wrap-layout.h"

#define DEFAULT_SPACING 6

struct _SmeWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeWrapLayout, sme_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static int
get_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* One row: from *@child on as many as fit in @width. Moves *@child on and returns the height. */
static int
measure_row (SmeWrapLayout *self, GtkWidget **child, int width)
{
  int left = width, height = 0;

  for (gboolean first = TRUE; *child != NULL; first = FALSE)
    {
      int needed = get_width (*child, width);

      if (!first && needed + self->spacing > left)
        break;
      height = MAX (height, get_height (*child, needed));
      left -= needed + (first ? 0 : self->spacing);
      *child = next_shown (gtk_widget_get_next_sibling (*child));
    }
  return height;
}

static int
measure_height (SmeWrapLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *child = first_shown (widget);
  int height = 0;

  while (child != NULL)
    height += measure_row (self, &child, width) + (child != NULL ? self->spacing : 0);
  return height;
}

static void
measure_width (SmeWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
sme_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sme_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SmeWrapLayout *self = SME_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2);
}

/* What a row leaves of its width. */
static int
get_rest (SmeWrapLayout *self, GtkWidget *first, GtkWidget *end, int width)
{
  int used = -self->spacing;

  for (GtkWidget *child = first; child != end;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    used += get_width (child, width) + self->spacing;
  return MAX (0, width - used);
}

static void
allocate_row (SmeWrapLayout *self,
              GtkWidget *first,
              GtkWidget *end,
              GtkAllocation row,
              gboolean mirrored)
{
  int x = 0, rest = get_rest (self, first, end, row.width);

  for (GtkWidget *child = first; child != end;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      gboolean expands = gtk_widget_get_hexpand_set (child) && gtk_widget_get_hexpand (child);
      int width = get_width (child, row.width) + (expands ? rest : 0);
      int left = mirrored ? row.width - x - width : x;

      gtk_widget_size_allocate (child, &(GtkAllocation){ left, row.y, width, row.height }, -1);
      x += width + self->spacing;
      rest = expands ? 0 : rest;
    }
}

static void
sme_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  SmeWrapLayout *self = SME_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = first_shown (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *first = child;
      int row_height = measure_row (self, &child, width);

      allocate_row (self, first, child, (GtkAllocation){ 0, y, width, row_height }, mirrored);
      y += row_height + self->spacing;
    }
}

static void
sme_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, SME_WRAP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  SME_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
sme_wrap_layout_class_init (SmeWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = sme_wrap_layout_get_property;
  object_class->set_property = sme_wrap_layout_set_property;
  manager_class->get_request_mode = sme_wrap_layout_get_request_mode;
  manager_class->measure = sme_wrap_layout_measure;
  manager_class->allocate = sme_wrap_layout_allocate;
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, DEFAULT_SPACING,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_wrap_layout_init (SmeWrapLayout *self)
{
  self->spacing = DEFAULT_SPACING;
}

GtkLayoutManager *
sme_wrap_layout_new (void)
{
  return g_object_new (SME_TYPE_WRAP_LAYOUT, NULL);
}
