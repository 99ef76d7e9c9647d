/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents that are open in this process, by the numbers that the asking side gave them. */
#include "viewer/sme-page-service.h"

#include "viewer/sme-document-error.h"
#include "viewer/sme-page-dark.h"
#include "viewer/sme-poppler.h"

#include <cairo-pdf.h>
#include <sys/mman.h>

static GHashTable *documents;

static SmePoppler *
find (guint number, GError **error)
{
  SmePoppler *found =
    documents != NULL ? g_hash_table_lookup (documents, GUINT_TO_POINTER (number)) : NULL;

  if (found == NULL)
    g_set_error_literal (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_FAILED,
                         "There is no such document");
  return found;
}

typedef struct
{
  gpointer data;
  gsize size;
} Mapping;

static void
unmap (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->data, mapping->size);
  g_free (mapping);
}

static gpointer
map (int fd, gsize size, int protection, GError **error)
{
  gpointer data = mmap (NULL, size, protection, MAP_SHARED | MAP_POPULATE, fd, 0);

  if (data != MAP_FAILED)
    return data;
  g_set_error_literal (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_LARGE,
                       "There is not enough memory");
  return NULL;
}

static GVariant *
open_document (const SmePageRequest *request, int fd, GError **error)
{
  Mapping *mapping;
  g_autoptr (GBytes) bytes = NULL;
  SmePoppler *poppler;
  gpointer data = map (fd, request->n_bytes, PROT_READ, error);

  if (data == NULL)
    return NULL;
  mapping = g_new (Mapping, 1);
  *mapping = (Mapping){ data, request->n_bytes };
  bytes = g_bytes_new_with_free_func (data, request->n_bytes, unmap, mapping);
  poppler = sme_poppler_open (bytes, error);
  if (poppler == NULL)
    return NULL;
  if (documents == NULL)
    documents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sme_poppler_free);
  g_hash_table_insert (documents, GUINT_TO_POINTER (request->document), poppler);
  return sme_poppler_describe (poppler);
}

static GVariant *
render (SmePoppler *poppler, const SmePageArea *area, int fd, GError **error)
{
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, area->clip.width);
  gsize size = (gsize) stride * (gsize) area->clip.height;
  gpointer data = map (fd, size, PROT_READ | PROT_WRITE, error);
  cairo_surface_t *surface;
  gboolean done;

  if (data == NULL)
    return NULL;
  surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_ARGB32, area->clip.width,
                                                 area->clip.height, stride);
  done = sme_poppler_render (poppler, area, surface, error);
  if (done && area->look.dark)
    sme_page_darken (surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  munmap (data, size);
  return done ? g_variant_new_tuple (NULL, 0) : NULL;
}

static GVariant *
compare (SmePoppler *before, const SmePageRequest *request, GError **error)
{
  SmePoppler *now = find (request->other, error);

  if (now == NULL)
    return NULL;
  return g_variant_new (
    "(b)", sme_poppler_shows_same (before, now, request->area.page, request->except_signatures));
}

static cairo_status_t
throw_away (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static GVariant *
try_print (SmePoppler *poppler, guint page, GError **error)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (throw_away, NULL, 595.276, 841.89);
  cairo_t *cr = cairo_create (surface);
  gboolean done = sme_poppler_print (poppler, page, cr, error);

  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return done ? g_variant_new_tuple (NULL, 0) : NULL;
}

static GVariant *
answer (const SmePageRequest *request, int fd, GError **error)
{
  SmePoppler *poppler;

  if (request->op == SME_PAGE_OP_OPEN)
    return open_document (request, fd, error);
  poppler = find (request->document, error);
  if (poppler == NULL)
    return NULL;
  switch (request->op)
    {
    case SME_PAGE_OP_RENDER:
      return render (poppler, &request->area, fd, error);
    case SME_PAGE_OP_TEXT:
      return sme_poppler_get_text (poppler, request->area.page, error);
    case SME_PAGE_OP_OUTLINE:
      return sme_poppler_get_outline (poppler);
    case SME_PAGE_OP_FACTS:
      return sme_poppler_get_facts (poppler);
    case SME_PAGE_OP_COMPARE:
      return compare (poppler, request, error);
    case SME_PAGE_OP_PRINT:
      return try_print (poppler, request->area.page, error);
    case SME_PAGE_OP_CLOSE:
    default:
      g_hash_table_remove (documents, GUINT_TO_POINTER (request->document));
      return g_variant_new_tuple (NULL, 0);
    }
}

GVariant *
sme_page_service_answer (const SmePageRequest *request, int fd, GError **error)
{
  GVariant *made = answer (request, fd, error);

  return made != NULL ? g_variant_ref_sink (made) : NULL;
}

void
sme_page_service_clear (void)
{
  g_clear_pointer (&documents, g_hash_table_unref);
}
