/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

#include "core/sme-problem.h"

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_SIGNED_IN,
  PROP_ONLINE,
  PROP_KEYRING_STATE,
  PROP_BASE_URL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

typedef struct
{
  SmeOperationId op;
  char *path_id;
  SmeRecord *query;
  SmeRecord *body;
  guint generation;
  guint serial; /* of the access token that was sent */
  guint64 begun;
  gboolean renewed;
} Call;

static void caller_iface_init (SmeCallerInterface *iface);
static void transmit (GTask *task);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeShop,
                               sme_shop,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, caller_iface_init))

static void
call_free (Call *call)
{
  g_free (call->path_id);
  g_clear_object (&call->query);
  g_clear_object (&call->body);
  g_free (call);
}

static gboolean
takes_token (Call *call)
{
  SmeAuth auth = sme_operation_get (call->op)->auth;

  return auth == SME_AUTH_ACCESS || auth == SME_AUTH_OPTIONAL;
}

static gboolean
needs_token (Call *call)
{
  return sme_operation_get (call->op)->auth == SME_AUTH_ACCESS;
}

static void
return_no_session (GTask *task)
{
  GError *error = NULL;

  sme_problem_set (&error, SME_PROBLEM_NO_SESSION, NULL);
  g_task_return_error (task, error);
}

static void
on_renewal_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;

  sme_session_keeper_renew_finish (SME_SESSION_KEEPER (source), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sme_shop_note_reached (self, error);
  if (needs_token (call) && error == NULL && call->generation != self->generation)
    return_no_session (task);
  else if (error == NULL ||
           (!needs_token (call) && g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION)))
    transmit (g_steal_pointer (&task));
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_clear_error (&error);
}

static void
renew (GTask *task)
{
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  call->renewed = TRUE;
  sme_session_keeper_renew_async (self->keeper, call->serial, g_task_get_cancellable (task),
                                  on_renewal_ready, task);
}

static gboolean
may_renew (SmeShop *self, Call *call, const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION) && takes_token (call) &&
         !call->renewed && call->generation == self->generation &&
         sme_session_keeper_has_session (self->keeper);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) answer = sme_caller_send_finish (SME_CALLER (source), result, &error);

  sme_shop_note_reached (self, error);
  if (answer == NULL && may_renew (self, call, error))
    renew (g_steal_pointer (&task));
  else if (answer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (takes_token (call) && call->generation != self->generation)
    return_no_session (task);
  else
    {
      sme_live_table_absorb (self->live, answer, call->op, call->begun);
      g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) sme_answer_free);
    }
}

/* Takes @task over. */
static void
transmit (GTask *task)
{
  SmeShop *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  call->serial = sme_session_keeper_get_serial (self->keeper);
  call->begun = sme_live_table_begin (self->live);
  sme_caller_send_async (SME_CALLER (self->transport), call->op, call->path_id, call->query,
                         call->body, g_task_get_cancellable (task), on_sent, task);
}

static Call *
call_new (SmeShop *self, SmeOperationId op, const char *path_id, SmeRecord *query, SmeRecord *body)
{
  Call *call = g_new0 (Call, 1);

  call->op = op;
  call->path_id = g_strdup (path_id);
  call->query = query != NULL ? sme_record_copy (query) : NULL;
  call->body = body != NULL ? sme_record_copy (body) : NULL;
  call->generation = self->generation;
  call->serial = sme_session_keeper_get_serial (self->keeper);
  return call;
}

static void
sme_shop_send_async (SmeCaller *caller,
                     SmeOperationId op,
                     const char *path_id,
                     SmeRecord *query,
                     SmeRecord *body,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  SmeShop *self = SME_SHOP (caller);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Call *call = call_new (self, op, path_id, query, body);

  g_task_set_source_tag (task, sme_shop_send_async);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  if (needs_token (call) && !sme_session_keeper_has_session (self->keeper))
    return_no_session (task);
  else if (takes_token (call) && sme_session_keeper_needs_renewal (self->keeper))
    renew (g_steal_pointer (&task));
  else
    transmit (g_steal_pointer (&task));
}

