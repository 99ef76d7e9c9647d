/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* Codes of a dossier in a span of time; an operator begins it anew. */
#define SME_OTP_MAX_SENDS 5
#define SME_OTP_SENDS_SPAN_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/* How long it takes until fewer than @sends codes lie within the span, of what the order is to
 * sign now; 0: it is so already. The chain of the order is what counts them. */
gboolean sme_store_find_otp_wait (SmeCall *call,
                                  const char *order_id,
                                  guint sends,
                                  gint64 *wait_ms,
                                  GError **error);

G_END_DECLS
