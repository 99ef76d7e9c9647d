/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the view: document, zoom, scrolling, the page in sight. */
#include "viewer/sme-document-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Logical pixels round and between the pages. */
#define GAP 12

/* The least a fit mode may choose; a page of 200 inches still fits into a small window. */
#define FIT_ZOOM_MIN 0.01

#define PIXELS_PER_POINT (96.0 / 72.0)

enum
{
  PROP_DOCUMENT = 1,
  PROP_ZOOM,
  PROP_FIT_MODE,
  PROP_PAGE,
  PROP_N_PAGES,
  PROP_REACHED_END,
  PROP_BUSY,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_OWN_PROPS];

G_DEFINE_ENUM_TYPE (SmeFitMode,
                    sme_fit_mode,
                    G_DEFINE_ENUM_VALUE (SME_FIT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SME_FIT_WIDTH, "width"),
                    G_DEFINE_ENUM_VALUE (SME_FIT_PAGE, "page"))

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeDocumentView,
                               sme_document_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static gboolean
on_late_notify (gpointer user_data)
{
  SmeDocumentView *self = user_data;
  guint props = self->late_notifies;

  self->late_source = 0;
  self->late_notifies = 0;
  for (guint prop = 1; prop < N_OWN_PROPS; prop++)
    if ((props & (1u << prop)) != 0)
      g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  return G_SOURCE_REMOVE;
}

/* Who hears of a change may change labels and so sizes, which must not be while sizes are being
 * allocated: then it is told right after. */
static void
notify (SmeDocumentView *self, guint prop)
{
  if (!self->allocating)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
      return;
    }
  self->late_notifies |= 1u << prop;
  if (self->late_source == 0)
    self->late_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_late_notify, self, NULL);
}

static double
get_scale (SmeDocumentView *self)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  if (surface != NULL)
    return gdk_surface_get_scale (surface);
#endif
  return gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static double
get_value (SmeDocumentView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Where the column stands along one axis, in device pixels: scrolled, or centred if it fits. */
static gint64
get_offset (double value, double scale, gint64 column, gint64 viewport)
{
  if (column <= viewport)
    return (column - viewport) / 2;
  return CLAMP ((gint64) round (value * scale), 0, column - viewport);
}

void
sme_document_view_get_viewport (SmeDocumentView *self, SmeViewport *viewport)
{
  double x = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);

  viewport->scale = get_scale (self);
  viewport->width = (gint64) (gtk_widget_get_width (GTK_WIDGET (self)) * viewport->scale);
  viewport->height = (gint64) (gtk_widget_get_height (GTK_WIDGET (self)) * viewport->scale);
  viewport->left =
    get_offset (x, viewport->scale, sme_page_layout_get_width (self->layout), viewport->width);
  viewport->top =
    get_offset (y, viewport->scale, sme_page_layout_get_height (self->layout), viewport->height);
}

