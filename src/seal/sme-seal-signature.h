/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-certificate.h"
#include "seal/sme-seal-timestamp.h"

G_BEGIN_DECLS

/**
 * SmeSealVerdict:
 * @SME_SEAL_VERDICT_INTACT_TRUSTED: what was signed is unchanged, and a trusted issuer vouches
 * @SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER: unchanged, but nobody trusted vouches for the signer
 * @SME_SEAL_VERDICT_INTACT_EXPIRED: unchanged and vouched for, but the certificate is not valid at
 *   the time that can be proved: that of a timestamp, else now
 * @SME_SEAL_VERDICT_CHANGED: what was signed has been changed
 * @SME_SEAL_VERDICT_BROKEN: not a signature that could hold; may be an attempt to deceive
 * @SME_SEAL_VERDICT_NOT_EVALUATED: of a kind that is not judged here
 *
 * Intact speaks of the signed revision only: see sme_seal_signature_get_bytes_after().
 */
typedef enum
{
  SME_SEAL_VERDICT_INTACT_TRUSTED,
  SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER,
  SME_SEAL_VERDICT_INTACT_EXPIRED,
  SME_SEAL_VERDICT_CHANGED,
  SME_SEAL_VERDICT_BROKEN,
  SME_SEAL_VERDICT_NOT_EVALUATED,
} SmeSealVerdict;

/**
 * SmeSealFlaw:
 * @SME_SEAL_FLAW_NONE: there is none
 * @SME_SEAL_FLAW_ISSUER: no chain to a trusted certificate
 * @SME_SEAL_FLAW_PURPOSE: the certificate is not for signing documents
 * @SME_SEAL_FLAW_VALIDITY: the certificate is not valid at the time that can be proved
 * @SME_SEAL_FLAW_DIGEST: the signed bytes are not those that were signed
 * @SME_SEAL_FLAW_SIGNATURE: the signature does not fit the certificate's key
 * @SME_SEAL_FLAW_SIGNING_CERTIFICATE: the signature is bound to another certificate, or to none
 * @SME_SEAL_FLAW_DICTIONARY: the signature's dictionary is incomplete or ambiguous
 * @SME_SEAL_FLAW_BYTE_RANGE: the signed range is not everything but the signature's own place
 * @SME_SEAL_FLAW_NOT_IN_FORM: no signature field of the signed revision holds the signature
 * @SME_SEAL_FLAW_CMS: the cryptographic message cannot be read
 * @SME_SEAL_FLAW_FORMAT: a kind of signature not judged here
 * @SME_SEAL_FLAW_ALGORITHM: an algorithm or key that is too weak or unknown
 *
 * Why a verdict is not %SME_SEAL_VERDICT_INTACT_TRUSTED.
 */
typedef enum
{
  SME_SEAL_FLAW_NONE,
  SME_SEAL_FLAW_ISSUER,
  SME_SEAL_FLAW_PURPOSE,
  SME_SEAL_FLAW_VALIDITY,
  SME_SEAL_FLAW_DIGEST,
  SME_SEAL_FLAW_SIGNATURE,
  SME_SEAL_FLAW_SIGNING_CERTIFICATE,
  SME_SEAL_FLAW_DICTIONARY,
  SME_SEAL_FLAW_BYTE_RANGE,
  SME_SEAL_FLAW_NOT_IN_FORM,
  SME_SEAL_FLAW_CMS,
  SME_SEAL_FLAW_FORMAT,
  SME_SEAL_FLAW_ALGORITHM,
} SmeSealFlaw;

#define SME_TYPE_SEAL_SIGNATURE (sme_seal_signature_get_type ())

/**
 * SmeSealSignature:
 *
 * What was found out about one signature of a file. Reference counted and never changed. Strings
 * and objects it returns are its own. What a signature looks like on the page is no part of this:
 * anyone can draw a seal.
 */
typedef struct _SmeSealSignature SmeSealSignature;

GType sme_seal_signature_get_type (void);
SmeSealSignature *sme_seal_signature_ref (SmeSealSignature *self);
void sme_seal_signature_unref (SmeSealSignature *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSealSignature, sme_seal_signature_unref)

SmeSealVerdict sme_seal_signature_get_verdict (SmeSealSignature *self);
SmeSealFlaw sme_seal_signature_get_flaw (SmeSealSignature *self);
gboolean sme_seal_signature_is_intact (SmeSealSignature *self); /* one of the three INTACT */

/* Whether it is a document timestamp (PAdES) rather than someone's signature. */
gboolean sme_seal_signature_is_timestamp (SmeSealSignature *self);

/* Who signed. (nullable): for a document timestamp, and if it could not be read. */
SmeSealCertificate *sme_seal_signature_get_certificate (SmeSealSignature *self);

/* What the signer claims; covered by the signature but proved by nobody. All (nullable). */
const char *sme_seal_signature_get_field_name (SmeSealSignature *self);
const char *sme_seal_signature_get_reason (SmeSealSignature *self);
const char *sme_seal_signature_get_location (SmeSealSignature *self);
GDateTime *sme_seal_signature_get_claimed_time (SmeSealSignature *self);

/* The timestamp of the signature, or the document timestamp itself. The time is (nullable). */
SmeSealTimestampVerdict sme_seal_signature_get_timestamp_verdict (SmeSealSignature *self);
GDateTime *sme_seal_signature_get_timestamp_time (SmeSealSignature *self);

/* 1 to 3 if this signature certifies the document (ISO 32000-1, 12.8.2.2), else 0. */
guint sme_seal_signature_get_certification (SmeSealSignature *self);

/* The size of the signed revision, what the file has after it, and how many updates that is. 0 and
 * everything if the signed range makes no sense. */
gsize sme_seal_signature_get_signed_size (SmeSealSignature *self);
gsize sme_seal_signature_get_bytes_after (SmeSealSignature *self);
guint sme_seal_signature_get_revisions_after (SmeSealSignature *self);

G_END_DECLS
