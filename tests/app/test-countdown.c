/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-countdown.h"

static void
note (SmeCountdown *countdown, GParamSpec *pspec, gpointer data)
{
  g_array_append_vals (data, &(guint){ sme_countdown_get_seconds (countdown) }, 1);
}

static void
test_down (void)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  SmeCountdown *countdown = sme_countdown_new ();
  gint64 start = g_get_monotonic_time ();

  g_signal_connect (countdown, "notify::seconds", G_CALLBACK (note), seen);
  sme_countdown_start (countdown, 2);
  while (sme_countdown_get_seconds (countdown) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (g_array_index (seen, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (seen, guint, seen->len - 1), ==, 0);
  for (guint i = 1; i < seen->len; i++)
    g_assert_cmpuint (g_array_index (seen, guint, i), <, g_array_index (seen, guint, i - 1));
  g_assert_finalize_object (countdown);
}

static void
test_anew (void)
{
  SmeCountdown *countdown = sme_countdown_new ();

  sme_countdown_start (countdown, 60);
  g_assert_cmpuint (sme_countdown_get_seconds (countdown), ==, 60);
  sme_countdown_start (countdown, 0);
  g_assert_cmpuint (sme_countdown_get_seconds (countdown), ==, 0);
  sme_countdown_start (countdown, 30);
  g_assert_cmpuint (sme_countdown_get_seconds (countdown), ==, 30);
  /* With its timer running. */
  g_assert_finalize_object (countdown);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/countdown/ends-when-the-time-has-come", test_down);
  g_test_add_func ("/countdown/starts-anew", test_anew);
  return g_test_run ();
}
