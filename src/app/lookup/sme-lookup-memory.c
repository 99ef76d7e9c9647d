/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-lookup-memory.h"

#include "client/sme-econtract.h"
#include "client/sme-keyring.h"
#include "client/sme-secret.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

void
sme_lookup_login_free (SmeLookupLogin *self)
{
  g_free (self->username);
  sme_secret_free (self->password);
  g_free (self);
}

/* (transfer full) (nullable) */
static char *
dup_account_id (SmeShop *shop)
{
  g_autoptr (SmeAccount) account = NULL;

  /* Known also while the server does not answer. */
  if (SME_IS_SHOP (shop))
    return g_strdup (sme_shop_get_account_id (shop));
  if (shop != NULL)
    g_object_get (shop, "account", &account, NULL);
  return account != NULL ? g_strdup (sme_record_get_text (SME_RECORD (account), "id")) : NULL;
}

/* The names are few, and none is a secret. */
const char *
sme_lookup_memory_get_server (SmeContext *context)
{
  g_autofree char *id = dup_account_id (sme_context_get_shop (context));
  g_autofree char *name = NULL;
  /* Its port is another one at each start. */
  const char *server = sme_context_is_local (context)
                         ? "local"
                         : sme_econtract_get_base_url (sme_context_get_econtract (context));

  if (id == NULL)
    return g_intern_string (server);
  name = g_strconcat (server, "#", id, NULL);
  return g_intern_string (name);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SmeLookupLogin *login = g_task_get_task_data (task);
  g_autoptr (SmeLookupLogin) found = NULL;
  GError *error = NULL;

  login->password = sme_keyring_lookup_finish (SME_KEYRING (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (login->password != NULL)
    {
      found = g_new0 (SmeLookupLogin, 1);
      found->username = g_strdup (login->username);
      found->password = g_steal_pointer (&login->password);
    }
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) sme_lookup_login_free);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SmeLookupLogin *login = g_task_get_task_data (task);
  GError *error = NULL;
  g_auto (GStrv) accounts = sme_keyring_list_finish (SME_KEYRING (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (accounts == NULL || accounts[0] == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  login->username = g_strdup (accounts[0]);
  sme_keyring_lookup_async (SME_KEYRING (source), SME_LOOKUP_MEMORY_KIND,
                            sme_lookup_memory_get_server (g_task_get_source_object (task)),
                            accounts[0], g_task_get_cancellable (task), on_looked_up,
                            g_object_ref (task));
}

void
sme_lookup_memory_recall_async (SmeContext *context,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);
  SmeKeyring *keyring = sme_context_get_keyring (context);

  g_task_set_source_tag (task, sme_lookup_memory_recall_async);
  g_task_set_task_data (task, g_new0 (SmeLookupLogin, 1), (GDestroyNotify) sme_lookup_login_free);
  if (keyring == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    sme_keyring_list_async (keyring, SME_LOOKUP_MEMORY_KIND, sme_lookup_memory_get_server (context),
                            cancellable, on_listed, g_object_ref (task));
}

SmeLookupLogin *
sme_lookup_memory_recall_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_lookup_memory_keep (SmeContext *context, const char *username, const char *password)
{
  SmeKeyring *keyring = sme_context_get_keyring (context);

  if (keyring != NULL)
    sme_keyring_store_async (keyring, SME_LOOKUP_MEMORY_KIND,
                             sme_lookup_memory_get_server (context), username,
                             _ ("VNPT eContract password"), password, NULL, NULL, NULL);
}

static void
on_listed_to_forget (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *server = data;
  g_auto (GStrv) accounts = sme_keyring_list_finish (SME_KEYRING (source), result, NULL);

  for (guint i = 0; accounts != NULL && accounts[i] != NULL; i++)
    sme_keyring_clear_async (SME_KEYRING (source), SME_LOOKUP_MEMORY_KIND, server, accounts[i],
                             NULL, NULL, NULL);
}

void
sme_lookup_memory_forget (SmeContext *context)
{
  SmeKeyring *keyring = sme_context_get_keyring (context);

  if (keyring != NULL)
    sme_keyring_list_async (keyring, SME_LOOKUP_MEMORY_KIND, sme_lookup_memory_get_server (context),
                            NULL, on_listed_to_forget,
                            g_strdup (sme_lookup_memory_get_server (context)));
}
