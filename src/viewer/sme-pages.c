/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-pages-private.h"

#include "viewer/sme-document-error.h"
#include "viewer/sme-document-guard.h"
#include "viewer/sme-document-limits.h"
#include "viewer/sme-page-picture.h"
#include "viewer/sme-render-thread.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sys/mman.h>
#include <unistd.h>

/* Seconds of the processor. A usual page takes less than 0.02. */
#define OPEN_SECONDS 10
#define RENDER_SECONDS 8
#define SMALL_RENDER_SECONDS 2 /* small pictures, which nobody waits for */
#define LONG_SECONDS 20        /* printing, comparing */

static guint last_number;

static gboolean
fail (GError **error, SmeDocumentError code, const char *message)
{
  g_set_error_literal (error, SME_DOCUMENT_ERROR, code, message);
  return FALSE;
}

/* Memory that the other process cannot make smaller under our hands. */
static int
make_memory (gsize size)
{
  int fd = memfd_create ("onesme-pages", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 && ftruncate (fd, (off_t) size) == 0 &&
      fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
fill_memory (int fd, GBytes *bytes)
{
  gsize size, done = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  while (done < size)
    {
      gssize n = pwrite (fd, data + done, size - done, (off_t) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      done += (gsize) n;
    }
  return fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE) == 0;
}

/* Gives the file to the process as it is now. */
static GVariant *
open_there (SmePages *self, GCancellable *cancellable, GError **error)
{
  gsize size = g_bytes_get_size (self->bytes);
  SmePageRequest request = { .op = SME_PAGE_OP_OPEN, .document = self->number, .n_bytes = size };
  SmePageBounds bounds = { cancellable, OPEN_SECONDS, FALSE };
  guint generation = sme_page_process_ensure ();
  GVariant *answer = NULL;
  int fd = make_memory (size);

  if (fd >= 0 && fill_memory (fd, self->bytes))
    answer = sme_page_process_call (&request, fd, &bounds, error);
  else
    fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "There is not enough memory");
  if (fd >= 0)
    close (fd);
  if (answer == NULL)
    return NULL;
  self->generation = generation;
  sme_page_process_count (1);
  return answer;
}

GVariant *
sme_pages_call (SmePages *self,
                SmePageRequest *request,
                int fd,
                const SmePageBounds *bounds,
                GError **error)
{
  if (self->generation != sme_page_process_ensure ())
    {
      g_autoptr (GVariant) description = open_there (self, bounds->cancellable, error);

      if (description == NULL)
        return NULL;
    }
  request->document = self->number;
  return sme_page_process_call (request, fd, bounds, error);
}

/* What comes from the other process is looked at as if it came from the file. */
static gboolean
take_description (SmePages *self, GVariant *description, GError **error)
{
  g_autoptr (GVariant) sizes = NULL;
  gsize n_pages;

  g_variant_get (description, "(s@a(dd))", &self->title, &sizes);
  n_pages = g_variant_n_children (sizes);
  if (n_pages < 1 || n_pages > SME_DOCUMENT_MAX_PAGES)
    return fail (error, SME_DOCUMENT_ERROR_DAMAGED, "The document has no pages");
  self->n_pages = (guint) n_pages;
  self->sizes = g_new0 (SmePageSize, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      SmePageSize *size = &self->sizes[i];

      g_variant_get_child (sizes, i, "(dd)", &size->width, &size->height);
      if (!(size->width >= 1 && size->width <= SME_PAGE_MAX_POINTS && size->height >= 1 &&
            size->height <= SME_PAGE_MAX_POINTS))
        return fail (error, SME_DOCUMENT_ERROR_DAMAGED, "A page has no size");
    }
  return TRUE;
}

/* Here a crash is a flaw of the file. */
static void
name_open_error (GError *error)
{
  if (g_error_matches (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_COMPLEX))
    error->code = SME_DOCUMENT_ERROR_TOO_LARGE;
}

SmePages *
sme_pages_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) description = NULL;
  g_autoptr (GError) open_error = NULL;
  SmePages *self;

  g_return_val_if_fail (sme_render_thread_is_current (), NULL);

  if (!sme_document_guard_check (bytes, error))
    return NULL;
  self = g_new0 (SmePages, 1);
  self->bytes = g_bytes_ref (bytes);
  self->number = ++last_number;
  description = open_there (self, cancellable, &open_error);
  if (description == NULL)
    {
      name_open_error (open_error);
      g_propagate_error (error, g_steal_pointer (&open_error));
    }
  if (description == NULL || !take_description (self, description, error))
    {
      sme_pages_free (self);
      return NULL;
    }
  return self;
}

