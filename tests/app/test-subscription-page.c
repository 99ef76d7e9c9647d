/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-subscription-page.h"

#include "app/manage/sme-state-label.h"

#include "app-fixture.h"
#include "manage-samples.h"

#define PENDING \
  SAMPLE_SUBSCRIPTION_MORE ("s1", "pending", "\"sign_contract\",\"contact_support\"", \
                            ",\"order_state\":\"signing\"")
#define ACTIVE \
  SAMPLE_SUBSCRIPTION_MORE ("s2", "active", "\"view_contract\"", \
                            ",\"order_state\":\"active\",\"starts_on\":\"2026-11-22\"," \
                            "\"ends_on\":\"2027-11-22\"")
#define ON_TRIAL \
  SAMPLE_SUBSCRIPTION_MORE ("s4", "active", "\"view_contract\"", \
                            ",\"order_state\":\"active\",\"starts_on\":\"2026-11-22\"," \
                            "\"trial_ends_on\":\"2026-12-06\",\"ends_on\":\"2027-12-06\"")
#define ACTIVATING \
  SAMPLE_SUBSCRIPTION_MORE ("s3", "pending", "\"activate\",\"view_contract\"", \
                            ",\"order_state\":\"activating\"")

static GtkWidget *
show (AppFixture *f, const char *id, const char *answer)
{
  g_autofree char *route = g_strconcat ("subscription:", id, NULL);
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SUBSCRIPTION, id, answer);
  page = app_fixture_show_page (f, SME_TYPE_SUBSCRIPTION_PAGE, route);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static guint
count_states (GtkWidget *widget)
{
  guint n = SME_IS_STATE_LABEL (widget) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_states (child);
  return n;
}

/* "In use" twice would be a riddle. */
static void
test_states (AppFixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_states (show (f, "s2", ACTIVE)), ==, 1);
  g_assert_cmpuint (count_states (show (f, "s3", ACTIVATING)), ==, 2);
}

static void
test_details (AppFixture *f, gconstpointer data)
{
  static const char *const shown[] = {
    "Gói s2",    "Ký số từ xa - VNPT SmartCA ON",
    "In use",    "22/11/2026 – 22/11/2027",
    "12 months", "220.000\302\240₫",
    "12726",     "22/11/2026",
    "Off",
  };
  GtkWidget *page = show (f, "s2", ACTIVE);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_true (app_shows (page, shown[i]));
  g_assert_cmpstr (sme_page_get_title (SME_PAGE (page)), ==, "Gói s2");
  app_assert_named (page);
  app_click (page, "Payments and invoices");
  g_assert_true (g_str_has_prefix (app_fixture_last_action (f), "open payments:"));
}

/* The days before the paid cycle have their end; where there are none, nothing is said of them. */
static void
test_trial (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s4", ON_TRIAL);

  g_assert_true (app_shows (page, "22/11/2026 – 06/12/2027"));
  g_assert_true (app_shows (page, "Free trial"));
  g_assert_true (app_shows (page, "until 06/12/2026"));
  page = show (f, "s2", ACTIVE);
  g_assert_false (app_shows (page, "Free trial"));
}

#define EXPIRING \
  SAMPLE_SUBSCRIPTION_MORE ("s5", "expiring", "\"renew\",\"view_contract\"", \
                            ",\"order_state\":\"active\",\"starts_on\":\"2026-11-22\"," \
                            "\"ends_on\":\"2027-11-22\",\"plan_id\":\"basic\"," \
                            "\"service_id\":\"smartca-on\",\"acceptance_dossier_id\":\"d9\"," \
                            "\"certificate_state\":\"expiring\"")

/* Before the end the next step is to order the same plan again. */
static void
test_renew (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s5", EXPIRING);

  g_assert_true (app_shows (page, "Expiring soon"));
  app_click (page, "Renew");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open buy:basic?service=smartca-on&months=12");
  app_click (page, "View the acceptance record");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open contract:order-s5?purpose=acceptance");
}

static void
test_signer (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s1", PENDING);

  app_click (page, "Have the holder sign elsewhere…");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open signer:order-s1");
}

static void
test_contract (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s2", ACTIVE);

  app_click (page, "View contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open contract:order-s2");
  /* Once, not as the next step too. */
  g_assert_cmpuint (f->actions->len, ==, 1);
  app_click (page, "Digital certificate");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open certificate:order-s2");
}

static void
test_unsigned (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s1", PENDING);

  g_assert_true (app_shows (page, "The contract is to be signed"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "View contract"));
  app_click (page, "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:order-s1");
}

static void
test_certificate (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s3", ACTIVATING);

  g_assert_true (app_shows (page, "The certificate is to be activated"));
  app_click (page, "Show the next step");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open certificate:order-s3");
  app_click (page, "View contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open contract:order-s3");
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Digital certificate"));
}

/* Loaded again: the same page shows what is now. */
static void
test_again (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, "s2", PENDING);

  g_assert_true (app_shows (page, "Not in use yet"));
  fake_shop_answer (f->shop, SME_OP_GET_SUBSCRIPTION, "s2", ACTIVE);
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  g_assert_true (app_shows (page, "In use"));
  g_assert_false (app_shows (page, "Not in use yet"));
}

static void
test_not_there (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_SUBSCRIPTION_PAGE, "subscription:s9");

  app_run_until_state (page, SME_PAGE_ERROR);
}

static void
test_no_id (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_SUBSCRIPTION_PAGE, "subscription");

  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_ERROR);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a71/what-ends-is-renewed", test_renew);
  ADD ("/a70/the-holder-can-be-invited", test_signer);
  ADD ("/a70/details", test_details);
  ADD ("/subscription-page/the-same-state-is-said-once", test_states);
  ADD ("/a70/the-end-of-the-trial", test_trial);
  ADD ("/a70/contract-can-be-viewed", test_contract);
  ADD ("/a47/an-unsigned-contract-is-the-next-step", test_unsigned);
  ADD ("/a3/where-the-certificate-stands", test_certificate);
  ADD ("/subscription-page/loads-again", test_again);
  ADD ("/subscription-page/not-there-is-an-error", test_not_there);
  ADD ("/subscription-page/a-route-without-id-is-an-error", test_no_id);
  return g_test_run ();
}
