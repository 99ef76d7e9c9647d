/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-division-book.h"

#include "core/sme-division-edition.h"
#include "core/sme-division-query.h"
#include "core/sme-division.h"
#include "core/sme-record-json.h"

#include <json-glib/json-glib.h>

struct _SmeDivisionBook
{
  GObject parent_instance;
  SmeCaller *caller;  /* owns this */
  GHashTable *lists;  /* key -> GListModel */
  int dated[2];       /* per edition; 0: the server has not said */
  gboolean has_asked; /* for the days */
};

typedef struct
{
  SmeEdition edition;
  char *parent;
  char *key;
  char *path;
  int dated;
  GListModel *list; /* to be written */
} Page;

G_DEFINE_FINAL_TYPE (SmeDivisionBook, sme_division_book, G_TYPE_OBJECT)

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->parent);
  g_free (page->key);
  g_free (page->path);
  g_clear_object (&page->list);
  g_free (page);
}

static Page *
page_new (SmeEdition edition, const char *parent)
{
  Page *page = g_new0 (Page, 1);
  g_autofree char *name = NULL;

  page->edition = edition;
  page->parent = g_strdup (parent);
  page->key = g_strdup_printf ("%s-%s", sme_enum_nick (SME_TYPE_EDITION, (int) edition),
                               parent != NULL ? parent : "all");
  name = g_strconcat (page->key, ".json", NULL);
  page->path = g_build_filename (g_get_user_cache_dir (), "onesme", "divisions", name, NULL);
  return page;
}

/* ---- The cache directory, in a thread */

/* NULL: not there, damaged, or of another day than @dated (0: any). */
static GListModel *
read_page (const char *path, int dated)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = NULL;
  JsonNode *root;

  if (!g_file_get_contents (path, &text, NULL, NULL) ||
      !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ||
      (dated != 0 &&
       json_object_get_int_member_with_default (json_node_get_object (root), "dated", 0) != dated))
    return NULL;
  return G_LIST_MODEL (sme_record_list_from_node (SME_TYPE_DIVISION, root, NULL, NULL, NULL));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Page *page = data;

  g_task_return_pointer (task, read_page (page->path, page->dated), g_object_unref);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Page *page = data;
  g_autoptr (JsonNode) root =
    sme_record_list_to_node (page->list, g_list_model_get_n_items (page->list), NULL);
  g_autofree char *directory = g_path_get_dirname (page->path);
  g_autofree char *text = NULL;

  json_object_set_int_member (json_node_get_object (root), "dated", page->dated);
  text = json_to_string (root, FALSE);
  /* A cache that can't be written is none: the lists are asked for again. */
  if (g_mkdir_with_parents (directory, 0700) == 0)
    g_file_set_contents (page->path, text, -1, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
keep (SmeDivisionBook *self, Page *page, GListModel *list)
{
  g_autoptr (GTask) task = NULL;
  Page *copy;

  g_hash_table_insert (self->lists, g_strdup (page->key), g_object_ref (list));
  if (self->dated[page->edition] == 0)
    return;
  copy = page_new (page->edition, page->parent);
  copy->dated = self->dated[page->edition];
  copy->list = g_object_ref (list);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, copy, page_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* ---- One list: memory, the cache of that day, the server, any cache */

static void
on_old_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GListModel *list = g_task_propagate_pointer (G_TASK (result), NULL);
  GError *error = g_object_steal_data (G_OBJECT (task), "sme-error");

  if (list == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_error_free (error);
  g_task_return_pointer (task, list, g_object_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDivisionBook *self = g_task_get_source_object (task);
  Page *page = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);
  g_autoptr (GTask) old = NULL;
  Page *copy;

  if (list != NULL)
    {
      keep (self, page, list);
      g_task_return_pointer (task, g_steal_pointer (&list), g_object_unref);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (task), "sme-error", error, (GDestroyNotify) g_error_free);
  copy = page_new (page->edition, page->parent);
  old = g_task_new (NULL, g_task_get_cancellable (task), on_old_page, g_object_ref (task));
  g_task_set_task_data (old, copy, page_free);
  g_task_run_in_thread (old, read_in_thread);
}

static void
ask_server (GTask *task)
{
  SmeDivisionBook *self = g_task_get_source_object (task);
  Page *page = g_task_get_task_data (task);
  g_autoptr (SmeDivisionQuery) query = sme_division_query_new ();

  sme_record_set_int (SME_RECORD (query), "edition", page->edition);
  sme_record_set_text (SME_RECORD (query), "parent", page->parent);
  sme_caller_send_async (self->caller, SME_OP_LIST_DIVISIONS, NULL, SME_RECORD (query), NULL,
                         g_task_get_cancellable (task), on_listed, g_object_ref (task));
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDivisionBook *self = g_task_get_source_object (task);
  Page *page = g_task_get_task_data (task);
  GListModel *list = g_task_propagate_pointer (G_TASK (result), NULL);

  if (list == NULL)
    {
      ask_server (task);
      return;
    }
  g_hash_table_insert (self->lists, g_strdup (page->key), g_object_ref (list));
  g_task_return_pointer (task, list, g_object_unref);
}

static void
look_up (GTask *task)
{
  SmeDivisionBook *self = g_task_get_source_object (task);
  Page *page = g_task_get_task_data (task);
  g_autoptr (GTask) reading = NULL;
  Page *copy;

  if (self->dated[page->edition] == 0)
    {
      ask_server (task);
      return;
    }
  copy = page_new (page->edition, page->parent);
  copy->dated = self->dated[page->edition];
  reading = g_task_new (NULL, g_task_get_cancellable (task), on_page, g_object_ref (task));
  g_task_set_task_data (reading, copy, page_free);
  g_task_run_in_thread (reading, read_in_thread);
}

static void
on_editions (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDivisionBook *self = g_task_get_source_object (task);
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) edition = g_list_model_get_item (list, i);

      self->dated[sme_record_get_int (edition, "edition")] =
        (int) sme_record_get_int (edition, "dated");
    }
  /* Without an answer it is asked again with the next list. */
  self->has_asked = list != NULL;
  look_up (task);
}

