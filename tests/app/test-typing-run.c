/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-typing-run.h"

/* The end of a password that is typed when the page with its entry is gone already. */
static void
test_end_of_password (void)
{
  SmeTypingRun run = { 0 };

  g_assert_false (sme_typing_run_note (&run, GDK_KEY_s, 5000, TRUE));
  g_assert_false (sme_typing_run_note (&run, GDK_KEY_Return, 5100, TRUE));
  for (guint32 ms = 5200; ms < 20000; ms += 1900)
    g_assert_false (sme_typing_run_note (&run, GDK_KEY_a, ms, FALSE));
}

static void
test_after_a_pause (void)
{
  SmeTypingRun run = { 0 };

  g_assert_true (sme_typing_run_note (&run, GDK_KEY_h, 5000, FALSE));
  g_assert_false (sme_typing_run_note (&run, GDK_KEY_o, 5100, TRUE));
  g_assert_false (sme_typing_run_note (&run, GDK_KEY_a, 5200, FALSE));
  g_assert_true (sme_typing_run_note (&run, GDK_KEY_d, 7201, FALSE));
  g_assert_true (sme_typing_run_note (&run, GDK_KEY_o, 7300, FALSE));
  /* A clock that wraps is no pause, and none that goes by is missed. */
  g_assert_false (sme_typing_run_note (&run, GDK_KEY_n, G_MAXUINT32 - 50, TRUE));
  g_assert_false (sme_typing_run_note (&run, GDK_KEY_n, 50, FALSE));
  g_assert_true (sme_typing_run_note (&run, GDK_KEY_n, 2051, FALSE));
}

static void
test_going_somewhere (void)
{
  static const guint keys[] = { GDK_KEY_Tab, GDK_KEY_Escape, GDK_KEY_Down, GDK_KEY_F6 };
  static const guint others[] = { GDK_KEY_Shift_L, GDK_KEY_BackSpace, GDK_KEY_Return, GDK_KEY_1 };
  SmeTypingRun run = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_false (sme_typing_run_note (&run, GDK_KEY_a, 5000, TRUE));
      g_assert_false (sme_typing_run_note (&run, others[i], 5050, FALSE));
      g_assert_true (sme_typing_run_note (&run, keys[i], 5100, FALSE));
      g_assert_true (sme_typing_run_note (&run, GDK_KEY_b, 5200, FALSE));
    }
  g_assert_false (sme_typing_run_note (&run, GDK_KEY_a, 5000, TRUE));
  sme_typing_run_end (&run);
  g_assert_true (sme_typing_run_note (&run, GDK_KEY_b, 5100, FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typing-run/the-end-of-a-password-begins-nothing", test_end_of_password);
  g_test_add_func ("/typing-run/a-pause-ends-it", test_after_a_pause);
  g_test_add_func ("/typing-run/going-somewhere-ends-it", test_going_somewhere);
  return g_test_run ();
}
