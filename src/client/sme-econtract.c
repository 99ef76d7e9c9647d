/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-econtract-private.h"

#include "client/sme-secret.h"
#include "core/sme-problem.h"

enum
{
  PROP_0,
  PROP_SIGNED_IN,
  PROP_CAN_SIGN,
  PROP_PASSWORD_CHANGE_REQUIRED,
  PROP_BASE_URL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint session_ended;

typedef struct
{
  SmeOperationId op;
  guint64 begun;
  guint generation;
  gboolean signing; /* which token was sent */
} Call;

static void caller_iface_init (SmeCallerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeEcontract,
                               sme_econtract,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, caller_iface_init))

void
sme_econtract_set_password_change_required (SmeEcontract *self, gboolean required)
{
  if (self->password_change_required == required)
    return;
  self->password_change_required = required;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PASSWORD_CHANGE_REQUIRED]);
}

static void
set_token (SmeEcontract *self, char **token, const char *value, int prop)
{
  gboolean changes = (*token == NULL) != (value == NULL);

  if (g_strcmp0 (*token, value) == 0)
    return;
  sme_secret_set (token, value);
  self->generation++;
  if (changes)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
sme_econtract_set_session (SmeEcontract *self, const char *token, gboolean password_change_required)
{
  sme_refetcher_cancel (self->refetcher);
  sme_transport_forget (self->transport);
  sme_live_table_clear (self->live);
  set_token (self, &self->lookup_token, token, PROP_SIGNED_IN);
  sme_econtract_set_password_change_required (self, password_change_required);
}

static void
drop_refused_token (SmeEcontract *self, gboolean signing)
{
  if (signing)
    set_token (self, &self->signing_token, NULL, PROP_CAN_SIGN);
  else
    set_token (self, &self->lookup_token, NULL, PROP_SIGNED_IN);
  g_signal_emit (self, session_ended, 0, signing);
}

static gboolean
takes_token (SmeOperationId op)
{
  SmeAuth auth = sme_operation_get (op)->auth;

  return auth == SME_AUTH_SIGNING || auth == SME_AUTH_ECONTRACT;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeEcontract *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  SmeAnswer *answer = sme_caller_send_finish (SME_CALLER (source), result, &error);

  if (answer != NULL)
    {
      if (call->generation == self->generation)
        sme_live_table_absorb (self->live, answer, call->op, call->begun);
      if (call->op == SME_OP_ECONTRACT_PASSWORD)
        sme_econtract_set_password_change_required (self, FALSE);
      g_task_return_pointer (task, answer, (GDestroyNotify) sme_answer_free);
      return;
    }
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION) && takes_token (call->op) &&
      call->generation == self->generation)
    drop_refused_token (self, call->signing);
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_PASSWORD_CHANGE_REQUIRED))
    sme_econtract_set_password_change_required (self, TRUE);
  g_task_return_error (task, error);
}

static gboolean
has_token (SmeEcontract *self, SmeOperationId op)
{
  if (sme_operation_get (op)->auth == SME_AUTH_SIGNING)
    return self->signing_token != NULL;
  return self->signing_token != NULL || self->lookup_token != NULL;
}

static void
sme_econtract_send_async (SmeCaller *caller,
                          SmeOperationId op,
                          const char *path_id,
                          SmeRecord *query,
                          SmeRecord *body,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  SmeEcontract *self = SME_ECONTRACT (caller);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, sme_econtract_send_async);
  g_task_set_task_data (task, call, g_free);
  if (takes_token (op) && !has_token (self, op))
    {
      GError *error = NULL;

      sme_problem_set (&error, SME_PROBLEM_NO_SESSION, NULL);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  call->op = op;
  call->begun = sme_live_table_begin (self->live);
  call->generation = self->generation;
  call->signing = self->signing_token != NULL;
  sme_caller_send_async (SME_CALLER (self->transport), op, path_id, query, body, cancellable,
                         on_sent, task);
}

static SmeAnswer *
sme_econtract_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, caller), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
caller_iface_init (SmeCallerInterface *iface)
{
  iface->send_async = sme_econtract_send_async;
  iface->send_finish = sme_econtract_send_finish;
}

static char *
get_token (SmeAuth auth, gpointer user_data)
{
  SmeEcontract *self = user_data;

  if (auth == SME_AUTH_SIGNING)
    return g_strdup (self->signing_token);
  if (auth != SME_AUTH_ECONTRACT)
    return NULL;
  return g_strdup (self->signing_token != NULL ? self->signing_token : self->lookup_token);
}

