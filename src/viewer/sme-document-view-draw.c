/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view wants from the render thread, and how it draws what it has. */
#include "viewer/sme-document-view-private.h"

#include "viewer/sme-document-limits.h"
#include "viewer/sme-page-dark.h"
#include "viewer/sme-page-picture.h"

#include <glib/gi18n.h>

/* Below this many pixels a page is rendered whole; above, only what is in sight and some margin. */
#define WHOLE_PAGE_PIXELS (8 * 1024 * 1024)

/* Pixels of a piece with its margin, unless what is in sight alone is more. */
#define PIECE_PIXELS (12 * 1024 * 1024)

/* The edge of the paper, in logical pixels. */
#define EDGE 1

static cairo_rectangle_int_t
intersect (const cairo_rectangle_int_t *a, const cairo_rectangle_int_t *b)
{
  cairo_rectangle_int_t both;

  both.x = MAX (a->x, b->x);
  both.y = MAX (a->y, b->y);
  both.width = MAX (MIN (a->x + a->width, b->x + b->width) - both.x, 0);
  both.height = MAX (MIN (a->y + a->height, b->y + b->height) - both.y, 0);
  return both;
}

static cairo_rectangle_int_t
grow (const cairo_rectangle_int_t *rect, gint64 x, gint64 y)
{
  return (cairo_rectangle_int_t){ rect->x - (int) x, rect->y - (int) y, rect->width + 2 * (int) x,
                                  rect->height + 2 * (int) y };
}

static gint64
count_pixels (const cairo_rectangle_int_t *rect)
{
  return (gint64) rect->width * rect->height;
}

static gboolean
is_whole_page (const SmePageRect *rect)
{
  return rect->width <= SME_PAGE_MAX_PIXEL_SIDE && rect->height <= SME_PAGE_MAX_PIXEL_SIDE &&
         (gint64) rect->width * rect->height <= WHOLE_PAGE_PIXELS;
}

static void
limit_piece (cairo_rectangle_int_t *piece)
{
  piece->width = MIN (piece->width, SME_PAGE_MAX_PIXEL_SIDE);
  piece->height = MIN (piece->height, SME_PAGE_MAX_PIXEL_SIDE);
}

/* A piece of a page that is too large to be rendered whole: what is in sight with half a window
 * round it, asked for again while there is still an eighth left. */
static void
choose_piece (const SmePageRect *rect,
              const SmeViewport *viewport,
              const cairo_rectangle_int_t *sight,
              SmePageWant *want)
{
  cairo_rectangle_int_t page = { 0, 0, rect->width, rect->height };

  for (int part = 2; part <= 16; part *= 2)
    {
      cairo_rectangle_int_t grown = grow (sight, viewport->width / part, viewport->height / part);
      cairo_rectangle_int_t needed =
        grow (sight, viewport->width / part / 4, viewport->height / part / 4);

      want->area.clip = intersect (&page, &grown);
      want->need.clip = intersect (&page, &needed);
      if (count_pixels (&want->area.clip) <= PIECE_PIXELS)
        break;
    }
  limit_piece (&want->area.clip);
  limit_piece (&want->need.clip);
  want->need.clip = intersect (&want->area.clip, &want->need.clip);
}

/* @sight: the part of the column that counts, in its pixels. */
static gboolean
make_want (SmeDocumentView *self,
           guint page,
           const SmeViewport *viewport,
           gint64 top,
           gint64 bottom,
           SmePageWant *want)
{
  SmePageRect rect;
  cairo_rectangle_int_t whole;
  cairo_rectangle_int_t sight;

  sme_page_layout_get_rect (self->layout, page, &rect);
  whole = (cairo_rectangle_int_t){ 0, 0, rect.width, rect.height };
  sight.x = (int) (viewport->left - rect.x);
  sight.width = (int) viewport->width;
  sight.y = (int) (MAX (top, rect.y) - rect.y);
  sight.height = (int) (MIN (bottom, rect.y + rect.height) - MAX (top, rect.y));
  sight = intersect (&whole, &sight);
  if (sight.width == 0 || sight.height == 0)
    return FALSE;

  want->area = (SmePageArea){ page, rect.width, rect.height, whole, self->look };
  want->need = want->area;
  if (!is_whole_page (&rect))
    choose_piece (&rect, viewport, &sight, want);
  return TRUE;
}