static void
set_busy (SmeDocumentView *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

static void
update_accessible (SmeDocumentView *self)
{
  const char *title = self->document != NULL ? sme_document_get_title (self->document) : NULL;
  g_autofree char *description = NULL;

  if (self->layout != NULL)
    description = g_strdup_printf (_ ("Page %u of %u"), self->page + 1,
                                   sme_page_layout_get_n_pages (self->layout));
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : _ ("Document"),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}

static void
change_page (SmeDocumentView *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  sme_document_view_update_actions (self);
  update_accessible (self);
  notify (self, PROP_PAGE);
}

/* The page with the largest part in sight; the upper of two. A page that was asked for stays the
 * one until the view moves: the last, short pages cannot all come to the top. */
static guint
find_current_page (SmeDocumentView *self)
{
  SmeViewport viewport;
  guint first, last;
  guint best = self->page;
  gint64 best_height = -1;

  if (self->page_held_at == get_value (self, GTK_ORIENTATION_VERTICAL))
    return self->page;

  self->page_held_at = -1;
  sme_document_view_get_viewport (self, &viewport);
  if (!sme_page_layout_get_range (self->layout, viewport.top, viewport.top + viewport.height,
                                  &first, &last))
    return self->page;
  for (guint page = first; page <= last; page++)
    {
      SmePageRect rect;
      gint64 height;

      sme_page_layout_get_rect (self->layout, page, &rect);
      height =
        MIN (viewport.top + viewport.height, rect.y + rect.height) - MAX (viewport.top, rect.y);
      if (height > best_height)
        {
          best_height = height;
          best = page;
        }
    }
  return best;
}

void
sme_document_view_update (SmeDocumentView *self)
{
  if (self->layout == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  change_page (self, find_current_page (self));
  set_busy (self, !sme_document_view_want_pages (self));
  if (self->reveal_pending)
    sme_document_view_reveal_current (self);
  sme_stand_ins_fill_around (self->stand_ins, self->page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_page_landed (guint page, gpointer user_data)
{
  sme_document_view_update (user_data);
}

/* A stand-in matters only where there is nothing better yet. */
static void
on_stand_in_landed (guint page, gpointer user_data)
{
  SmeDocumentView *self = user_data;

  if (self->busy)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_end_shown (gpointer user_data)
{
  SmeDocumentView *self = user_data;

  self->end_source = 0;
  self->reached_end = TRUE;
  notify (self, PROP_REACHED_END);
  return G_SOURCE_REMOVE;
}

void
sme_document_view_note_end (SmeDocumentView *self)
{
  if (!self->reached_end && self->end_source == 0)
    self->end_source = g_idle_add (on_end_shown, self);
}

static void
on_value_changed (GtkAdjustment *adjustment, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);

  if (self->arranging)
    return;
  if (top != self->last_top)
    self->scrolling_up = top < self->last_top;
  self->last_top = top;
  sme_document_view_update (self);
}

/* Sets the range of one adjustment and its value, all in logical pixels. */
static void
configure (SmeDocumentView *self, GtkOrientation orientation, double value)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  double scale = get_scale (self);
  double size = is_horizontal ? gtk_widget_get_width (GTK_WIDGET (self))
                              : gtk_widget_get_height (GTK_WIDGET (self));
  gint64 pixels = 0;
  double upper;

  if (adjustment == NULL)
    return;
  if (self->layout != NULL)
    pixels = is_horizontal ? sme_page_layout_get_width (self->layout)
                           : sme_page_layout_get_height (self->layout);
  upper = MAX (ceil ((double) pixels / scale), size);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - size), 0, upper, size * 0.1,
                            size * 0.9, size);
}

static double
choose_zoom (SmeDocumentView *self)
{
  SmePageSize largest = sme_page_layout_get_largest (self->layout);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * GAP;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * GAP;
  double by_width = width / (largest.width * PIXELS_PER_POINT);
  double by_height = height / (largest.height * PIXELS_PER_POINT);

  switch (self->fit_mode)
    {
    case SME_FIT_WIDTH:
      return CLAMP (by_width, FIT_ZOOM_MIN, SME_ZOOM_MAX);
    case SME_FIT_PAGE:
      return CLAMP (MIN (by_width, by_height), FIT_ZOOM_MIN, SME_ZOOM_MAX);
    default:
      return self->zoom;
    }
}

/* The point of the column under a point of the widget. Not rounded to the pixels that are drawn:
 * many small steps of a pinch must not add up to a drift. */
static void
get_column_point (SmeDocumentView *self, double x, double y, double *column_x, double *column_y)
{
  SmeViewport viewport;

  sme_document_view_get_viewport (self, &viewport);
  *column_x = x * viewport.scale;
  *column_y = y * viewport.scale;
  if (sme_page_layout_get_width (self->layout) > viewport.width)
    *column_x += get_value (self, GTK_ORIENTATION_HORIZONTAL) * viewport.scale;
  else
    *column_x += (double) viewport.left;
  if (sme_page_layout_get_height (self->layout) > viewport.height)
    *column_y += get_value (self, GTK_ORIENTATION_VERTICAL) * viewport.scale;
  else
    *column_y += (double) viewport.top;
}

/* Lays the pages out for the present size and zoom, and scrolls so that what is at @x, @y stays
 * there. Moves nothing where nothing changed. */
static void
arrange (SmeDocumentView *self, double x, double y)
{
  double scale = get_scale (self);
  gboolean is_at_top = get_value (self, GTK_ORIENTATION_VERTICAL) <= 0 && y <= 0;
  double column_x, column_y, zoom;
  double left = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  SmePagePlace place;

  if (self->layout == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  zoom = choose_zoom (self);
  get_column_point (self, x, y, &column_x, &column_y);
  sme_page_layout_to_place (self->layout, column_x, column_y, &place);
  if (sme_page_layout_arrange (self->layout, zoom, scale, (int) round (GAP * scale)))
    {
      sme_page_layout_from_place (self->layout, &place, &column_x, &column_y);
      left = column_x / scale - x;
      top = is_at_top ? 0 : column_y / scale - y;
    }

  self->arranging = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, left);
  configure (self, GTK_ORIENTATION_VERTICAL, top);
  self->arranging = FALSE;
  self->last_top = get_value (self, GTK_ORIENTATION_VERTICAL);
  if (self->page_held_at >= 0)
    self->page_held_at = self->last_top;

  if (self->zoom != zoom)
    {
      self->zoom = zoom;
      sme_document_view_update_actions (self);
      notify (self, PROP_ZOOM);
    }
  sme_document_view_update (self);
}

static void
sme_document_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);

  if (self->layout == NULL)
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0);
      configure (self, GTK_ORIENTATION_VERTICAL, 0);
      return;
    }
  self->allocating = TRUE;
  arrange (self, width / 2.0, 0);
  self->allocating = FALSE;
}

