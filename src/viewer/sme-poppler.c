/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-poppler-private.h"

#include "base/sme-text.h"
#include "viewer/sme-document-error.h"
#include "viewer/sme-document-limits.h"

#include <math.h>
#include <string.h>

#define TITLE_MAX 200

/* A4, for a page whose size makes no sense. */
#define FALLBACK_WIDTH 595.0
#define FALLBACK_HEIGHT 842.0

static gboolean
fail (GError **error, SmeDocumentError code, const char *message)
{
  g_set_error_literal (error, SME_DOCUMENT_ERROR, code, message);
  return FALSE;
}

static void
set_open_error (GError **error, const GError *poppler_error)
{
  if (g_error_matches (poppler_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    fail (error, SME_DOCUMENT_ERROR_ENCRYPTED, "The document is encrypted");
  else
    fail (error, SME_DOCUMENT_ERROR_DAMAGED, "The document cannot be parsed");
}

char *
sme_poppler_clean_line (const char *text)
{
  return sme_text_make_line (text, TITLE_MAX);
}

static void
read_size (SmePoppler *self, guint index, PopplerPage *page)
{
  SmePageSize *size = &self->sizes[index];
  double larger;

  poppler_page_get_size (page, &size->width, &size->height);
  if (!isfinite (size->width) || !isfinite (size->height) || size->width <= 0 || size->height <= 0)
    *size = (SmePageSize){ FALLBACK_WIDTH, FALLBACK_HEIGHT };

  larger = MAX (size->width, size->height);
  self->shrinks[index] = larger > SME_PAGE_MAX_POINTS ? SME_PAGE_MAX_POINTS / larger : 1.0;
  size->width = MAX (size->width * self->shrinks[index], 1.0);
  size->height = MAX (size->height * self->shrinks[index], 1.0);
}

static gboolean
read_pages (SmePoppler *self, GError **error)
{
  int n_pages = poppler_document_get_n_pages (self->document);

  if (n_pages < 1)
    return fail (error, SME_DOCUMENT_ERROR_DAMAGED, "The document has no page");
  if (n_pages > SME_DOCUMENT_MAX_PAGES)
    return fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "The document has too many pages");

  self->n_pages = n_pages;
  self->sizes = g_new0 (SmePageSize, n_pages);
  self->shrinks = g_new0 (double, n_pages);
  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (self->document, i);

      if (page == NULL)
        return fail (error, SME_DOCUMENT_ERROR_DAMAGED, "A page is missing");
      read_size (self, i, page);
    }
  return TRUE;
}

SmePoppler *
sme_poppler_open (GBytes *bytes, GError **error)
{
  g_autoptr (GError) poppler_error = NULL;
  g_autofree char *title = NULL;
  SmePoppler *self;

  self = g_new0 (SmePoppler, 1);
  self->bytes = g_bytes_ref (bytes);
  self->document = poppler_document_new_from_bytes (bytes, NULL, &poppler_error);
  if (self->document == NULL)
    set_open_error (error, poppler_error);
  if (self->document == NULL || !read_pages (self, error))
    {
      sme_poppler_free (self);
      return NULL;
    }

  title = poppler_document_get_title (self->document);
  self->title = sme_poppler_clean_line (title);
  return self;
}

void
sme_poppler_free (SmePoppler *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->title);
  g_free (self->sizes);
  g_free (self->shrinks);
  g_free (self);
}

GVariant *
sme_poppler_describe (SmePoppler *self)
{
  GVariantBuilder sizes;

  g_variant_builder_init (&sizes, G_VARIANT_TYPE ("a(dd)"));
  for (guint i = 0; i < self->n_pages; i++)
    g_variant_builder_add (&sizes, "(dd)", self->sizes[i].width, self->sizes[i].height);
  return g_variant_new ("(sa(dd))", self->title, &sizes);
}

static PopplerPage *
get_page (SmePoppler *self, guint index, GError **error)
{
  PopplerPage *page = NULL;

  if (index < self->n_pages)
    page = poppler_document_get_page (self->document, (int) index);
  if (page == NULL)
    fail (error, SME_DOCUMENT_ERROR_FAILED, "The page cannot be read");
  return page;
}

