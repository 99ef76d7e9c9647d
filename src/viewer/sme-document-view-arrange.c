/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages stand: zoom, scrolling, what is in sight. */
#include "viewer/sme-document-view-private.h"

#include <math.h>

/* Logical pixels round and between the pages. */
#define GAP 12

#define PIXELS_PER_POINT (96.0 / 72.0)

/* The scale that the pages stand at: when the window goes to another screen, they follow later. */
static double
get_scale (SmeDocumentView *self)
{
  double scale = self->layout != NULL ? sme_page_layout_get_scale (self->layout) : 0;

  return scale > 0 ? scale : self->scale;
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
  sme_document_view_get_shift (self, &viewport->shift_x, &viewport->shift_y);
  viewport->left =
    get_offset (x, viewport->scale, sme_page_layout_get_width (self->layout), viewport->width);
  viewport->top =
    get_offset (y, viewport->scale, sme_page_layout_get_height (self->layout), viewport->height);
}

/* The page with the largest part in sight; the upper of two. A page that was asked for stays the
 * one until the view moves: the last, short pages cannot all come to the top. */
guint
sme_document_view_find_page (SmeDocumentView *self)
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
  sme_document_view_wait_anew (self);
  sme_document_view_update (self);
}

/* Sets the range of one adjustment and its value, all in logical pixels. */
static void
configure (SmeDocumentView *self, GtkOrientation orientation, double value)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  double scale = self->scale;
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
      return CLAMP (by_width, SME_ZOOM_FIT_MIN, SME_ZOOM_MAX);
    case SME_FIT_PAGE:
      return CLAMP (MIN (by_width, by_height), SME_ZOOM_FIT_MIN, SME_ZOOM_MAX);
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
  double scale = self->scale;
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
  if (self->page_waits)
    sme_document_view_set_page (self, self->page);

  if (self->zoom != zoom)
    {
      self->zoom = zoom;
      sme_document_view_update_actions (self);
      sme_document_view_notify (self, SME_VIEW_PROP_ZOOM);
    }
  sme_document_view_update (self);
}

void
sme_document_view_rearrange (SmeDocumentView *self)
{
  double scale = self->scale;
  guint page = self->page;

  sme_page_layout_arrange (self->layout, self->zoom, scale, (int) round (GAP * scale));
  arrange (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
  sme_document_view_set_page (self, page);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
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

gboolean
sme_document_view_is_arranging (SmeDocumentView *self)
{
  return self->arranging || self->allocating;
}

void
sme_document_view_set_adjustment (SmeDocumentView *self,
                                  GtkOrientation orientation,
                                  GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place =
    g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect (*place, "value-changed", G_CALLBACK (on_value_changed), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The column begins at its top, before anything tells of the new document. */
void
sme_document_view_go_to_start (SmeDocumentView *self)
{
  gboolean had_reached_end = self->reached_end;

  self->reached_end = FALSE;
  self->page_held_at = -1;
  self->page_waits = FALSE;
  self->scrolling_up = FALSE;
  self->arranging = TRUE;
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
  self->arranging = FALSE;
  self->last_top = 0;

  sme_document_view_change_page (self, 0);
  if (had_reached_end)
    sme_document_view_notify (self, SME_VIEW_PROP_REACHED_END);
}

static void
change_fit_mode (SmeDocumentView *self, SmeFitMode fit_mode)
{
  if (self->fit_mode == fit_mode)
    return;
  self->fit_mode = fit_mode;
  sme_document_view_update_actions (self);
  sme_document_view_notify (self, SME_VIEW_PROP_FIT_MODE);
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
  sme_document_view_notify (self, SME_VIEW_PROP_ZOOM);
}

void
sme_document_view_set_zoom (SmeDocumentView *self, double zoom)
{
  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  sme_document_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                             gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
sme_document_view_set_fit_mode (SmeDocumentView *self, SmeFitMode fit_mode)
{
  guint page;

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  page = self->page;
  change_fit_mode (self, fit_mode);
  arrange (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
  /* Whoever wants the page to fit wants to see all of it, not a piece of it and one of the next. */
  if (fit_mode == SME_FIT_PAGE)
    sme_document_view_set_page (self, page);
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
  self->page_waits = sme_page_layout_get_height (self->layout) == 0;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              (double) rect.y / get_scale (self) - GAP);
  self->page_held_at = get_value (self, GTK_ORIENTATION_VERTICAL);
  sme_document_view_change_page (self, page);
}

void
sme_document_view_scroll_by (SmeDocumentView *self, GtkOrientation orientation, double delta)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta);
}