void
sme_division_book_list_async (SmeDivisionBook *self,
                              SmeEdition edition,
                              const char *parent,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Page *page = page_new (edition, parent);
  GListModel *list = g_hash_table_lookup (self->lists, page->key);

  g_task_set_source_tag (task, sme_division_book_list_async);
  g_task_set_task_data (task, page, page_free);
  if (list != NULL)
    g_task_return_pointer (task, g_object_ref (list), g_object_unref);
  else if (self->has_asked)
    look_up (task);
  else
    sme_caller_send_async (self->caller, SME_OP_LIST_DIVISION_EDITIONS, NULL, NULL, NULL,
                           cancellable, on_editions, g_object_ref (task));
}

GListModel *
sme_division_book_list_finish (SmeDivisionBook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sme_division_book_finalize (GObject *object)
{
  g_hash_table_unref (SME_DIVISION_BOOK (object)->lists);
  G_OBJECT_CLASS (sme_division_book_parent_class)->finalize (object);
}

static void
sme_division_book_class_init (SmeDivisionBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_division_book_finalize;
}

static void
sme_division_book_init (SmeDivisionBook *self)
{
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

SmeDivisionBook *
sme_division_book_of (SmeCaller *caller)
{
  SmeDivisionBook *self = g_object_get_data (G_OBJECT (caller), "sme-division-book");

  if (self != NULL)
    return self;
  self = g_object_new (SME_TYPE_DIVISION_BOOK, NULL);
  self->caller = caller;
  g_object_set_data_full (G_OBJECT (caller), "sme-division-book", self, g_object_unref);
  return self;
}
