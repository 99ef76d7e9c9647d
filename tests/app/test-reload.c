/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F5: the keyboard stays where it is, and what is typed stays typed. */
#include "app-fixture.h"
#include "app/account/sme-register-page.h"
#include "app/catalog/sme-categories-page.h"
#include "app/catalog/sme-service-page.h"
#include "catalog-samples.h"

#define TERMS \
  "{\"items\":[{\"purpose\":\"service\",\"version\":\"service-2026-11-23\",\"required\":true}," \
  "{\"purpose\":\"marketing\",\"version\":\"marketing-2026-11-23\",\"required\":false}]," \
  "\"total\":2}"
#define CATEGORIES \
  SAMPLE_LIST ("{\"id\":\"office\",\"name\":\"Văn phòng\"},{\"id\":\"health\",\"name\":\"Y tế\"}", \
               2)

static GtkWidget *
get_focus (AppFixture *f)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window));
}

static void
reload (AppFixture *f, GtkWidget *page)
{
  fake_shop_hold (f->shop);
  sme_page_reload (SME_PAGE (page));
  app_run_idle ();
  fake_shop_let_go (f->shop);
  app_run_idle ();
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
}

static GtkWidget *
show (AppFixture *f, GType type, const char *route)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  fake_shop_answer (f->shop, SME_OP_LIST_TERMS, NULL, TERMS);
  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL, CATEGORIES);
  page = app_fixture_show_page (f, type, route);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static GtkWidget *
find_last (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    found = root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *below = find_last (child, label);

      found = below != NULL ? below : found;
    }
  return found;
}

/* The cards are made anew: the second "Buy now" is another button, and has the keyboard. */
static void
test_made_anew (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SME_TYPE_SERVICE_PAGE, "service:231?tab=pricing");
  GtkWidget *buy = find_last (page, "Buy now");

  g_assert_true (gtk_widget_grab_focus (buy));
  g_object_add_weak_pointer (G_OBJECT (buy), (gpointer *) &buy);
  reload (f, page);
  g_assert_null (buy);
  g_assert_true (get_focus (f) == find_last (page, "Buy now"));
  g_assert_true (find_last (page, "Buy now") != app_find (page, GTK_TYPE_BUTTON, "Buy now"));
}

/* A row that is gone meanwhile: then the page begins as when it came. */
static void
test_gone (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SME_TYPE_CATEGORIES_PAGE, "categories");
  GtkWidget *last =
    gtk_widget_get_ancestor (app_find (page, GTK_TYPE_LABEL, "Y tế"), GTK_TYPE_FLOW_BOX_CHILD);

  g_assert_true (gtk_widget_grab_focus (last));
  fake_shop_answer (f->shop, SME_OP_LIST_CATEGORIES, NULL,
                    SAMPLE_LIST ("{\"id\":\"office\",\"name\":\"Văn phòng\"}", 1));
  reload (f, page);
  g_assert_false (app_shows (page, "Y tế"));
  g_assert_nonnull (get_focus (f));
  g_assert_true (gtk_widget_is_ancestor (get_focus (f), page));
}

static GtkWidget *
find_text (GtkWidget *page, guint index)
{
  GtkWidget *found = NULL;
  guint seen = 0;
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, page);
  while (waiting->len > 0 && found == NULL)
    {
      GtkWidget *at = g_ptr_array_steal_index (waiting, 0);

      if (GTK_IS_TEXT (at) && gtk_widget_get_mapped (at) && seen++ == index)
        found = at;
      for (GtkWidget *child = gtk_widget_get_first_child (at); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (waiting, child);
    }
  return found;
}

static void
test_typing (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SME_TYPE_REGISTER_PAGE, "register");
  GtkWidget *text = find_text (page, 1);
  GtkWidget *check = app_find (page, GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_editable_set_text (GTK_EDITABLE (text), "Nguyễn Thị");
  gtk_editable_set_position (GTK_EDITABLE (text), 6);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  reload (f, page);
  g_assert_true (get_focus (f) == text);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Nguyễn Thị");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, 6);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, NULL));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* Who goes elsewhere while it loads stays there. */
static void
test_elsewhere (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SME_TYPE_REGISTER_PAGE, "register");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *other = gtk_button_new_with_label ("Elsewhere");

  g_object_ref (page);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), page);
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  g_object_unref (page);
  app_run_idle ();
  gtk_widget_grab_focus (find_text (page, 1));
  fake_shop_hold (f->shop);
  sme_page_reload (SME_PAGE (page));
  gtk_widget_grab_focus (other);
  fake_shop_let_go (f->shop);
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  g_assert_true (get_focus (f) == other);
  /* And reloading does not take it from there. */
  reload (f, page);
  g_assert_true (get_focus (f) == other);
}

static void
test_failure (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f, SME_TYPE_SERVICE_PAGE, "service:231");

  gtk_widget_grab_focus (app_find (page, GTK_TYPE_BUTTON, "Subscribe now"));
  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_UNREACHABLE);
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_ERROR);
  g_assert_true (get_focus (f) == app_find (page, GTK_TYPE_BUTTON, "Try again"));
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SAMPLE_SERVICE);
  app_click (page, "Try again");
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  g_assert_nonnull (get_focus (f));
  g_assert_true (gtk_widget_is_ancestor (get_focus (f), page));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/reload/a-card-that-is-made-anew-keeps-the-keyboard", test_made_anew);
  ADD ("/reload/what-is-gone-leaves-it-to-the-page", test_gone);
  ADD ("/reload/what-is-typed-and-where-stays", test_typing);
  ADD ("/reload/who-went-elsewhere-stays-there", test_elsewhere);
  ADD ("/reload/an-error-has-it-and-gives-it-back", test_failure);
  return g_test_run ();
}
