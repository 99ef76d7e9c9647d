/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signature on its way to eContract: drawn, typed, or a picture. */
#include "app/signing/sme-signing-flow-private.h"

#include "app/signing/sme-signature-mark.h"
#include "app/signing/sme-signature-record.h"
#include "ink/sme-ink-check.h"
#include "ink/sme-ink-typed.h"

/* What is under way, and is shown as saved when it is. Neither outline nor picture: it is drawn. */
typedef struct
{
  GTask *task;
  SmeInkPath *outline;
  SmeInkImage *image;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_pointer (&saving->outline, sme_ink_path_free);
  g_clear_pointer (&saving->image, sme_ink_image_unref);
  g_clear_object (&saving->task);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

const SmeInkPath *
sme_signing_flow_get_outline (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->outline;
}

SmeInkImage *
sme_signing_flow_get_image (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->image;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  SmeSigningFlow *self = g_task_get_source_object (saving->task);
  GError *error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (dossier == NULL)
    {
      sme_signing_flow_return_error (g_steal_pointer (&saving->task), error);
      return;
    }
  g_clear_pointer (&self->outline, sme_ink_path_free);
  g_clear_pointer (&self->image, sme_ink_image_unref);
  self->outline = g_steal_pointer (&saving->outline);
  self->image = g_steal_pointer (&saving->image);
  sme_signing_flow_set_state (self, SME_SIGNING_FINISHING);
  g_task_return_boolean (saving->task, TRUE);
}

static Saving *
begin (SmeSigningFlow *self,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->task = sme_signing_flow_begin_call (self, tag, cancellable, callback, user_data);
  return saving;
}

/* Takes @mark over, by which the signature is known; it says so where it is a kept one. */
static void
send (SmeSigningFlow *self, Saving *saving, SmeSignatureInput *body, char *mark)
{
  gint64 reused_at;

  if (sme_signature_draft_find_reused (self->draft, mark, &reused_at))
    sme_record_set_int (SME_RECORD (body), "reused_at", reused_at);
  g_free (mark);
  sme_econtract_call_async (
    self->econtract, SME_OP_PUT_SIGNATURE, sme_record_get_text (SME_RECORD (self->dossier), "id"),
    NULL, SME_RECORD (body), g_task_get_cancellable (saving->task), on_saved, saving);
}

void
sme_signing_flow_save_signature_async (SmeSigningFlow *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (SmeSignatureInput) body = NULL;
  g_autoptr (Saving) saving = NULL;
  GError *error = NULL;

  g_return_if_fail (self->state == SME_SIGNING_DRAWING);

  saving = begin (self, sme_signing_flow_save_signature_async, cancellable, callback, user_data);
  if (!sme_ink_check (sme_signing_flow_get_ink (self), &error))
    {
      g_task_return_error (saving->task, error);
      return;
    }
  body = sme_signature_record_from_ink (sme_signing_flow_get_ink (self));
  send (self, g_steal_pointer (&saving), body,
        sme_signature_mark_ink (sme_signing_flow_get_ink (self)));
}

gboolean
sme_signing_flow_save_signature_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

void
sme_signing_flow_save_typed_async (SmeSigningFlow *self,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (SmeSignatureInput) body = NULL;
  g_autoptr (Saving) saving = NULL;
  GError *error = NULL;

  g_return_if_fail (self->state == SME_SIGNING_DRAWING);

  saving = begin (self, sme_signing_flow_save_typed_async, cancellable, callback, user_data);
  saving->outline =
    sme_ink_typed (name, NULL, SME_SIGNATURE_TYPED_WIDTH, SME_SIGNATURE_TYPED_HEIGHT, &error);
  if (saving->outline == NULL)
    {
      g_task_return_error (saving->task, error);
      return;
    }
  body = sme_signature_record_from_name (name, saving->outline);
  send (self, g_steal_pointer (&saving), body, sme_signature_mark_name (name));
}

gboolean
sme_signing_flow_save_typed_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

void
sme_signing_flow_save_image_async (SmeSigningFlow *self,
                                   SmeInkImage *image,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (SmeSignatureInput) body = NULL;
  Saving *saving;

  g_return_if_fail (self->state == SME_SIGNING_DRAWING && image != NULL);

  saving = begin (self, sme_signing_flow_save_image_async, cancellable, callback, user_data);
  saving->image = sme_ink_image_ref (image);
  body = sme_signature_record_from_image (image);
  send (self, saving, body, sme_signature_mark_image (image));
}

gboolean
sme_signing_flow_save_image_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}
