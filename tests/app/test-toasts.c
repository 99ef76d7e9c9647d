/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-toasts.h"

static AdwToastOverlay *overlay;
static SmeToasts *toasts;

static void
set_up (void)
{
  overlay = ADW_TOAST_OVERLAY (g_object_ref_sink (adw_toast_overlay_new ()));
  toasts = sme_toasts_new (overlay);
}

static void
tear_down (void)
{
  g_object_unref (toasts);
  g_assert_finalize_object (overlay);
  overlay = NULL;
  toasts = NULL;
}

/* What the overlay shows: all labels in it. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static void
test_one_by_one (void)
{
  set_up ();
  sme_toasts_add (toasts, "first <b>", FALSE);
  sme_toasts_add (toasts, "second", TRUE);
  g_assert_true (shows (GTK_WIDGET (overlay), "first <b>"));
  g_assert_false (shows (GTK_WIDGET (overlay), "second"));
  g_assert_cmpuint (sme_toasts_get_n_waiting (toasts), ==, 1);
  /* The first goes by itself, and the second has its turn. */
  while (sme_toasts_get_n_waiting (toasts) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shows (GTK_WIDGET (overlay), "second"));
  tear_down ();
}

static void
test_gone_with_some_waiting (void)
{
  set_up ();
  for (int i = 0; i < 3; i++)
    sme_toasts_add (toasts, "text", FALSE);
  tear_down ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/toasts/one-by-one", test_one_by_one);
  g_test_add_func ("/toasts/gone-with-some-waiting", test_gone_with_some_waiting);
  return g_test_run ();
}
