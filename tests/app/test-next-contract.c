/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several orders were paid at once: after the first contract the next is offered. */
#include "app/signing/sme-next-contract.h"

#include "app-fixture.h"
#include "manage-samples.h"

#define WAITING(id) SAMPLE_ORDER (id, "paid", "\"sign_contract\"")
#define SIGNED(id) SAMPLE_ORDER (id, "activating", "\"activate\"")

static GtkWidget *
look (AppFixture *f, const char *orders)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *next = sme_next_contract_new ();

  gtk_box_append (GTK_BOX (box), next);
  app_fixture_show (f, box, 480, 300);
  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, orders);
  sme_next_contract_look (SME_NEXT_CONTRACT (next), f->context, "o1");
  app_run_idle ();
  return next;
}

/* The list is newest first; who waits longest comes first. */
static void
test_offers (AppFixture *f, gconstpointer data)
{
  GtkWidget *next =
    look (f, SAMPLE_ITEMS (WAITING ("o3") "," WAITING ("o2") "," WAITING ("o1"), 3));

  g_assert_true (gtk_widget_get_mapped (next));
  g_assert_true (app_shows (next, "2 more contracts wait for your signature."));
  g_assert_true (app_shows (next, "OSM-o2"));
  app_assert_named (next);
  app_click (next, "Sign the next contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace sign:o2");
}

static void
test_last (AppFixture *f, gconstpointer data)
{
  GtkWidget *next = look (f, SAMPLE_ITEMS (SIGNED ("o3") "," WAITING ("o2") "," WAITING ("o1"), 3));

  g_assert_true (app_shows (next, "1 more contract waits for your signature"));
}

/* None is left, nobody can be asked, or it is not the buyer who signs: nothing is offered. */
static void
test_nothing (AppFixture *f, gconstpointer data)
{
  GtkWidget *next = look (f, SAMPLE_ITEMS (SIGNED ("o2") "," WAITING ("o1"), 2));
  guint asked = fake_shop_count (f->shop, SME_OP_LIST_ORDERS);

  g_assert_false (gtk_widget_get_visible (next));
  fake_shop_refuse (f->shop, SME_OP_LIST_ORDERS, SME_PROBLEM_UNREACHABLE);
  sme_next_contract_look (SME_NEXT_CONTRACT (next), f->context, "o1");
  app_run_idle ();
  g_assert_false (gtk_widget_get_visible (next));
  fake_shop_set_signed_in (f->shop, FALSE);
  sme_next_contract_look (SME_NEXT_CONTRACT (next), f->context, "o1");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LIST_ORDERS), ==, asked + 1);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/a33-a47/next-contract/offers-the-next", test_offers);
  ADD ("/a33-a47/next-contract/says-that-it-is-the-last", test_last);
  ADD ("/a33-a47/next-contract/nothing-to-offer", test_nothing);
  return g_test_run ();
}