static SmeAnswer *
sme_shop_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, caller), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
caller_iface_init (SmeCallerInterface *iface)
{
  iface->send_async = sme_shop_send_async;
  iface->send_finish = sme_shop_send_finish;
}

void
sme_shop_note_reached (SmeShop *self, const GError *error)
{
  gboolean online;

  if (error != NULL && (error->domain != SME_PROBLEM || error->code == SME_PROBLEM_INSECURE))
    return;
  online = error == NULL ||
           (error->code != SME_PROBLEM_UNREACHABLE && error->code != SME_PROBLEM_TIMED_OUT);
  if (online == self->online)
    return;
  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ONLINE]);
}

static void
set_account (SmeShop *self, SmeAccount *account)
{
  if (g_set_object (&self->account, account))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
}

static void
set_signed_in (SmeShop *self, gboolean signed_in)
{
  if (self->signed_in == signed_in)
    return;
  self->signed_in = signed_in;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIGNED_IN]);
}

void
sme_shop_enter (SmeShop *self, SmeAccount *account)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (account != NULL)
    {
      g_free (self->account_id);
      self->account_id = g_strdup (sme_record_get_text (SME_RECORD (account), "id"));
      set_account (self, account);
    }
  set_signed_in (self, TRUE);
  g_object_thaw_notify (G_OBJECT (self));
  sme_shop_open_stream (self);
}

void
sme_shop_leave (SmeShop *self)
{
  self->generation++;
  sme_shop_close_stream (self);
  sme_refetcher_cancel (self->refetcher);
  sme_session_keeper_clear (self->keeper);
  sme_transport_forget (self->transport);
  sme_live_table_clear (self->live);
  g_clear_pointer (&self->account_id, g_free);
  g_object_freeze_notify (G_OBJECT (self));
  set_account (self, NULL);
  set_signed_in (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

static char *
get_token (SmeAuth auth, gpointer user_data)
{
  SmeShop *self = user_data;

  return auth == SME_AUTH_ACCESS || auth == SME_AUTH_OPTIONAL
           ? sme_session_keeper_dup_access_token (self->keeper)
           : NULL;
}

static void
on_keyring_state (SmeShop *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KEYRING_STATE]);
}

