/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-reviews.h"

#include "app-fixture.h"
#include "catalog-samples.h"
#include "core/sme-record-json.h"

#define OWN \
  "{\"id\":\"r1\",\"author\":\"N. V. An\",\"stars\":5,\"text\":\"Ký nhanh\"," \
  "\"created_at\":\"2026-10-01T02:00:00Z\",\"own\":true}"
#define COUNTS \
  ",\"star_counts\":[{\"stars\":5,\"count\":3},{\"stars\":4,\"count\":0}," \
  "{\"stars\":3,\"count\":1},{\"stars\":2,\"count\":0},{\"stars\":1,\"count\":0}]"
#define WITH(more) "{" SAMPLE_CARD_FIELDS ",\"may_review\":true" more "}"

static GtkWidget *
show (AppFixture *f, const char *json, const char *reviews)
{
  GtkWidget *widget = sme_service_reviews_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) service = sme_record_from_bytes (SME_TYPE_SERVICE, bytes, 0, NULL, &error);

  g_assert_no_error (error);
  fake_shop_answer (f->shop, SME_OP_LIST_REVIEWS, NULL, reviews);
  sme_service_reviews_set_service (SME_SERVICE_REVIEWS (widget), SME_CALLER (f->shop), service);
  app_fixture_show (f, widget, 320, 700);
  return widget;
}

static void
test_histogram (AppFixture *f, gconstpointer data)
{
  GtkWidget *reviews = show (f, WITH (COUNTS), SAMPLE_LIST (OWN, 1));
  GtkWidget *bar = app_find (reviews, GTK_TYPE_LEVEL_BAR, NULL);

  g_assert_true (app_shows (reviews, "5 ★"));
  g_assert_true (app_shows (reviews, "1 ★"));
  g_assert_cmpfloat (gtk_level_bar_get_value (GTK_LEVEL_BAR (bar)), ==, 3);
  g_assert_cmpfloat (gtk_level_bar_get_max_value (GTK_LEVEL_BAR (bar)), ==, 4);
  app_assert_named (reviews);
}

#define SHOWN \
  "{\"id\":\"r2\",\"author\":\"N. T. H.\",\"stars\":4,\"text\":\"Ổn\"," \
  "\"created_at\":\"2026-10-01T02:00:00Z\",\"demonstration\":true}"

/* What came with the catalog is not taken for a customer's word, neither one by one nor in sum. */
static void
test_demonstrations (AppFixture *f, gconstpointer data)
{
  GtkWidget *some = show (f, WITH (COUNTS ",\"demonstration_count\":9"), SAMPLE_LIST (SHOWN, 1));

  g_assert_true (app_shows (some, "Demonstration review"));
  g_assert_true (app_shows (some, "9 of these ratings are demonstrations: they came with the "
                                  "catalog, not from customers."));
  app_assert_named (some);
}

static void
test_all_are_demonstrations (AppFixture *f, gconstpointer data)
{
  GtkWidget *all = show (f, WITH (COUNTS ",\"demonstration_count\":10"), SAMPLE_LIST (SHOWN, 1));

  g_assert_true (app_shows (
    all, "These ratings are demonstrations: they came with the catalog, not from customers."));
}

static void
test_customers_are_not_marked (AppFixture *f, gconstpointer data)
{
  GtkWidget *reviews = show (f, WITH (COUNTS), SAMPLE_LIST (OWN, 1));

  g_assert_false (app_shows (reviews, "Demonstration review"));
  g_assert_false (app_shows (
    reviews, "These ratings are demonstrations: they came with the catalog, not from customers."));
}

static gboolean
has_own (gpointer reviews)
{
  return app_shows (reviews, "5 ★") && app_shows (reviews, "Ký nhanh") &&
         app_shows (reviews, "Change the review");
}

/* The numbers and the list follow one's own review. */
static void
test_own (AppFixture *f, gconstpointer data)
{
  GtkWidget *reviews = show (f, WITH (""), SAMPLE_LIST ("", 0));
  GtkWidget *star = app_find (reviews, GTK_TYPE_TOGGLE_BUTTON, NULL);

  g_assert_false (app_shows (reviews, "5 ★"));
  fake_shop_answer (f->shop, SME_OP_PUT_REVIEW, NULL, OWN);
  fake_shop_answer (f->shop, SME_OP_LIST_REVIEWS, NULL, SAMPLE_LIST (OWN, 1));
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, WITH (COUNTS ",\"own_review\":" OWN));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
  gtk_widget_activate_action (star, "review.send", NULL);
  app_run_until (has_own, reviews);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_GET_SERVICE), ==, 1);
}

#define UNRATED \
  "{\"id\":\"mss\",\"name\":\"MSS\",\"provider\":\"VNPT\",\"category_id\":\"security\"," \
  "\"rating_count\":0,\"review_count\":0,\"may_review\":true}"

static gboolean
says_nobody (gpointer reviews)
{
  return app_shows (reviews, "No ratings yet") &&
         app_shows (reviews, "Nobody has written about this service yet.");
}

static gboolean
says_stars_only (gpointer reviews)
{
  return app_shows (reviews, "No written reviews yet");
}

static void
test_nobody (AppFixture *f, gconstpointer data)
{
  GtkWidget *reviews = show (f, UNRATED, SAMPLE_LIST ("", 0));

  app_run_until (says_nobody, reviews);
  g_assert_null (app_find (reviews, GTK_TYPE_LEVEL_BAR, NULL));
  app_assert_named (reviews);
}

/* Whoever takes the only review back reads that there is none, not that there are stars. */
static void
test_nobody_any_more (AppFixture *f, gconstpointer data)
{
  GtkWidget *reviews = show (f, WITH (COUNTS ",\"own_review\":" OWN), SAMPLE_LIST ("", 0));

  app_run_until (says_stars_only, reviews);
  fake_shop_answer (f->shop, SME_OP_DELETE_REVIEW, NULL, "");
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, UNRATED);
  gtk_widget_activate_action (app_find (reviews, GTK_TYPE_TEXT_VIEW, NULL), "review.delete", NULL);
  app_run_until (says_nobody, reviews);
}

static gboolean
offers_call (gpointer reviews)
{
  return app_find (reviews, GTK_TYPE_BUTTON, "Call 1800 1260 (free)") != NULL;
}

/* What names the hotline calls it. */
static void
test_problem (AppFixture *f, gconstpointer data)
{
  GtkWidget *reviews;

  fake_shop_hold (f->shop);
  reviews = show (f, WITH (COUNTS), SAMPLE_LIST (OWN, 1));
  fake_shop_refuse (f->shop, SME_OP_LIST_REVIEWS, SME_PROBLEM_BAD_ANSWER);
  fake_shop_let_go (f->shop);
  app_run_until (offers_call, reviews);
  g_assert_nonnull (app_find (reviews, GTK_TYPE_BUTTON, "Try again"));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a14/reviews-say-how-the-stars-are-spread", test_histogram);
  ADD ("/a14/demonstration-reviews-are-marked", test_demonstrations);
  ADD ("/a14/when-all-reviews-are-demonstrations", test_all_are_demonstrations);
  ADD ("/a14/customers-reviews-carry-no-mark", test_customers_are_not_marked);
  ADD ("/a14/numbers-follow-ones-own-review", test_own);
  ADD ("/a14/reviews/nobody-has-written-yet", test_nobody);
  ADD ("/a14/reviews/nobody-has-written-any-more", test_nobody_any_more);
  ADD ("/a6/reviews-that-fail-offer-the-hotline", test_problem);
  return g_test_run ();
}
