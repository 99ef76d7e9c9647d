/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-draft.h"

/* Form 2: way, name, picture as PNG, marks of the kept signature with when it was confirmed; an
 * empty name or picture is none. Form 1 had no marks. */
#define DRAFT_TYPE "(yssaya{sx})"
#define FORM 2
#define FIRST_DRAFT_TYPE "(yssay)"
#define FIRST_FORM 1
#define DRAWING "draw"

struct _SmeSignatureDraft
{
  GObject parent_instance;

  SmeVault *vault;
  char *key;
  char *way;
  char *name;
  SmeInkImage *image;
  GHashTable *reused; /* mark -> gint64, ms: when it was confirmed */
  gboolean putting;
  gboolean changed; /* while it was put away */
};

G_DEFINE_FINAL_TYPE (SmeSignatureDraft, sme_signature_draft, G_TYPE_OBJECT)

static GVariant *
encode_reused (SmeSignatureDraft *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  const char *mark;
  gint64 *at;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sx}"));
  g_hash_table_iter_init (&iter, self->reused);
  while (g_hash_table_iter_next (&iter, (gpointer *) &mark, (gpointer *) &at))
    g_variant_builder_add (&builder, "{sx}", mark, *at);
  return g_variant_builder_end (&builder);
}

static GBytes *
encode (SmeSignatureDraft *self)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  GBytes *png = self->image != NULL ? sme_ink_image_get_png (self->image) : none;
  GVariant *picture = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, png, TRUE);
  g_autoptr (GVariant) draft = g_variant_ref_sink (
    g_variant_new ("(yss@ay@a{sx})", FORM, self->way, self->name != NULL ? self->name : "", picture,
                   encode_reused (self)));

  return g_variant_get_data_as_bytes (draft);
}

static void keep (SmeSignatureDraft *self);

/* It is still there for this run; only a restart would miss it. */
static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeSignatureDraft) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sme_vault_put_finish (SME_VAULT (source), result, &error))
    g_message ("The signature could not be kept: %s %d", g_quark_to_string (error->domain),
               error->code);
  self->putting = FALSE;
  if (self->changed)
    keep (self);
}

/* One at a time: a name is typed faster than a disk writes. */
static void
keep (SmeSignatureDraft *self)
{
  g_autoptr (GBytes) bytes = NULL;

  self->changed = self->putting;
  if (self->vault == NULL || self->putting)
    return;
  self->putting = TRUE;
  bytes = encode (self);
  sme_vault_put_async (self->vault, self->key, bytes, NULL, on_kept, g_object_ref (self));
}

static void
sme_signature_draft_dispose (GObject *object)
{
  g_clear_object (&SME_SIGNATURE_DRAFT (object)->vault);
  G_OBJECT_CLASS (sme_signature_draft_parent_class)->dispose (object);
}

static void
sme_signature_draft_finalize (GObject *object)
{
  SmeSignatureDraft *self = SME_SIGNATURE_DRAFT (object);

  g_clear_pointer (&self->image, sme_ink_image_unref);
  g_hash_table_unref (self->reused);
  g_free (self->key);
  g_free (self->way);
  g_free (self->name);
  G_OBJECT_CLASS (sme_signature_draft_parent_class)->finalize (object);
}

static void
sme_signature_draft_class_init (SmeSignatureDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_signature_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_signature_draft_finalize;
}

static void
sme_signature_draft_init (SmeSignatureDraft *self)
{
  self->way = g_strdup (DRAWING);
  self->reused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

SmeSignatureDraft *
sme_signature_draft_new (SmeVault *vault, const char *account_id, const char *dossier_id)
{
  SmeSignatureDraft *self = g_object_new (SME_TYPE_SIGNATURE_DRAFT, NULL);
  g_autofree char *name = g_strconcat ("signature/", dossier_id, NULL);

  if (vault == NULL || account_id == NULL)
    return self;
  self->vault = g_object_ref (vault);
  self->key = sme_vault_name_own (account_id, name);
  return self;
}

const char *
sme_signature_draft_get_way (SmeSignatureDraft *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_DRAFT (self), NULL);
  return self->way;
}

void
sme_signature_draft_set_way (SmeSignatureDraft *self, const char *way)
{
  g_return_if_fail (SME_IS_SIGNATURE_DRAFT (self) && way != NULL);

  if (g_str_equal (self->way, way))
    return;
  g_free (self->way);
  self->way = g_strdup (way);
  keep (self);
}

