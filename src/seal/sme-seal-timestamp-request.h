/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-digest.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sme_seal_timestamp_request_new:
 * @digest: SHA-256 of what is to be stamped
 * @error: return location for a #SmeSealError
 *
 * Returns: (transfer full): a TimeStampReq (RFC 3161, 2.4.1) in DER with a nonce of its own, that
 *   asks for the authority's certificates too
 */
GBytes *sme_seal_timestamp_request_new (const guint8 digest[SME_SEAL_DIGEST_SIZE], GError **error);

/**
 * sme_seal_timestamp_request_read:
 * @request: as made above
 * @answer: what the authority sent; any bytes do no harm
 * @error: return location for %SME_SEAL_ERROR_TIMESTAMP
 *
 * Refuses an answer that is to another request, or whose signature does not hold. Whether the
 * authority can be trusted is for those who read the sealed file.
 *
 * Returns: (transfer full): the TimeStampToken in DER
 */
GBytes *sme_seal_timestamp_request_read (GBytes *request, GBytes *answer, GError **error);

G_END_DECLS
