/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-review-form.h"

#include "app-fixture.h"
#include "app/account/sme-busy-button.h"
#include "app/account/sme-notice.h"
#include "catalog-samples.h"
#include "core/sme-record-json.h"

#define OWN \
  "{\"id\":\"r1\",\"author\":\"N. V. An\",\"stars\":4,\"text\":\"Ký nhanh\"," \
  "\"created_at\":\"2026-10-01T02:00:00Z\",\"own\":true}"
#define WITH(more) "{" SAMPLE_CARD_FIELDS "," more "}"

static void
count (GtkWidget *form, gpointer n)
{
  (*(guint *) n)++;
}

static void
on_notify (GtkWidget *form, GParamSpec *pspec, gpointer n)
{
  (*(guint *) n)++;
}

static GtkWidget *
show (AppFixture *f, const char *json)
{
  GtkWidget *form = sme_review_form_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeService) service = sme_record_from_bytes (SME_TYPE_SERVICE, bytes, 0, NULL, &error);

  g_assert_no_error (error);
  sme_review_form_set_service (SME_REVIEW_FORM (form), SME_CALLER (f->shop), service);
  app_fixture_show (f, form, 320, 400);
  return form;
}

static void
press_star (GtkWidget *form, guint n)
{
  GtkWidget *star = app_find (form, GTK_TYPE_TOGGLE_BUTTON, NULL);

  for (guint i = 1; i < n; i++)
    star = gtk_widget_get_next_sibling (star);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
}

static void
type (GtkWidget *form, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (app_find (form, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static gboolean
is_one (gpointer n)
{
  return *(guint *) n == 1;
}

static const char *
get_notice (GtkWidget *form)
{
  GtkWidget *notice = app_find (form, SME_TYPE_NOTICE, NULL);

  return notice != NULL ? sme_notice_get_text (SME_NOTICE (notice)) : NULL;
}

static SmeService *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  SmeService *service = sme_record_from_bytes (SME_TYPE_SERVICE, bytes, 0, NULL, &error);

  g_assert_no_error (error);
  return service;
}

static char *
dup_typed (GtkWidget *form)
{
  GtkTextView *view = GTK_TEXT_VIEW (app_find (form, GTK_TYPE_TEXT_VIEW, NULL));
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &text, NULL);
  return text;
}

/* The service comes anew, with F5 or by itself: what is being written stays. */
static void
test_kept (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":true"));
  SmeReviewForm *self = SME_REVIEW_FORM (form);
  g_autoptr (SmeService) again = parse (WITH ("\"may_review\":true"));
  g_autoptr (SmeService) offline = parse (WITH ("\"demonstration_count\":3"));
  g_autofree char *first = NULL, *second = NULL;
  guint edited = 0;

  g_signal_connect (form, "notify::edited", G_CALLBACK (on_notify), &edited);
  g_assert_false (sme_review_form_get_edited (self));
  press_star (form, 4);
  g_assert_true (sme_review_form_get_edited (self));
  type (form, "Ký nhanh, nhưng");
  g_assert_cmpuint (edited, ==, 1);
  sme_review_form_set_service (self, SME_CALLER (f->shop), again);
  first = dup_typed (form);
  g_assert_cmpstr (first, ==, "Ký nhanh, nhưng");
  g_assert_true (sme_review_form_get_edited (self));
  sme_review_form_set_service (self, SME_CALLER (f->shop), offline);
  second = dup_typed (form);
  g_assert_cmpstr (second, ==, "Ký nhanh, nhưng");
}

/* What is sent is not kept any more: the next answer is shown as it is. */
static void
test_sent (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":true"));
  g_autoptr (SmeService) again = parse (WITH ("\"own_review\":" OWN));
  g_autofree char *text = NULL;
  guint changed = 0;

  g_signal_connect (form, "changed", G_CALLBACK (count), &changed);
  fake_shop_answer (f->shop, SME_OP_PUT_REVIEW, NULL, OWN);
  press_star (form, 4);
  type (form, " Ký nhanh\n");
  gtk_widget_activate_action (form, "review.send", NULL);
  app_run_until (is_one, &changed);
  g_assert_false (sme_review_form_get_edited (SME_REVIEW_FORM (form)));
  sme_review_form_set_service (SME_REVIEW_FORM (form), SME_CALLER (f->shop), again);
  text = dup_typed (form);
  g_assert_cmpstr (text, ==, "Ký nhanh");
  g_assert_false (sme_review_form_get_edited (SME_REVIEW_FORM (form)));
}

