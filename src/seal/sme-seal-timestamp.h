/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-digest.h"
#include "seal/sme-seal-signer.h"

G_BEGIN_DECLS

/**
 * SmeSealTimestampFunc:
 * @digest: SHA-256 of what is to be stamped
 * @user_data: as given with the function
 * @error: return location for an error
 *
 * Returns: (transfer full): an RFC 3161 TimeStampToken in DER, or %NULL with @error set
 */
typedef GBytes *(*SmeSealTimestampFunc) (const guint8 digest[SME_SEAL_DIGEST_SIZE],
                                         gpointer user_data,
                                         GError **error);

G_END_DECLS
