/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-page.h"

#include "app/catalog/sme-like-button.h"

#include "app-fixture.h"
#include "catalog-samples.h"

#define REVIEWS \
  SAMPLE_LIST ("{\"id\":\"r1\",\"author\":\"Trần Văn Bình\",\"stars\":4,\"text\":\"Ký nhanh\"," \
               "\"created_at\":\"2026-10-01T02:00:00Z\"}", \
               1)

static GtkWidget *
show (AppFixture *f, const char *route)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  fake_shop_answer (f->shop, SME_OP_LIST_REVIEWS, NULL, REVIEWS);
  fake_shop_answer (f->shop, SME_OP_LIKE_SERVICE, NULL, "");
  page = app_fixture_show_page (f, SME_TYPE_SERVICE_PAGE, route);
  app_run_until_state (page, SME_PAGE_CONTENT);
  return GTK_WIDGET (page);
}

static void
test_head (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231?tab=overview");

  g_assert_cmpstr (fake_shop_get_path_id (f->shop, SME_OP_GET_SERVICE), ==, "231");
  g_assert_cmpstr (sme_page_get_title (SME_PAGE (page)), ==, "Ký số từ xa - VNPT SmartCA ON");
  g_assert_true (app_shows (page, "Giao dịch Điện tử"));
  g_assert_true (app_shows (page, "VALUE DELIVERED"));
  g_assert_true (app_shows (page, "An toàn bảo mật"));
  g_assert_true (app_shows (page, "Đặt mua đơn giản"));
  g_assert_true (app_shows (page, "Tiết kiệm thời gian"));
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Try it now"));
  app_assert_named (page);
}

static void
test_subscribe (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");

  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Buy now"));
  app_click (page, "Subscribe now");
  app_run_idle ();
  g_assert_nonnull (app_find (page, GTK_TYPE_BUTTON, "Buy now"));
  app_click (page, "Buy now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('smartca-on', 'basic', 12)");
}

#define WITH_TRIAL \
  "{\"id\":\"hrm\",\"name\":\"HRM\",\"provider\":\"VNPT\",\"category_id\":\"management\"," \
  "\"plans\":[" \
  "{\"id\":\"hrm-50\",\"service_id\":\"hrm\",\"name\":\"HRM " \
  "50\",\"model\":\"flat\",\"basis\":\"assumed\",\"trial_days\":30," \
  "\"cycles\":[{\"months\":12,\"price\":6600000}]}]}"

static void
test_trial (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, WITH_TRIAL);
  page = app_fixture_show_page (f, SME_TYPE_SERVICE_PAGE, "service:hrm");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_click (GTK_WIDGET (page), "Try it now");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "buy ('hrm', 'hrm-50', 12)");
}

static void
test_tab (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231?tab=pricing");
  g_autoptr (SmeRoute) versions = sme_route_parse ("service:231?tab=versions");

  g_assert_true (app_shows (page, "SMARTCA CÁ NHÂN CƠ BẢN"));
  sme_page_set_route (SME_PAGE (page), versions);
  app_run_idle ();
  g_assert_true (app_shows (page, "2.0 · 01/09/2026"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_GET_SERVICE), ==, 1);
  app_click (page, "User guide");
  app_run_idle ();
  g_assert_true (app_shows (page, "1. Bước một"));
  g_assert_nonnull (app_find (page, GTK_TYPE_LABEL, "2. Bước hai"));
  g_assert_nonnull (app_find (page, GTK_TYPE_LABEL, "Ký, rồi chờ: xong"));
}

static gboolean
has_reviews (gpointer page)
{
  return app_shows (page, "Ký nhanh");
}

static void
test_reviews (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");
  g_autoptr (SmeRoute) reviews = sme_route_parse ("service:231?tab=reviews");

  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_REVIEWS), ==, 0);
  sme_page_set_route (SME_PAGE (page), reviews);
  app_run_until (has_reviews, page);
  g_assert_true (app_shows (page, "★★★★☆"));
  g_assert_true (app_shows (page, "4.1 of 5 stars, 10 ratings, 2 reviews"));
}

static gboolean
likes_again (gpointer page)
{
  return app_shows (page, "Like 101");
}

static gboolean
is_content (gpointer page)
{
  return sme_page_get_state (page) == SME_PAGE_CONTENT;
}

/* What belongs to the person comes with the service. */
static void
sign_in (AppFixture *f, GtkWidget *page)
{
  guint asked = fake_shop_count (f->shop, SME_OP_GET_SERVICE);

  fake_shop_set_signed_in (f->shop, TRUE);
  app_run_until (is_content, page);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_GET_SERVICE), ==, asked + 1);
}

static GtkToggleButton *
find_like (GtkWidget *page)
{
  return GTK_TOGGLE_BUTTON (app_find (page, SME_TYPE_LIKE_BUTTON, NULL));
}

/* The sign-in comes above; whoever goes back has liked nothing. */
static void
test_like_given_up (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");

  gtk_toggle_button_set_active (find_like (page), TRUE);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "sign-in-above");
  g_assert_false (gtk_toggle_button_get_active (find_like (page)));
  sme_page_leave (SME_PAGE (page));
  sme_page_enter (SME_PAGE (page));
  sign_in (f, page);
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIKE_SERVICE), ==, 0);
  g_assert_true (app_shows (page, "Like 101"));
}

static void
test_like_after_sign_in (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");

  gtk_toggle_button_set_active (find_like (page), TRUE);
  sme_page_leave (SME_PAGE (page));
  fake_shop_set_signed_in (f->shop, TRUE);
  sme_page_enter (SME_PAGE (page));
  app_run_until (is_content, page);
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIKE_SERVICE), ==, 1);
  g_assert_true (app_shows (page, "Liked 102"));
  g_assert_true (gtk_toggle_button_get_active (find_like (page)));
}

