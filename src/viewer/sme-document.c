/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-private.h"

#include "viewer/sme-document-error.h"
#include "viewer/sme-document-limits.h"
#include "viewer/sme-page-process.h"
#include "viewer/sme-pages.h"
#include "viewer/sme-text-cache.h"

/* Bytes of text and places kept; enough for some 500 dense pages. */
#define TEXT_CACHE_MAX (24 * 1024 * 1024)

struct _SmeDocument
{
  GObject parent_instance;

  SmePages *pages; /* belongs to the render thread, but for its facts */
  GBytes *bytes;
  SmeTextCache *texts;
};

G_DEFINE_FINAL_TYPE (SmeDocument, sme_document, G_TYPE_OBJECT)

/* What a piece of work in the render thread needs. The task holds the document, so the pages
 * outlive the work. */
typedef struct
{
  SmePages *pages;
  SmePageArea area;
  cairo_t *cr; /* to print on, or NULL */
} PageData;

static void
page_data_free (gpointer data)
{
  PageData *page_data = data;

  g_clear_pointer (&page_data->cr, cairo_destroy);
  g_free (page_data);
}

static void
dispose_pages_later (gpointer pages)
{
  sme_render_thread_dispose_later (pages, (GDestroyNotify) sme_pages_free);
}

static gpointer
open_work (gpointer data, GCancellable *cancellable, GError **error)
{
  return sme_pages_open (data, cancellable, error);
}

static gpointer
render_work (gpointer data, GCancellable *cancellable, GError **error)
{
  PageData *page_data = data;

  return sme_pages_render (page_data->pages, &page_data->area, cancellable, error);
}

static gpointer
text_work (gpointer data, GCancellable *cancellable, GError **error)
{
  PageData *page_data = data;

  return sme_pages_get_text (page_data->pages, page_data->area.page, cancellable, error);
}

static gpointer
outline_work (gpointer data, GCancellable *cancellable, GError **error)
{
  return sme_pages_get_outline (((PageData *) data)->pages, cancellable, error);
}

static gpointer
facts_work (gpointer data, GCancellable *cancellable, GError **error)
{
  return sme_pages_get_facts (((PageData *) data)->pages, cancellable, error);
}

static gpointer
print_work (gpointer data, GCancellable *cancellable, GError **error)
{
  PageData *page_data = data;

  return GINT_TO_POINTER (
    sme_pages_print (page_data->pages, page_data->area.page, page_data->cr, cancellable, error));
}

static void
sme_document_finalize (GObject *object)
{
  SmeDocument *self = SME_DOCUMENT (object);

  g_clear_pointer (&self->pages, dispose_pages_later);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->texts, sme_text_cache_free);

  G_OBJECT_CLASS (sme_document_parent_class)->finalize (object);
}

static void
sme_document_class_init (SmeDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_document_finalize;
}

static void
sme_document_init (SmeDocument *self)
{
  self->texts = sme_text_cache_new (TEXT_CACHE_MAX);
}

static gpointer
prepare_work (gpointer data, GCancellable *cancellable, GError **error)
{
  sme_page_process_ensure ();
  return NULL;
}

void
sme_document_prepare (void)
{
  SmeRenderRequest request = { prepare_work, NULL, SME_RENDER_OPEN, NULL, 0 };
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, sme_document_prepare);
  sme_render_thread_run (task, &request);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GTask *inner = G_TASK (result);
  g_autoptr (GError) error = NULL;
  SmePages *pages = g_task_propagate_pointer (inner, &error);
  SmeDocument *self;

  if (pages == NULL)
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }
  self = g_object_new (SME_TYPE_DOCUMENT, NULL);
  self->pages = pages;
  self->bytes = g_bytes_ref (g_task_get_task_data (inner));
  g_task_return_pointer (outer, self, g_object_unref);
}

/* Opens @bytes for @outer, which it takes. */
static void
open_bytes (GTask *outer, GBytes *bytes)
{
  SmeRenderRequest request = { open_work, dispose_pages_later, SME_RENDER_OPEN, NULL, 0 };
  GTask *inner = g_task_new (NULL, g_task_get_cancellable (outer), on_opened, outer);

  g_task_set_source_tag (inner, open_bytes);
  g_task_set_task_data (inner, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  sme_render_thread_run (inner, &request);
}

void
sme_document_open_bytes_async (GBytes *bytes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (bytes != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_open_bytes_async);
  open_bytes (task, bytes);
}

static void
return_unreadable (GTask *task, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_new_error (task, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_UNREADABLE,
                             "The file cannot be read (%s %d)", g_quark_to_string (error->domain),
                             error->code);
}

/* One byte beyond the limit is enough to know that the file is too large. */
static gboolean
on_read_more (const char *contents, goffset size, gpointer user_data)
{
  return size <= SME_DOCUMENT_MAX_BYTES;
}

static void
on_file_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents = NULL;
  gsize size = 0;

  if (!g_file_load_partial_contents_finish (G_FILE (source), result, &contents, &size, NULL,
                                            &error))
    {
      return_unreadable (task, error);
      return;
    }
  bytes = g_bytes_new_take (contents, size);
  open_bytes (g_steal_pointer (&task), bytes);
}