static void
sme_document_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
sme_document_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sme_document_view_parent_class)->map (widget);
  sme_document_view_update (SME_DOCUMENT_VIEW (widget));
}

static void
on_scale_changed (SmeDocumentView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (SmeDocumentView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_value_changed, self);
  g_clear_object (place);
  *place =
    g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect (*place, "value-changed", G_CALLBACK (on_value_changed), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drop_document (SmeDocumentView *self)
{
  g_clear_pointer (&self->cache, sme_page_cache_free);
  g_clear_pointer (&self->stand_ins, sme_stand_ins_free);
  g_clear_pointer (&self->layout, sme_page_layout_free);
  g_clear_object (&self->document);
  g_clear_handle_id (&self->end_source, g_source_remove);
}

static void
take_document (SmeDocumentView *self, SmeDocument *document)
{
  self->document = g_object_ref (document);
  self->layout = sme_page_layout_new (sme_document_get_page_sizes (document),
                                      sme_document_get_n_pages (document));
  self->cache = sme_page_cache_new (document, on_page_landed, self);
  self->stand_ins = sme_stand_ins_new (document, on_stand_in_landed, self);
}

/* The column begins at its top, before anything tells of the new document. */
static void
go_to_start (SmeDocumentView *self)
{
  gboolean had_reached_end = self->reached_end;

  self->reached_end = FALSE;
  self->page_held_at = -1;
  self->scrolling_up = FALSE;
  self->arranging = TRUE;
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
  self->arranging = FALSE;
  self->last_top = 0;

  change_page (self, 0);
  if (had_reached_end)
    notify (self, PROP_REACHED_END);
}

void
sme_document_view_set_document (SmeDocumentView *self, SmeDocument *document)
{
  guint n_pages_before;

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (document == NULL || SME_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  n_pages_before = sme_document_view_get_n_pages (self);
  drop_document (self);
  if (document != NULL)
    take_document (self, document);
  sme_document_view_reset_text (self);
  sme_document_search_set_document (self->search, document);

  go_to_start (self);
  set_busy (self, document != NULL);
  update_accessible (self);
  sme_document_view_update_actions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  notify (self, PROP_DOCUMENT);
  if (sme_document_view_get_n_pages (self) != n_pages_before)
    notify (self, PROP_N_PAGES);
}

SmeDocument *
sme_document_view_get_document (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), NULL);

  return self->document;
}

static void
change_fit_mode (SmeDocumentView *self, SmeFitMode fit_mode)
{
  if (self->fit_mode == fit_mode)
    return;
  self->fit_mode = fit_mode;
  sme_document_view_update_actions (self);
  notify (self, PROP_FIT_MODE);
}

void
sme_document_view_zoom_at (SmeDocumentView *self, double zoom, double x, double y)
{
  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  change_fit_mode (self, SME_FIT_NONE);
  zoom = CLAMP (zoom, SME_ZOOM_MIN, SME_ZOOM_MAX);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  arrange (self, x, y);
  sme_document_view_update_actions (self);
  notify (self, PROP_ZOOM);
}

void
sme_document_view_set_zoom (SmeDocumentView *self, double zoom)
{
  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  sme_document_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                             gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

double
sme_document_view_get_zoom (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 1);

  return self->zoom;
}

void
sme_document_view_set_fit_mode (SmeDocumentView *self, SmeFitMode fit_mode)
{
  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  change_fit_mode (self, fit_mode);
  arrange (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
}

SmeFitMode
sme_document_view_get_fit_mode (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), SME_FIT_NONE);

  return self->fit_mode;
}

