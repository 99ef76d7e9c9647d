/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signature on its way to eContract: drawn, or typed. */
#include "app/signing/sme-signing-flow-private.h"

#include "app/signing/sme-signature-record.h"
#include "ink/sme-ink-check.h"
#include "ink/sme-ink-typed.h"

void
sme_signing_flow_take_outline (SmeSigningFlow *self, SmeInkPath *outline)
{
  g_clear_pointer (&self->outline, sme_ink_path_free);
  self->outline = outline;
}

const SmeInkPath *
sme_signing_flow_get_outline (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->outline;
}

static void
take_answer (GTask *task, GObject *source, GAsyncResult *result, SmeInkPath *outline)
{
  SmeSigningFlow *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (dossier == NULL)
    {
      g_clear_pointer (&outline, sme_ink_path_free);
      sme_signing_flow_return_error (task, error);
      return;
    }
  sme_signing_flow_take_outline (self, outline);
  sme_signing_flow_set_state (self, SME_SIGNING_FINISHING);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
on_signature_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take_answer (user_data, source, result, NULL);
}

static void
send_signature (GTask *task, SmeSignatureInput *body, GAsyncReadyCallback callback, gpointer data)
{
  SmeSigningFlow *self = g_task_get_source_object (task);

  sme_econtract_call_async (self->econtract, SME_OP_PUT_SIGNATURE,
                            sme_record_get_text (SME_RECORD (self->dossier), "id"), NULL,
                            SME_RECORD (body), g_task_get_cancellable (task), callback, data);
}

void
sme_signing_flow_save_signature_async (SmeSigningFlow *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (SmeSignatureInput) body = NULL;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (self->state == SME_SIGNING_DRAWING);

  task = sme_signing_flow_begin_call (self, sme_signing_flow_save_signature_async, cancellable,
                                      callback, user_data);
  if (!sme_ink_check (sme_signing_flow_get_ink (self), &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  body = sme_signature_record_from_ink (sme_signing_flow_get_ink (self));
  send_signature (task, body, on_signature_saved, task);
}

gboolean
sme_signing_flow_save_signature_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

/* A name under way. */
typedef struct
{
  GTask *task;
  SmeInkPath *outline;
} Typed;

static void
on_typed_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Typed *typed = user_data;

  take_answer (typed->task, source, result, typed->outline);
}

void
sme_signing_flow_save_typed_async (SmeSigningFlow *self,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (SmeSignatureInput) body = NULL;
  SmeInkPath *outline;
  GTask *task;
  Typed *typed;
  GError *error = NULL;

  g_return_if_fail (self->state == SME_SIGNING_DRAWING);

  task = sme_signing_flow_begin_call (self, sme_signing_flow_save_typed_async, cancellable,
                                      callback, user_data);
  outline =
    sme_ink_typed (name, NULL, SME_SIGNATURE_TYPED_WIDTH, SME_SIGNATURE_TYPED_HEIGHT, &error);
  if (outline == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  body = sme_signature_record_from_name (name, outline);
  typed = g_new0 (Typed, 1);
  typed->task = task;
  typed->outline = outline;
  send_signature (task, body, on_typed_saved, typed);
}

gboolean
sme_signing_flow_save_typed_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}
