/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-digest.h"

#include <gio/gio.h>

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

/**
 * SmeSealTimestampVerdict:
 * @SME_SEAL_TIMESTAMP_NONE: there is none
 * @SME_SEAL_TIMESTAMP_TRUSTED: it fits, and a trusted authority made it
 * @SME_SEAL_TIMESTAMP_EXPIRED: as above, but the authority's certificate has expired since
 * @SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER: it fits, but nobody trusted made it
 * @SME_SEAL_TIMESTAMP_BROKEN: it cannot be read or belongs to something else
 * @SME_SEAL_TIMESTAMP_NOT_EVALUATED: there is one, or may be, but what it was made for does not
 *   hold, or could not be read
 */
typedef enum
{
  SME_SEAL_TIMESTAMP_NONE,
  SME_SEAL_TIMESTAMP_TRUSTED,
  SME_SEAL_TIMESTAMP_EXPIRED,
  SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER,
  SME_SEAL_TIMESTAMP_BROKEN,
  SME_SEAL_TIMESTAMP_NOT_EVALUATED,
} SmeSealTimestampVerdict;

/**
 * sme_seal_timestamp_check:
 * @token: a TimeStampToken in DER
 * @parts: (array length=n_parts): what it should be a timestamp of, in pieces
 * @n_parts: how many
 * @trusted: (nullable) (element-type SmeSealCertificate): whom to trust
 * @now: when the authority has to be trusted
 * @verdict: (out): what came of it
 *
 * Returns: (transfer full) (nullable): the time it certifies; %NULL if it is broken
 */
GDateTime *sme_seal_timestamp_check (GBytes *token,
                                     GBytes *const *parts,
                                     guint n_parts,
                                     GPtrArray *trusted,
                                     GDateTime *now,
                                     SmeSealTimestampVerdict *verdict);

G_END_DECLS
