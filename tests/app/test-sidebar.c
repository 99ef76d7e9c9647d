/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of the sidebar that is marked is that of the page that is shown, however one came there.
 */
#include "app/sme-navigator.h"
#include "app/sme-sidebar.h"
#include "app/sme-window.h"

#include "app-fixture.h"

typedef struct
{
  FakeShop *shop;
  SmeContext *context;
  SmeWindow *window;
} Fixture;

/* Nothing is found; which page it is does not depend on that. */
static void
set_up (Fixture *f, gconstpointer data)
{
  f->shop = fake_shop_new ();
  fake_shop_set_signed_in (f->shop, TRUE);
  f->context = sme_context_new (NULL);
  sme_context_set_shop (f->context, fake_shop_as_shop (f->shop));
  f->window = sme_window_new (NULL, f->context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Calls that were cancelled have come back. */
static gboolean
is_only_ours (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  app_run_until (is_gone, &f->window);
  g_object_add_weak_pointer (G_OBJECT (f->context), (gpointer *) &f->context);
  g_object_unref (f->context);
  app_run_until (is_gone, &f->context);
  app_run_until (is_only_ours, f->shop);
  g_assert_finalize_object (f->shop);
}

static SmeSidebar *
get_sidebar (Fixture *f)
{
  return SME_SIDEBAR (app_find (GTK_WIDGET (f->window), SME_TYPE_SIDEBAR, NULL));
}

static void
assert_marked (Fixture *f)
{
  SmePage *page = sme_window_get_page (f->window);
  const char *text = sme_route_get_text (sme_page_get_route (page));
  const char *name = sme_route_get_name (sme_page_get_route (page));

  g_test_message ("%s", text);
  g_assert_cmpstr (sme_sidebar_get_section (get_sidebar (f)), ==, sme_routes_find (name)->section);
}

static void
go_back_to_the_first (Fixture *f)
{
  SmeNavigator *navigator =
    SME_NAVIGATOR (app_find (GTK_WIDGET (f->window), SME_TYPE_NAVIGATOR, NULL));

  while (sme_navigator_get_can_go_back (navigator))
    {
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.back", NULL);
      assert_marked (f);
    }
}

/* Pages that make do with a server that knows nothing; the others are opened in the journeys. */
static const char *const routes[] = {
  "home",       "categories", "category:a1",  "services",      "service:231",     "compare:231",
  "search?q=k", "news",       "earn",         "support:a1",    "orders",          "payments:a1",
  "invoice:a1", "terms:a1",   "pay-together", "subscriptions", "subscription:a1",
};

static void
test_every_route (Fixture *f, gconstpointer data)
{
  sme_window_open (f->window, "home");
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      sme_window_open (f->window, routes[i]);
      assert_marked (f);
      /* As from an action of the page, that goes on instead of it. */
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.replace", "s", "news");
      assert_marked (f);
      sme_window_open (f->window, routes[i]);
      assert_marked (f);
    }
  go_back_to_the_first (f);
}

static void
test_links (Fixture *f, gconstpointer data)
{
  static const char *const links[] = { "onesme://home", "onesme://service/231",
                                       "https://onesme.vn/enterprise/service/231/x?tab=2" };

  sme_window_open (f->window, "terms:a1");
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      sme_window_open_link (f->window, links[i]);
      assert_marked (f);
      sme_window_open (f->window, "terms:a1");
      assert_marked (f);
    }
  go_back_to_the_first (f);
}

/* Going over the rows is not going there. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  GtkWidget *list = app_find (GTK_WIDGET (get_sidebar (f)), GTK_TYPE_LIST_BOX, NULL);

  sme_window_open (f->window, "home");
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
      assert_marked (f);
    }
  g_signal_emit_by_name (list, "activate-cursor-row");
  g_assert_cmpstr (sme_sidebar_get_section (get_sidebar (f)), ==, "news");
  assert_marked (f);
}

/* A press that leads nowhere selects its row too. */
static void
test_pressed_in_vain (Fixture *f, gconstpointer data)
{
  GtkWidget *text = app_find (GTK_WIDGET (get_sidebar (f)), GTK_TYPE_LABEL, "Orders");
  GtkWidget *row;

  sme_window_open (f->window, "home");
  row = gtk_widget_get_ancestor (text, GTK_TYPE_LIST_BOX_ROW);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  assert_marked (f);
  sme_window_open (f->window, "terms:a1");
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_null (sme_sidebar_get_section (get_sidebar (f)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/sidebar/a12/the-marked-row-is-that-of-the-page", test_every_route);
  ADD ("/sidebar/a12/links-mark-their-page", test_links);
  ADD ("/sidebar/a12/the-arrow-keys-mark-nothing", test_keys);
  ADD ("/sidebar/a12/what-is-pressed-in-vain-is-not-marked", test_pressed_in_vain);
  return g_test_run ();
}
