/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of the catalog when the server is cut off. */
#include "app-fixture.h"
#include "app/catalog/sme-buy-page.h"
#include "app/catalog/sme-categories-page.h"
#include "app/catalog/sme-home-page.h"
#include "app/catalog/sme-search-page.h"
#include "app/catalog/sme-service-page.h"
#include "app/sme-offline-line.h"
#include "base/sme-format.h"
#include "catalog-samples.h"
#include "client/sme-catalog-cache.h"

#include <glib/gstdio.h>

typedef struct
{
  AppFixture app;
  SmeCatalogCache *cache;
  char *directory;
} Offline;

static void
set_up (Offline *f, gconstpointer data)
{
  app_fixture_set_up (&f->app, data);
  f->directory = g_dir_make_tmp ("onesme-offline-XXXXXX", NULL);
  f->cache = sme_catalog_cache_new (SME_CALLER (f->app.shop), "test", f->directory);
  sme_context_set_catalog_cache (f->app.context, f->cache);
  fake_shop_answer (f->app.shop, SME_OP_LIST_SERVICES, NULL, SAMPLE_LIST (SAMPLE_CARD, 1));
  fake_shop_answer (f->app.shop, SME_OP_LIST_CATEGORIES, NULL,
                    SAMPLE_LIST ("{\"id\":\"health\",\"name\":\"Y tế số\",\"services\":3}", 1));
  fake_shop_answer (f->app.shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
}

static void
tear_down (Offline *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->directory, 0, NULL);
  const char *name;

  g_object_unref (f->cache);
  app_fixture_tear_down (&f->app, data);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->directory);
  g_free (f->directory);
}

static gboolean
is_settled (gpointer cache)
{
  return sme_catalog_cache_is_settled (cache);
}

static SmePage *
show (Offline *f, GType type, const char *route)
{
  SmePage *page = app_fixture_show_page (&f->app, type, route);

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (is_settled, f->cache);
  return page;
}

static void
cut (Offline *f)
{
  static const SmeOperationId ops[] = { SME_OP_LIST_SERVICES, SME_OP_LIST_CATEGORIES,
                                        SME_OP_GET_SERVICE, SME_OP_LIST_NEWS };

  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    fake_shop_refuse (f->app.shop, ops[i], SME_PROBLEM_UNREACHABLE);
}

static void
test_pages (Offline *f, gconstpointer data)
{
  SmePage *page;

  show (f, SME_TYPE_HOME_PAGE, "home");
  show (f, SME_TYPE_CATEGORIES_PAGE, "categories");
  show (f, SME_TYPE_SERVICE_PAGE, "service:smartca-on");
  g_assert_cmpint (sme_catalog_cache_get_as_of (f->cache), ==, 0);
  cut (f);
  page = show (f, SME_TYPE_HOME_PAGE, "home");
  g_assert_true (app_shows (GTK_WIDGET (page), "Ký số từ xa - VNPT SmartCA ON"));
  g_assert_cmpint (sme_catalog_cache_get_as_of (f->cache), >, 0);
  page = show (f, SME_TYPE_CATEGORIES_PAGE, "categories");
  g_assert_true (app_shows (GTK_WIDGET (page), "Y tế số"));
  page = show (f, SME_TYPE_SERVICE_PAGE, "service:smartca-on?tab=pricing");
  g_assert_true (app_shows (GTK_WIDGET (page), "220.000"));
}

static void
test_search (Offline *f, gconstpointer data)
{
  SmePage *page;

  show (f, SME_TYPE_HOME_PAGE, "home");
  cut (f);
  page = show (f, SME_TYPE_SEARCH_PAGE, "search?q=ky%20so");
  g_assert_true (app_shows (GTK_WIDGET (page), "1 result"));
  page = app_fixture_show_page (&f->app, SME_TYPE_SEARCH_PAGE, "search?q=zzz");
  app_run_until_state (page, SME_PAGE_EMPTY);
}

/* Of a service that was only listed there is the card; all of it comes with the connection. */
static void
test_card_only (Offline *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->app.shop, SME_OP_GET_SERVICE, SME_PROBLEM_UNREACHABLE);
  show (f, SME_TYPE_HOME_PAGE, "home");
  cut (f);
  page = app_fixture_show_page (&f->app, SME_TYPE_SERVICE_PAGE, "service:231");
  app_run_until_state (page, SME_PAGE_EMPTY);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Ký số từ xa - VNPT SmartCA ON");
  g_assert_true (app_shows (GTK_WIDGET (page), "220.000"));
  g_assert_true (app_shows (GTK_WIDGET (page), "This is what the list says."));
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Try again"));
  fake_shop_answer (f->app.shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  sme_page_reconnect (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (is_settled, f->cache);
}

/* What was never seen, and what needs the server, says so and can be tried again. */
static void
test_needs_network (Offline *f, gconstpointer data)
{
  SmePage *page;

  cut (f);
  page = app_fixture_show_page (&f->app, SME_TYPE_HOME_PAGE, "home");
  app_run_until_state (page, SME_PAGE_ERROR);
  page =
    app_fixture_show_page (&f->app, SME_TYPE_BUY_PAGE, "buy:basic?service=smartca-on&months=12");
  app_run_until_state (page, SME_PAGE_ERROR);
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Try again"));
}

/* While nobody answers it is said how old is what one sees. */
static void
test_line (Offline *f, gconstpointer data)
{
  GtkWidget *line = sme_offline_line_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (SmeRoute) route = sme_route_parse ("home");
  SmePage *page;
  g_autofree char *date = NULL;

  show (f, SME_TYPE_HOME_PAGE, "home");
  fake_shop_set_online (f->app.shop, TRUE);
  page = g_object_new (SME_TYPE_HOME_PAGE, "context", f->app.context, "route", route, NULL);
  sme_offline_line_set_context (SME_OFFLINE_LINE (line), f->app.context);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  app_fixture_show (&f->app, box, 640, 720);
  g_assert_false (gtk_widget_get_visible (line));
  cut (f);
  fake_shop_set_online (f->app.shop, FALSE);
  g_assert_true (app_shows (line, "No connection to the server. What you enter is kept."));
  sme_page_enter (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  date = sme_format_date_time (sme_catalog_cache_get_as_of (f->cache));
  g_assert_true (app_shows (line, "The catalog is as it was on"));
  g_assert_true (app_shows (line, date));
  fake_shop_set_online (f->app.shop, TRUE);
  g_assert_false (gtk_widget_get_visible (line));
}

#define ADD(path, function) g_test_add (path, Offline, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/offline/pages-show-the-catalog-seen-last", test_pages);
  ADD ("/offline/search-goes-over-what-was-seen", test_search);
  ADD ("/offline/a82/of-a-listed-service-the-card-is-shown", test_card_only);
  ADD ("/offline/the-age-of-what-is-seen-is-said", test_line);
  ADD ("/offline/a82/ordering-needs-the-network", test_needs_network);
  return g_test_run ();
}