static gboolean
is_drawable (const SmePageArea *area)
{
  const cairo_rectangle_int_t *clip = &area->clip;

  return area->full_width > 0 && area->full_height > 0 && clip->width > 0 && clip->height > 0 &&
         clip->width <= SME_PAGE_MAX_PIXEL_SIDE && clip->height <= SME_PAGE_MAX_PIXEL_SIDE &&
         (gint64) clip->width * clip->height <= SME_PAGE_MAX_PIXELS;
}

/* From points of the page to those of the turned page. */
static void
turn (cairo_t *cr, const SmePageSize *turned, guint turns)
{
  if (turns == 1)
    cairo_translate (cr, turned->width, 0);
  else if (turns == 2)
    cairo_translate (cr, turned->width, turned->height);
  else if (turns == 3)
    cairo_translate (cr, 0, turned->height);
  cairo_rotate (cr, turns * G_PI_2);
}

static void
draw_area (SmePoppler *self, PopplerPage *page, const SmePageArea *area, cairo_t *cr)
{
  SmePageSize turned = sme_page_size_turn (&self->sizes[area->page], area->look.turns);
  double shrink = self->shrinks[area->page];

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -area->clip.x, -area->clip.y);
  cairo_scale (cr, area->full_width / turned.width, area->full_height / turned.height);
  if (area->look.turns != 0)
    turn (cr, &turned, area->look.turns);
  cairo_scale (cr, shrink, shrink);
  poppler_page_render (page, cr);
}

gboolean
sme_poppler_render (SmePoppler *self,
                    const SmePageArea *area,
                    cairo_surface_t *surface,
                    GError **error)
{
  g_autoptr (Page) page = get_page (self, area->page, error);
  cairo_t *cr;

  if (page == NULL)
    return FALSE;
  if (!is_drawable (area))
    return fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "Too many pixels asked for");

  cr = cairo_create (surface);
  draw_area (self, page, area, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  /* A broken page may leave the context in an error; what was drawn until then is still shown. */
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  return fail (error, SME_DOCUMENT_ERROR_FAILED, "The page cannot be drawn");
}

/* As #graphene_rect_t, which is four floats. */
static GVariant *
to_boxes (const PopplerRectangle *rects, guint n_rects, double shrink)
{
  g_autofree graphene_rect_t *boxes = g_new (graphene_rect_t, MAX (n_rects, 1));

  for (guint i = 0; i < n_rects; i++)
    graphene_rect_init (&boxes[i], (float) (rects[i].x1 * shrink), (float) (rects[i].y1 * shrink),
                        (float) ((rects[i].x2 - rects[i].x1) * shrink),
                        (float) ((rects[i].y2 - rects[i].y1) * shrink));
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, boxes, n_rects * sizeof boxes[0], 1);
}

GVariant *
sme_poppler_get_text (SmePoppler *self, guint index, GError **error)
{
  g_autoptr (Page) page = get_page (self, index, error);
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_autofree PopplerRectangle *rects = NULL;
  guint n_rects = 0;

  if (page == NULL)
    return NULL;

  text = poppler_page_get_text (page);
  if (text != NULL && strlen (text) > SME_PAGE_MAX_TEXT)
    text[SME_PAGE_MAX_TEXT] = '\0';
  else if (text != NULL)
    poppler_page_get_text_layout (page, &rects, &n_rects);
  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  return g_variant_new ("(s@ay@a(ddddsud))", valid, to_boxes (rects, n_rects, self->shrinks[index]),
                        sme_poppler_read_links (self, page, index));
}

gboolean
sme_poppler_print (SmePoppler *self, guint index, cairo_t *cr, GError **error)
{
  g_autoptr (Page) page = get_page (self, index, error);

  if (page == NULL)
    return FALSE;
  cairo_save (cr);
  cairo_scale (cr, self->shrinks[index], self->shrinks[index]);
  poppler_page_render_for_printing (page, cr);
  cairo_restore (cr);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  return fail (error, SME_DOCUMENT_ERROR_FAILED, "The page cannot be printed");
}
