/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-route.h"

#include <string.h>

static void
test_parts (void)
{
  g_autoptr (SmeRoute) route = sme_route_parse ("service:smartca-on?tab=pricing&x=a%20b");

  g_assert_nonnull (route);
  g_assert_cmpstr (sme_route_get_name (route), ==, "service");
  g_assert_cmpstr (sme_route_get_id (route), ==, "smartca-on");
  g_assert_cmpstr (sme_route_get_param (route, "tab"), ==, "pricing");
  g_assert_cmpstr (sme_route_get_param (route, "x"), ==, "a b");
  g_assert_null (sme_route_get_param (route, "y"));
}

static void
test_round_trip (void)
{
  /* What stands in an id or value can't break out of it. */
  const char *wild = "a?b&c=d:e/%41 ữ";
  g_autofree char *text = sme_route_build ("activate", wild, "q", wild, "none", NULL, NULL);
  g_autoptr (SmeRoute) route = sme_route_parse (text);

  g_assert_nonnull (route);
  g_assert_cmpstr (sme_route_get_id (route), ==, wild);
  g_assert_cmpstr (sme_route_get_param (route, "q"), ==, wild);
  g_assert_null (sme_route_get_param (route, "none"));
}

static void
test_refused (void)
{
  static const char *const bad[] = { "",         ":id",      "Home",      "home page", "order:",
                                     "order:%0", "home?a%0", "order:%ff", "home?a" };
  g_autofree char *endless = g_strnfill (2001, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (SmeRoute) route = sme_route_parse (bad[i]);

      if (route != NULL)
        g_test_message ("taken: %s", bad[i]);
      g_assert_null (route);
    }
  g_assert_null (sme_route_parse (NULL));
  g_assert_null (sme_route_parse (endless));
}

static void
test_same_page (void)
{
  g_autoptr (SmeRoute) a = sme_route_parse ("service:1");
  g_autoptr (SmeRoute) b = sme_route_parse ("service:1?tab=guide");
  g_autoptr (SmeRoute) c = sme_route_parse ("service:2");
  g_autoptr (SmeRoute) d = sme_route_parse ("service");

  g_assert_true (sme_route_is_same_page (a, b));
  g_assert_false (sme_route_is_same_page (a, c));
  g_assert_false (sme_route_is_same_page (a, d));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/has-name-id-and-parameters", test_parts);
  g_test_add_func ("/route/what-is-built-is-read-back", test_round_trip);
  g_test_add_func ("/route/what-is-no-route-is-refused", test_refused);
  g_test_add_func ("/route/parameters-do-not-make-another-page", test_same_page);
  return g_test_run ();
}
