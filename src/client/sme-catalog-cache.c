/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-catalog-cache.h"

#include "client/sme-catalog-ahead.h"
#include "client/sme-catalog-disk.h"
#include "core/sme-problem.h"

#include <glib/gstdio.h>

struct _SmeCatalogCache
{
  GObject parent_instance;

  SmeCaller *caller;
  char *directory;
  gint64 as_of;
  guint n_storing;
  guint n_asked; /* calls of people, on their way */
  SmeCatalogAhead *ahead;
};

static void caller_iface_init (SmeCallerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeCatalogCache,
                               sme_catalog_cache,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, caller_iface_init))

enum
{
  PROP_0,
  PROP_AS_OF,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* One call, on its way through. */
typedef struct
{
  SmeOperationId op;
  SmeRecord *query;
  char *path; /* NULL for what is not kept */
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_object (&call->query);
  g_free (call->path);
  g_free (call);
}

static void
set_as_of (SmeCatalogCache *self, gint64 as_of)
{
  if (self->as_of == as_of)
    return;
  self->as_of = as_of;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
}

/* ---- Keeping */

typedef struct
{
  char *path;
  SmeOperationId op;
  JsonNode *node;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->path);
  json_node_unref (kept->node);
  g_free (kept);
}

static void
store_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Kept *kept = data;

  sme_catalog_disk_write (kept->path, kept->op, kept->node);
  g_task_return_boolean (task, TRUE);
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeCatalogCache) self = data;

  self->n_storing--;
}

static void
store (SmeCatalogCache *self, const Call *call, SmeAnswer *answer)
{
  /* Not the source: the thread may be the last to let go of the task, and of what it holds. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_stored, g_object_ref (self));
  Kept *kept = g_new0 (Kept, 1);

  kept->path = g_strdup (call->path);
  kept->op = call->op;
  kept->node = sme_catalog_disk_make_node (call->op, answer);
  self->n_storing++;
  g_task_set_task_data (task, kept, kept_free);
  g_task_run_in_thread (task, store_in_thread);
}

/* ---- Answering from the disk */

typedef struct
{
  SmeAnswer *answer;
  gint64 as_of;
} Found;

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Call *call = data;
  Found *found = g_new0 (Found, 1);
  GStatBuf info;

  found->answer = sme_catalog_disk_read (call->path, call->op, call->query);
  if (found->answer != NULL && g_stat (call->path, &info) == 0)
    found->as_of = (gint64) info.st_mtime * 1000;
  g_task_return_pointer (task, found, NULL);
}

typedef struct
{
  GTask *task; /* of the call */
  GError *error;
} Missed;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Missed *missed = data;
  SmeCatalogCache *self = g_task_get_source_object (missed->task);
  g_autofree Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found->answer != NULL && !g_task_return_error_if_cancelled (missed->task))
    {
      set_as_of (self, found->as_of);
      g_task_return_pointer (missed->task, g_steal_pointer (&found->answer),
                             (GDestroyNotify) sme_answer_free);
    }
  else if (found->answer == NULL)
    g_task_return_error (missed->task, g_steal_pointer (&missed->error));
  g_clear_pointer (&found->answer, sme_answer_free);
  g_clear_error (&missed->error);
  g_object_unref (missed->task);
  g_free (missed);
}

static void
read_kept (GTask *task, GError *error)
{
  const Call *call = g_task_get_task_data (task);
  g_autoptr (GTask) reading = NULL;
  Missed *missed = g_new0 (Missed, 1);
  Call *copy = g_new0 (Call, 1);

  missed->task = g_object_ref (task);
  missed->error = error;
  copy->op = call->op;
  copy->path = g_strdup (call->path);
  copy->query = call->query != NULL ? g_object_ref (call->query) : NULL;
  reading = g_task_new (NULL, NULL, on_read, missed);
  g_task_set_task_data (reading, copy, call_free);
  g_task_run_in_thread (reading, read_in_thread);
}

/* ---- The call */

static gboolean
is_out_of_reach (const GError *error)
{
  return error->domain == SME_PROBLEM &&
         (error->code == SME_PROBLEM_UNREACHABLE || error->code == SME_PROBLEM_TIMED_OUT ||
          error->code == SME_PROBLEM_UNAVAILABLE);
}

