/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-screen.h"

static Journey *journey;

static void
test_search (void)
{
  g_autoptr (JourneyNode) card = NULL;

  journey_start (journey, NULL);
  journey_screen_dump (journey, "home.txt");
  journey_keys (journey, "ctrl+f");
  journey_type (journey, "ky so tu xa");
  journey_see (journey, "Ký số từ xa - VNPT SmartCA ON");
  journey_screen_dump (journey, "search.txt");
  journey_picture (journey, "search");
  journey_press (journey, "Ký số từ xa - VNPT SmartCA ON");
  journey_press (journey, L ("Bảng giá"));
  journey_see (journey, "SMARTCA CÁ NHÂN CƠ BẢN");
  journey_screen_dump (journey, "pricing.txt");
  journey_picture (journey, "pricing");
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("catalog");
  g_test_add_func ("/journey/a11/search", test_search);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
