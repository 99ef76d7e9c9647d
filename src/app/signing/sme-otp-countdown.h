/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-otp-state.h"

G_BEGIN_DECLS

/**
 * SmeOtpCountdown:
 *
 * How long a code is still valid and how long the person waits for another, by the server's time:
 * the answer says what time it was there, and from then on only elapsed time is counted, which no
 * setting of this computer's clock changes. Time asleep counts.
 */
typedef struct _SmeOtpCountdown SmeOtpCountdown;

/* Microseconds since some moment, running through sleep. */
gint64 sme_otp_countdown_now (void);

/**
 * sme_otp_countdown_new:
 * @otp: the server's answer
 * @asked_at: sme_otp_countdown_now() when the code was asked for: counted from then, the code never
 *   looks younger than it is
 */
SmeOtpCountdown *sme_otp_countdown_new (SmeOtpState *otp, gint64 asked_at);
void sme_otp_countdown_free (SmeOtpCountdown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeOtpCountdown, sme_otp_countdown_free)

/* Seconds, never below 0. */
guint sme_otp_countdown_get_valid (SmeOtpCountdown *self, gint64 now);
guint sme_otp_countdown_get_wait (SmeOtpCountdown *self, gint64 now);

/* The server says to wait @seconds from @now. */
void sme_otp_countdown_set_wait (SmeOtpCountdown *self, guint seconds, gint64 now);

G_END_DECLS
