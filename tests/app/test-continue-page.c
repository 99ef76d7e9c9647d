/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From "the code does not come" to the page that sends it again (acceptance A7, A47). */
#include "app/signing/sme-continue-page.h"

#include "app-fixture.h"
#include "catalog-samples.h"

#define PAID SAMPLE_ORDER ("o1", "\"pay\"")
#define TO_SIGN SAMPLE_ORDER ("o2", "\"sign_contract\"")
#define TO_ACCEPT SAMPLE_ORDER ("o3", "\"sign_acceptance\"")

static GtkWidget *
show (AppFixture *f, const char *orders)
{
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, orders);
  return GTK_WIDGET (app_fixture_show_page (f, SME_TYPE_CONTINUE_PAGE, "continue-signing"));
}

static gboolean
went_on (gpointer data)
{
  return g_str_has_prefix (app_fixture_last_action (data), "replace ");
}

static void
test_contract (AppFixture *f, gconstpointer data)
{
  show (f, SAMPLE_LIST (PAID "," TO_SIGN "," TO_ACCEPT, 3));
  app_run_until (went_on, f);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace sign:o2");
}

static void
test_acceptance (AppFixture *f, gconstpointer data)
{
  show (f, SAMPLE_LIST (PAID "," TO_ACCEPT, 2));
  app_run_until (went_on, f);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace sign:o3?purpose=acceptance");
}

static gboolean
is_empty (gpointer page)
{
  return sme_page_get_state (page) == SME_PAGE_EMPTY;
}

static void
test_nothing (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SAMPLE_LIST (PAID, 1));

  app_run_until (is_empty, page);
  g_assert_true (app_shows (page, "Nothing is waiting to be signed"));
  app_click (page, "My orders");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open orders");
  app_assert_named (page);
}

static gboolean
has_failed (gpointer page)
{
  return sme_page_get_state (page) == SME_PAGE_ERROR;
}

static void
test_failure (AppFixture *f, gconstpointer data)
{
  GtkWidget *page;

  /* No answer was given. */
  page = GTK_WIDGET (app_fixture_show_page (f, SME_TYPE_CONTINUE_PAGE, "continue-signing"));
  app_run_until (has_failed, page);
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, SAMPLE_LIST (TO_SIGN, 1));
  app_click (page, "Try again");
  app_run_until (went_on, f);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a7/to-the-contract-that-waits", test_contract);
  ADD ("/a7/to-the-acceptance-record-that-waits", test_acceptance);
  ADD ("/continue-page/nothing-waits", test_nothing);
  ADD ("/continue-page/a-failure-can-be-tried-again", test_failure);
  return g_test_run ();
}