static void
on_file_info (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL)
    return_unreadable (task, error);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    /* Reading a pipe or a device may never end. */
    g_task_return_new_error (task, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_UNREADABLE,
                             "Not a regular file");
  else
    g_file_load_partial_contents_async (G_FILE (source), cancellable, on_read_more, on_file_loaded,
                                        g_steal_pointer (&task));
}

void
sme_document_open_file_async (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_open_file_async);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, cancellable, on_file_info, task);
}

SmeDocument *
sme_document_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
sme_document_get_n_pages (SmeDocument *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT (self), 0);

  return sme_pages_get_n_pages (self->pages);
}

const SmePageSize *
sme_document_get_page_sizes (SmeDocument *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT (self), NULL);

  return sme_pages_get_sizes (self->pages);
}

const char *
sme_document_get_title (SmeDocument *self)
{
  const char *title;

  g_return_val_if_fail (SME_IS_DOCUMENT (self), NULL);

  title = sme_pages_get_title (self->pages);
  return title[0] != '\0' ? title : NULL;
}

SmePages *
sme_document_get_pages (SmeDocument *self)
{
  return self->pages;
}

GBytes *
sme_document_get_bytes (SmeDocument *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT (self), NULL);

  return self->bytes;
}

static GTask *
new_page_task (SmeDocument *self,
               const SmePageArea *area,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  PageData *data = g_new0 (PageData, 1);

  data->pages = self->pages;
  data->area = *area;
  g_task_set_task_data (task, data, page_data_free);
  return task;
}

void
sme_document_render_async (SmeDocument *self,
                           const SmePageArea *area,
                           SmeRenderPriority priority,
                           gconstpointer owner,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  SmeRenderRequest request = { render_work, g_object_unref, priority, owner, 0 };
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (self));
  g_return_if_fail (area != NULL && area->page < sme_document_get_n_pages (self));

  request.key = area->page;
  task = new_page_task (self, area, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_render_async);
  sme_render_thread_run (task, &request);
}

GdkTexture *
sme_document_render_finish (SmeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_document_print_async (SmeDocument *self,
                          guint page,
                          cairo_t *cr,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  SmeRenderRequest request = { print_work, NULL, SME_RENDER_TEXT, NULL, 0 };
  SmePageArea area = { .page = page };
  PageData *data;
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (self));
  g_return_if_fail (page < sme_document_get_n_pages (self));
  g_return_if_fail (cr != NULL);

  task = new_page_task (self, &area, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_print_async);
  data = g_task_get_task_data (task);
  data->cr = cairo_reference (cr);
  sme_render_thread_run (task, &request);
}

gboolean
sme_document_print_finish (SmeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
sme_document_save_async (SmeDocument *self,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_save_async);
  g_file_replace_contents_bytes_async (file, self->bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       cancellable, on_saved, task);
}

gboolean
sme_document_save_finish (SmeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

SmePageText *
sme_document_peek_text (SmeDocument *self, guint page)
{
  g_return_val_if_fail (SME_IS_DOCUMENT (self), NULL);

  return sme_text_cache_get (self->texts, page);
}

void
sme_document_get_text_async (SmeDocument *self,
                             guint page,
                             SmeRenderPriority priority,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SmeRenderRequest request = { text_work, (GDestroyNotify) sme_page_text_unref, priority, NULL, 0 };
  SmePageArea area = { .page = page };
  SmePageText *text;
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (self));
  g_return_if_fail (page < sme_document_get_n_pages (self));

  task = new_page_task (self, &area, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_get_text_async);
  text = sme_text_cache_get (self->texts, page);
  if (text != NULL)
    {
      g_task_return_pointer (task, sme_page_text_ref (text), request.free_result);
      g_object_unref (task);
      return;
    }
  sme_render_thread_run (task, &request);
}

SmePageText *
sme_document_get_text_finish (SmeDocument *self, GAsyncResult *result, GError **error)
{
  SmePageText *text;
  PageData *data;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  text = g_task_propagate_pointer (G_TASK (result), error);
  if (text == NULL)
    return NULL;
  data = g_task_get_task_data (G_TASK (result));
  sme_text_cache_add (self->texts, data->area.page, text);
  return text;
}

void
sme_document_get_outline_async (SmeDocument *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  SmeRenderRequest request = { outline_work, g_object_unref, SME_RENDER_TEXT, NULL, 0 };
  SmePageArea none = { 0 };
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (self));

  task = new_page_task (self, &none, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_get_outline_async);
  sme_render_thread_run (task, &request);
}

SmeOutlineItem *
sme_document_get_outline_finish (SmeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_document_get_facts_async (SmeDocument *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SmeRenderRequest request = { facts_work, (GDestroyNotify) sme_document_facts_free,
                               SME_RENDER_TEXT, NULL, 0 };
  SmePageArea none = { 0 };
  GTask *task;

  g_return_if_fail (SME_IS_DOCUMENT (self));

  task = new_page_task (self, &none, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_document_get_facts_async);
  sme_render_thread_run (task, &request);
}

SmeDocumentFacts *
sme_document_get_facts_finish (SmeDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
