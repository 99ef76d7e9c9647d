/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-stand-ins.h"

#include <math.h>

#define MEMORY_MAX (4 * 1024 * 1024)
#define SIDE_MIN 24
#define SIDE_MAX 192

/* Pages on each side that get one, and the distance at which one is dropped again. */
#define REACH 512
#define KEEP_REACH 640

/* Pages that a fling reaches within a few frames: their stand-ins do not wait for an idle thread.
 */
#define NEAR 4

struct _SmeStandIns
{
  SmeDocument *document;
  SmePageLook look;
  GCancellable *cancellable;
  SmeStandInsFunc landed;
  gpointer user_data;
  GHashTable *textures; /* page -> GdkTexture, or NULL for a page that cannot be drawn */
  guint center;
  gboolean pending;
};

/* A request in flight; it outlives the stand-ins if they go away before it comes back. */
typedef struct
{
  SmeStandIns *self; /* valid only while not cancelled */
  guint page;
} Request;

static void request_next (SmeStandIns *self);

int
sme_stand_ins_get_side (guint n_pages)
{
  double pixels = (double) MEMORY_MAX / 4.0 / MAX (MIN (n_pages, 2 * KEEP_REACH), 1);

  /* A page of A4 takes about 0.7 of the square of its longer side. */
  return (int) CLAMP (sqrt (pixels / 0.7), SIDE_MIN, SIDE_MAX);
}

static gboolean
is_far (gpointer key, gpointer value, gpointer user_data)
{
  SmeStandIns *self = user_data;

  return ABS ((gint64) GPOINTER_TO_UINT (key) - (gint64) self->center) > KEEP_REACH;
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = sme_document_render_finish (SME_DOCUMENT (source), result, &error);
  SmeStandIns *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = request->self;
  self->pending = FALSE;
  g_hash_table_insert (self->textures, GUINT_TO_POINTER (request->page), texture);
  if (texture != NULL)
    self->landed (request->page, self->user_data);
  request_next (self);
}

static void
clear_texture (gpointer texture)
{
  if (texture != NULL)
    g_object_unref (texture);
}

/* Returns: %FALSE when all pages in reach have one. */
static gboolean
find_nearest_missing (SmeStandIns *self, guint *page)
{
  guint n_pages = sme_document_get_n_pages (self->document);

  for (guint distance = 0; distance <= REACH; distance++)
    {
      guint after = self->center + distance;

      if (after < n_pages && !g_hash_table_contains (self->textures, GUINT_TO_POINTER (after)))
        {
          *page = after;
          return TRUE;
        }
      if (distance <= self->center)
        {
          guint before = self->center - distance;

          if (!g_hash_table_contains (self->textures, GUINT_TO_POINTER (before)))
            {
              *page = before;
              return TRUE;
            }
        }
    }
  return FALSE;
}

static void
make_area (SmeStandIns *self, guint page, SmePageArea *area)
{
  SmePageSize size =
    sme_page_size_turn (&sme_document_get_page_sizes (self->document)[page], self->look.turns);
  int side = sme_stand_ins_get_side (sme_document_get_n_pages (self->document));
  double factor = side / MAX (size.width, size.height);

  area->page = page;
  area->full_width = MAX ((int) (size.width * factor), 1);
  area->full_height = MAX ((int) (size.height * factor), 1);
  area->clip = (cairo_rectangle_int_t){ 0, 0, area->full_width, area->full_height };
  area->look = self->look;
}

/* One at a time: the queue stays short and the nearest page is always the next. */
static void
request_next (SmeStandIns *self)
{
  SmePageArea area;
  Request *request;
  SmeRenderPriority priority;
  guint page;

  if (self->pending || !find_nearest_missing (self, &page))
    return;

  make_area (self, page, &area);
  request = g_new (Request, 1);
  request->self = self;
  request->page = page;
  self->pending = TRUE;
  priority =
    ABS ((gint64) page - (gint64) self->center) <= NEAR ? SME_RENDER_AHEAD : SME_RENDER_IDLE;
  sme_document_render_async (self->document, &area, priority, NULL, self->cancellable, on_rendered,
                             request);
}

void
sme_stand_ins_fill_around (SmeStandIns *self, guint page)
{
  if (self->center == page && self->pending)
    return;
  self->center = page;
  g_hash_table_foreach_remove (self->textures, is_far, self);
  request_next (self);
}

GdkTexture *
sme_stand_ins_get (SmeStandIns *self, guint page)
{
  return g_hash_table_lookup (self->textures, GUINT_TO_POINTER (page));
}

SmeStandIns *
sme_stand_ins_new (SmeDocument *document,
                   const SmePageLook *look,
                   SmeStandInsFunc landed,
                   gpointer user_data)
{
  SmeStandIns *self = g_new0 (SmeStandIns, 1);

  self->document = g_object_ref (document);
  self->look = *look;
  self->cancellable = g_cancellable_new ();
  self->landed = landed;
  self->user_data = user_data;
  self->textures = g_hash_table_new_full (NULL, NULL, NULL, clear_texture);
  return self;
}

void
sme_stand_ins_free (SmeStandIns *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->textures, g_hash_table_unref);
  g_clear_object (&self->document);
  g_free (self);
}
