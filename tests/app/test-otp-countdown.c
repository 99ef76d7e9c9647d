/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-otp-countdown.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define SERVER_TIME G_GINT64_CONSTANT (4000000000000) /* far from any clock here */

static SmeOtpState *
make_otp (void)
{
  SmeOtpState *otp = sme_otp_state_new ();
  SmeRecord *record = SME_RECORD (otp);

  sme_record_set_int (record, "server_time", SERVER_TIME);
  sme_record_set_int (record, "expires_at", SERVER_TIME + 300000);
  sme_record_set_int (record, "resend_after", SERVER_TIME + 30000);
  sme_record_set_int (record, "attempts_left", 3);
  return otp;
}

static void
test_counts_from_the_server (void)
{
  g_autoptr (SmeOtpState) otp = make_otp ();
  g_autoptr (SmeOtpCountdown) countdown = sme_otp_countdown_new (otp, 5 * SECOND);

  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 5 * SECOND), ==, 300);
  g_assert_cmpuint (sme_otp_countdown_get_wait (countdown, 5 * SECOND), ==, 30);
  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 6 * SECOND + 1), ==, 299);
  g_assert_cmpuint (sme_otp_countdown_get_wait (countdown, 35 * SECOND), ==, 0);
  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 305 * SECOND - 1), ==, 1);
  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 305 * SECOND), ==, 0);
  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 9999 * SECOND), ==, 0);
}

static void
test_needs_the_servers_time (void)
{
  g_autoptr (SmeOtpState) otp = make_otp ();
  g_autoptr (SmeOtpCountdown) countdown = NULL;

  sme_record_unset (SME_RECORD (otp), "server_time");
  countdown = sme_otp_countdown_new (otp, 0);
  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 0), ==, 0);
  g_assert_cmpuint (sme_otp_countdown_get_wait (countdown, 0), ==, 0);
}

static void
test_waits_longer (void)
{
  g_autoptr (SmeOtpState) otp = make_otp ();
  g_autoptr (SmeOtpCountdown) countdown = sme_otp_countdown_new (otp, 0);

  sme_otp_countdown_set_wait (countdown, 12, 40 * SECOND);
  g_assert_cmpuint (sme_otp_countdown_get_wait (countdown, 41 * SECOND), ==, 11);
  g_assert_cmpuint (sme_otp_countdown_get_valid (countdown, 41 * SECOND), ==, 259);
}

static void
test_now_runs (void)
{
  gint64 before = sme_otp_countdown_now ();

  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (sme_otp_countdown_now (), >=, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a43/countdown-from-server-time", test_counts_from_the_server);
  g_test_add_func ("/otp-countdown/needs-the-servers-time", test_needs_the_servers_time);
  g_test_add_func ("/otp-countdown/waits-longer", test_waits_longer);
  g_test_add_func ("/otp-countdown/now-runs", test_now_runs);
  return g_test_run ();
}