/* Liked long ago: pressing "Like" without being known does not take it back, nor count it twice. */
static void
test_liked_before (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");

  gtk_toggle_button_set_active (find_like (page), TRUE);
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL,
                    "{\"id\":\"smartca-on\",\"portal_id\":231,\"name\":\"SmartCA\","
                    "\"provider\":\"VNPT\",\"category_id\":\"e-transactions\",\"likes\":101,"
                    "\"liked\":true}");
  sign_in (f, page);
  app_run_idle ();
  g_assert_true (app_shows (page, "Liked 101"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIKE_SERVICE), ==, 0);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_UNLIKE_SERVICE), ==, 0);
}

static void
test_names_of_route (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");
  g_autoptr (SmeRoute) own = sme_route_parse ("service:smartca-on?tab=reviews");
  g_autoptr (SmeRoute) other = sme_route_parse ("service:smartca");
  g_autoptr (SmeRoute) plan = sme_route_parse ("compare:smartca-on");

  g_assert_true (sme_page_answers_to (SME_PAGE (page), own));
  g_assert_false (sme_page_answers_to (SME_PAGE (page), other));
  g_assert_false (sme_page_answers_to (SME_PAGE (page), plan));
  sme_page_set_route (SME_PAGE (page), own);
  sme_page_set_route (SME_PAGE (page), other);
  g_assert_true (sme_page_answers_to (SME_PAGE (page), own));
}

/* Not that of the link that led here. */
static void
test_tab_stays (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231?tab=pricing");

  app_click (page, "User guide");
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  g_assert_true (app_shows (page, "1. Bước một"));
}

static void
test_like (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231");
  GtkWidget *like =
    gtk_widget_get_ancestor (app_find (page, GTK_TYPE_LABEL, "Like 101"), GTK_TYPE_TOGGLE_BUTTON);

  sign_in (f, page);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (like), TRUE);
  g_assert_true (app_shows (page, "Liked 102"));
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIKE_SERVICE), ==, 1);
  /* Taking it back is refused: it stays liked. */
  fake_shop_refuse (f->shop, SME_OP_UNLIKE_SERVICE, SME_PROBLEM_UNREACHABLE);
  fake_shop_refuse (f->shop, SME_OP_LIKE_SERVICE, SME_PROBLEM_UNREACHABLE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (like), FALSE);
  g_assert_true (likes_again (page));
  app_run_idle ();
  g_assert_true (app_shows (page, "Liked 102"));
  g_assert_true (g_str_has_prefix (app_fixture_last_action (f), "toast No connection"));
}

static void
test_missing (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_SERVICE_PAGE, "service:none");

  app_run_until_state (page, SME_PAGE_EMPTY);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Service not found");
  g_assert_true (app_shows (GTK_WIDGET (page), "There is no such service"));
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Search services"));
  app_click (GTK_WIDGET (page), "All services");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open services");
}

static void
test_late (AppFixture *f, gconstpointer data)
{
  fake_shop_hold (f->shop);
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  app_fixture_show_page (f, SME_TYPE_SERVICE_PAGE, "service:231");
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  app_run_idle ();
  fake_shop_let_go (f->shop);
  app_run_idle ();
}

/* A page that is named after what it shows has a name without it too. */
static void
test_failed (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_TIMED_OUT);
  page = app_fixture_show_page (f, SME_TYPE_SERVICE_PAGE, "service:none");
  app_run_until_state (page, SME_PAGE_ERROR);
  g_assert_cmpstr (sme_page_get_title (page), !=, "");
}

/* F5 in the middle of a review, and another page meanwhile. */
static void
test_review_kept (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "service:231?tab=reviews");
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL,
                    "{" SAMPLE_CARD_FIELDS ",\"may_review\":true}");
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  g_assert_false (sme_page_get_keeps_input (SME_PAGE (page)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_find (page, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "Ký nhanh, nhưng", -1);
  g_assert_true (sme_page_get_keeps_input (SME_PAGE (page)));
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Ký nhanh, nhưng");
  g_assert_true (sme_page_get_keeps_input (SME_PAGE (page)));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a14/service-page-shows-values-and-slogans", test_head);
  ADD ("/a14/subscribe-now-leads-to-the-plans", test_subscribe);
  ADD ("/a14/try-it-now/on-the-page-of-a-service", test_trial);
  ADD ("/a14/a-like-that-is-given-up-at-the-sign-in", test_like_given_up);
  ADD ("/a14/a-like-is-done-after-signing-in", test_like_after_sign_in);
  ADD ("/a14/what-was-liked-before-stays-liked", test_liked_before);
  ADD ("/a10/both-numbers-of-a-service-are-one-page", test_names_of_route);
  ADD ("/service-page/a-reload-keeps-the-tab", test_tab_stays);
  ADD ("/a10/a-link-opens-the-tab-it-names", test_tab);
  ADD ("/a14/reviews-come-when-their-tab-is-shown", test_reviews);
  ADD ("/a14/like-toggles-and-is-taken-back-when-refused", test_like);
  ADD ("/service-page/a14-a82/a-review-outlives-loading-again", test_review_kept);
  ADD ("/service-page/missing-service-says-so", test_missing);
  ADD ("/service-page/has-a-title-when-it-fails", test_failed);
  ADD ("/service-page/late-answer-is-dropped", test_late);
  return g_test_run ();
}