static void
sme_shop_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeShop *self = SME_SHOP (object);

  switch (prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, self->signed_in);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    case PROP_KEYRING_STATE:
      g_value_set_enum (value, sme_shop_get_keyring_state (self));
      break;
    case PROP_BASE_URL:
      g_value_set_string (value, sme_shop_get_base_url (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_shop_dispose (GObject *object)
{
  SmeShop *self = SME_SHOP (object);

  sme_shop_close_stream (self);
  sme_refetcher_cancel (self->refetcher);
  if (self->transport != NULL)
    sme_transport_set_token_func (self->transport, NULL, NULL);
  G_OBJECT_CLASS (sme_shop_parent_class)->dispose (object);
}

static void
sme_shop_finalize (GObject *object)
{
  SmeShop *self = SME_SHOP (object);

  g_clear_pointer (&self->refetcher, sme_refetcher_free);
  g_clear_pointer (&self->live, sme_live_table_free);
  g_clear_object (&self->keeper);
  g_clear_object (&self->transport);
  g_clear_object (&self->keyring);
  g_clear_object (&self->account);
  g_clear_pointer (&self->account_id, g_free);
  g_free (self->server_name);
  G_OBJECT_CLASS (sme_shop_parent_class)->finalize (object);
}

static void
sme_shop_class_init (SmeShopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_shop_get_property;
  object_class->dispose = sme_shop_dispose;
  object_class->finalize = sme_shop_finalize;

  props[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, SME_TYPE_ACCOUNT, flags);
  props[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE, flags);
  props[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, TRUE, flags);
  props[PROP_KEYRING_STATE] = g_param_spec_enum (
    "keyring-state", NULL, NULL, SME_TYPE_KEYRING_STATE, SME_KEYRING_UNKNOWN, flags);
  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_signal_new ("session-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("resync", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
sme_shop_init (SmeShop *self)
{
  self->online = TRUE;
  self->live = sme_live_table_new ();
  self->refetcher = sme_refetcher_new (SME_CALLER (self), self->live);
  sme_refetcher_add (self->refetcher, "order", SME_OP_GET_ORDER);
  sme_refetcher_add (self->refetcher, "payment", SME_OP_GET_PAYMENT);
  sme_refetcher_add (self->refetcher, "subscription", SME_OP_GET_SUBSCRIPTION);
  sme_refetcher_add (self->refetcher, "account", SME_OP_GET_ME);
}

SmeShop *
sme_shop_new (const char *base_url, SmeKeyring *keyring, GError **error)
{
  g_autoptr (SmeTransport) transport = sme_transport_new (base_url, error);
  SmeShop *self;

  g_return_val_if_fail (SME_IS_KEYRING (keyring), NULL);

  if (transport == NULL)
    return NULL;
  self = g_object_new (SME_TYPE_SHOP, NULL);
  self->transport = g_steal_pointer (&transport);
  self->keyring = g_object_ref (keyring);
  self->keeper = sme_session_keeper_new (self->transport);
  sme_transport_set_token_func (self->transport, get_token, self);
  g_signal_connect_object (self->keeper, "renewed", G_CALLBACK (sme_shop_on_renewed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "ended", G_CALLBACK (sme_shop_on_ended), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keyring, "notify::state", G_CALLBACK (on_keyring_state), self,
                           G_CONNECT_SWAPPED);
  return self;
}

const char *
sme_shop_get_base_url (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), NULL);

  return sme_transport_get_base_url (self->transport);
}

const char *
sme_shop_get_server_name (SmeShop *self)
{
  return self->server_name != NULL ? self->server_name : sme_shop_get_base_url (self);
}

void
sme_shop_set_server_name (SmeShop *self, const char *name)
{
  g_return_if_fail (SME_IS_SHOP (self));

  g_free (self->server_name);
  self->server_name = g_strdup (name);
}

SmeAccount *
sme_shop_get_account (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), NULL);

  return self->account;
}

gboolean
sme_shop_get_signed_in (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), FALSE);

  return self->signed_in;
}

gboolean
sme_shop_get_online (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), FALSE);

  return self->online;
}

SmeKeyringState
sme_shop_get_keyring_state (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), SME_KEYRING_UNKNOWN);

  return sme_keyring_get_state (self->keyring);
}

void
sme_shop_set_language (SmeShop *self, const char *tag)
{
  g_return_if_fail (SME_IS_SHOP (self));

  sme_transport_set_language (self->transport, tag);
}

SmeTransport *
sme_shop_get_transport (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), NULL);

  return self->transport;
}

void
sme_shop_call_async (SmeShop *self,
                     SmeOperationId op,
                     const char *path_id,
                     SmeRecord *query,
                     SmeRecord *body,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  sme_caller_send_async (SME_CALLER (self), op, path_id, query, body, cancellable, callback,
                         user_data);
}

gpointer
sme_shop_call_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  return sme_caller_record_finish (SME_CALLER (self), result, error);
}

gboolean
sme_shop_call_finish_void (SmeShop *self, GAsyncResult *result, GError **error)
{
  return sme_caller_void_finish (SME_CALLER (self), result, error);
}

GListModel *
sme_shop_list_finish (SmeShop *self,
                      GAsyncResult *result,
                      gint64 *total,
                      char **next,
                      GError **error)
{
  return sme_caller_list_finish (SME_CALLER (self), result, total, next, error);
}

gpointer
sme_shop_peek_live (SmeShop *self, GType type, const char *id)
{
  g_return_val_if_fail (SME_IS_SHOP (self), NULL);

  return sme_live_table_peek (self->live, type, id);
}
