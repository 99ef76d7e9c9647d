/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-navigator.h"

#include "app-fixture.h"

#define PLAIN_TYPE_PAGE (plain_page_get_type ())
G_DECLARE_FINAL_TYPE (PlainPage, plain_page, PLAIN, PAGE, SmePage)

struct _PlainPage
{
  SmePage parent_instance;
  gboolean in_front;
  gboolean list_open;
};

G_DEFINE_FINAL_TYPE (PlainPage, plain_page, SME_TYPE_PAGE)

static void
plain_page_shown (SmePage *page)
{
  PLAIN_PAGE (page)->in_front = TRUE;
}

static void
plain_page_hidden (SmePage *page)
{
  PLAIN_PAGE (page)->in_front = FALSE;
}

static gboolean
plain_page_go_back (SmePage *page)
{
  gboolean was_open = PLAIN_PAGE (page)->list_open;

  PLAIN_PAGE (page)->list_open = FALSE;
  return was_open;
}

static void
on_act (GtkWidget *widget, const char *name, GVariant *parameter)
{
}

/* The portal calls "smartca" 231. */
static gboolean
plain_page_answers_to (SmePage *page, SmeRoute *route)
{
  return g_strcmp0 (sme_route_get_id (sme_page_get_route (page)), "231") == 0 &&
         g_strcmp0 (sme_route_get_text (route), "service:smartca") == 0;
}

static void
plain_page_class_init (PlainPageClass *klass)
{
  SME_PAGE_CLASS (klass)->answers_to = plain_page_answers_to;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plain.act", NULL, on_act);
  SME_PAGE_CLASS (klass)->shown = plain_page_shown;
  SME_PAGE_CLASS (klass)->hidden = plain_page_hidden;
  SME_PAGE_CLASS (klass)->go_back = plain_page_go_back;
}

static void
plain_page_init (PlainPage *self)
{
  GtkWidget *button = gtk_button_new_with_label ("x");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plain.act");
  sme_page_set_content (SME_PAGE (self), button);
}

static const SmeRouteEntry *
find_entry (const char *name)
{
  static const SmeRouteEntry entries[] = {
    { "home", plain_page_get_type, SME_ROUTE_TOP, "home" },
    { "news", plain_page_get_type, SME_ROUTE_TOP, "news" },
    { "service", plain_page_get_type, SME_ROUTE_SHOP, NULL },
    { "order", plain_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
    { "orders", plain_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SIGNED_IN, "orders" },
    { "sign-in", plain_page_get_type, SME_ROUTE_ACCOUNT, NULL },
    { "register", plain_page_get_type, SME_ROUTE_ACCOUNT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_strcmp0 (entries[i].name, name) == 0)
      return &entries[i];
  return NULL;
}

static SmeNavigator *
make (AppFixture *f)
{
  SmeNavigator *navigator = SME_NAVIGATOR (sme_navigator_new ());

  sme_navigator_set_finder (navigator, find_entry);
  sme_navigator_set_context (navigator, f->context);
  app_fixture_show (f, GTK_WIDGET (navigator), 800, 600);
  return navigator;
}

static const char *
front (SmeNavigator *navigator)
{
  SmePage *page = sme_navigator_get_page (navigator);

  return page != NULL ? sme_route_get_text (sme_page_get_route (page)) : "";
}

static void
test_back (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *first, *second;

  g_assert_true (sme_navigator_open (navigator, "home"));
  g_assert_false (sme_navigator_get_can_go_back (navigator));
  g_assert_true (sme_navigator_open (navigator, "service:1"));
  first = sme_navigator_get_page (navigator);
  g_assert_true (sme_navigator_open (navigator, "service:2"));
  second = sme_navigator_get_page (navigator);
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  g_assert_false (PLAIN_PAGE (first)->in_front);
  /* What lies open in the page is left first. */
  PLAIN_PAGE (second)->list_open = TRUE;
  sme_navigator_back (navigator);
  g_assert_true (sme_navigator_get_page (navigator) == second);
  sme_navigator_back (navigator);
  app_run_idle ();
  /* The same object as it was left, and the other one is gone. */
  g_assert_true (sme_navigator_get_page (navigator) == first);
  g_assert_true (PLAIN_PAGE (first)->in_front);
  g_assert_null (second);
  sme_navigator_back (navigator);
  sme_navigator_back (navigator);
  g_assert_cmpstr (front (navigator), ==, "home");
}

static GtkWidget *
get_focus (AppFixture *f)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window));
}

