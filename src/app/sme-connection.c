/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-connection.h"

#include "client/sme-catalog-cache.h"
#include "client/sme-econtract.h"
#include "client/sme-keyring.h"
#include "client/sme-known-accounts.h"
#include "client/sme-local-backend.h"
#include "client/sme-local-tools.h"
#include "client/sme-shop.h"
#include "client/sme-vault.h"

/* Nobody listens there, ever: of a local backend that has no address of its own. */
#define NO_ADDRESS "http://127.0.0.1:0"

struct _SmeConnection
{
  GObject parent_instance;

  GSettings *settings;
  SmeContext *context;
  SmeLocalBackend *backend; /* NULL with a server of one's own choice */
  GError *problem;
};

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeConnection, sme_connection, G_TYPE_OBJECT)

static void
set_problem (SmeConnection *self, const GError *problem)
{
  if (self->problem == NULL && problem == NULL)
    return;
  g_clear_error (&self->problem);
  self->problem = problem != NULL ? g_error_copy (problem) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static void
on_backend_state_changed (SmeConnection *self)
{
  SmeLocalBackendState state = sme_local_backend_get_state (self->backend);

  if (state == SME_LOCAL_BACKEND_FAILED)
    set_problem (self, sme_local_backend_get_error (self->backend));
  else if (state == SME_LOCAL_BACKEND_READY)
    set_problem (self, NULL);
}

/* After the shop has its name in the keyring. */
static void
make_known_accounts (SmeConnection *self)
{
  g_autoptr (SmeKnownAccounts) accounts = sme_known_accounts_new (
    sme_context_get_shop (self->context), sme_context_get_vault (self->context));

  sme_context_set_known_accounts (self->context, accounts);
}

/* Under which account the session is found at the next start. */
static void
on_account_changed (SmeShop *shop, GParamSpec *pspec, gpointer data)
{
  SmeConnection *self = data;
  SmeAccount *account = sme_shop_get_account (shop);

  if (account != NULL)
    g_settings_set_string (self->settings, "last-account",
                           sme_record_get_text (SME_RECORD (account), "id"));
}

static gboolean
make_shop (SmeConnection *self, const char *url, GError **error)
{
  g_autoptr (SmeShop) shop = sme_shop_new (url, sme_context_get_keyring (self->context), error);

  if (shop == NULL)
    return FALSE;
  sme_context_set_shop (self->context, shop);
  g_signal_connect_object (shop, "notify::account", G_CALLBACK (on_account_changed), self, 0);
  return TRUE;
}

/* @server: what names it from run to run */
static void
make_catalog (SmeConnection *self, const char *server)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (self->context));
  g_autoptr (SmeCatalogCache) catalog = sme_catalog_cache_new (shop, server, NULL);

  sme_context_set_catalog_cache (self->context, catalog);
}

static gboolean
make_econtract (SmeConnection *self, const char *url, GError **error)
{
  g_autoptr (SmeEcontract) econtract = sme_econtract_new (url, error);

  if (econtract == NULL)
    return FALSE;
  sme_econtract_follow (econtract, sme_context_get_shop (self->context));
  sme_context_set_econtract (self->context, econtract);
  return TRUE;
}

static gboolean
make_tools (SmeConnection *self, GError **error)
{
  g_autoptr (SmeLocalTools) tools = sme_local_tools_new (self->backend, error);

  if (tools != NULL)
    sme_context_set_local_tools (self->context, tools);
  return tools != NULL;
}

/* Whether it starts or not: what was seen of the catalog is there without it. */
static gboolean
make_local (SmeConnection *self, GError **error)
{
  const char *url;

  self->backend = sme_local_backend_new (NULL, NULL);
  sme_context_set_local_backend (self->context, self->backend);
  g_signal_connect_object (self->backend, "notify::state", G_CALLBACK (on_backend_state_changed),
                           self, G_CONNECT_SWAPPED);
  sme_local_backend_start_async (self->backend, NULL, NULL, NULL);
  url = sme_local_backend_get_base_url (self->backend);
  if (url != NULL && !make_tools (self, error))
    return FALSE;
  url = url != NULL ? url : NO_ADDRESS;
  if (!make_shop (self, url, error) || !make_econtract (self, url, error))
    return FALSE;
  /* Its port is another one at each start, its data and accounts are the same. */
  sme_shop_set_server_name (sme_context_get_shop (self->context), "local");
  make_catalog (self, "local");
  return TRUE;
}

