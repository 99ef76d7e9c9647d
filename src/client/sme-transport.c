/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-transport.h"

#include "client/sme-etags.h"
#include "client/sme-http-try.h"
#include "client/sme-idempotency.h"
#include "client/sme-request.h"
#include "client/sme-secret.h"
#include "core/sme-problem.h"

#include <string.h>

#define MAX_JSON ((gsize) 16 << 20)
#define MAX_DOCUMENT ((gsize) 64 << 20)
#define DOCUMENT_TOTAL_MS (10 * 60 * 1000)
#define PATIENCE_S 5 /* a server that asks for more is not waited for */

struct _SmeTransport
{
  GObject parent_instance;

  char *base_url;
  SoupSession *session;
  SmeEtags *etags;
  SmeIdempotency *keys;
  GHashTable *writers; /* thing -> GQueue of tasks; the head is under way */
  SmeTokenFunc token_func;
  gpointer token_data;
  guint connect_ms, total_ms;
  guint tries, first_delay_ms, budget_ms;
};

typedef struct
{
  SmeOperationId op;
  char *path_id;
  char *url;
  char *thing; /* what is written under an ETag, else NULL */
  char *key;   /* Idempotency-Key, else NULL */
  GBytes *body;
  SmeHttpPart part; /* of a document, when the connection breaks while it comes */
  gsize part_size;  /* before the try under way */
  guint tries_made;
  guint64 begun; /* the try under way, as the ETags count */
  gint64 started_at;
} Call;

static void caller_iface_init (SmeCallerInterface *iface);
static void start_try (GTask *task);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeTransport,
                               sme_transport,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, caller_iface_init))

static void
call_free (Call *call)
{
  g_free (call->path_id);
  g_free (call->url);
  g_free (call->thing);
  g_free (call->key);
  g_clear_pointer (&call->body, g_bytes_unref);
  sme_http_part_clear (&call->part);
  g_free (call);
}

static gboolean
has_flag (Call *call, SmeOperationFlags flag)
{
  return (sme_operation_get (call->op)->flags & flag) != 0;
}

static Call *
call_new (SmeTransport *self,
          SmeOperationId op,
          const char *path_id,
          SmeRecord *query,
          SmeRecord *body)
{
  Call *call = g_new0 (Call, 1);

  call->op = op;
  call->path_id = g_strdup (path_id);
  call->url = sme_request_build_url (self->base_url, op, path_id, query);
  call->started_at = g_get_monotonic_time ();
  if (body != NULL)
    call->body = sme_request_encode (body);
  if (has_flag (call, SME_OP_IF_MATCH))
    call->thing = sme_etags_name_thing (op, path_id);
  if (has_flag (call, SME_OP_KEY))
    call->key = sme_idempotency_get_key (self->keys, op, call->url, call->body);
  return call;
}

static void
add_token (SmeTransport *self, SoupMessageHeaders *headers, SmeAuth auth)
{
  char *token = self->token_func != NULL ? self->token_func (auth, self->token_data) : NULL;
  char *value;

  if (token == NULL)
    return;
  value = g_strconcat ("Bearer ", token, NULL);
  soup_message_headers_replace (headers, "Authorization", value);
  sme_secret_free (value);
  sme_secret_free (token);
}

/* libsoup sends a request again by itself when the server surely has not processed it (HTTP/2: a
 * refused stream), but without the body: that went with the first try. */
static void
on_restarted (SoupMessage *message, GBytes *body)
{
  soup_message_set_request_body_from_bytes (message, "application/json", body);
}

static void
unref_body (gpointer body, GClosure *closure)
{
  g_bytes_unref (body);
}

static void
add_body (SoupMessage *message, GBytes *body)
{
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  g_signal_connect_data (message, "restarted", G_CALLBACK (on_restarted), g_bytes_ref (body),
                         unref_body, 0);
}