static void
test_focus (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  GtkWidget *first;

  sme_navigator_open (navigator, "service:1");
  app_run_idle ();
  first = get_focus (f);
  g_assert_true (gtk_widget_is_ancestor (first, GTK_WIDGET (sme_navigator_get_page (navigator))));
  sme_navigator_open (navigator, "service:2");
  app_run_idle ();
  g_assert_true (
    gtk_widget_is_ancestor (get_focus (f), GTK_WIDGET (sme_navigator_get_page (navigator))));
  g_assert_true (get_focus (f) != first);
  sme_navigator_back (navigator);
  app_run_idle ();
  g_assert_true (get_focus (f) == first);
}

static void
test_same_page (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *page;

  sme_navigator_open (navigator, "service:1");
  page = sme_navigator_get_page (navigator);
  sme_navigator_open (navigator, "service:1?tab=guide");
  g_assert_true (sme_navigator_get_page (navigator) == page);
  g_assert_cmpstr (front (navigator), ==, "service:1?tab=guide");
  g_assert_cmpuint (sme_navigator_get_depth (navigator), ==, 1);
}

static void
test_sections (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *home;

  sme_navigator_open (navigator, "home");
  home = sme_navigator_get_page (navigator);
  sme_navigator_open (navigator, "service:1");
  sme_navigator_open (navigator, "news");
  g_assert_cmpuint (sme_navigator_get_depth (navigator), ==, 2);
  sme_navigator_open (navigator, "service:2");
  sme_navigator_open (navigator, "home");
  g_assert_cmpuint (sme_navigator_get_depth (navigator), ==, 1);
  g_assert_true (sme_navigator_get_page (navigator) == home);
}

static void
test_unknown (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);

  sme_navigator_open (navigator, "home");
  g_assert_false (sme_navigator_open (navigator, "nowhere"));
  g_assert_false (sme_navigator_open (navigator, "home page"));
  g_assert_cmpstr (front (navigator), ==, "home");
}

static void
test_sign_in_first (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);

  sme_navigator_open (navigator, "home");
  g_assert_true (sme_navigator_open (navigator, "order:1?step=2"));
  g_assert_cmpstr (front (navigator), ==, "sign-in");
  /* Who has no account goes round by the registration and comes back. */
  sme_navigator_open (navigator, "register");
  sme_page_finish (sme_navigator_get_page (navigator));
  g_assert_cmpstr (front (navigator), ==, "sign-in");
}

static void
test_goes_on (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "order:1?step=2");
  fake_shop_set_signed_in (f->shop, TRUE);
  sme_page_finish (sme_navigator_get_page (navigator));
  g_assert_cmpstr (front (navigator), ==, "order:1?step=2");
  sme_navigator_back (navigator);
  g_assert_cmpstr (front (navigator), ==, "home");
}

static void
test_forgets (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "order:1");
  sme_navigator_open (navigator, "news");
  sme_navigator_open (navigator, "sign-in");
  fake_shop_set_signed_in (f->shop, TRUE);
  sme_page_finish (sme_navigator_get_page (navigator));
  g_assert_cmpstr (front (navigator), ==, "news");
}

static void
test_session_ends (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);

  fake_shop_set_signed_in (f->shop, TRUE);
  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "orders");
  sme_navigator_open (navigator, "order:1");
  fake_shop_set_signed_in (f->shop, FALSE);
  g_assert_cmpstr (front (navigator), ==, "sign-in");
  g_assert_cmpuint (sme_navigator_get_depth (navigator), ==, 2);
  fake_shop_set_signed_in (f->shop, TRUE);
  sme_page_finish (sme_navigator_get_page (navigator));
  g_assert_cmpstr (front (navigator), ==, "order:1");
}

static void
test_depth (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);

  sme_navigator_open (navigator, "home");
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *route = g_strdup_printf ("service:%d", i);

      sme_navigator_open (navigator, route);
    }
  g_assert_cmpuint (sme_navigator_get_depth (navigator), <=, 24);
  while (sme_navigator_get_can_go_back (navigator))
    sme_navigator_back (navigator);
  g_assert_cmpstr (front (navigator), ==, "home");
}

static void
test_natural_width (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  int minimum, natural;

  sme_navigator_open (navigator, "home");
  g_object_set (navigator, "natural-width", 700, NULL);
  gtk_widget_measure (GTK_WIDGET (navigator), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (natural, ==, 700);
  g_assert_cmpint (minimum, <, 360);
}

/* What is half typed comes back with its page, however the person went away. */
static void
test_typed (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *page;

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "register");
  page = sme_navigator_get_page (navigator);
  sme_page_set_keeps_input (page, TRUE);
  sme_navigator_open (navigator, "news");
  sme_navigator_open (navigator, "register");
  g_assert_true (sme_navigator_get_page (navigator) == page);
  sme_navigator_back (navigator);
  g_assert_cmpstr (front (navigator), ==, "news");
  sme_navigator_open (navigator, "register");
  g_assert_true (sme_navigator_get_page (navigator) == page);
  g_assert_true (PLAIN_PAGE (page)->in_front);
}

