/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-signature-private.h"

G_DEFINE_BOXED_TYPE (SmeSealSignature,
                     sme_seal_signature,
                     sme_seal_signature_ref,
                     sme_seal_signature_unref)

SmeSealSignature *
sme_seal_signature_new (void)
{
  SmeSealSignature *self = g_atomic_rc_box_new0 (SmeSealSignature);

  self->timestamp_verdict = SME_SEAL_TIMESTAMP_NOT_EVALUATED;
  return self;
}

SmeSealSignature *
sme_seal_signature_ref (SmeSealSignature *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
signature_clear (gpointer data)
{
  SmeSealSignature *self = data;

  g_clear_pointer (&self->certificate, sme_seal_certificate_unref);
  g_clear_pointer (&self->claimed_time, g_date_time_unref);
  g_clear_pointer (&self->timestamp_time, g_date_time_unref);
  g_free (self->field_name);
  g_free (self->reason);
  g_free (self->location);
}

void
sme_seal_signature_unref (SmeSealSignature *self)
{
  g_atomic_rc_box_release_full (self, signature_clear);
}

SmeSealVerdict
sme_seal_signature_get_verdict (SmeSealSignature *self)
{
  switch (self->flaw)
    {
    case SME_SEAL_FLAW_NONE:
      return SME_SEAL_VERDICT_INTACT_TRUSTED;
    case SME_SEAL_FLAW_ISSUER:
    case SME_SEAL_FLAW_PURPOSE:
      return SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER;
    case SME_SEAL_FLAW_VALIDITY:
      return SME_SEAL_VERDICT_INTACT_EXPIRED;
    case SME_SEAL_FLAW_DIGEST:
      return SME_SEAL_VERDICT_CHANGED;
    case SME_SEAL_FLAW_FORMAT:
    case SME_SEAL_FLAW_ALGORITHM:
      return SME_SEAL_VERDICT_NOT_EVALUATED;
    case SME_SEAL_FLAW_SIGNATURE:
    case SME_SEAL_FLAW_SIGNING_CERTIFICATE:
    case SME_SEAL_FLAW_DICTIONARY:
    case SME_SEAL_FLAW_BYTE_RANGE:
    case SME_SEAL_FLAW_NOT_IN_FORM:
    case SME_SEAL_FLAW_CMS:
    default:
      return SME_SEAL_VERDICT_BROKEN;
    }
}

SmeSealFlaw
sme_seal_signature_get_flaw (SmeSealSignature *self)
{
  return self->flaw;
}

gboolean
sme_seal_signature_is_intact (SmeSealSignature *self)
{
  SmeSealVerdict verdict = sme_seal_signature_get_verdict (self);

  return verdict == SME_SEAL_VERDICT_INTACT_TRUSTED ||
         verdict == SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER ||
         verdict == SME_SEAL_VERDICT_INTACT_EXPIRED;
}

gboolean
sme_seal_signature_is_timestamp (SmeSealSignature *self)
{
  return self->is_timestamp;
}

SmeSealCertificate *
sme_seal_signature_get_certificate (SmeSealSignature *self)
{
  return self->certificate;
}

const char *
sme_seal_signature_get_field_name (SmeSealSignature *self)
{
  return self->field_name;
}

const char *
sme_seal_signature_get_reason (SmeSealSignature *self)
{
  return self->reason;
}

const char *
sme_seal_signature_get_location (SmeSealSignature *self)
{
  return self->location;
}

GDateTime *
sme_seal_signature_get_claimed_time (SmeSealSignature *self)
{
  return self->claimed_time;
}

SmeSealTimestampVerdict
sme_seal_signature_get_timestamp_verdict (SmeSealSignature *self)
{
  return self->timestamp_verdict;
}

GDateTime *
sme_seal_signature_get_timestamp_time (SmeSealSignature *self)
{
  return self->timestamp_time;
}

guint
sme_seal_signature_get_certification (SmeSealSignature *self)
{
  return self->certification;
}

gsize
sme_seal_signature_get_signed_size (SmeSealSignature *self)
{
  return self->signed_size;
}

gsize
sme_seal_signature_get_bytes_after (SmeSealSignature *self)
{
  return self->bytes_after;
}

guint
sme_seal_signature_get_revisions_after (SmeSealSignature *self)
{
  return self->revisions_after;
}
