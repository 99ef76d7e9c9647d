/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-ink-keeper.h"

#include "ink/sme-ink-codec.h"

/* Until the pad gives it the size of its box. */
#define WIDTH 600.0
#define HEIGHT 250.0
#define DRAFT_TYPE "(yuuaa(iiun))"

struct _SmeInkKeeper
{
  GObject parent_instance;

  SmeVault *vault;
  char *name;
  char *old_name; /* from before strokes belonged to an account */
  SmeInk *ink;
  gulong changed;
};

G_DEFINE_FINAL_TYPE (SmeInkKeeper, sme_ink_keeper, G_TYPE_OBJECT)

/* The strokes are still there for this run; only a restart would miss them. */
static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!sme_vault_put_finish (SME_VAULT (source), result, &error))
    g_message ("The strokes could not be kept: %s %d", g_quark_to_string (error->domain),
               error->code);
}

/* Calls on a vault take effect in their order, so the last stroke wins. */
static void
on_ink_changed (SmeInkKeeper *self)
{
  g_autoptr (GVariant) draft = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->vault == NULL)
    return;
  if (sme_ink_is_empty (self->ink))
    {
      sme_vault_remove_async (self->vault, self->name, NULL, NULL, NULL);
      return;
    }
  draft = g_variant_ref_sink (sme_ink_to_variant (self->ink));
  bytes = g_variant_get_data_as_bytes (draft);
  sme_vault_put_async (self->vault, self->name, bytes, NULL, on_kept, NULL);
}

static void
take_ink (SmeInkKeeper *self, SmeInk *ink)
{
  self->ink = ink;
  self->changed =
    g_signal_connect_object (ink, "changed", G_CALLBACK (on_ink_changed), self, G_CONNECT_SWAPPED);
}

static void
drop_ink (SmeInkKeeper *self)
{
  g_clear_signal_handler (&self->changed, self->ink);
  g_clear_object (&self->ink);
}

static void
sme_ink_keeper_dispose (GObject *object)
{
  SmeInkKeeper *self = SME_INK_KEEPER (object);

  if (self->ink != NULL)
    drop_ink (self);
  g_clear_object (&self->vault);
  G_OBJECT_CLASS (sme_ink_keeper_parent_class)->dispose (object);
}

static void
sme_ink_keeper_finalize (GObject *object)
{
  g_free (SME_INK_KEEPER (object)->name);
  g_free (SME_INK_KEEPER (object)->old_name);
  G_OBJECT_CLASS (sme_ink_keeper_parent_class)->finalize (object);
}

static void
sme_ink_keeper_class_init (SmeInkKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sme_ink_keeper_dispose;
  object_class->finalize = sme_ink_keeper_finalize;
}

static void
sme_ink_keeper_init (SmeInkKeeper *self)
{
  take_ink (self, sme_ink_new (WIDTH, HEIGHT));
}

SmeInkKeeper *
sme_ink_keeper_new (SmeVault *vault, const char *account_id, const char *dossier_id)
{
  SmeInkKeeper *self = g_object_new (SME_TYPE_INK_KEEPER, NULL);

  if (account_id == NULL)
    return self;
  g_set_object (&self->vault, vault);
  self->old_name = g_strconcat ("ink/", dossier_id, NULL);
  self->name = sme_vault_name_own (account_id, self->old_name);
  return self;
}

SmeInk *
sme_ink_keeper_get_ink (SmeInkKeeper *self)
{
  g_return_val_if_fail (SME_IS_INK_KEEPER (self), NULL);
  return self->ink;
}

static SmeInk *
read_draft (GBytes *bytes)
{
  g_autoptr (GVariant) draft =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (DRAFT_TYPE), bytes, FALSE));

  return sme_ink_new_from_variant (draft, NULL);
}

static void on_draft_ready (GObject *source, GAsyncResult *result, gpointer user_data);

/* The contract was opened, so what lies under it alone is of who opened it. */
static void
look_for_old (SmeInkKeeper *self, GTask *task)
{
  g_task_set_task_data (task, self->old_name, NULL);
  sme_vault_get_async (self->vault, self->old_name, g_task_get_cancellable (task), on_draft_ready,
                       task);
}

static void
adopt (SmeInkKeeper *self)
{
  if (self->vault == NULL)
    return;
  on_ink_changed (self);
  sme_vault_remove_async (self->vault, self->old_name, NULL, NULL, NULL);
}

static void
on_draft_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeInkKeeper *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);
  SmeInk *ink = bytes != NULL ? read_draft (bytes) : NULL;

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_object (&ink);
      return;
    }
  if (error != NULL)
    g_message ("The strokes kept before cannot be read: %s %d", g_quark_to_string (error->domain),
               error->code);
  if (ink == NULL && error == NULL && self->vault != NULL && g_task_get_task_data (task) == NULL)
    {
      look_for_old (self, g_steal_pointer (&task));
      return;
    }
  if (ink != NULL && self->ink != NULL)
    {
      drop_ink (self);
      take_ink (self, ink);
      if (g_task_get_task_data (task) != NULL)
        adopt (self);
    }
  g_task_return_boolean (task, TRUE);
}

void
sme_ink_keeper_restore_async (SmeInkKeeper *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_INK_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_ink_keeper_restore_async);
  if (self->vault != NULL)
    {
      sme_vault_get_async (self->vault, self->name, cancellable, on_draft_ready, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
sme_ink_keeper_restore_finish (SmeInkKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_ink_keeper_forget (SmeInkKeeper *self)
{
  g_return_if_fail (SME_IS_INK_KEEPER (self));

  if (self->vault != NULL)
    sme_vault_remove_async (self->vault, self->name, NULL, NULL, NULL);
  g_clear_object (&self->vault);
}
