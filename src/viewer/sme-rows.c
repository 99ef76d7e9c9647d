/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-rows.h"

#define DEFAULT_SPACING 6

struct _SmeRows
{
  GtkWidget parent_instance;

  int spacing;
  int break_at;
};

enum
{
  PROP_SPACING = 1,
  PROP_BREAK_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The children from @first to before @end. */
typedef struct
{
  guint first;
  guint end;
  int height;
  gboolean grows;
} Row;

G_DEFINE_FINAL_TYPE (SmeRows, sme_rows, GTK_TYPE_WIDGET)

/* Returns: (transfer full): the children that are shown, and how wide each may be. */
static GArray *
make_sizes (SmeRows *self)
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

/* Makes those that expand equally wide. Returns: %FALSE where one of them needs more than that. */
static gboolean
level (GArray *sizes, guint first, guint end, int total, int n_expand)
{
  for (guint i = first; i < end; i++)
    if (expands (get_size (sizes, i)) && get_size (sizes, i)->minimum_size > total / n_expand)
      return FALSE;
  for (guint i = first; i < end; i++)
    if (expands (get_size (sizes, i)))
      {
        get_size (sizes, i)->minimum_size = total / n_expand;
        total -= total / n_expand--;
      }
  return TRUE;
}

/* Hands out what a row has beyond the natural widths of its children. */
static void
spread (GArray *sizes, guint first, guint end, int rest)
{
  int total = rest, n_expand = 0;
  guint taker = end - 1;

  for (guint i = end; i-- > first;)
    if (expands (get_size (sizes, i)))
      {
        total += get_size (sizes, i)->minimum_size;
        n_expand++;
        taker = i;
      }
  if (n_expand == 0 || !level (sizes, first, end, total, n_expand))
    get_size (sizes, taker)->minimum_size += rest;
}

/* Fills one row from @first on; each child's minimum size becomes its width. Returns: the first
 * child of the next row. */
static guint
fill_row (SmeRows *self, GArray *sizes, guint first, int width)
{
  int rest = width - get_size (sizes, first)->minimum_size;
  guint end = first + 1;

  while (width >= self->break_at && end < sizes->len &&
         get_size (sizes, end)->minimum_size + self->spacing <= rest)
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
measure_height (SmeRows *self, int width)
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
measure_width (SmeRows *self, int *minimum, int *natural)
{
  g_autoptr (GArray) sizes = make_sizes (self);

  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum = MAX (*minimum, get_size (sizes, i)->minimum_size);
      *natural += get_size (sizes, i)->natural_size + (i > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
sme_rows_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sme_rows_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  SmeRows *self = SME_ROWS (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size >= 0 ? for_size : G_MAXINT / 2);
}

static void
allocate_row (SmeRows *self, GArray *sizes, guint first, guint end, const GtkAllocation *row)
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

/* Whether a row takes more height than it needs. */
static gboolean
grows (GArray *sizes, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (gtk_widget_compute_expand (get_size (sizes, i)->data, GTK_ORIENTATION_VERTICAL))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer full): the rows in order. @rest: height that they do not need. */
static GArray *
make_rows (SmeRows *self, GArray *sizes, int width, int *rest, int *n_growing)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Row row;

  *n_growing = 0;
  for (row.first = 0; row.first < sizes->len; row.first = row.end)
    {
      row.end = fill_row (self, sizes, row.first, width);
      row.height = get_row_height (sizes, row.first, row.end);
      row.grows = grows (sizes, row.first, row.end);
      *n_growing += row.grows;
      *rest -= row.height + (row.first > 0 ? self->spacing : 0);
      g_array_append_val (rows, row);
    }
  *rest = MAX (*rest, 0);
  return rows;
}

static void
sme_rows_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmeRows *self = SME_ROWS (widget);
  g_autoptr (GArray) sizes = make_sizes (self);
  int rest = height, n_growing;
  g_autoptr (GArray) rows = make_rows (self, sizes, width, &rest, &n_growing);
  GtkAllocation place = { 0, 0, width, 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      int share = row->grows ? rest / n_growing-- : 0;

      place.height = row->height + share;
      rest -= share;
      /* One row alone takes all the height there is. */
      if (rows->len == 1)
        place.height = height;
      allocate_row (self, sizes, row->first, row->end, &place);
      place.y += place.height + self->spacing;
    }
}

static int *
get_place (SmeRows *self, guint prop_id)
{
  return prop_id == PROP_SPACING ? &self->spacing : &self->break_at;
}

static void
sme_rows_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id < N_PROPS)
    g_value_set_int (value, *get_place (SME_ROWS (object), prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_rows_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  int *place = get_place (SME_ROWS (object), prop_id);

  if (prop_id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (*place == g_value_get_int (value))
    return;
  *place = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
sme_rows_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sme_rows_parent_class)->dispose (object);
}

static void
sme_rows_class_init (SmeRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_rows_get_property;
  object_class->set_property = sme_rows_set_property;
  object_class->dispose = sme_rows_dispose;
  widget_class->get_request_mode = sme_rows_get_request_mode;
  widget_class->measure = sme_rows_measure;
  widget_class->size_allocate = sme_rows_size_allocate;
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, 1000, DEFAULT_SPACING,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BREAK_AT] =
    g_param_spec_int ("break-at", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sme_rows_init (SmeRows *self)
{
  self->spacing = DEFAULT_SPACING;
}

GtkWidget *
sme_rows_new (void)
{
  return g_object_new (SME_TYPE_ROWS, NULL);
}