static gboolean
make_remote (SmeConnection *self, const char *url, GError **error)
{
  g_autofree char *econtract = g_settings_get_string (self->settings, "econtract-url");

  if (!make_shop (self, url, error))
    return FALSE;
  make_catalog (self, url);
  return make_econtract (self, *econtract != '\0' ? econtract : url, error);
}

static void
make_context (SmeConnection *self)
{
  g_autofree char *url = g_settings_get_string (self->settings, "server-url");
  g_autoptr (SmeKeyring) keyring = sme_keyring_new ();
  g_autoptr (SmeVault) vault = sme_vault_new (keyring, NULL);
  g_autoptr (GError) error = NULL;

  self->context = sme_context_new (self->settings);
  sme_context_set_keyring (self->context, keyring);
  sme_context_set_vault (self->context, vault);
  if (!(*url != '\0' ? make_remote (self, url, &error) : make_local (self, &error)))
    set_problem (self, error);
  else
    make_known_accounts (self);
}

static void
sme_connection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROBLEM)
    g_value_set_boxed (value, SME_CONNECTION (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_connection_dispose (GObject *object)
{
  SmeConnection *self = SME_CONNECTION (object);

  g_clear_object (&self->context);
  g_clear_object (&self->backend);
  g_clear_object (&self->settings);
  g_clear_error (&self->problem);
  G_OBJECT_CLASS (sme_connection_parent_class)->dispose (object);
}

static void
sme_connection_class_init (SmeConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_connection_get_property;
  object_class->dispose = sme_connection_dispose;
  props[PROP_PROBLEM] = g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_connection_init (SmeConnection *self)
{
}

SmeConnection *
sme_connection_new (GSettings *settings)
{
  SmeConnection *self = g_object_new (SME_TYPE_CONNECTION, NULL);

  self->settings = g_object_ref (settings);
  make_context (self);
  return self;
}

SmeContext *
sme_connection_get_context (SmeConnection *self)
{
  return self->context;
}

const GError *
sme_connection_get_problem (SmeConnection *self)
{
  return self->problem;
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SmeConnection *self = g_task_get_source_object (task);
  SmeKeyring *keyring = sme_context_get_keyring (self->context);
  GError *error = NULL;
  gboolean signed_in = sme_shop_restore_finish (SME_SHOP (source), result, &error);

  sme_keyring_set_quiet (keyring, FALSE);
  if (sme_keyring_get_persistent (keyring))
    sme_known_accounts_load (sme_context_get_known_accounts (self->context));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, signed_in);
}

void
sme_connection_open_async (SmeConnection *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  SmeShop *shop = sme_context_get_shop (self->context);
  g_autofree char *account = g_settings_get_string (self->settings, "last-account");

  g_task_set_source_tag (task, sme_connection_open_async);
  if (shop != NULL && *account != '\0')
    {
      /* Nobody has done anything yet that would be worth a question of the desktop. */
      sme_keyring_set_quiet (sme_context_get_keyring (self->context), TRUE);
      sme_shop_restore_async (shop, account, cancellable, on_restored, task);
      return;
    }
  /* Nobody was signed in: the keyring need not be asked, and no prompt of it comes up. */
  g_task_return_boolean (task, FALSE);
  g_object_unref (task);
}

gboolean
sme_connection_open_finish (SmeConnection *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sme_connection_can_retry (SmeConnection *self)
{
  return self->backend != NULL && sme_local_backend_get_base_url (self->backend) != NULL;
}

void
sme_connection_retry (SmeConnection *self)
{
  if (self->backend != NULL)
    sme_local_backend_start_async (self->backend, NULL, NULL, NULL);
}

static void
on_backend_stopped (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sme_local_backend_stop_finish (SME_LOCAL_BACKEND (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
sme_connection_close_async (SmeConnection *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, sme_connection_close_async);
  if (self->backend != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->backend, self);
      sme_local_backend_stop_async (self->backend, cancellable, on_backend_stopped, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
sme_connection_close_finish (SmeConnection *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