const char *
sme_signature_draft_get_name (SmeSignatureDraft *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_DRAFT (self), NULL);
  return self->name;
}

void
sme_signature_draft_set_name (SmeSignatureDraft *self, const char *name)
{
  g_return_if_fail (SME_IS_SIGNATURE_DRAFT (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  keep (self);
}

SmeInkImage *
sme_signature_draft_get_image (SmeSignatureDraft *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_DRAFT (self), NULL);
  return self->image;
}

void
sme_signature_draft_set_image (SmeSignatureDraft *self, SmeInkImage *image)
{
  g_return_if_fail (SME_IS_SIGNATURE_DRAFT (self));

  if (self->image == image)
    return;
  g_clear_pointer (&self->image, sme_ink_image_unref);
  self->image = image != NULL ? sme_ink_image_ref (image) : NULL;
  keep (self);
}

static void
note_reused (SmeSignatureDraft *self, const char *mark, gint64 at)
{
  gint64 *when = g_new (gint64, 1);

  *when = at;
  g_hash_table_replace (self->reused, g_strdup (mark), when);
}

void
sme_signature_draft_note_reused (SmeSignatureDraft *self, const char *mark, gint64 at)
{
  g_return_if_fail (SME_IS_SIGNATURE_DRAFT (self) && mark != NULL);

  note_reused (self, mark, at);
  keep (self);
}

gboolean
sme_signature_draft_find_reused (SmeSignatureDraft *self, const char *mark, gint64 *at)
{
  gint64 *found;

  g_return_val_if_fail (SME_IS_SIGNATURE_DRAFT (self), FALSE);
  found = mark != NULL ? g_hash_table_lookup (self->reused, mark) : NULL;
  if (found != NULL)
    *at = *found;
  return found != NULL;
}

static void
decode_reused (SmeSignatureDraft *self, GVariant *normal)
{
  g_autoptr (GVariant) reused = g_variant_get_child_value (normal, 4);
  GVariantIter iter;
  const char *mark;
  gint64 at;

  g_variant_iter_init (&iter, reused);
  while (g_variant_iter_next (&iter, "{&sx}", &mark, &at))
    note_reused (self, mark, at);
}

/* The form is the first byte of both. */
static const GVariantType *
find_type (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > 0 && data[0] == FIRST_FORM ? G_VARIANT_TYPE (FIRST_DRAFT_TYPE)
                                           : G_VARIANT_TYPE (DRAFT_TYPE);
}

static void
decode (SmeSignatureDraft *self, GBytes *bytes)
{
  g_autoptr (GVariant) draft =
    g_variant_ref_sink (g_variant_new_from_bytes (find_type (bytes), bytes, FALSE));
  g_autoptr (GVariant) normal = g_variant_get_normal_form (draft);
  g_autoptr (GVariant) picture = g_variant_get_child_value (normal, 3);
  g_autoptr (GBytes) png = g_variant_get_data_as_bytes (picture);
  const char *way, *name;
  guint8 form;

  g_variant_get_child (normal, 0, "y", &form);
  g_variant_get_child (normal, 1, "&s", &way);
  g_variant_get_child (normal, 2, "&s", &name);
  if (form != FORM && form != FIRST_FORM)
    return;
  g_free (self->way);
  self->way = g_strdup (way);
  g_free (self->name);
  self->name = name[0] != '\0' ? g_strdup (name) : NULL;
  g_clear_pointer (&self->image, sme_ink_image_unref);
  if (g_bytes_get_size (png) > 0)
    self->image = sme_ink_image_new_from_png (png, NULL);
  if (form == FORM)
    decode_reused (self, normal);
}

static void
on_draft_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (error != NULL)
    g_message ("The signature kept before cannot be read: %s %d", g_quark_to_string (error->domain),
               error->code);
  if (bytes != NULL)
    decode (g_task_get_source_object (task), bytes);
  g_task_return_boolean (task, TRUE);
}

void
sme_signature_draft_restore_async (SmeSignatureDraft *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SIGNATURE_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_signature_draft_restore_async);
  if (self->vault != NULL)
    {
      sme_vault_get_async (self->vault, self->key, cancellable, on_draft_ready, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
sme_signature_draft_restore_finish (SmeSignatureDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_signature_draft_forget (SmeSignatureDraft *self)
{
  g_return_if_fail (SME_IS_SIGNATURE_DRAFT (self));

  if (self->vault != NULL)
    sme_vault_remove_async (self->vault, self->key, NULL, NULL, NULL);
  g_clear_object (&self->vault);
}
