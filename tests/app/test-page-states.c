/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page of the table of routes: what it shows while it waits, when nothing answers, and that
 * trying again asks again. A page that is new needs a row here. */
#include "account-fixture.h"
#include "app/sme-routes.h"
#include "catalog-samples.h"
#include "client/sme-econtract.h"

/* @state: without a server */
typedef struct
{
  const char *route;
  SmePageState state;
} Row;

static const Row rows[] = {
  { "home", SME_PAGE_ERROR },
  { "categories", SME_PAGE_ERROR },
  { "category:e-transactions", SME_PAGE_ERROR },
  { "services", SME_PAGE_ERROR },
  { "service:231", SME_PAGE_ERROR },
  { "compare:231", SME_PAGE_ERROR },
  { "search?q=ky", SME_PAGE_ERROR },
  { "news", SME_PAGE_ERROR },
  { "earn", SME_PAGE_ERROR },
  { "buy:basic?service=smartca-on&months=12", SME_PAGE_ERROR },
  { "contract:o1", SME_PAGE_ERROR },
  { "sign:o1", SME_PAGE_ERROR },
  { "continue-signing:t1", SME_PAGE_ERROR },
  { "sign-invited:d1", SME_PAGE_EMPTY }, /* first asks for a session */
  { "signer:o1", SME_PAGE_ERROR },
  { "certificate:o1", SME_PAGE_ERROR },
  { "support:o1", SME_PAGE_ERROR },
  { "guide", SME_PAGE_CONTENT },
  { "article:faq-trial", SME_PAGE_CONTENT },
  { "assistant", SME_PAGE_CONTENT },
  { "inbox", SME_PAGE_ERROR },
  { "attachment:m1", SME_PAGE_ERROR },
  { "order:o1", SME_PAGE_ERROR },
  { "people:o1", SME_PAGE_CONTENT },
  { "payments:o1", SME_PAGE_ERROR },
  { "pay-together", SME_PAGE_ERROR },
  { "invoice:i1", SME_PAGE_ERROR },
  { "payment-return:p1", SME_PAGE_ERROR },
  { "orders", SME_PAGE_ERROR },
  { "subscriptions", SME_PAGE_ERROR },
  { "subscription:s1", SME_PAGE_ERROR },
  { "account", SME_PAGE_ERROR },
  { "change-name", SME_PAGE_ERROR },
  { "change-email", SME_PAGE_CONTENT },
  { "change-phone", SME_PAGE_CONTENT },
  { "change-password", SME_PAGE_CONTENT },
  { "consents", SME_PAGE_ERROR },
  { "my-data", SME_PAGE_ERROR },
  { "held:messages", SME_PAGE_ERROR },
  { "delete-account", SME_PAGE_ERROR },
  { "dossier:d1", SME_PAGE_EMPTY }, /* first asks for a session */
  { "document:d1?document=x", SME_PAGE_EMPTY },
  { "kept", SME_PAGE_EMPTY }, /* nothing of it is on a server */
  { "verify", SME_PAGE_CONTENT },
  { "lookup", SME_PAGE_CONTENT },
  { "reset-econtract", SME_PAGE_CONTENT },
  { "sign-in", SME_PAGE_EMPTY }, /* somebody is signed in */
  { "reset-password", SME_PAGE_CONTENT },
  { "register", SME_PAGE_ERROR },
  { "activate", SME_PAGE_CONTENT },
  { "terms:2026-09", SME_PAGE_ERROR },
};

typedef struct
{
  AccountFixture account;
  FakeShop *fake; /* as the local tools */
  SmeEcontract *econtract;
} Fixture;

/* Signed in, and then the server is gone: its port is closed. */
static void
set_up (Fixture *f, gconstpointer data)
{
  account_fixture_set_up (&f->account, data);
  account_fixture_sign_in (&f->account);
  f->fake = fake_shop_new ();
  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    fake_shop_refuse (f->fake, i, SME_PROBLEM_UNREACHABLE);
  f->econtract = sme_econtract_new (test_server_get_url (f->account.server), NULL);
  sme_transport_set_retries (sme_econtract_get_transport (f->econtract), 1, 10, 100);
  sme_context_set_econtract (f->account.app.context, f->econtract);
  sme_context_set_local_tools (f->account.app.context, (SmeLocalTools *) f->fake);
  test_server_free (f->account.server);
  f->account.server = test_server_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  sme_context_set_local_tools (f->account.app.context, NULL);
  account_fixture_tear_down (&f->account, data);
  test_assert_finalizes (f->econtract);
  g_assert_finalize_object (f->fake);
}

#define USUAL_DPI (96 * 1024)

static void
set_dpi (int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  app_run_idle ();
}

/* 360 pixels are enough, and 640 with letters twice as large. */
static void
assert_fits (SmePage *page)
{
  int narrow, large;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  set_dpi (2 * USUAL_DPI);
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &large, NULL, NULL, NULL);
  set_dpi (USUAL_DPI);
  g_test_message ("%s %s: %d, %d", sme_route_get_text (sme_page_get_route (page)),
                  g_enum_to_string (SME_TYPE_PAGE_STATE, (int) sme_page_get_state (page)), narrow,
                  large);
  g_assert_cmpint (narrow, <=, 360);
  g_assert_cmpint (large, <=, 640);
}

static SmePage *
show (Fixture *f, const Row *row)
{
  g_autoptr (SmeRoute) route = sme_route_parse (row->route);
  const SmeRouteEntry *entry = sme_routes_find (sme_route_get_name (route));
  SmePage *page =
    g_object_new (entry->type (), "context", f->account.app.context, "route", route, NULL);

  g_test_message ("%s", row->route);
  app_fixture_show (&f->account.app, GTK_WIDGET (page), 1000, 700);
  return page;
}

