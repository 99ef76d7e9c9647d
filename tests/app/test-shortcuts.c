/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-shortcuts.h"

#include "config.h"

#include <libintl.h>
#include <locale.h>

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_header (void)
{
  GtkWidget *window = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  GtkWidget *overlay = g_object_new (GTK_TYPE_SHORTCUTS_WINDOW, NULL);
  GtkWidget *bar = gtk_window_get_titlebar (GTK_WINDOW (overlay));

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (window),
                                           GTK_SHORTCUTS_WINDOW (overlay));
  g_assert_true (says (bar, "Shortcuts"));
  sme_shortcuts_translate (GTK_APPLICATION_WINDOW (window));
  g_assert_false (says (bar, "Shortcuts"));
  g_assert_true (says (bar, "Phím tắt"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* All its sections are measured, also those that are not shown, usual and twice as large. */
static void
test_fits (void)
{
  g_autofree char *file =
    g_test_build_filename (G_TEST_DIST, "..", "data", "ui", "help-overlay.ui", NULL);
  GtkBuilder *builder = gtk_builder_new_from_file (file);
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
  GtkWidget *window = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (window),
                                           GTK_SHORTCUTS_WINDOW (overlay));
  sme_shortcuts_translate (GTK_APPLICATION_WINDOW (window));
  g_assert_true (says (overlay, "Di chuyển trong tài liệu"));
  g_object_unref (builder);
  gtk_window_present (GTK_WINDOW (overlay));
  for (int factor = 1; factor <= 2; factor++)
    {
      int width, height;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", factor * 96 * 1024, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      gtk_widget_measure (overlay, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (overlay, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_test_message ("letters %d times: %d x %d", factor, width, height);
      g_assert_cmpint (width, <=, 640);
      g_assert_cmpint (height, <=, 720);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_none (void)
{
  GtkWidget *window = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);

  sme_shortcuts_translate (GTK_APPLICATION_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "vi", TRUE);
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv);
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  g_test_add_func ("/shortcuts/header-in-vietnamese", test_header);
  g_test_add_func ("/shortcuts/fit-small-windows-in-vietnamese", test_fits);
  g_test_add_func ("/shortcuts/without-any", test_none);
  return g_test_run ();
}
