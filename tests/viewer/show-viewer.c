/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To look at, by hand: a part of the viewer in one of its states, saved as a picture.
 *   show-viewer STATE WIDTH HEIGHT light|dark usual|large FILE.png
 * STATE: pages, sidebar, search, text, loading, error, details, compare, properties, link.
 * The language is that of ONESME_TEST_LANGUAGE. */
#include "config.h"
#include "seal-cases.h"
#include "viewer-fixture.h"
#include "viewer/sme-compare-window.h"
#include "viewer/sme-document-pane.h"
#include "viewer/sme-document-properties.h"
#include "viewer/sme-link-question.h"
#include "viewer/sme-seal-bar.h"
#include "viewer/sme-seal-details.h"
#include "viewer/sme-viewer.h"

#include <adwaita.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

static char **arguments;

static gboolean
on_settled (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add (1200, on_settled, &settled);
  fixture_run_until (&settled);
}

static void
load_style (void)
{
  static const char *const sheets[] = { "style.css", "style-dark.css" };
  gboolean dark = g_str_equal (arguments[4], "dark");

  for (int i = 0; i < (dark ? 2 : 1); i++)
    {
      g_autofree char *path =
        g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "ui", sheets[i], NULL);
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_path (provider, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider), (guint) (600 + i));
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (g_str_equal (arguments[5], "large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
}

static void
save (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_print ("%d x %d\n", gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  gdk_texture_save_to_png (texture, arguments[6]);
  g_object_unref (texture);
  gsk_render_node_unref (node);
}

static gboolean
has_findings (gpointer bar)
{
  return sme_seal_bar_get_findings (bar) != NULL;
}

/* Returns: the window to look at: the document's own, or one over it. */
static GtkWidget *
enter (const char *state, GtkWidget *window, SmeDocumentPane *pane, SmeSealBar *bar)
{
  const SmeSealFindings *findings = sme_seal_bar_get_findings (bar);
  const SmeSealFinding *finding = g_ptr_array_index (findings->list, 0);

  if (g_str_equal (state, "sidebar"))
    g_object_set (pane, "sidebar", TRUE, NULL);
  else if (g_str_equal (state, "text"))
    sme_document_pane_set_text_mode (pane, TRUE);
  else if (g_str_equal (state, "loading"))
    sme_document_pane_show_loading (pane);
  else if (g_str_equal (state, "error"))
    sme_document_pane_show_error (
      pane, g_dgettext (NULL, "The document is too complicated to be shown here."), TRUE);
  else if (g_str_equal (state, "details"))
    return sme_seal_details_new (GTK_WINDOW (window), findings);
  else if (g_str_equal (state, "compare"))
    return sme_compare_window_new (GTK_WINDOW (window), finding->revision, findings->file,
                                   finding->pages_changed);
  else if (g_str_equal (state, "properties"))
    return sme_document_properties_new (GTK_WINDOW (window), sme_document_pane_get_document (pane));
  else if (g_str_equal (state, "link"))
    return sme_link_question_new (GTK_WINDOW (window), "https://smartca.vnpt.vn/huong-dan-su-dung");
  else if (g_str_equal (state, "search"))
    {
      SmeDocumentSearch *search = sme_document_view_get_search (sme_document_pane_get_view (pane));

      g_object_set (pane, "search-mode", TRUE, NULL);
      let_settle ();
      sme_document_search_set_text (search, "a", 0);
    }
  return window;
}

static gboolean
is_open (gpointer pane)
{
  return sme_document_pane_get_document (pane) != NULL;
}

static GtkWidget *
build (SmeDocumentPane **pane, SmeSealBar **bar)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *pane = SME_DOCUMENT_PANE (sme_document_pane_new ());
  *bar = SME_SEAL_BAR (sme_seal_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (*pane), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*bar));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*pane));
  gtk_window_set_child (GTK_WINDOW (window), box);
  return window;
}

static void
show (void)
{
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 1);
  SmeDocumentPane *pane;
  SmeSealBar *bar;
  GtkWidget *window = build (&pane, &bar);
  GtkWidget *shown;

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (arguments[2]), atoi (arguments[3]));
  gtk_window_present (GTK_WINDOW (window));
  sme_seal_bar_check (bar, forged, seal_cases_get_trusted ());
  sme_document_pane_open_bytes (pane, forged);
  fixture_run_until_func (has_findings, bar);
  fixture_run_until_func (is_open, pane);
  shown = enter (arguments[1], window, pane, bar);
  if (shown != window)
    {
      gtk_window_set_default_size (GTK_WINDOW (shown), atoi (arguments[2]), atoi (arguments[3]));
      gtk_window_present (GTK_WINDOW (shown));
    }
  let_settle ();
  save (shown);
}

int
main (int argc, char *argv[])
{
  const char *language = g_getenv ("ONESME_TEST_LANGUAGE");

  if (argc != 7)
    return 1;
  arguments = argv;
  g_setenv ("LANGUAGE", language != NULL ? language : "vi", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  gtk_init ();
  adw_init ();
  sme_viewer_init ();
  load_style ();
  show ();
  return 0;
}
