/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money comes while the program is closed: the next start tells of it, and from there it goes
 * on to the contract. */
#include "config.h"

#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-notices.h"
#include "journey-signing.h"
#include "journey-steps.h"

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"

static Journey *journey;

static void
test_code (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press_button (journey, T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  journey_quit (journey);
}

static void
test_paid (void)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "pay-while-closed.py", NULL);
  g_autofree char *backend =
    g_build_filename (SME_BUILD_ROOT, "src", "backend", "onesme-backend", NULL);
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "onesme", "backend", NULL);
  g_autofree char *state = journey_run (journey, script, backend, directory, journey_person.email,
                                        journey_person.password, NULL);

  g_assert_cmpstr (g_strstrip (state), ==, "applied");
}

static void
test_told (void)
{
  g_autoptr (JourneyNotices) notices = journey_notices_new (journey);

  journey_start (journey, NULL);
  journey_notices_see (notices, "đã được thanh toán");
  journey_notices_press (notices);
  journey_see_contract (journey);
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("closed");
  g_test_add_func ("/closed-journey/a32/a-code-is-waited-for", test_code);
  g_test_add_func ("/closed-journey/a33/the-money-comes-while-it-is-closed", test_paid);
  g_test_add_func ("/closed-journey/a33/the-next-start-tells-of-it-and-goes-on", test_told);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
