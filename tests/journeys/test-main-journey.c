/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main journey: from the search to a signed contract that others can check. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#define SERVICE "Ký số từ xa - VNPT SmartCA ON"
#define PLAN_FREE "SMARTCA PS (PAY AS YOU GO)"
#define PLAN_PAID "SMARTCA CÁ NHÂN CƠ BẢN"

static Journey *journey;

static void
test_search (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN_FREE);
  journey_see (journey, T ("You have no account yet?"));
}

static void
test_register (void)
{
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_see (journey, PLAN_FREE);
  journey_press (journey, L ("Tiếp theo"));
}

static void
test_declare (void)
{
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_screen_dump (journey, "pay.txt");
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Finish the order"));
  journey_see (journey, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
  journey_see (journey, T ("Please read the contract first"));
  journey_screen_dump (journey, "sign.txt");
  journey_picture (journey, "sign");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("main");
  g_test_add_func ("/journey/a11-a12-a15/a-search-without-diacritics-leads-to-the-plan",
                   test_search);
  g_test_add_func ("/journey/a16-a17-a20/a-new-account-goes-on-with-the-order", test_register);
  g_test_add_func ("/journey/a21-a22-a24/b", test_declare);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
