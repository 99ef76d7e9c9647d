/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-tool-rows.h"

#define DEFAULT_SPACING 6

struct _SmeToolRows
{
  GtkWidget parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeToolRows, sme_tool_rows, GTK_TYPE_WIDGET)

/* Returns: (transfer full): the children that are shown, and how wide each may be. */
static GArray *
make_sizes (SmeToolRows *self)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size,
                          &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static GtkRequestedSize *
get_size (GArray *sizes, guint i)
{
  return &g_array_index (sizes, GtkRequestedSize, i);
}

static gboolean
expands (const GtkRequestedSize *size)
{
  return gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL);
}

/* Hands out what a row has beyond the natural widths of its children. */
static void
spread (GArray *sizes, guint first, guint end, int rest)
{
  guint n_expand = 0;

  for (guint i = first; i < end; i++)
    n_expand += expands (get_size (sizes, i));
  if (n_expand == 0)
    get_size (sizes, end - 1)->minimum_size += rest;
  for (guint i = first; i < end && n_expand > 0; i++)
    if (expands (get_size (sizes, i)))
      {
        int share = rest / (int) n_expand--;

        get_size (sizes, i)->minimum_size += share;
        rest -= share;
      }
}

/* Fills one row from @first on; each child's minimum size becomes its width. Returns: the first
 * child of the next row. */
static guint
fill_row (SmeToolRows *self, GArray *sizes, guint first, int width)
{
  int rest = width - get_size (sizes, first)->minimum_size;
  guint end = first + 1;

  while (end < sizes->len && get_size (sizes, end)->minimum_size + self->spacing <= rest)
    rest -= get_size (sizes, end++)->minimum_size + self->spacing;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), end - first, get_size (sizes, first));
  spread (sizes, first, end, rest);
  return end;
}

static int
get_row_height (GArray *sizes, guint first, guint end)
{
  int height = 0;

  for (guint i = first; i < end; i++)
    {
      const GtkRequestedSize *size = get_size (sizes, i);
      int natural;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, NULL, &natural,
                          NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static int
measure_height (SmeToolRows *self, int width)
{
  g_autoptr (GArray) sizes = make_sizes (self);
  int height = 0;

  for (guint first = 0; first < sizes->len;)
    {
      guint end = fill_row (self, sizes, first, width);

      height += get_row_height (sizes, first, end) + (first > 0 ? self->spacing : 0);
      first = end;
    }
  return height;
}

static void
measure_width (SmeToolRows *self, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = make_sizes (self);

  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum = MAX (*minimum, get_size (sizes, i)->minimum_size);
      *natural += get_size (sizes, i)->natural_size + (i > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
sme_tool_rows_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sme_tool_rows_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SmeToolRows *self = SME_TOOL_ROWS (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size >= 0 ? for_size : G_MAXINT / 2);
}

static void
allocate_row (SmeToolRows *self, GArray *sizes, guint first, guint end, const GtkAllocation *row)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = first; i < end; i++)
    {
      int width = get_size (sizes, i)->minimum_size;
      int left = mirrored ? row->width - x - width : x;

      gtk_widget_size_allocate (get_size (sizes, i)->data,
                                &(GtkAllocation){ left, row->y, width, row->height }, -1);
      x += width + self->spacing;
    }
}

static void
sme_tool_rows_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmeToolRows *self = SME_TOOL_ROWS (widget);
  g_autoptr (GArray) sizes = make_sizes (self);
  GtkAllocation row = { 0, 0, width, 0 };

  for (guint first = 0; first < sizes->len;)
    {
      guint end = fill_row (self, sizes, first, width);

      row.height = get_row_height (sizes, first, end);
      /* One row alone takes all the height there is. */
      if (first == 0 && end == sizes->len)
        row.height = height;
      allocate_row (self, sizes, first, end, &row);
      row.y += row.height + self->spacing;
      first = end;
    }
}

static void
sme_tool_rows_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, SME_TOOL_ROWS (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_tool_rows_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SmeToolRows *self = SME_TOOL_ROWS (object);

  if (prop_id != PROP_SPACING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->spacing == g_value_get_int (value))
    return;
  self->spacing = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
sme_tool_rows_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sme_tool_rows_parent_class)->dispose (object);
}

static void
sme_tool_rows_class_init (SmeToolRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_tool_rows_get_property;
  object_class->set_property = sme_tool_rows_set_property;
  object_class->dispose = sme_tool_rows_dispose;
  widget_class->get_request_mode = sme_tool_rows_get_request_mode;
  widget_class->measure = sme_tool_rows_measure;
  widget_class->size_allocate = sme_tool_rows_size_allocate;
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, 1000, DEFAULT_SPACING,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sme_tool_rows_init (SmeToolRows *self)
{
  self->spacing = DEFAULT_SPACING;
}

GtkWidget *
sme_tool_rows_new (void)
{
  return g_object_new (SME_TYPE_TOOL_ROWS, NULL);
}
