/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "seal/sme-seal-timestamp.h"

G_BEGIN_DECLS

/**
 * sme_timestamps_stamp:
 * @digest: SHA-256 of what is to be stamped
 * @call: the #SmeCall that needs it
 * @error: UNAVAILABLE of %SME_PROBLEM, for a caller that can try again
 *
 * Asks the authority of the configuration, over HTTP (RFC 3161, 3.4); without one, the backend's
 * own, which stamps the call's time. Blocks for ten seconds at most: not within a transaction.
 *
 * Returns: (transfer full): a #SmeSealTimestampFunc's token
 */
GBytes *
sme_timestamps_stamp (const guint8 digest[SME_SEAL_DIGEST_SIZE], gpointer call, GError **error);

/* Whether an authority may be asked at @url: https, or plain http on this computer. */
gboolean sme_timestamps_may_ask (const char *url);

G_END_DECLS
