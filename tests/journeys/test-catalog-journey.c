/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog by the keyboard alone. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#define TRIAL "Quản lý nhân sự VNPT HRM"
#define FIRST "Ký số từ xa - VNPT SmartCA"

static Journey *journey;
static char *before; /* how many were found without a filter */

/* "6 kết quả" */
static char *
read_count (void)
{
  journey_wait_until_calm (journey);
  return journey_read (journey, "kết quả");
}

static void
test_search (void)
{
  journey_start (journey, NULL);
  journey_see (journey, T ("Popular services"));
  journey_keys (journey, "ctrl+f");
  journey_type (journey, "ky so tu xa");
  journey_see (journey, journey_service_name ());
  before = read_count ();
}

static void
test_drop_down (void)
{
  g_autofree char *after = NULL;

  journey_tab_to (journey, T ("Customer type"));
  journey_keys (journey, "space");
  journey_wait_until_calm (journey);
  journey_keys (journey, "Down");
  journey_keys (journey, "Return");
  journey_see (journey, T ("Clear filters"));
  after = read_count ();
  g_assert_cmpstr (after, !=, before);
}

static void
test_toggle (void)
{
  g_autofree char *after = NULL;

  journey_tab_to (journey, T ("Free to try"));
  journey_keys (journey, "space");
  after = read_count ();
  g_assert_cmpstr (after, !=, before);
}

static void
test_cleared (void)
{
  g_autofree char *after = NULL;

  journey_tab_to (journey, T ("Clear filters"));
  journey_keys (journey, "Return");
  journey_see_no_more (journey, T ("Clear filters"));
  after = read_count ();
  g_assert_cmpstr (after, ==, before);
}

/* From the filters on to what was found, and into it. */
static void
test_opened (void)
{
  journey_tab_to (journey, FIRST);
  journey_keys (journey, "Return");
  journey_see (journey, L ("GIÁ TRỊ MANG LẠI"));
  journey_picture (journey, "opened");
}

/* Without a page of the provider's "Trải nghiệm ngay" orders what can be tried, after signing in.
 */
static void
test_try (void)
{
  journey_keys (journey, "ctrl+f");
  journey_keys (journey, "ctrl+a");
  journey_type (journey, "nhan su");
  journey_see (journey, TRIAL);
  journey_wait_until_calm (journey);
  journey_press (journey, TRIAL);
  journey_press (journey, L ("Trải nghiệm ngay"));
  journey_see (journey, L ("Địa chỉ email"));
  journey_picture (journey, "try");
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("catalog");
  g_test_add_func ("/catalog-journey/a11/search-by-keyboard", test_search);
  g_test_add_func ("/catalog-journey/a11/a-filter-is-chosen-by-keyboard", test_drop_down);
  g_test_add_func ("/catalog-journey/a11/a-filter-is-pressed-by-keyboard", test_toggle);
  g_test_add_func ("/catalog-journey/a11/filters-are-cleared-by-keyboard", test_cleared);
  g_test_add_func ("/catalog-journey/a11-a14/a-find-is-opened-by-keyboard", test_opened);
  g_test_add_func ("/catalog-journey/a14/try-it-now-leads-to-the-order", test_try);
  status = g_test_run ();
  journey_free (journey);
  g_free (before);
  return status;
}
