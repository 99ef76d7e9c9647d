/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How narrow a document may be shown, with usual letters and with letters twice as large, in the
 * language of ONESME_TEST_LANGUAGE; and that nothing can no longer be reached then. */
#include "config.h"
#include "seal-cases.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-pane-private.h"
#include "viewer/sme-document-view-private.h"
#include "viewer/sme-seal-bar.h"
#include "viewer/sme-viewer.h"

#include <libintl.h>
#include <locale.h>

#define USUAL_DPI (96 * 1024)
#define NARROW 360
#define LEAST_TARGET 24 /* logical pixels of what is pressed */
#define HEIGHT 640
#define N_PAGES 1200 /* a number of four digits */

typedef struct
{
  GtkWidget *window;
  SmeDocumentPane *pane;
  SmeSealBar *seal_bar;
} Fixture;

typedef struct
{
  const char *name;
  void (*enter) (Fixture *fixture);
  gboolean has_document;
} State;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_open (gpointer pane)
{
  return sme_document_pane_get_document (pane) != NULL;
}

static gboolean
is_searched (gpointer search)
{
  return !sme_document_search_get_busy (search);
}

static GBytes *
get_contract (void)
{
  static GBytes *bytes;

  if (bytes == NULL)
    bytes = fixture_make_contract (N_PAGES);
  return bytes;
}

static void
enter_pages (Fixture *f)
{
  sme_document_pane_open_bytes (f->pane, get_contract ());
  fixture_run_until_func (is_open, f->pane);
  sme_document_view_set_page (sme_document_pane_get_view (f->pane), N_PAGES - 1);
  sme_document_view_set_zoom (sme_document_pane_get_view (f->pane), SME_ZOOM_MAX);
}

static void
enter_sidebar (Fixture *f)
{
  enter_pages (f);
  g_object_set (f->pane, "sidebar", TRUE, NULL);
}

/* "1 of more than 10000": the longest that stands beside the entry. */
static void
enter_search (Fixture *f)
{
  SmeDocumentSearch *search;

  enter_pages (f);
  sme_document_search_bar_start (f->pane->search_bar);
  search = sme_document_view_get_search (sme_document_pane_get_view (f->pane));
  sme_document_search_set_max (search, 10000);
  sme_document_search_set_text (search, "n", 0);
  fixture_run_until_func (is_searched, search);
  g_assert_true (sme_document_search_is_cut (search));
}

static void
enter_search_missed (Fixture *f)
{
  SmeDocumentSearch *search;

  enter_pages (f);
  sme_document_search_bar_start (f->pane->search_bar);
  search = sme_document_view_get_search (sme_document_pane_get_view (f->pane));
  sme_document_search_set_text (search, "không có từ này", 0);
  fixture_run_until_func (is_searched, search);
}

static void
enter_text (Fixture *f)
{
  enter_pages (f);
  sme_document_pane_set_text_mode (f->pane, TRUE);
}

static void
enter_loading (Fixture *f)
{
  sme_document_pane_show_loading (f->pane);
  while (!g_str_equal (gtk_stack_get_visible_child_name (f->pane->states), "loading"))
    g_main_context_iteration (NULL, TRUE);
}

/* The longest of its reasons, with what a page of the program adds. */
static void
enter_error (Fixture *f)
{
  sme_document_pane_show_error (
    f->pane, g_dgettext (NULL, "The document is too complicated to be shown here."), TRUE);
}

static const State states[] = {
  { "pages", enter_pages, TRUE },   { "sidebar", enter_sidebar, TRUE },
  { "search", enter_search, TRUE }, { "search-missed", enter_search_missed, TRUE },
  { "text", enter_text, TRUE },     { "loading", enter_loading, FALSE },
  { "error", enter_error, FALSE },
};

static gboolean
has_findings (gpointer bar)
{
  return sme_seal_bar_get_findings (bar) != NULL;
}

/* What has the most to say: who sealed it, when, and what became of it since. */
static void
check_changed (SmeSealBar *bar)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) changed = seal_cases_replace_page (sealed, 1);

  sme_seal_bar_check (bar, changed, seal_cases_get_trusted ());
  fixture_run_until_func (has_findings, bar);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const State *state = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  f->window = gtk_window_new ();
  f->pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  f->seal_bar = SME_SEAL_BAR (sme_seal_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (f->pane), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->seal_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->pane));
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), NARROW, HEIGHT);
  gtk_window_present (GTK_WINDOW (f->window));
  check_changed (f->seal_bar);
  state->enter (f);
  iterate ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  iterate ();
}

/* The widest child all the way down, for who has to mend it. */
static void
explain (GtkWidget *widget, int depth)
{
  GtkWidget *widest = NULL;
  int most = 0, width;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > most)
        {
          most = width;
          widest = child;
        }
    }
  if (widest == NULL)
    return;
  g_test_message ("%*s%s %d %s", depth, "", G_OBJECT_TYPE_NAME (widest), most,
                  GTK_IS_LABEL (widest) ? gtk_label_get_label (GTK_LABEL (widest)) : "");
  explain (widest, depth + 1);
}