/* Wants the pages between two heights that are not wanted yet. */
static void
want_between (SmeDocumentView *self,
              const SmeViewport *viewport,
              gint64 top,
              gint64 bottom,
              SmeRenderPriority priority,
              GArray *wants)
{
  guint first, last;

  if (!sme_page_layout_get_range (self->layout, top, bottom, &first, &last))
    return;

  for (guint page = first; page <= last; page++)
    {
      SmePageWant want;
      gboolean is_wanted = FALSE;

      for (guint i = 0; i < wants->len && !is_wanted; i++)
        is_wanted = g_array_index (wants, SmePageWant, i).area.page == page;
      if (is_wanted || !make_want (self, page, viewport, top, bottom, &want))
        continue;
      want.priority = priority;
      g_array_append_val (wants, want);
    }
}

static gboolean
are_settled (SmeDocumentView *self, GArray *wants, guint n_wants)
{
  for (guint i = 0; i < n_wants; i++)
    if (!sme_page_cache_is_settled (self->cache, &g_array_index (wants, SmePageWant, i).need))
      return FALSE;
  return TRUE;
}

gboolean
sme_document_view_want_pages (SmeDocumentView *self)
{
  g_autoptr (GArray) wants = g_array_new (FALSE, FALSE, sizeof (SmePageWant));
  SmeViewport viewport;
  gint64 bottom;
  SmeRenderPriority above, below;
  guint n_visible;

  sme_document_view_get_viewport (self, &viewport);
  bottom = viewport.top + viewport.height;
  above = self->scrolling_up ? SME_RENDER_AHEAD : SME_RENDER_BEHIND;
  below = self->scrolling_up ? SME_RENDER_BEHIND : SME_RENDER_AHEAD;

  want_between (self, &viewport, viewport.top, bottom, SME_RENDER_VISIBLE, wants);
  n_visible = wants->len;
  if (n_visible > 0)
    sme_document_view_forget_texts (self, g_array_index (wants, SmePageWant, 0).area.page,
                                    g_array_index (wants, SmePageWant, n_visible - 1).area.page);
  want_between (self, &viewport, bottom, bottom + viewport.height, below, wants);
  want_between (self, &viewport, viewport.top - viewport.height, viewport.top, above, wants);
  sme_page_cache_update (self->cache, (SmePageWant *) (void *) wants->data, wants->len);
  return are_settled (self, wants, n_visible);
}

/* The paper with a thin edge, a bit stronger below. A blurred shadow costs more than all the rest
 * of a frame where the processor draws it. */
static void
append_paper (GtkSnapshot *snapshot, const graphene_rect_t *paper, gboolean dark)
{
  static const GdkRGBA edge = { 0, 0, 0, 0.1f };
  static const GdkRGBA papers[2] = {
    { 1, 1, 1, 1 },
    { SME_PAGE_DARK_PAPER / 255.0f, SME_PAGE_DARK_PAPER / 255.0f, SME_PAGE_DARK_PAPER / 255.0f, 1 },
  };
  graphene_rect_t outer, lower;

  graphene_rect_inset_r (paper, -EDGE, -EDGE, &outer);
  graphene_rect_offset_r (&outer, 0, EDGE, &lower);
  gtk_snapshot_append_color (snapshot, &edge, &outer);
  gtk_snapshot_append_color (snapshot, &edge, &lower);
  gtk_snapshot_append_color (snapshot, &papers[dark ? 1 : 0], paper);
}

/* Where @area of a page stands when the page fills @paper. */
static void
place_area (const SmePageArea *area, const graphene_rect_t *paper, graphene_rect_t *place)
{
  double x_step = (double) paper->size.width / area->full_width;
  double y_step = (double) paper->size.height / area->full_height;

  graphene_rect_init (place, (float) (paper->origin.x + area->clip.x * x_step),
                      (float) (paper->origin.y + area->clip.y * y_step),
                      (float) (area->clip.width * x_step), (float) (area->clip.height * y_step));
}

