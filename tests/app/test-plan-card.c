/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-plan-card.h"

#include "app-fixture.h"
#include "catalog-samples.h"
#include "core/sme-record-json.h"

#include <string.h>

static GtkWidget *
show (AppFixture *f, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmePlan) plan =
    sme_record_from_bytes (sme_plan_get_type (), bytes, SME_DECODE_STRICT, NULL, NULL);
  GtkWidget *card;

  g_assert_nonnull (plan);
  card = sme_plan_card_new (plan);
  app_fixture_show (f, card, 320, 500);
  return card;
}

static void
test_cycles (AppFixture *f, gconstpointer data)
{
  GtkWidget *card = show (f, SAMPLE_PLAN_BASIC);
  GtkWidget *chooser = app_find (card, GTK_TYPE_DROP_DOWN, NULL);

  g_assert_true (app_shows (card, "220.000\302\240₫"));
  g_assert_true (app_shows (card, "VAT included"));
  g_assert_nonnull (chooser);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 1);
  g_assert_true (app_shows (card, "400.000\302\240₫"));
  g_assert_true (app_shows (card, "/24 months"));
  g_assert_cmpint (sme_plan_card_get_months (SME_PLAN_CARD (card)), ==, 24);
  app_click (card, "Buy now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('smartca-on', 'basic', 24)");
}

static void
test_features (AppFixture *f, gconstpointer data)
{
  GtkWidget *card = show (f, SAMPLE_PLAN_BASIC);
  GtkWidget *more = app_find (card, GTK_TYPE_TOGGLE_BUTTON, "Show more");

  g_assert_true (app_shows (card, "ba"));
  g_assert_false (app_shows (card, "bốn"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  app_run_idle ();
  g_assert_true (app_shows (card, "bốn"));
  g_assert_nonnull (app_find (card, GTK_TYPE_TOGGLE_BUTTON, "Show less"));
}

static void
test_free (AppFixture *f, gconstpointer data)
{
  GtkWidget *card = show (f, SAMPLE_PLAN_PS);

  g_assert_true (app_shows (card, "0\302\240₫"));
  g_assert_true (app_shows (card, "12 months"));
  g_assert_true (app_shows (card, "Demonstration price"));
  g_assert_null (app_find (card, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_false (app_shows (card, "Features"));
  app_click (card, "Buy now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('', 'ps', 12)");
}

static void
test_on_request (AppFixture *f, gconstpointer data)
{
  GtkWidget *card = show (f, SAMPLE_PLAN_CONTACT);

  g_assert_true (app_shows (card, "Price on request"));
  g_assert_null (app_find (card, GTK_TYPE_BUTTON, "Buy now"));
  g_assert_nonnull (app_find (card, GTK_TYPE_BUTTON, "Call 1800 1260 (free)"));
  g_assert_false (app_shows (card, "Choose payment cycle"));
}

/* Beside the price, not first in the quote; what can be left out is chosen there. */
static void
test_required_addon (AppFixture *f, gconstpointer data)
{
  GtkWidget *card =
    show (f, "{\"id\":\"camera\",\"name\":\"Camera\",\"model\":\"flat\",\"basis\":\"seed\","
             "\"cycles\":[{\"months\":12,\"price\":660000}],\"addons\":["
             "{\"id\":\"a\",\"name\":\"Camera trong nhà\",\"price\":660000,\"required\":true},"
             "{\"id\":\"b\",\"name\":\"Thẻ nhớ\",\"price\":165000,\"required\":false}]}");

  g_assert_true (app_shows (card, "Camera trong nhà: 660.000\302\240₫ once per order, required"));
  g_assert_false (app_shows (card, "Thẻ nhớ"));
}

static void
test_names (AppFixture *f, gconstpointer data)
{
  GtkWidget *card = show (f, SAMPLE_PLAN_BASIC);
  GtkWidget *buy = app_find (card, GTK_TYPE_BUTTON, "Buy now");

  app_assert_named (card);
  /* Several "Buy now" stand on one page. */
  gtk_test_accessible_assert_property (buy, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Buy SMARTCA CÁ NHÂN CƠ BẢN now");
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a15/the-cycle-decides-the-price-and-what-is-bought", test_cycles);
  ADD ("/a15/show-more-shows-every-feature", test_features);
  ADD ("/a15/what-has-to-be-ordered-with-it-is-said", test_required_addon);
  ADD ("/a15/one-cycle-needs-no-chooser", test_free);
  ADD ("/plan-card/on-request-offers-the-hotline", test_on_request);
  ADD ("/plan-card/buttons-have-names-of-their-own", test_names);
  return g_test_run ();
}
