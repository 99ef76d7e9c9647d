/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-digest.h"
#include "seal/sme-seal-signer.h"

G_BEGIN_DECLS

/**
 * SmeSealStamper:
 * @signer: who stamps; its certificate must be for timestamps and nothing else
 * @time: (nullable): the time to certify; %NULL for the system's time
 *
 * A timestamping authority of one's own.
 */
typedef struct
{
  SmeSealSigner *signer;
  GDateTime *time;
} SmeSealStamper;

/* A #SmeSealTimestampFunc; @stamper is a #SmeSealStamper. */
GBytes *sme_seal_stamper_stamp (const guint8 digest[SME_SEAL_DIGEST_SIZE],
                                gpointer stamper,
                                GError **error);

/**
 * sme_seal_stamper_answer:
 * @stamper: who answers
 * @request: a TimeStampReq (RFC 3161, 2.4.1) in DER; any bytes do no harm
 * @error: return location for a #SmeSealError
 *
 * Returns: (transfer full): the TimeStampResp in DER, which may be a refusal
 */
GBytes *sme_seal_stamper_answer (SmeSealStamper *stamper, GBytes *request, GError **error);

G_END_DECLS
