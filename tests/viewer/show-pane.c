/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a document in a window, to look at: show-pane [FILE] [--dark] [--narrow] [--size WxH]. */
#include "viewer/sme-document-pane.h"

#include "viewer-fixture.h"
#include "viewer/sme-viewer.h"

#include <adwaita.h>
#include <stdio.h>

static gboolean dark, narrow, text_mode, empty;
static char *search, *size;

static const GOptionEntry entries[] = {
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark theme", NULL },
  { "narrow", 0, 0, G_OPTION_ARG_NONE, &narrow, "360 x 640", NULL },
  { "text", 0, 0, G_OPTION_ARG_NONE, &text_mode, "Text mode", NULL },
  { "empty", 0, 0, G_OPTION_ARG_NONE, &empty, "An empty window", NULL },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "WIDTHxHEIGHT" },
  { "search", 0, 0, G_OPTION_ARG_STRING, &search, "Search this", "TEXT" },
  { NULL },
};

static void
on_document (SmeDocumentPane *pane, GParamSpec *pspec, gpointer user_data)
{
  if (sme_document_pane_get_document (pane) == NULL)
    return;
  sme_document_pane_set_text_mode (pane, text_mode);
  if (search != NULL)
    {
      g_object_set (pane, "search-mode", TRUE, NULL);
      sme_document_search_set_text (
        sme_document_view_get_search (sme_document_pane_get_view (pane)), search, 0);
    }
}

static void
set_size (GtkWindow *window)
{
  int width = narrow ? 360 : 1200, height = narrow ? 640 : 800;

  if (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2)
    g_error ("No size: %s", size);
  gtk_window_set_default_size (window, width, height);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE]");
  GtkWidget *window, *pane;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 1;
  adw_init ();
  sme_viewer_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window = gtk_window_new ();
  set_size (GTK_WINDOW (window));
  if (empty)
    {
      gtk_window_present (GTK_WINDOW (window));
      while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
        g_main_context_iteration (NULL, TRUE);
      return 0;
    }
  pane = sme_document_pane_new ();
  g_signal_connect (pane, "notify::document", G_CALLBACK (on_document), NULL);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  if (argc > 1)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);

      sme_document_pane_open_file (SME_DOCUMENT_PANE (pane), file);
    }
  else
    {
      g_autoptr (GBytes) bytes = fixture_make_contract (6);

      sme_document_pane_open_bytes (SME_DOCUMENT_PANE (pane), bytes);
    }
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
