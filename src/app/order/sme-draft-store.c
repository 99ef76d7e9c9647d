/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-draft-store.h"

#include "client/sme-shop.h"
#include "client/sme-vault.h"
#include "core/sme-account.h"
#include "core/sme-record-json.h"

enum
{
  OWN,
  OLD,
  N_AGES
};

struct _SmeDraftStore
{
  GObject parent_instance;
  SmeVault *vault; /* NULL: nobody is signed in, or there is none */
  char *names[N_AGES];
  char *base_names[N_AGES];
};

/* What a get has found so far. */
typedef struct
{
  int age;
  SmeProfile *mine;
  SmeProfile *base;
} Found;

G_DEFINE_FINAL_TYPE (SmeDraftStore, sme_draft_store, G_TYPE_OBJECT)

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_object (&found->mine);
  g_clear_object (&found->base);
  g_free (found);
}

gboolean
sme_draft_store_is_usable (SmeDraftStore *self)
{
  return self->vault != NULL;
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (sme_vault_put_finish (SME_VAULT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Calls on a vault take effect in their order: the base is there when the draft is. */
void
sme_draft_store_put_async (SmeDraftStore *self,
                           SmeProfile *profile,
                           SmeProfile *base,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GBytes) bytes = sme_record_to_bytes (SME_RECORD (profile));

  g_return_if_fail (self->vault != NULL);

  g_task_set_source_tag (task, sme_draft_store_put_async);
  if (base != NULL)
    {
      g_autoptr (GBytes) base_bytes = sme_record_to_bytes (SME_RECORD (base));

      sme_vault_put_async (self->vault, self->base_names[OWN], base_bytes, cancellable, NULL, NULL);
    }
  sme_vault_put_async (self->vault, self->names[OWN], bytes, cancellable, on_put, task);
}

gboolean
sme_draft_store_put_finish (SmeDraftStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- What lies there */

static void look (GTask *task);

static gpointer
read_profile (GObject *vault, GAsyncResult *result)
{
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (vault), result, NULL);

  return bytes != NULL
           ? sme_record_from_bytes (SME_TYPE_PROFILE, bytes, SME_DECODE_PARTIAL, NULL, NULL)
           : NULL;
}

static void
on_base_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Found *found = g_task_get_task_data (task);

  found->base = read_profile (source, result);
  g_task_return_boolean (task, TRUE);
}

static void
on_mine_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDraftStore *self = g_task_get_source_object (task);
  Found *found = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  found->mine = read_profile (source, result);
  if (found->mine != NULL)
    sme_vault_get_async (self->vault, self->base_names[found->age], g_task_get_cancellable (task),
                         on_base_got, g_object_ref (task));
  else if (++found->age < N_AGES)
    look (task);
  else
    g_task_return_boolean (task, TRUE);
}

static void
look (GTask *task)
{
  SmeDraftStore *self = g_task_get_source_object (task);
  Found *found = g_task_get_task_data (task);

  sme_vault_get_async (self->vault, self->names[found->age], g_task_get_cancellable (task),
                       on_mine_got, g_object_ref (task));
}

void
sme_draft_store_get_async (SmeDraftStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_draft_store_get_async);
  g_task_set_task_data (task, g_new0 (Found, 1), found_free);
  if (self->vault != NULL)
    look (task);
  else
    g_task_return_boolean (task, TRUE);
}

SmeProfile *
sme_draft_store_get_finish (SmeDraftStore *self,
                            GAsyncResult *result,
                            SmeProfile **base,
                            gboolean *old,
                            GError **error)
{
  Found *found = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *base = g_steal_pointer (&found->base);
  *old = found->age == OLD;
  return g_steal_pointer (&found->mine);
}

/* ---- Moving and removing */

static void
remove_age (SmeDraftStore *self, int age)
{
  sme_vault_remove_async (self->vault, self->names[age], NULL, NULL, NULL);
  sme_vault_remove_async (self->vault, self->base_names[age], NULL, NULL, NULL);
}

static void
on_adopted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmeDraftStore *self = SME_DRAFT_STORE (source);

  /* Else it stays where it lies, for the next time. */
  if (sme_draft_store_put_finish (self, result, NULL))
    remove_age (self, OLD);
}

void
sme_draft_store_adopt (SmeDraftStore *self, SmeProfile *profile, SmeProfile *base)
{
  sme_draft_store_put_async (self, profile, base, NULL, on_adopted, NULL);
}

void
sme_draft_store_remove (SmeDraftStore *self)
{
  if (self->vault != NULL)
    remove_age (self, OWN);
}

static void
sme_draft_store_finalize (GObject *object)
{
  SmeDraftStore *self = SME_DRAFT_STORE (object);

  for (int age = 0; age < N_AGES; age++)
    {
      g_free (self->names[age]);
      g_free (self->base_names[age]);
    }
  g_clear_object (&self->vault);
  G_OBJECT_CLASS (sme_draft_store_parent_class)->finalize (object);
}

static void
sme_draft_store_class_init (SmeDraftStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_draft_store_finalize;
}

static void
sme_draft_store_init (SmeDraftStore *self)
{
}

static void
name (SmeDraftStore *self, const char *account_id, const char *order_id)
{
  self->names[OLD] = g_strconcat ("draft/", order_id, NULL);
  self->base_names[OLD] = g_strconcat (self->names[OLD], "/base", NULL);
  self->names[OWN] = sme_vault_name_own (account_id, self->names[OLD]);
  self->base_names[OWN] = sme_vault_name_own (account_id, self->base_names[OLD]);
}

SmeDraftStore *
sme_draft_store_new (SmeContext *context, const char *order_id)
{
  SmeDraftStore *self = g_object_new (SME_TYPE_DRAFT_STORE, NULL);
  SmeShop *shop = sme_context_get_shop (context);
  g_autoptr (SmeAccount) account = NULL;

  if (shop != NULL)
    g_object_get (shop, "account", &account, NULL);
  if (account == NULL)
    return self;
  g_set_object (&self->vault, sme_context_get_vault (context));
  name (self, sme_record_get_text (SME_RECORD (account), "id"), order_id);
  return self;
}
