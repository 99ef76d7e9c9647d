/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-preferences-window.h"

#include "app-fixture.h"

static void
test_addresses (void)
{
  static const char *const good[] = { "", "https://shop.example.vn", "https://shop.example.vn:8443",
                                      "http://127.0.0.1:8080" };
  static const char *const bad[] = { "http://shop.example.vn", "shop.example.vn", "ftp://x",
                                     "https://", "https://user@shop.example.vn" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sme_preferences_window_is_allowed (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sme_preferences_window_is_allowed (bad[i]));
}

static GtkWidget *
find_row (GtkWidget *window, const char *title)
{
  GtkWidget *label = app_find (window, GTK_TYPE_LABEL, title);

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW) : NULL;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_taken_when_applied (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("vn.onesme.Desktop");
  GtkWidget *window = sme_preferences_window_new (NULL, settings);
  GtkWidget *row;
  g_autofree char *url = NULL;

  gtk_window_present (GTK_WINDOW (window));
  app_run_until (is_mapped, window);
  row = find_row (window, "OneSME server");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "http://shop.example.vn");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (row, "apply");
  url = g_settings_get_string (settings, "server-url");
  g_assert_cmpstr (url, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (row), " https://shop.example.vn ");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (row, "apply");
  g_clear_pointer (&url, g_free);
  url = g_settings_get_string (settings, "server-url");
  g_assert_cmpstr (url, ==, "https://shop.example.vn");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  app_run_idle ();
  g_assert_null (window);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/preferences/only-safe-addresses-are-allowed", test_addresses);
  g_test_add_func ("/preferences/an-address-counts-when-applied", test_taken_when_applied);
  return g_test_run ();
}
