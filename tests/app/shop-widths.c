/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shop-widths.h"

#include "account-fixture.h"
#include "app/sme-routes.h"
#include "core/sme-account.h"
#include "core/sme-enums.h"
#include "page-widths.h"

static void
press (SmePage *page, const char *label)
{
  if (label == NULL)
    return;
  app_click (GTK_WIDGET (page), page_widths_say (label));
  app_run_idle ();
}

/* What lies over the page, or NULL. */
static GtkWidget *
find_dialog (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (window))
      return item->data;
  return NULL;
}

static TestReply
make_reply (const char *json)
{
  if (json[0] == '\0')
    return (TestReply){ 404, "{\"code\":\"not-found\"}" };
  return (TestReply){ 200, json };
}

static void
set_up (AccountFixture *f, gconstpointer data)
{
  const ShopWidths *row = data;
  g_autoptr (SmeAccount) account = NULL;

  account_fixture_set_up (f, data);
  account_fixture_sign_in (f);
  g_object_get (f->shop, "account", &account, NULL);
  sme_record_set_int (SME_RECORD (account), "customer_type", SME_CUSTOMER_ENTERPRISE);
  for (guint i = 0; i < G_N_ELEMENTS (row->answers) && row->answers[i].json != NULL; i++)
    test_server_reply_always (f->server, row->answers[i].what, make_reply (row->answers[i].json));
  /* Nothing of it is pressed. */
  if (row->local)
    sme_context_set_local_tools (f->app.context, (SmeLocalTools *) f->app.shop);
}

static void
test_widths (AccountFixture *f, gconstpointer data)
{
  const ShopWidths *row = data;
  g_autoptr (SmeRoute) route = sme_route_parse (row->route);
  SmePage *page = app_fixture_show_page (
    &f->app, sme_routes_find (sme_route_get_name (route))->type (), row->route);
  GtkWidget *dialog;

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  press (page, row->press);
  dialog = find_dialog (f->app.window);
  page_widths_assert (dialog != NULL ? dialog : GTK_WIDGET (page), row->most);
  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
tear_down (AccountFixture *f, gconstpointer data)
{
  sme_context_set_local_tools (f->app.context, NULL);
  account_fixture_tear_down (f, data);
}

void
shop_widths_add (const ShopWidths *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/page-states/a82/large-letters/", rows[i].name, NULL);

      g_test_add (path, AccountFixture, &rows[i], set_up, test_widths, tear_down);
    }
}