/* White paper would look like an empty page of the contract. */
static void
append_note (SmeDocumentView *self,
             GtkSnapshot *snapshot,
             const graphene_rect_t *paper,
             const char *text)
{
  static const GdkRGBA inks[2] = {
    { 0, 0, 0, 1 },
    { SME_PAGE_DARK_INK / 255.0f, SME_PAGE_DARK_INK / 255.0f, SME_PAGE_DARK_INK / 255.0f, 1 },
  };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  float margin = paper->size.width / 10;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_width (layout, (int) (paper->size.width - 2 * margin) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (paper->origin.x + margin, paper->origin.y + margin));
  gtk_snapshot_append_layout (snapshot, layout, &inks[self->look.dark ? 1 : 0]);
  gtk_snapshot_restore (snapshot);
}

/* Returns: whether the page is there at its own size. */
static gboolean
append_pictures (SmeDocumentView *self,
                 GtkSnapshot *snapshot,
                 const SmePageWant *want,
                 const graphene_rect_t *paper)
{
  SmePageArea area;
  GdkTexture *texture = sme_page_cache_get (self->cache, want->area.page, &area);
  GdkTexture *stand_in = sme_stand_ins_get (self->stand_ins, want->area.page);
  gboolean is_sharp = texture != NULL && sme_page_area_covers (&area, &want->need);

  if (!is_sharp && stand_in != NULL)
    sme_page_picture_append (stand_in, GTK_WIDGET (self), snapshot, paper);
  if (texture != NULL)
    {
      graphene_rect_t place;

      place_area (&area, paper, &place);
      sme_page_picture_append (texture, GTK_WIDGET (self), snapshot, &place);
    }
  if (!is_sharp && sme_page_cache_is_broken (self->cache, want->area.page))
    append_note (self, snapshot, paper, _ ("This page cannot be shown."));
  else if (texture == NULL && stand_in == NULL)
    self->blank_draws++;
  if (texture == NULL && self->slow && !sme_page_cache_is_broken (self->cache, want->area.page))
    append_note (self, snapshot, paper, _ ("This page is still being drawn…"));
  return is_sharp;
}

static void
find_paper (SmeDocumentView *self, const SmeViewport *viewport, guint page, graphene_rect_t *paper)
{
  SmePageRect rect;

  sme_page_layout_get_rect (self->layout, page, &rect);
  graphene_rect_init (
    paper, (float) ((double) (rect.x - viewport->left) / viewport->scale + viewport->shift_x),
    (float) ((double) (rect.y - viewport->top) / viewport->scale + viewport->shift_y),
    (float) (rect.width / viewport->scale), (float) (rect.height / viewport->scale));
}

void
sme_document_view_get_sheet (SmeDocumentView *self, guint page, SmePageSheet *sheet)
{
  SmeViewport viewport;

  sme_document_view_get_viewport (self, &viewport);
  sheet->size = sme_document_get_page_sizes (self->document)[page];
  sheet->turns = self->look.turns;
  find_paper (self, &viewport, page, &sheet->paper);
}

static void
append_page (SmeDocumentView *self, GtkSnapshot *snapshot, const SmeViewport *viewport, guint page)
{
  gint64 bottom = viewport->top + viewport->height;
  SmePageRect rect;
  SmePageWant want;
  graphene_rect_t paper;
  gboolean is_sharp;

  if (!make_want (self, page, viewport, viewport->top, bottom, &want))
    return;

  sme_page_layout_get_rect (self->layout, page, &rect);
  find_paper (self, viewport, page, &paper);
  append_paper (snapshot, &paper, self->look.dark);
  is_sharp = append_pictures (self, snapshot, &want, &paper);
  sme_document_view_append_overlays (self, snapshot, page, &paper);

  if (is_sharp && page + 1 == sme_page_layout_get_n_pages (self->layout) &&
      rect.y + rect.height <= bottom)
    sme_document_view_note_end (self);
}

/* Only what is at hand is drawn; nothing here asks poppler for anything. */
void
sme_document_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);
  SmeViewport viewport;
  guint first, last;

  if (self->layout == NULL)
    return;

  sme_document_view_get_viewport (self, &viewport);
  if (!sme_page_layout_get_range (self->layout, viewport.top, viewport.top + viewport.height,
                                  &first, &last))
    return;
  for (guint page = first; page <= last; page++)
    append_page (self, snapshot, &viewport, page);
}
