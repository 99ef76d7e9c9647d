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

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeShop,
                               sme_shop,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, sme_shop_init_caller))

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
  if (online)
    sme_shop_stop_probing (self);
  else
    sme_shop_start_probing (self);
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
  sme_shop_stop_probing (self);
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
  g_signal_new ("account-forgotten", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("going-over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
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
  self->first_probe_ms = 5000;
  self->live = sme_live_table_new ();
  self->refetcher = sme_refetcher_new (SME_CALLER (self), self->live);
  sme_refetcher_add (self->refetcher, "order", SME_OP_GET_ORDER);
  sme_refetcher_add (self->refetcher, "payment", SME_OP_GET_PAYMENT);
  sme_refetcher_add (self->refetcher, "subscription", SME_OP_GET_SUBSCRIPTION);
  sme_refetcher_add (self->refetcher, "certificate", SME_OP_GET_CERTIFICATE);
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

const char *
sme_shop_get_account_id (SmeShop *self)
{
  g_return_val_if_fail (SME_IS_SHOP (self), NULL);

  return self->account_id;
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

gpointer
sme_shop_peek_live (SmeShop *self, GType type, const char *id)
{
  g_return_val_if_fail (SME_IS_SHOP (self), NULL);

  return sme_live_table_peek (self->live, type, id);
}
