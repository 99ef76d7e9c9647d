/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A household business declares and pays. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"
#define HOUSEHOLD "Hộ kinh doanh Phở An"
/* The owner's personal number, since 01/07/2025. */
#define TAX_CODE "031190001234"
#define NUMBER "41A8012345"

static Journey *journey;

static void
test_household (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register_business (journey, &journey_person, L ("HỘ KINH DOANH"), HOUSEHOLD, TAX_CODE);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_see (journey, T ("Enter exactly the business registration address"));
  journey_enter (journey, T ("Registration number"), NUMBER);
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
}

static void
test_review (void)
{
  journey_see (journey, T ("I have read and agree to the terms of service"));
  journey_see (journey, HOUSEHOLD);
  journey_see (journey, NUMBER);
  journey_see (journey, TAX_CODE);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("household");
  g_test_add_func ("/household-journey/a22-a23-a24/a-household-declares", test_household);
  g_test_add_func ("/household-journey/a30/its-data-stand-in-the-review", test_review);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