void
sme_document_view_set_page (SmeDocumentView *self, guint page)
{
  SmePageRect rect;

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  if (self->layout == NULL)
    return;
  page = MIN (page, sme_page_layout_get_n_pages (self->layout) - 1);
  sme_page_layout_get_rect (self->layout, page, &rect);
  self->page_held_at = -1;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              (double) rect.y / get_scale (self) - GAP);
  self->page_held_at = get_value (self, GTK_ORIENTATION_VERTICAL);
  change_page (self, page);
}

guint
sme_document_view_get_page (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 0);

  return self->page;
}

guint
sme_document_view_get_n_pages (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 0);

  return self->layout != NULL ? sme_page_layout_get_n_pages (self->layout) : 0;
}

gboolean
sme_document_view_get_reached_end (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), FALSE);

  return self->reached_end;
}

gboolean
sme_document_view_get_busy (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), FALSE);

  return self->busy;
}

SmeDocumentSearch *
sme_document_view_get_search (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), NULL);

  return self->search;
}

void
sme_document_view_scroll_by (SmeDocumentView *self, GtkOrientation orientation, double delta)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta);
}

static void
sme_document_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT_MODE:
      g_value_set_enum (value, self->fit_mode);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, sme_document_view_get_n_pages (self));
      break;
    case PROP_REACHED_END:
      g_value_set_boolean (value, self->reached_end);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      sme_document_view_set_document (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      sme_document_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_FIT_MODE:
      sme_document_view_set_fit_mode (self, g_value_get_enum (value));
      break;
    case PROP_PAGE:
      sme_document_view_set_page (self, g_value_get_uint (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_view_dispose (GObject *object)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (object);

  drop_document (self);
  g_clear_handle_id (&self->late_source, g_source_remove);
  g_cancellable_cancel (self->text_cancellable);
  sme_document_search_set_document (self->search, NULL);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_value_changed, self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (sme_document_view_parent_class)->dispose (object);
}

static void
sme_document_view_finalize (GObject *object)
{
  sme_document_view_finalize_text (SME_DOCUMENT_VIEW (object));

  G_OBJECT_CLASS (sme_document_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags change = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags tell = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, SME_TYPE_DOCUMENT, change);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, FIT_ZOOM_MIN, SME_ZOOM_MAX, 1, change);
  properties[PROP_FIT_MODE] =
    g_param_spec_enum ("fit-mode", NULL, NULL, SME_TYPE_FIT_MODE, SME_FIT_WIDTH, change);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, change);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, tell);
  properties[PROP_REACHED_END] = g_param_spec_boolean ("reached-end", NULL, NULL, FALSE, tell);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, tell);
  g_object_class_install_properties (object_class, N_OWN_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
sme_document_view_class_init (SmeDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_document_view_get_property;
  object_class->set_property = sme_document_view_set_property;
  object_class->dispose = sme_document_view_dispose;
  object_class->finalize = sme_document_view_finalize;
  widget_class->measure = sme_document_view_measure;
  widget_class->size_allocate = sme_document_view_size_allocate;
  widget_class->snapshot = sme_document_view_snapshot;
  widget_class->map = sme_document_view_map;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "documentview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  sme_document_view_class_init_input (widget_class);
  sme_document_view_class_init_selection (widget_class);
}

static void
sme_document_view_init (SmeDocumentView *self)
{
  self->zoom = 1;
  self->fit_mode = SME_FIT_WIDTH;
  self->page_held_at = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_scale_changed), NULL);
  sme_document_view_init_text (self);
  sme_document_view_init_input (self);
  sme_document_view_init_selection (self);
  sme_document_view_update_actions (self);
  update_accessible (self);
}

GtkWidget *
sme_document_view_new (void)
{
  return g_object_new (SME_TYPE_DOCUMENT_VIEW, NULL);
}
