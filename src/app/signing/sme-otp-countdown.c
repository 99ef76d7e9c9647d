/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-otp-countdown.h"

#include <time.h>

struct _SmeOtpCountdown
{
  gint64 valid_until; /* both as sme_otp_countdown_now() counts */
  gint64 wait_until;
};

gint64
sme_otp_countdown_now (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time ();
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

SmeOtpCountdown *
sme_otp_countdown_new (SmeOtpState *otp, gint64 asked_at)
{
  SmeRecord *record = SME_RECORD (otp);
  gint64 server_time = sme_record_get_int (record, "server_time");
  SmeOtpCountdown *self = g_new0 (SmeOtpCountdown, 1);

  self->valid_until = asked_at;
  self->wait_until = asked_at;
  /* Without the server's time its other times mean nothing here. */
  if (!sme_record_has (record, "server_time"))
    return self;
  if (sme_record_has (record, "expires_at"))
    self->valid_until += (sme_record_get_int (record, "expires_at") - server_time) * 1000;
  if (sme_record_has (record, "resend_after"))
    self->wait_until += (sme_record_get_int (record, "resend_after") - server_time) * 1000;
  return self;
}

void
sme_otp_countdown_free (SmeOtpCountdown *self)
{
  g_free (self);
}

/* Rounded up: "0:00" is shown when it is over, not a second before. */
static guint
seconds_until (gint64 then, gint64 now)
{
  return then > now ? (guint) ((then - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

guint
sme_otp_countdown_get_valid (SmeOtpCountdown *self, gint64 now)
{
  return seconds_until (self->valid_until, now);
}

guint
sme_otp_countdown_get_wait (SmeOtpCountdown *self, gint64 now)
{
  return seconds_until (self->wait_until, now);
}

void
sme_otp_countdown_set_wait (SmeOtpCountdown *self, guint seconds, gint64 now)
{
  self->wait_until = now + (gint64) seconds * G_USEC_PER_SEC;
}
