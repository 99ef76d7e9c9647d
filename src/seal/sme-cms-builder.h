/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-digest.h"
#include "seal/sme-seal-signer.h"
#include "seal/sme-seal-timestamp.h"

G_BEGIN_DECLS

/**
 * sme_cms_build:
 * @signer: who signs
 * @digest: SHA-256 of the signed bytes
 * @timestamp: (nullable): where to get a timestamp of the signature
 * @timestamp_data: handed to @timestamp
 * @error: return location for a #SmeSealError
 *
 * Makes a detached CMS signature of level PAdES B-B, or B-T with a timestamp (ETSI EN 319 142-1):
 * signed attributes contentType, messageDigest and signing-certificate-v2, no signingTime, the
 * whole chain embedded.
 *
 * Returns: (transfer full): the ContentInfo in DER
 */
GBytes *sme_cms_build (SmeSealSigner *signer,
                       const guint8 digest[SME_SEAL_DIGEST_SIZE],
                       SmeSealTimestampFunc timestamp,
                       gpointer timestamp_data,
                       GError **error);

G_END_DECLS