static SoupMessage *
build_message (SmeTransport *self, Call *call)
{
  const SmeOperation *operation = sme_operation_get (call->op);
  SoupMessage *message = soup_message_new (operation->method, call->url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  const char *etag =
    call->thing != NULL ? sme_etags_lookup (self->etags, call->op, call->thing) : NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  /* On a connection used before, libsoup itself would send a PUT twice when it breaks. */
  if (has_flag (call, SME_OP_WRITE) && call->key == NULL)
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  soup_message_headers_replace (headers, "Accept",
                                "application/json, application/problem+json, */*;q=0.1");
  if (operation->auth != SME_AUTH_NONE)
    add_token (self, headers, operation->auth);
  if (call->key != NULL)
    soup_message_headers_replace (headers, "Idempotency-Key", call->key);
  if (etag != NULL)
    soup_message_headers_replace (headers, "If-Match", etag);
  if (call->body != NULL)
    add_body (message, call->body);
  return message;
}

/* Whether the server may have done what it was asked, for all we know. */
static gboolean
outcome_is_known (const GError *error)
{
  if (error == NULL)
    return TRUE;
  if (error->domain != SME_PROBLEM || error->code >= SME_PROBLEM_INTERNAL)
    return FALSE;
  return error->code != SME_PROBLEM_NO_SESSION && error->code != SME_PROBLEM_TOO_MANY_REQUESTS &&
         error->code != SME_PROBLEM_IDEMPOTENCY_BUSY;
}

static gboolean
may_pass (const GError *error)
{
  return error->domain == SME_PROBLEM &&
         (error->code == SME_PROBLEM_UNREACHABLE || error->code == SME_PROBLEM_UNAVAILABLE ||
          error->code == SME_PROBLEM_TOO_MANY_REQUESTS ||
          error->code == SME_PROBLEM_IDEMPOTENCY_BUSY);
}

/* A try that has brought a part of a document was none in vain: patience begins anew. */
static void
count_part (Call *call)
{
  gsize size = call->part.bytes != NULL ? call->part.bytes->len : 0;

  if (size > call->part_size)
    {
      call->tries_made = 1;
      call->started_at = g_get_monotonic_time ();
    }
  call->part_size = size;
}

/* Milliseconds to the next try, or -1 for none. */
static int
delay_before_retry (SmeTransport *self, Call *call, const GError *error)
{
  gint64 spent_ms = (g_get_monotonic_time () - call->started_at) / 1000;
  guint delay = self->first_delay_ms << (call->tries_made - 1);
  int wanted = sme_problem_get_retry_after (error);

  if (!may_pass (error) || wanted > PATIENCE_S || call->tries_made >= self->tries ||
      (has_flag (call, SME_OP_WRITE) && call->key == NULL))
    return -1;
  delay = delay / 2 + (guint) g_random_int_range (0, (gint32) (delay / 2 + 1));
  delay = MAX (delay, (guint) MAX (wanted, 0) * 1000);
  return spent_ms + delay <= self->budget_ms ? (int) delay : -1;
}

static gboolean
on_retry_due (gpointer user_data)
{
  start_try (user_data);
  return G_SOURCE_REMOVE;
}

static void
retry_later (GTask *task, int delay_ms)
{
  GSource *source = g_timeout_source_new ((guint) delay_ms);
  GCancellable *cancellable = g_task_get_cancellable (task);

  /* A cancelled wait ends at once: the try that follows finds out. */
  if (cancellable != NULL)
    {
      g_autoptr (GSource) child = g_cancellable_source_new (cancellable);
      g_source_set_dummy_callback (child);
      g_source_add_child_source (source, child);
    }
  g_task_attach_source (task, source, on_retry_due);
  g_source_unref (source);
  g_object_ref (task);
}

/* The next write to the same thing, now that this one's ETag is known. */
static void
leave_queue (SmeTransport *self, const char *thing)
{
  GQueue *queue = g_hash_table_lookup (self->writers, thing);

  g_object_unref (g_queue_pop_head (queue));
  if (g_queue_is_empty (queue))
    g_hash_table_remove (self->writers, thing);
  else
    start_try (g_object_ref (g_queue_peek_head (queue)));
}

static void
enter_queue (SmeTransport *self, const char *thing, GTask *task)
{
  GQueue *queue = g_hash_table_lookup (self->writers, thing);

  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (self->writers, g_strdup (thing), queue);
    }
  g_queue_push_tail (queue, g_object_ref (task));
  if (queue->length == 1)
    start_try (g_object_ref (task));
}

static void
finish_call (GTask *task, SmeAnswer *answer, GError *error)
{
  SmeTransport *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  if (call->key != NULL && outcome_is_known (error))
    sme_idempotency_settle (self->keys, call->key);
  if (answer != NULL)
    sme_etags_remember (self->etags, call->op, call->path_id, answer->record, answer->etag,
                        call->begun);
  if (call->thing != NULL)
    leave_queue (self, call->thing);
  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) sme_answer_free);
  else
    g_task_return_error (task, error);
}

static SmeAnswer *
read_reply (Call *call, SmeHttpReply *reply, GError **error)
{
  SmeAnswer *answer = sme_answer_new_from_http (call->op, reply->status, reply->content_type,
                                                reply->body, reply->retry_after, error);

  if (answer != NULL)
    answer->etag = g_strdup (reply->etag);
  return answer;
}

static void
on_try_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeTransport *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SmeHttpReply) reply = sme_http_try_finish (result, &error);
  SmeAnswer *answer = reply != NULL ? read_reply (call, reply, &error) : NULL;
  int delay_ms;

  count_part (call);
  delay_ms = answer == NULL ? delay_before_retry (self, call, error) : -1;
  if (delay_ms < 0)
    {
      finish_call (task, answer, error);
      return;
    }
  g_error_free (error);
  retry_later (task, delay_ms);
}