static void
take_fresh (SmeCatalogCache *self, const Call *call, SmeAnswer *answer)
{
  set_as_of (self, 0);
  if (answer->record == NULL && answer->items == NULL)
    return;
  store (self, call, answer);
  if (call->op == SME_OP_LIST_SERVICES)
    sme_catalog_ahead_begin (self->ahead);
}

/* What people wait for comes first. */
static void
count_asked (SmeCatalogCache *self, int difference)
{
  self->n_asked = (guint) ((int) self->n_asked + difference);
  sme_catalog_ahead_set_paused (self->ahead, self->n_asked > 0);
}

static void
on_answer_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SmeCatalogCache *self = g_task_get_source_object (task);
  const Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  SmeAnswer *answer = sme_caller_send_finish (SME_CALLER (source), result, &error);

  count_asked (self, -1);
  if (answer != NULL)
    {
      if (call->path != NULL)
        take_fresh (self, call, answer);
      g_task_return_pointer (task, answer, (GDestroyNotify) sme_answer_free);
    }
  else if (call->path != NULL && is_out_of_reach (error))
    read_kept (task, error);
  else
    g_task_return_error (task, error);
}

static void
sme_catalog_cache_send_async (SmeCaller *caller,
                              SmeOperationId op,
                              const char *path_id,
                              SmeRecord *query,
                              SmeRecord *body,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SmeCatalogCache *self = SME_CATALOG_CACHE (caller);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  call->op = op;
  call->query = query != NULL ? sme_record_copy (query) : NULL;
  call->path = sme_catalog_disk_make_path (self->directory, op, path_id, query);
  g_task_set_source_tag (task, sme_catalog_cache_send_async);
  g_task_set_task_data (task, call, call_free);
  count_asked (self, 1);
  sme_caller_send_async (self->caller, op, path_id, query, body, cancellable, on_answer_ready,
                         task);
}

static SmeAnswer *
sme_catalog_cache_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
caller_iface_init (SmeCallerInterface *iface)
{
  iface->send_async = sme_catalog_cache_send_async;
  iface->send_finish = sme_catalog_cache_send_finish;
}

static void
sme_catalog_cache_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AS_OF)
    g_value_set_int64 (value, SME_CATALOG_CACHE (object)->as_of);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_catalog_cache_finalize (GObject *object)
{
  SmeCatalogCache *self = SME_CATALOG_CACHE (object);

  g_clear_pointer (&self->ahead, sme_catalog_ahead_free);
  g_clear_object (&self->caller);
  g_free (self->directory);
  G_OBJECT_CLASS (sme_catalog_cache_parent_class)->finalize (object);
}

static void
sme_catalog_cache_class_init (SmeCatalogCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = sme_catalog_cache_get_property;
  G_OBJECT_CLASS (klass)->finalize = sme_catalog_cache_finalize;
  props[PROP_AS_OF] =
    g_param_spec_int64 ("as-of", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
sme_catalog_cache_init (SmeCatalogCache *self)
{
}

static char *
make_directory (const char *server)
{
  g_autofree char *key = g_strdup_printf ("%s %s", server, g_get_language_names ()[0]);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  sum[16] = '\0';
  return g_build_filename (g_get_user_cache_dir (), "onesme", "catalog", sum, NULL);
}

SmeCatalogCache *
sme_catalog_cache_new (SmeCaller *caller, const char *server, const char *directory)
{
  SmeCatalogCache *self = g_object_new (SME_TYPE_CATALOG_CACHE, NULL);

  self->caller = g_object_ref (caller);
  self->directory = directory != NULL ? g_strdup (directory) : make_directory (server);
  self->ahead = sme_catalog_ahead_new (caller, self->directory);
  return self;
}

gint64
sme_catalog_cache_get_as_of (SmeCatalogCache *self)
{
  g_return_val_if_fail (SME_IS_CATALOG_CACHE (self), 0);

  return self->as_of;
}

gboolean
sme_catalog_cache_is_settled (SmeCatalogCache *self)
{
  g_return_val_if_fail (SME_IS_CATALOG_CACHE (self), TRUE);

  return self->n_storing == 0 && !sme_catalog_ahead_is_running (self->ahead);
}
