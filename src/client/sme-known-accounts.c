/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-known-accounts.h"

#include "client/sme-shop-private.h"
#include "core/sme-record-json.h"

/* More than anyone switches between. */
#define MAX_ACCOUNTS 20

typedef enum
{
  NOT_LOADED,
  LOADING,
  LOADED,
} Progress;

struct _SmeKnownAccounts
{
  GObject parent_instance;

  SmeShop *shop;
  SmeVault *vault;
  GListStore *list;
  GCancellable *cancellable;
  GHashTable *forgotten; /* ids, while the vault is read */
  Progress progress;
};

G_DEFINE_FINAL_TYPE (SmeKnownAccounts, sme_known_accounts, G_TYPE_OBJECT)

static char *
make_name (SmeKnownAccounts *self)
{
  return g_strconcat ("accounts/", sme_shop_get_server_name (self->shop), NULL);
}

static void
save (SmeKnownAccounts *self)
{
  g_autofree char *name = make_name (self);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  /* What is not read yet would be lost. */
  if (self->progress != LOADED)
    return;
  node = sme_record_list_to_node (G_LIST_MODEL (self->list),
                                  g_list_model_get_n_items (G_LIST_MODEL (self->list)), NULL);
  text = json_to_string (node, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  sme_vault_put_async (self->vault, name, bytes, NULL, NULL, NULL);
}

static gboolean
find (SmeKnownAccounts *self, const char *id, guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (SmeRecord) account = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (g_strcmp0 (sme_record_get_text (account, "id"), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* What is in the vault lies below what came since. */
static void
merge (SmeKnownAccounts *self, GBytes *bytes)
{
  g_autoptr (JsonNode) node = sme_json_parse (bytes, NULL);
  g_autoptr (GListStore) kept = NULL;
  guint position;

  if (node != NULL)
    kept = sme_record_list_from_node (SME_TYPE_ACCOUNT, node, NULL, NULL, NULL);
  for (guint i = 0; kept != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (kept)); i++)
    {
      g_autoptr (SmeRecord) account = g_list_model_get_item (G_LIST_MODEL (kept), i);
      const char *id = sme_record_get_text (account, "id");

      if (!find (self, id, &position) && !g_hash_table_contains (self->forgotten, id))
        g_list_store_append (self->list, account);
    }
}

static void
on_vault_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeKnownAccounts) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);
  guint had;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  had = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (bytes != NULL)
    merge (self, bytes);
  self->progress = LOADED;
  if (had > 0 || g_hash_table_size (self->forgotten) > 0)
    save (self);
  g_hash_table_remove_all (self->forgotten);
}

/* The live object has more than is to be kept. */
static SmeRecord *
make_entry (SmeRecord *account)
{
  static const char *const names[] = { "id", "email", "full_name" };
  static const char *const kinds[] = { "customer_type", "state" };
  SmeRecord *entry = SME_RECORD (sme_account_new ());

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sme_record_set_text (entry, names[i], sme_record_get_text (account, names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    sme_record_set_int (entry, kinds[i], sme_record_get_int (account, kinds[i]));
  return entry;
}

static void
note_account (SmeKnownAccounts *self)
{
  SmeAccount *account = sme_shop_get_account (self->shop);
  g_autoptr (SmeRecord) entry = NULL;
  guint n, position;

  if (account == NULL)
    return;
  entry = make_entry (SME_RECORD (account));
  if (find (self, sme_record_get_text (entry, "id"), &position))
    g_list_store_remove (self->list, position);
  g_list_store_insert (self->list, 0, entry);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n > MAX_ACCOUNTS)
    g_list_store_remove (self->list, n - 1);
  sme_known_accounts_load (self);
  save (self);
}

/* The address may change while one is signed in. */
static void
on_account_changed (SmeKnownAccounts *self)
{
  SmeAccount *account = sme_shop_get_account (self->shop);

  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (note_account), self, G_CONNECT_SWAPPED);
  note_account (self);
}

static void
on_forgotten (SmeKnownAccounts *self, const char *id)
{
  guint position;

  if (self->progress != LOADED)
    g_hash_table_add (self->forgotten, g_strdup (id));
  if (find (self, id, &position))
    g_list_store_remove (self->list, position);
  sme_known_accounts_load (self);
  save (self);
}

static void
sme_known_accounts_dispose (GObject *object)
{
  SmeKnownAccounts *self = SME_KNOWN_ACCOUNTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->shop);
  g_clear_object (&self->vault);
  g_clear_object (&self->list);
  g_clear_pointer (&self->forgotten, g_hash_table_unref);
  G_OBJECT_CLASS (sme_known_accounts_parent_class)->dispose (object);
}

static void
sme_known_accounts_class_init (SmeKnownAccountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_known_accounts_dispose;
}

static void
sme_known_accounts_init (SmeKnownAccounts *self)
{
  self->list = g_list_store_new (SME_TYPE_ACCOUNT);
  self->cancellable = g_cancellable_new ();
  self->forgotten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SmeKnownAccounts *
sme_known_accounts_new (SmeShop *shop, SmeVault *vault)
{
  SmeKnownAccounts *self = g_object_new (SME_TYPE_KNOWN_ACCOUNTS, NULL);

  self->shop = g_object_ref (shop);
  self->vault = g_object_ref (vault);
  g_signal_connect_object (shop, "notify::account", G_CALLBACK (on_account_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shop, "account-forgotten", G_CALLBACK (on_forgotten), self,
                           G_CONNECT_SWAPPED);
  return self;
}

GListModel *
sme_known_accounts_get_list (SmeKnownAccounts *self)
{
  g_return_val_if_fail (SME_IS_KNOWN_ACCOUNTS (self), NULL);
  return G_LIST_MODEL (self->list);
}

SmeAccount *
sme_known_accounts_find (SmeKnownAccounts *self, const char *id)
{
  g_autoptr (SmeAccount) account = NULL;
  guint position;

  g_return_val_if_fail (SME_IS_KNOWN_ACCOUNTS (self), NULL);
  if (!find (self, id, &position))
    return NULL;
  /* The list holds it. */
  account = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  return account;
}

void
sme_known_accounts_load (SmeKnownAccounts *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SME_IS_KNOWN_ACCOUNTS (self));
  if (self->progress != NOT_LOADED)
    return;
  self->progress = LOADING;
  name = make_name (self);
  sme_vault_get_async (self->vault, name, self->cancellable, on_vault_read, g_object_ref (self));
}
