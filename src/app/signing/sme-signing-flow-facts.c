/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a signing by what shows it. */
#include "app/signing/sme-signing-flow-private.h"

gboolean
sme_signing_flow_is_of_signer (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), FALSE);
  return self->dossier_id != NULL;
}

SmeEcontract *
sme_signing_flow_get_econtract (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->econtract;
}

const char *
sme_signing_flow_get_dossier_id (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->dossier_id;
}

SmeSigningState
sme_signing_flow_get_state (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), SME_SIGNING_LOADING);
  return self->state;
}

SmeDossier *
sme_signing_flow_get_dossier (SmeSigningFlow *self)
{
  return self->dossier;
}

GPtrArray *
sme_signing_flow_get_documents (SmeSigningFlow *self)
{
  return self->documents;
}

SmeInk *
sme_signing_flow_get_ink (SmeSigningFlow *self)
{
  return self->keeper != NULL ? sme_ink_keeper_get_ink (self->keeper) : NULL;
}

SmeSignatureDraft *
sme_signing_flow_get_draft (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->draft;
}

const char *
sme_signing_flow_get_username (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->username;
}

const char *
sme_signing_flow_get_sent_to (SmeSigningFlow *self)
{
  return self->sent_to;
}

int
sme_signing_flow_get_attempts_left (SmeSigningFlow *self)
{
  return self->attempts_left;
}

guint
sme_signing_flow_get_valid_seconds (SmeSigningFlow *self)
{
  return self->countdown != NULL
           ? sme_otp_countdown_get_valid (self->countdown, sme_otp_countdown_now ())
           : 0;
}

guint
sme_signing_flow_get_wait_seconds (SmeSigningFlow *self)
{
  return self->countdown != NULL
           ? sme_otp_countdown_get_wait (self->countdown, sme_otp_countdown_now ())
           : 0;
}

gboolean
sme_signing_flow_has_code (SmeSigningFlow *self)
{
  return sme_signing_flow_get_valid_seconds (self) > 0;
}

gboolean
sme_signing_flow_needs_code (SmeSigningFlow *self)
{
  return self->state == SME_SIGNING_OTP && !self->code_sent;
}

void
sme_signing_flow_confirm_read (SmeSigningFlow *self)
{
  g_return_if_fail (self->state == SME_SIGNING_READING);
  sme_signing_flow_set_state (self,
                              self->password_required ? SME_SIGNING_PASSWORD : SME_SIGNING_OTP);
}

void
sme_signing_flow_draw_again (SmeSigningFlow *self)
{
  g_return_if_fail (self->state == SME_SIGNING_FINISHING);
  sme_signing_flow_set_state (self, SME_SIGNING_DRAWING);
}

SmeDossierKind
sme_signing_flow_get_kind (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), SME_DOSSIER_CONTRACT);
  return self->kind;
}

const char *
sme_signing_flow_get_order_id (SmeSigningFlow *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_FLOW (self), NULL);
  return self->order_id;
}