/* And what the page can do can still be done. */
static void
test_typed_and_sent (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  GtkWidget *button;

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "register");
  sme_page_set_keeps_input (sme_navigator_get_page (navigator), TRUE);
  sme_navigator_open (navigator, "home");
  g_assert_cmpstr (front (navigator), ==, "home");
  sme_navigator_open (navigator, "register");
  button = app_find (GTK_WIDGET (sme_navigator_get_page (navigator)), GTK_TYPE_BUTTON, "x");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
}

/* And by whichever of its names the page is called. */
static void
test_other_name (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *page;

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "service:231");
  page = sme_navigator_get_page (navigator);
  sme_page_set_keeps_input (page, TRUE);
  sme_navigator_open (navigator, "service:smartca");
  g_assert_true (sme_navigator_get_page (navigator) == page);
  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "service:smartca");
  g_assert_true (sme_navigator_get_page (navigator) == page);
}

/* The page that asked stays below: it comes back as it was, by going back or by signing in, with
 * however many pages on the way. */
static void
test_sign_in_above (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *page;

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "service:1");
  page = sme_navigator_get_page (navigator);
  sme_navigator_sign_in_above (navigator);
  g_assert_cmpstr (front (navigator), ==, "sign-in");
  sme_navigator_back (navigator);
  g_assert_true (sme_navigator_get_page (navigator) == page);
  sme_navigator_sign_in_above (navigator);
  sme_navigator_open (navigator, "register");
  fake_shop_set_signed_in (f->shop, TRUE);
  sme_page_finish (sme_navigator_get_page (navigator));
  g_assert_true (sme_navigator_get_page (navigator) == page);
  g_assert_cmpuint (sme_navigator_get_depth (navigator), ==, 2);
}

static gboolean
is_gone (gpointer page)
{
  return *(SmePage **) page == NULL;
}

static void
test_sent (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *page;

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "register");
  page = sme_navigator_get_page (navigator);
  sme_page_set_keeps_input (page, TRUE);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  sme_page_finish (page);
  app_run_until (is_gone, &page);
}

/* The next person at this computer does not see it. */
static void
test_typed_by_another (AppFixture *f, gconstpointer data)
{
  SmeNavigator *navigator = make (f);
  SmePage *page;

  sme_navigator_open (navigator, "home");
  sme_navigator_open (navigator, "register");
  page = sme_navigator_get_page (navigator);
  sme_page_set_keeps_input (page, TRUE);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  sme_navigator_open (navigator, "news");
  fake_shop_set_signed_in (f->shop, TRUE);
  app_run_until (is_gone, &page);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/navigator/back-shows-the-page-as-it-was-left", test_back);
  ADD ("/navigator/the-keyboard-goes-along-and-comes-back", test_focus);
  ADD ("/navigator/other-parameters-are-the-same-page", test_same_page);
  ADD ("/navigator/a-section-is-returned-to", test_sections);
  ADD ("/navigator/unknown-routes-lead-nowhere", test_unknown);
  ADD ("/a16/registration-on-the-way-comes-back-to-the-sign-in", test_sign_in_first);
  ADD ("/a16/after-sign-in-it-goes-on-where-it-was", test_goes_on);
  ADD ("/navigator/going-elsewhere-forgets-the-way", test_forgets);
  ADD ("/navigator/a-session-that-ends-asks-to-sign-in-and-goes-on", test_session_ends);
  ADD ("/navigator/the-stack-is-bounded", test_depth);
  ADD ("/navigator/what-is-typed-comes-back-with-its-page", test_typed);
  ADD ("/navigator/what-is-typed-comes-back-by-every-name", test_other_name);
  ADD ("/navigator/the-page-below-comes-back-after-signing-in", test_sign_in_above);
  ADD ("/navigator/what-is-typed-can-be-sent-afterwards", test_typed_and_sent);
  ADD ("/navigator/what-is-sent-goes", test_sent);
  ADD ("/navigator/nobody-else-sees-what-was-typed", test_typed_by_another);
  ADD ("/navigator/wishes-a-width-but-can-be-narrow", test_natural_width);
  return g_test_run ();
}