static void
try_again (SmePage *page)
{
  app_click (GTK_WIDGET (page), "Try again");
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_LOADING);
  app_run_until_state (page, SME_PAGE_ERROR);
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Try again"));
}

static void
test_no_server (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmePage *page = show (f, &rows[i]);

      sme_page_enter (page);
      g_assert_cmpint (sme_page_get_state (page), ==,
                       rows[i].state == SME_PAGE_ERROR ? SME_PAGE_LOADING : rows[i].state);
      if (rows[i].state != SME_PAGE_ERROR)
        {
          assert_fits (page);
          continue;
        }
      app_run_until_state (page, SME_PAGE_ERROR);
      g_assert_cmpstr (sme_page_get_title (page), !=, "");
      app_assert_named (GTK_WIDGET (page));
      try_again (page);
      assert_fits (page);
    }
}

/* With a server that has something, and one that has nothing. */
typedef struct
{
  const char *route;
  SmeOperationId op;
  const char *content;
  const char *empty; /* NULL for a page of one thing */
} Answered;

#define NONE SAMPLE_LIST ("", 0)
#define SERVICES SAMPLE_LIST (SAMPLE_CARD, 1)
#define NEWS \
  SAMPLE_LIST ("{\"id\":\"n1\",\"kind\":\"news\",\"title\":\"Mới\",\"body\":\"Có gì mới\"," \
               "\"published_on\":\"2026-11-22\"}", \
               1)
#define SUBSCRIPTION \
  "{\"id\":\"s1\",\"order_id\":\"o1\",\"service_name\":\"HRM\",\"plan_name\":\"HRM\"," \
  "\"state\":\"active\",\"next_actions\":[],\"cycle_months\":12,\"price\":220000}"
#define MAIL \
  "{\"id\":\"m1\",\"kind\":\"email\",\"to\":\"an@example.vn\",\"subject\":\"Chào\",\"body\":" \
  "\"Xin chào\"," \
  "\"sent_at\":\"2026-11-22T03:15:00Z\"}"

static const Answered answered[] = {
  { "home", SME_OP_LIST_SERVICES, SERVICES, NONE },
  { "categories", SME_OP_LIST_CATEGORIES,
    SAMPLE_LIST ("{\"id\":\"office\",\"name\":\"Văn phòng\"}", 1), NONE },
  { "category:e-transactions", SME_OP_LIST_SERVICES, SERVICES, NONE },
  { "services", SME_OP_LIST_SERVICES, SERVICES, NONE },
  { "search?q=ky", SME_OP_LIST_SERVICES, SERVICES, NONE },
  { "service:231", SME_OP_GET_SERVICE, SAMPLE_SERVICE, NULL },
  { "compare:231", SME_OP_GET_SERVICE, SAMPLE_SERVICE, NULL },
  { "news", SME_OP_LIST_NEWS, NEWS, NONE },
  { "earn", SME_OP_LIST_NEWS, NEWS, NONE },
  { "orders", SME_OP_LIST_ORDERS, SAMPLE_LIST (SAMPLE_ORDER ("o1", ""), 1), NONE },
  { "subscriptions", SME_OP_LIST_SUBSCRIPTIONS, SAMPLE_LIST (SUBSCRIPTION, 1), NONE },
  { "subscription:s1", SME_OP_GET_SUBSCRIPTION, SUBSCRIPTION, NULL },
  { "inbox", SME_OP_LOCAL_INBOX, SAMPLE_LIST (MAIL, 1), NONE },
};

static void
show_answered (AppFixture *f, const Answered *row, const char *json, SmePageState state)
{
  g_autoptr (SmeRoute) route = sme_route_parse (row->route);
  const SmeRouteEntry *entry = sme_routes_find (sme_route_get_name (route));
  SmePage *page;

  g_test_message ("%s %s", row->route, g_enum_to_string (SME_TYPE_PAGE_STATE, (int) state));
  fake_shop_answer (f->shop, row->op, NULL, json);
  fake_shop_hold (f->shop);
  page = app_fixture_show_page (f, entry->type (), row->route);
  app_run_idle ();
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_LOADING);
  fake_shop_let_go (f->shop);
  app_run_until_state (page, state);
  g_assert_cmpstr (sme_page_get_title (page), !=, "");
  app_assert_named (GTK_WIDGET (page));
  assert_fits (page);
}

static void
test_answered (AppFixture *f, gconstpointer data)
{
  fake_shop_set_signed_in (f->shop, TRUE);
  sme_context_set_local_tools (f->context, (SmeLocalTools *) f->shop);
  for (guint i = 0; i < G_N_ELEMENTS (answered); i++)
    {
      show_answered (f, &answered[i], answered[i].content, SME_PAGE_CONTENT);
      if (answered[i].empty != NULL)
        show_answered (f, &answered[i], answered[i].empty, SME_PAGE_EMPTY);
    }
  sme_context_set_local_tools (f->context, NULL);
}

static void
test_every_row (void)
{
  guint n;
  const SmeRouteEntry *entries = sme_routes_list (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (rows) && !known; k++)
        {
          g_autoptr (SmeRoute) route = sme_route_parse (rows[k].route);

          known = g_str_equal (sme_route_get_name (route), entries[i].name);
        }
      g_test_message ("%s", entries[i].name);
      g_assert_true (known);
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/page-states/a82/every-page-has-its-row", test_every_row);
  g_test_add ("/page-states/a82/loading-error-and-trying-again", Fixture, NULL, set_up,
              test_no_server, tear_down);
  g_test_add ("/page-states/a82/content-and-nothing", AppFixture, NULL, app_fixture_set_up,
              test_answered, app_fixture_tear_down);
  return g_test_run ();
}