/* Takes @task over. */
static void
start_try (GTask *task)
{
  SmeTransport *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  gboolean binary = has_flag (call, SME_OP_BINARY);
  SmeHttpLimits limits = { self->connect_ms, binary ? DOCUMENT_TOTAL_MS : self->total_ms,
                           binary ? MAX_DOCUMENT : MAX_JSON,
                           binary && !has_flag (call, SME_OP_WRITE) ? &call->part : NULL };
  g_autoptr (SoupMessage) message = NULL;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      finish_call (task, NULL, error);
      g_object_unref (task);
      return;
    }
  call->tries_made++;
  call->begun = sme_etags_begin (self->etags);
  message = build_message (self, call);
  sme_http_try_async (self->session, message, &limits, g_task_get_cancellable (task), on_try_ready,
                      task);
}

static void
sme_transport_send_async (SmeCaller *caller,
                          SmeOperationId op,
                          const char *path_id,
                          SmeRecord *query,
                          SmeRecord *body,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  SmeTransport *self = SME_TRANSPORT (caller);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Call *call = call_new (self, op, path_id, query, body);

  g_task_set_source_tag (task, sme_transport_send_async);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  if (call->body != NULL && g_bytes_get_size (call->body) > sme_operation_max_body (op))
    {
      GError *error = NULL;

      sme_problem_set (&error, SME_PROBLEM_TOO_LARGE, NULL);
      g_task_return_error (task, error);
    }
  else if (call->thing != NULL)
    enter_queue (self, call->thing, task);
  else
    start_try (g_steal_pointer (&task));
}

static SmeAnswer *
sme_transport_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, caller), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
caller_iface_init (SmeCallerInterface *iface)
{
  iface->send_async = sme_transport_send_async;
  iface->send_finish = sme_transport_send_finish;
}

static void
sme_transport_finalize (GObject *object)
{
  SmeTransport *self = SME_TRANSPORT (object);

  /* A call holds the transport, so none is under way. */
  g_assert (g_hash_table_size (self->writers) == 0);
  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->etags, sme_etags_free);
  g_clear_pointer (&self->keys, sme_idempotency_free);
  g_clear_pointer (&self->writers, g_hash_table_unref);
  g_clear_pointer (&self->base_url, g_free);
  G_OBJECT_CLASS (sme_transport_parent_class)->finalize (object);
}

static void
sme_transport_class_init (SmeTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_transport_finalize;
}

static void
sme_transport_init (SmeTransport *self)
{
  self->etags = sme_etags_new ();
  self->keys = sme_idempotency_new ();
  self->writers =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
  self->connect_ms = 10000;
  self->total_ms = 60000;
  self->tries = 4;
  self->first_delay_ms = 300;
  self->budget_ms = 20000;
}

SmeTransport *
sme_transport_new (const char *base_url, GError **error)
{
  SmeTransport *self;
  gboolean loopback;

  g_return_val_if_fail (base_url != NULL, NULL);

  if (!sme_secret_init () || !sme_http_check_base_url (base_url, &loopback))
    {
      sme_problem_set (error, SME_PROBLEM_INSECURE, NULL);
      return NULL;
    }
  self = g_object_new (SME_TYPE_TRANSPORT, NULL);
  self->base_url = g_strdup (base_url);
  if (g_str_has_suffix (self->base_url, "/"))
    self->base_url[strlen (self->base_url) - 1] = '\0';
  self->session = sme_http_session_new (loopback, 30);
  return self;
}

const char *
sme_transport_get_base_url (SmeTransport *self)
{
  g_return_val_if_fail (SME_IS_TRANSPORT (self), NULL);

  return self->base_url;
}

void
sme_transport_set_token_func (SmeTransport *self, SmeTokenFunc func, gpointer user_data)
{
  g_return_if_fail (SME_IS_TRANSPORT (self));

  self->token_func = func;
  self->token_data = user_data;
}

void
sme_transport_set_language (SmeTransport *self, const char *tag)
{
  g_return_if_fail (SME_IS_TRANSPORT (self));

  soup_session_set_accept_language (self->session, tag);
}

void
sme_transport_set_timeouts (SmeTransport *self, guint connect_ms, guint idle_s, guint total_ms)
{
  g_return_if_fail (SME_IS_TRANSPORT (self));

  self->connect_ms = connect_ms;
  self->total_ms = total_ms;
  soup_session_set_timeout (self->session, idle_s);
}

void
sme_transport_set_retries (SmeTransport *self, guint tries, guint first_delay_ms, guint budget_ms)
{
  g_return_if_fail (SME_IS_TRANSPORT (self));

  self->tries = MAX (tries, 1);
  self->first_delay_ms = first_delay_ms;
  self->budget_ms = budget_ms;
}

void
sme_transport_forget (SmeTransport *self)
{
  g_return_if_fail (SME_IS_TRANSPORT (self));

  sme_etags_forget_all (self->etags);
  sme_idempotency_forget_all (self->keys);
}