static void
test_written (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":true"));
  guint changed = 0;
  SmeRecord *body;

  app_assert_named (form);
  g_signal_connect (form, "changed", G_CALLBACK (count), &changed);
  fake_shop_answer (f->shop, SME_OP_PUT_REVIEW, NULL, OWN);
  /* Without stars it is no review. */
  gtk_widget_activate_action (form, "review.send", NULL);
  g_assert_nonnull (get_notice (form));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_REVIEW), ==, 0);
  press_star (form, 4);
  type (form, " Ký nhanh\n");
  gtk_widget_activate_action (form, "review.send", NULL);
  app_run_until (is_one, &changed);
  g_assert_null (get_notice (form));
  body = fake_shop_get_body (f->shop, SME_OP_PUT_REVIEW);
  g_assert_cmpint (sme_record_get_int (body, "stars"), ==, 4);
  g_assert_cmpstr (sme_record_get_text (body, "text"), ==, "Ký nhanh");
}

static void
test_too_long (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":true"));
  g_autofree char *text = g_strnfill (2001, 'a');

  press_star (form, 5);
  type (form, text);
  gtk_widget_activate_action (form, "review.send", NULL);
  g_assert_nonnull (strstr (get_notice (form), "too long"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_REVIEW), ==, 0);
}

static void
test_taken_back (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":false,\"own_review\":" OWN));
  guint changed = 0;

  g_signal_connect (form, "changed", G_CALLBACK (count), &changed);
  fake_shop_answer (f->shop, SME_OP_DELETE_REVIEW, NULL, "");
  g_assert_nonnull (app_find (form, GTK_TYPE_TEXT_VIEW, NULL));
  gtk_widget_activate_action (form, "review.delete", NULL);
  app_run_until (is_one, &changed);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_DELETE_REVIEW), ==, 1);
}

static gboolean
has_notice (gpointer form)
{
  return get_notice (form) != NULL;
}

static void
test_refused (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":true"));

  fake_shop_refuse (f->shop, SME_OP_PUT_REVIEW, SME_PROBLEM_UNREACHABLE);
  press_star (form, 2);
  type (form, "Chậm");
  gtk_widget_activate_action (form, "review.send", NULL);
  app_run_until (has_notice, form);
  /* What was written is still there. */
  gtk_widget_activate_action (form, "review.send", NULL);
  app_run_until (has_notice, form);
  g_assert_cmpstr (sme_record_get_text (fake_shop_get_body (f->shop, SME_OP_PUT_REVIEW), "text"),
                   ==, "Chậm");
}

static void
test_not_bought (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":false"));

  g_assert_true (app_shows (form, "Customers who have bought this service"));
  g_assert_null (app_find (form, GTK_TYPE_TEXT_VIEW, NULL));
}

static void
test_left (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, WITH ("\"may_review\":true"));

  fake_shop_hold (f->shop);
  press_star (form, 3);
  gtk_widget_activate_action (form, "review.send", NULL);
  app_fixture_show (f, gtk_label_new ("…"), 320, 200);
  fake_shop_let_go (f->shop);
  app_run_idle ();
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a14/a-customer-writes-a-review", test_written);
  ADD ("/review-form/a-long-text-stays-here", test_too_long);
  ADD ("/a14/a-customer-takes-the-review-back", test_taken_back);
  ADD ("/review-form/a14-a82/what-is-being-written-stays", test_kept);
  ADD ("/review-form/a14/what-is-sent-is-the-servers", test_sent);
  ADD ("/review-form/keeps-what-could-not-be-sent", test_refused);
  ADD ("/review-form/says-who-can-review", test_not_bought);
  ADD ("/review-form/goes-while-the-server-thinks", test_left);
  return g_test_run ();
}
