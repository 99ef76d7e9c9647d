/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-try-button.h"

#include "app-fixture.h"
#include "core/sme-record-json.h"

#define PLAN(id, model, days) \
  "{\"id\":\"" id "\",\"service_id\":\"hrm\",\"name\":\"" id "\",\"model\":\"" model "\"," \
  "\"basis\":\"assumed\",\"trial_days\":" #days "," \
  "\"cycles\":[{\"months\":3,\"price\":0},{\"months\":12,\"price\":0}]}"
#define SERVICE(url, plans) \
  "{\"id\":\"hrm\",\"name\":\"HRM\",\"provider\":\"VNPT\",\"category_id\":\"management\"," \
  "\"experience_url\":\"" url "\",\"plans\":[" plans "]}"

static void
set (GtkWidget *button, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) service = sme_record_from_bytes (SME_TYPE_SERVICE, bytes, 0, NULL, &error);

  g_assert_no_error (error);
  sme_try_button_set_service (SME_TRY_BUTTON (button), service);
}

static GtkWidget *
show (AppFixture *f, const char *json)
{
  GtkWidget *button = sme_try_button_new ();

  set (button, json);
  app_fixture_show (f, button, 300, 100);
  return button;
}

static void
test_trial (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = show (f, SERVICE ("", PLAN ("fixed", "flat", 0) "," PLAN (
                                              "short", "flat", 15) "," PLAN ("long", "flat", 30)));

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Leads to ordering the plan that is free to try for 30 days");
  app_assert_named (button);
  app_click (button, "Try it now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('hrm', 'long', 3)");
}

static void
test_free (AppFixture *f, gconstpointer data)
{
  GtkWidget *button =
    show (f, SERVICE ("", PLAN ("long", "flat", 30) "," PLAN ("gratis", "free", 0)));

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Leads to ordering the plan that costs nothing");
  app_click (button, "Try it now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('hrm', 'gratis', 3)");
}

static void
test_page (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = show (f, SERVICE ("https://smartca.vnpt.vn/", PLAN ("gratis", "free", 0)));

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Opens the provider's page in the browser");
}

/* What a server sends instead of a web address leads nowhere; a plan may still be tried. */
static void
test_not_a_page (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = show (f, SERVICE ("file:///etc/passwd", PLAN ("long", "flat", 30)));

  app_click (button, "Try it now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('hrm', 'long', 3)");
  set (button, SERVICE ("file:///etc/passwd", PLAN ("fixed", "flat", 0)));
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_nothing (AppFixture *f, gconstpointer data)
{
  GtkWidget *button = show (f, SERVICE ("", PLAN ("long", "flat", 30)));

  g_assert_true (gtk_widget_get_visible (button));
  set (button, SERVICE ("", PLAN ("fixed", "flat", 0)));
  g_assert_false (gtk_widget_get_visible (button));
  /* A plan without a cycle can't be ordered. */
  set (button, SERVICE ("", "{\"id\":\"ask\",\"service_id\":\"hrm\",\"name\":\"Liên hệ\","
                            "\"model\":\"contact\",\"basis\":\"contact\",\"trial_days\":30}"));
  g_assert_false (gtk_widget_get_visible (button));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a14/try-it-now/leads-to-the-longest-trial", test_trial);
  ADD ("/a14/try-it-now/leads-to-what-costs-nothing", test_free);
  ADD ("/a14/try-it-now/leads-to-the-providers-page", test_page);
  ADD ("/a14/try-it-now/opens-web-pages-only", test_not_a_page);
  ADD ("/a14/try-it-now/is-not-there-without-a-trial", test_nothing);
  return g_test_run ();
}