static int
measure (GtkWidget *widget, int dpi)
{
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  iterate ();
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static void
assert_narrow (GtkWidget *widget)
{
  int usual = measure (widget, USUAL_DPI);
  int large = measure (widget, 2 * USUAL_DPI);

  g_test_message ("%s: %d, %d", G_OBJECT_TYPE_NAME (widget), usual, large);
  if (MAX (usual, large) > NARROW)
    explain (widget, 0);
  g_assert_cmpint (usual, <=, NARROW);
  g_assert_cmpint (large, <=, NARROW);
}

static void
test_width (Fixture *f, gconstpointer data)
{
  assert_narrow (GTK_WIDGET (f->pane));
  assert_narrow (GTK_WIDGET (f->seal_bar));
}

static void
collect_menu (GMenuModel *menu, GHashTable *found)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_hash_table_add (found, g_steal_pointer (&action));
      if (section != NULL)
        collect_menu (section, found);
    }
}

/* What is pressed lies whole in the window and is large enough for a finger's tip. */
static void
assert_target (GtkWidget *widget, GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  if (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window))
    g_test_message ("%s at %g, %g wide", gtk_widget_get_tooltip_text (widget), bounds.origin.x,
                    bounds.size.width);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (window));
  g_assert_cmpfloat (bounds.size.width, >=, LEAST_TARGET);
  g_assert_cmpfloat (bounds.size.height, >=, LEAST_TARGET);
}

static void
collect (GtkWidget *widget, GtkWidget *window, GHashTable *found)
{
  const char *action;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_ACTIONABLE (widget) && GTK_IS_BUTTON (widget) &&
      (action = gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))) != NULL)
    {
      assert_target (widget, window);
      g_hash_table_add (found, g_strdup (action));
    }
  if (GTK_IS_MENU_BUTTON (widget))
    {
      assert_target (widget, window);
      if (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
        collect_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)), found);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, window, found);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer n_ticks)
{
  ++*(guint *) n_ticks;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_ticked (gpointer n_ticks)
{
  return *(guint *) n_ticks >= 3;
}

/* Until all stands where it stands with these letters: sizes of one frame count in the next. */
static void
show_at (Fixture *f, int dpi)
{
  guint n_ticks = 0;
  guint id;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  gtk_widget_queue_resize (f->window);
  id = gtk_widget_add_tick_callback (f->window, on_tick, &n_ticks, NULL);
  fixture_run_until_func (has_ticked, &n_ticks);
  gtk_widget_remove_tick_callback (f->window, id);
}

static void
find_by_type (GtkWidget *widget, GType type, GtkWidget **found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    *found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && *found == NULL;
       child = gtk_widget_get_next_sibling (child))
    find_by_type (child, type, found);
}

/* What is said of the seal leaves room for the pages, and is whole where no details say more. */
static void
test_room (Fixture *f, gconstpointer data)
{
  GtkWidget *label = NULL;

  find_by_type (GTK_WIDGET (f->seal_bar), GTK_TYPE_LABEL, &label);
  show_at (f, 2 * USUAL_DPI);
  g_assert_cmpint (gtk_widget_get_height (f->window), ==, HEIGHT);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (f->pane->view)), >=, HEIGHT / 4);
  sme_seal_bar_show_unchecked (f->seal_bar);
  show_at (f, 2 * USUAL_DPI);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

/* All that a document can be told to do, by a button or in a menu. */
static void
test_reachable (Fixture *f, gconstpointer data)
{
  static const char *const actions[] = {
    "seal.details",      "document.search-mode", "document.sidebar",    "document.text-mode",
    "document.save",     "document.print",       "document.find-next",  "document.find-previous",
    "search.match-case", "search.match-marks",   "document.properties", "view.zoom-in",
    "view.zoom-out",     "view.zoom-normal",     "view.fit-mode",       "view.back",
    "view.forward",      "view.rotate-left",     "view.rotate-right",   "view.dark",
  };

  for (int factor = 1; factor <= 2; factor++)
    {
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      show_at (f, factor * USUAL_DPI);
      collect (f->window, f->window, found);
      for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
        {
          g_test_message ("%s", actions[i]);
          g_assert_true (g_hash_table_contains (found, actions[i]));
        }
    }
}

int
main (int argc, char *argv[])
{
  const char *language = g_getenv ("ONESME_TEST_LANGUAGE");

  g_setenv ("LANGUAGE", language != NULL ? language : "en", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *path = g_strconcat ("/document-widths/", states[i].name, NULL);

      g_test_add (path, Fixture, &states[i], set_up, test_width, tear_down);
    }
  g_test_add ("/document-widths/all-can-be-reached", Fixture, &states[2], set_up, test_reachable,
              tear_down);
  g_test_add ("/document-widths/pages-have-room", Fixture, &states[0], set_up, test_room,
              tear_down);
  return g_test_run ();
}
