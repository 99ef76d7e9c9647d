/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-overview.h"

#include "app-fixture.h"
#include "core/sme-record-json.h"

#define SERVICE(more) \
  "{\"id\":\"hrm\",\"name\":\"HRM\",\"provider\":\"VNPT\",\"category_id\":\"management\"," \
  "\"summary\":\"Nhân sự\"" more "}"

static void
set (GtkWidget *overview, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) service = sme_record_from_bytes (SME_TYPE_SERVICE, bytes, 0, NULL, &error);

  g_assert_no_error (error);
  sme_service_overview_set_service (SME_SERVICE_OVERVIEW (overview), service);
  app_run_idle ();
}

static GtkWidget *
show (AppFixture *f, const char *json)
{
  GtkWidget *overview = sme_service_overview_new ();

  set (overview, json);
  app_fixture_show (f, overview, 360, 700);
  return overview;
}

static void
test_both (AppFixture *f, gconstpointer data)
{
  GtkWidget *overview =
    show (f, SERVICE (",\"overview\":[\"Chấm công\",\"Tính lương\"],"
                      "\"values\":[\"Ít sai sót\"],\"slogans\":[\"Minh bạch\"]"));

  g_assert_true (app_shows (overview, "Nhân sự"));
  g_assert_true (app_shows (overview, "MAIN FUNCTIONS"));
  g_assert_true (app_shows (overview, "Tính lương"));
  g_assert_true (app_shows (overview, "VALUE DELIVERED"));
  g_assert_true (app_shows (overview, "Ít sai sót"));
  g_assert_true (app_shows (overview, "Minh bạch"));
  g_assert_nonnull (app_find (overview, GTK_TYPE_BUTTON, "Subscribe now"));
}

/* The guide's services have one list, "GIÁ TRỊ MANG LẠI". */
static void
test_once (AppFixture *f, gconstpointer data)
{
  GtkWidget *overview =
    show (f, SERVICE (",\"overview\":[\"Tiết kiệm\"],\"values\":[\"Tiết kiệm\"]"));

  g_assert_false (app_shows (overview, "MAIN FUNCTIONS"));
  g_assert_true (app_shows (overview, "VALUE DELIVERED"));
  g_assert_true (app_shows (overview, "Tiết kiệm"));
  set (overview, SERVICE (",\"overview\":[\"Tiết kiệm\"]"));
  g_assert_false (app_shows (overview, "MAIN FUNCTIONS"));
  g_assert_true (app_shows (overview, "Tiết kiệm"));
}

static void
test_little (AppFixture *f, gconstpointer data)
{
  GtkWidget *overview = show (f, SERVICE (",\"overview\":[\"Một\"],\"values\":[\"Hai\"]"));

  set (overview, SERVICE (""));
  g_assert_true (app_shows (overview, "Nhân sự"));
  g_assert_false (app_shows (overview, "MAIN FUNCTIONS"));
  g_assert_false (app_shows (overview, "VALUE DELIVERED"));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a14/overview/says-what-it-does-and-what-it-brings", test_both);
  ADD ("/a14/overview/says-nothing-twice", test_once);
  ADD ("/a14/overview/of-a-service-with-little-to-say", test_little);
  return g_test_run ();
}
