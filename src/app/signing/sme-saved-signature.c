/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-saved-signature.h"

#include "client/sme-shop.h"

struct _SmeSavedSignature
{
  GObject parent_instance;

  SmeKeyring *keyring;
  SmeVault *vault; /* NULL: nothing is kept */
  char *key;
  SmeSignatureContent *content; /* NULL: there is none */
};

enum
{
  PROP_0,
  PROP_EXISTS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeSavedSignature, sme_saved_signature, G_TYPE_OBJECT)

/* Takes @content over. */
static void
take_content (SmeSavedSignature *self, SmeSignatureContent *content)
{
  gboolean changes = (self->content != NULL) != (content != NULL);

  g_clear_pointer (&self->content, sme_signature_content_free);
  self->content = content;
  if (changes)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXISTS]);
}

gboolean
sme_saved_signature_get_exists (SmeSavedSignature *self)
{
  g_return_val_if_fail (SME_IS_SAVED_SIGNATURE (self), FALSE);
  return self->content != NULL;
}

gboolean
sme_saved_signature_can_keep (SmeSavedSignature *self)
{
  g_return_val_if_fail (SME_IS_SAVED_SIGNATURE (self), FALSE);
  return self->vault != NULL && sme_vault_get_persistent (self->vault);
}

gboolean
sme_saved_signature_is_locked (SmeSavedSignature *self)
{
  g_return_val_if_fail (SME_IS_SAVED_SIGNATURE (self), FALSE);
  return self->vault != NULL && sme_keyring_get_state (self->keyring) == SME_KEYRING_LOCKED;
}

SmeSignatureContent *
sme_saved_signature_get_content (SmeSavedSignature *self)
{
  g_return_val_if_fail (SME_IS_SAVED_SIGNATURE (self), NULL);
  return self->content;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSavedSignature *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);
  gboolean guarded = sme_saved_signature_can_keep (self);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (error != NULL)
    g_message ("The saved signature cannot be read: %s %d", g_quark_to_string (error->domain),
               error->code);
  /* What the vault has in memory only is not there for good, and no keyring guards it. */
  take_content (self,
                bytes != NULL && guarded ? sme_signature_content_new_from_bytes (bytes) : NULL);
  g_task_return_boolean (task, self->content != NULL);
}

static void
load (SmeSavedSignature *self, GTask *task)
{
  if (self->vault != NULL)
    {
      sme_vault_get_async (self->vault, self->key, g_task_get_cancellable (task), on_read, task);
      return;
    }
  g_task_return_boolean (task, FALSE);
  g_object_unref (task);
}

void
sme_saved_signature_load_async (SmeSavedSignature *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SAVED_SIGNATURE (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_saved_signature_load_async);
  load (self, task);
}

gboolean
sme_saved_signature_load_finish (SmeSavedSignature *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (sme_keyring_unlock_finish (SME_KEYRING (source), result, &error))
    load (g_task_get_source_object (task), g_object_ref (task));
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, FALSE);
}

void
sme_saved_signature_unlock_async (SmeSavedSignature *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SAVED_SIGNATURE (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_saved_signature_unlock_async);
  if (self->vault == NULL)
    load (self, task);
  else
    sme_keyring_unlock_async (self->keyring, cancellable, on_unlocked, task);
}

gboolean
sme_saved_signature_unlock_finish (SmeSavedSignature *self, GAsyncResult *result, GError **error)
{
  return sme_saved_signature_load_finish (self, result, error);
}

void
sme_saved_signature_keep (SmeSavedSignature *self, SmeSignatureContent *content)
{
  g_autoptr (SmeSignatureContent) taken = content;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (SME_IS_SAVED_SIGNATURE (self) && content != NULL);
  if (!sme_saved_signature_can_keep (self))
    return;
  bytes = sme_signature_content_to_bytes (content);
  sme_vault_put_async (self->vault, self->key, bytes, NULL, NULL, NULL);
  take_content (self, g_steal_pointer (&taken));
}

void
sme_saved_signature_forget (SmeSavedSignature *self)
{
  g_return_if_fail (SME_IS_SAVED_SIGNATURE (self));
  if (self->vault != NULL)
    sme_vault_remove_async (self->vault, self->key, NULL, NULL, NULL);
  take_content (self, NULL);
}

static void
sme_saved_signature_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXISTS)
    g_value_set_boolean (value, SME_SAVED_SIGNATURE (object)->content != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_saved_signature_dispose (GObject *object)
{
  SmeSavedSignature *self = SME_SAVED_SIGNATURE (object);

  g_clear_pointer (&self->content, sme_signature_content_free);
  g_clear_object (&self->keyring);
  g_clear_object (&self->vault);
  G_OBJECT_CLASS (sme_saved_signature_parent_class)->dispose (object);
}

static void
sme_saved_signature_finalize (GObject *object)
{
  g_free (SME_SAVED_SIGNATURE (object)->key);
  G_OBJECT_CLASS (sme_saved_signature_parent_class)->finalize (object);
}

static void
sme_saved_signature_class_init (SmeSavedSignatureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_saved_signature_get_property;
  object_class->dispose = sme_saved_signature_dispose;
  object_class->finalize = sme_saved_signature_finalize;
  props[PROP_EXISTS] =
    g_param_spec_boolean ("exists", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_saved_signature_init (SmeSavedSignature *self)
{
}

SmeSavedSignature *
sme_saved_signature_new (SmeKeyring *keyring, SmeVault *vault, const char *account_id)
{
  SmeSavedSignature *self = g_object_new (SME_TYPE_SAVED_SIGNATURE, NULL);

  if (keyring == NULL || vault == NULL || account_id == NULL)
    return self;
  self->keyring = g_object_ref (keyring);
  self->vault = g_object_ref (vault);
  self->key = sme_vault_name_own (account_id, "saved-signature");
  return self;
}

SmeSavedSignature *
sme_saved_signature_new_for_context (SmeContext *context)
{
  SmeShop *shop = sme_context_get_shop (context);
  g_autoptr (SmeAccount) account = NULL;

  if (shop != NULL)
    g_object_get (shop, "account", &account, NULL);
  return sme_saved_signature_new (
    sme_context_get_keyring (context), sme_context_get_vault (context),
    account != NULL ? sme_record_get_text (SME_RECORD (account), "id") : NULL);
}