static void
sme_econtract_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeEcontract *self = SME_ECONTRACT (object);

  switch (prop_id)
    {
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, self->lookup_token != NULL);
      break;
    case PROP_CAN_SIGN:
      g_value_set_boolean (value, self->signing_token != NULL);
      break;
    case PROP_PASSWORD_CHANGE_REQUIRED:
      g_value_set_boolean (value, self->password_change_required);
      break;
    case PROP_BASE_URL:
      g_value_set_string (value, sme_econtract_get_base_url (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_econtract_dispose (GObject *object)
{
  SmeEcontract *self = SME_ECONTRACT (object);

  sme_refetcher_cancel (self->refetcher);
  if (self->transport != NULL)
    sme_transport_set_token_func (self->transport, NULL, NULL);
  G_OBJECT_CLASS (sme_econtract_parent_class)->dispose (object);
}

static void
sme_econtract_finalize (GObject *object)
{
  SmeEcontract *self = SME_ECONTRACT (object);

  sme_secret_clear (&self->signing_token);
  sme_secret_clear (&self->lookup_token);
  g_clear_pointer (&self->refetcher, sme_refetcher_free);
  g_clear_pointer (&self->live, sme_live_table_free);
  g_clear_object (&self->transport);
  G_OBJECT_CLASS (sme_econtract_parent_class)->finalize (object);
}

static void
sme_econtract_class_init (SmeEcontractClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_econtract_get_property;
  object_class->dispose = sme_econtract_dispose;
  object_class->finalize = sme_econtract_finalize;

  props[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE, flags);
  props[PROP_CAN_SIGN] = g_param_spec_boolean ("can-sign", NULL, NULL, FALSE, flags);
  props[PROP_PASSWORD_CHANGE_REQUIRED] =
    g_param_spec_boolean ("password-change-required", NULL, NULL, FALSE, flags);
  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  session_ended = g_signal_new ("session-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
sme_econtract_init (SmeEcontract *self)
{
  self->live = sme_live_table_new ();
  self->refetcher = sme_refetcher_new (SME_CALLER (self), self->live);
  sme_refetcher_add (self->refetcher, "dossier", SME_OP_GET_DOSSIER);
}

SmeEcontract *
sme_econtract_new (const char *base_url, GError **error)
{
  g_autoptr (SmeTransport) transport = sme_transport_new (base_url, error);
  SmeEcontract *self;

  if (transport == NULL)
    return NULL;
  self = g_object_new (SME_TYPE_ECONTRACT, NULL);
  self->transport = g_steal_pointer (&transport);
  sme_transport_set_token_func (self->transport, get_token, self);
  return self;
}

const char *
sme_econtract_get_base_url (SmeEcontract *self)
{
  g_return_val_if_fail (SME_IS_ECONTRACT (self), NULL);

  return sme_transport_get_base_url (self->transport);
}

SmeTransport *
sme_econtract_get_transport (SmeEcontract *self)
{
  g_return_val_if_fail (SME_IS_ECONTRACT (self), NULL);

  return self->transport;
}

gboolean
sme_econtract_get_signed_in (SmeEcontract *self)
{
  g_return_val_if_fail (SME_IS_ECONTRACT (self), FALSE);

  return self->lookup_token != NULL;
}

gboolean
sme_econtract_get_can_sign (SmeEcontract *self)
{
  g_return_val_if_fail (SME_IS_ECONTRACT (self), FALSE);

  return self->signing_token != NULL;
}

gboolean
sme_econtract_get_password_change_required (SmeEcontract *self)
{
  g_return_val_if_fail (SME_IS_ECONTRACT (self), FALSE);

  return self->password_change_required;
}

void
sme_econtract_set_language (SmeEcontract *self, const char *tag)
{
  g_return_if_fail (SME_IS_ECONTRACT (self));

  sme_transport_set_language (self->transport, tag);
}

void
sme_econtract_set_signing_token (SmeEcontract *self, const char *token)
{
  g_return_if_fail (SME_IS_ECONTRACT (self));

  set_token (self, &self->signing_token, token, PROP_CAN_SIGN);
}

static void
on_shop_changed (SmeEcontract *self, const char *kind, const char *id)
{
  sme_refetcher_changed (self->refetcher, kind, id);
}

static void
on_shop_resync (SmeEcontract *self)
{
  sme_refetcher_resync (self->refetcher);
}

void
sme_econtract_follow (SmeEcontract *self, SmeShop *shop)
{
  g_return_if_fail (SME_IS_ECONTRACT (self));
  g_return_if_fail (SME_IS_SHOP (shop));

  g_signal_connect_object (shop, "changed", G_CALLBACK (on_shop_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shop, "resync", G_CALLBACK (on_shop_resync), self, G_CONNECT_SWAPPED);
}

void
sme_econtract_call_async (SmeEcontract *self,
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
sme_econtract_call_finish (SmeEcontract *self, GAsyncResult *result, GError **error)
{
  return sme_caller_record_finish (SME_CALLER (self), result, error);
}

gboolean
sme_econtract_call_finish_void (SmeEcontract *self, GAsyncResult *result, GError **error)
{
  return sme_caller_void_finish (SME_CALLER (self), result, error);
}

GListModel *
sme_econtract_list_finish (SmeEcontract *self,
                           GAsyncResult *result,
                           gint64 *total,
                           char **next,
                           GError **error)
{
  return sme_caller_list_finish (SME_CALLER (self), result, total, next, error);
}