void
sme_pages_free (SmePages *self)
{
  SmePageRequest request = { .op = SME_PAGE_OP_CLOSE, .document = self->number };
  SmePageBounds bounds = { NULL, 1, FALSE };

  g_return_if_fail (sme_render_thread_is_current ());

  /* The same process still: nothing has to be started for it. */
  if (self->generation != 0 && sme_page_process_is (self->generation))
    {
      g_autoptr (GVariant) answer = sme_page_process_call (&request, -1, &bounds, NULL);

      if (answer != NULL)
        sme_page_process_count (-1);
    }
  g_clear_pointer (&self->printer, sme_poppler_free);
  g_bytes_unref (self->bytes);
  g_free (self->title);
  g_free (self->sizes);
  g_free (self);
}

guint
sme_pages_get_n_pages (const SmePages *self)
{
  return self->n_pages;
}

const SmePageSize *
sme_pages_get_sizes (const SmePages *self)
{
  return self->sizes;
}

const char *
sme_pages_get_title (const SmePages *self)
{
  return self->title;
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

/* A surface on the memory behind @fd. */
static cairo_surface_t *
map_surface (int fd, const cairo_rectangle_int_t *clip, int stride)
{
  static const cairo_user_data_key_t key;
  gsize size = (gsize) stride * (gsize) clip->height;
  gpointer data = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, fd, 0);
  cairo_surface_t *surface;
  Mapping *mapping;

  if (data == MAP_FAILED)
    return NULL;
  surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_ARGB32, clip->width,
                                                 clip->height, stride);
  mapping = g_new (Mapping, 1);
  *mapping = (Mapping){ data, size };
  cairo_surface_set_user_data (surface, &key, mapping, unmap);
  return surface;
}

static gboolean
is_drawable (const SmePageArea *area)
{
  const cairo_rectangle_int_t *clip = &area->clip;

  return area->full_width > 0 && area->full_height > 0 && clip->width > 0 && clip->height > 0 &&
         clip->width <= SME_PAGE_MAX_PIXEL_SIDE && clip->height <= SME_PAGE_MAX_PIXEL_SIDE &&
         (gint64) clip->width * clip->height <= SME_PAGE_MAX_PIXELS;
}

GdkTexture *
sme_pages_render (SmePages *self,
                  const SmePageArea *area,
                  GCancellable *cancellable,
                  GError **error)
{
  SmePageRequest request = { .op = SME_PAGE_OP_RENDER, .area = *area };
  SmePageBounds bounds = { cancellable, RENDER_SECONDS, TRUE };
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, area->clip.width);
  g_autoptr (GVariant) done = NULL;
  cairo_surface_t *surface = NULL;
  int fd;

  if (!is_drawable (area))
    {
      fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "Too many pixels asked for");
      return NULL;
    }
  if (sme_render_thread_get_priority () == SME_RENDER_IDLE)
    bounds.seconds = SMALL_RENDER_SECONDS;
  fd = make_memory ((gsize) stride * (gsize) area->clip.height);
  if (fd >= 0)
    done = sme_pages_call (self, &request, fd, &bounds, error);
  else
    fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "There is not enough memory");
  if (done != NULL && (surface = map_surface (fd, &area->clip, stride)) == NULL)
    fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "There is not enough memory");
  if (fd >= 0)
    close (fd);
  return surface != NULL ? sme_page_picture_new (surface) : NULL;
}

/* Vectors do not cross to another process. So there it is tried out, within bounds, and done here
 * when it went well there. */
gboolean
sme_pages_print (SmePages *self, guint page, cairo_t *cr, GCancellable *cancellable, GError **error)
{
  SmePageRequest request = { .op = SME_PAGE_OP_PRINT, .area = { .page = page } };
  SmePageBounds bounds = { cancellable, LONG_SECONDS, FALSE };
  g_autoptr (GVariant) done = sme_pages_call (self, &request, -1, &bounds, error);

  if (done == NULL)
    return FALSE;
  if (self->printer == NULL)
    self->printer = sme_poppler_open (self->bytes, error);
  return self->printer != NULL && sme_poppler_print (self->printer, page, cr, error);
}

gboolean
sme_pages_compare (SmePages *before,
                   SmePages *now,
                   guint page,
                   gboolean except_signatures,
                   gboolean *same,
                   GCancellable *cancellable,
                   GError **error)
{
  SmePageRequest request = { .op = SME_PAGE_OP_COMPARE,
                             .other = now->number,
                             .except_signatures = except_signatures,
                             .area = { .page = page } };
  SmePageBounds bounds = { cancellable, LONG_SECONDS, FALSE };
  g_autoptr (GVariant) answer = NULL;

  if (now->generation != sme_page_process_ensure ())
    {
      g_autoptr (GVariant) description = open_there (now, cancellable, error);

      if (description == NULL)
        return FALSE;
    }
  answer = sme_pages_call (before, &request, -1, &bounds, error);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(b)", same);
  return TRUE;
}
