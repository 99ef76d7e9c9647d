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

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What was said about a page isn't said over the next one. */
static void
test_stale (void)
{
  set_up ();
  sme_toasts_add (toasts, "shown", FALSE);
  sme_toasts_add (toasts, "waiting", FALSE);
  sme_toasts_add (toasts, "kept", TRUE);
  settle ();
  sme_toasts_turn_page (toasts);
  g_assert_cmpuint (sme_toasts_get_n_waiting (toasts), ==, 1);
  while (sme_toasts_get_n_waiting (toasts) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shows (GTK_WIDGET (overlay), "kept"));
  g_assert_false (shows (GTK_WIDGET (overlay), "shown"));
  tear_down ();
}

/* "You are signed out" comes with the page that it leads to. */
static void
test_with_the_change (void)
{
  set_up ();
  sme_toasts_add (toasts, "answer", FALSE);
  sme_toasts_turn_page (toasts);
  settle ();
  sme_toasts_add (toasts, "another", FALSE);
  settle ();
  g_assert_true (shows (GTK_WIDGET (overlay), "answer"));
  g_assert_cmpuint (sme_toasts_get_n_waiting (toasts), ==, 1);
  /* But not with the one after that. */
  sme_toasts_turn_page (toasts);
  g_assert_cmpuint (sme_toasts_get_n_waiting (toasts), ==, 0);
  tear_down ();
}

/* What is kept doesn't keep the answers back for ever. */
static void
test_kept_gives_way (void)
{
  set_up ();
  sme_toasts_add (toasts, "kept", TRUE);
  sme_toasts_add (toasts, "answer", FALSE);
  g_assert_true (shows (GTK_WIDGET (overlay), "kept"));
  while (sme_toasts_get_n_waiting (toasts) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shows (GTK_WIDGET (overlay), "answer"));
  tear_down ();
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static GtkWidget *
find_close (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_close (child);
  return found;
}

static gboolean
on_due (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Cut off it could not be read anywhere. */
static void
test_wraps (gconstpointer data)
{
  const char *text = "A link may come from anywhere, so it only opens pages; this one asks for "
                     "something else, and nothing was opened or changed by it.";
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label, *close;
  graphene_rect_t bounds;
  gboolean due = FALSE;
  int height, dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data) * 1024, NULL);
  set_up ();
  gtk_window_set_default_size (GTK_WINDOW (window), 360 * GPOINTER_TO_INT (data) / 96, 400);
  adw_toast_overlay_set_child (overlay, gtk_label_new ("page"));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (overlay));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  while (gtk_widget_get_width (GTK_WIDGET (overlay)) == 0)
    g_main_context_iteration (NULL, TRUE);
  sme_toasts_add (toasts, text, TRUE);
  g_timeout_add (500, on_due, &due);
  while (!due)
    g_main_context_iteration (NULL, TRUE);
  label = find_label (GTK_WIDGET (overlay), text);
  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 2);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (overlay), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     (float) gtk_widget_get_width (GTK_WIDGET (overlay)));
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), NULL, &height);
  g_assert_cmpfloat (bounds.size.height, >=, (float) height);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     (float) gtk_widget_get_height (GTK_WIDGET (overlay)));
  /* The way to be rid of it is in the window too. */
  close = find_close (GTK_WIDGET (overlay));
  g_assert_nonnull (close);
  g_assert_true (gtk_widget_compute_bounds (close, GTK_WIDGET (overlay), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     (float) gtk_widget_get_width (GTK_WIDGET (overlay)));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  tear_down ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/toasts/one-by-one", test_one_by_one);
  g_test_add_func ("/toasts/gone-with-some-waiting", test_gone_with_some_waiting);
  g_test_add_func ("/toasts/those-of-a-page-go-with-it", test_stale);
  g_test_add_func ("/toasts/an-answer-comes-with-the-page-it-leads-to", test_with_the_change);
  g_test_add_func ("/toasts/what-is-kept-gives-way-in-the-end", test_kept_gives_way);
  g_test_add_data_func ("/toasts/long-words-are-not-cut", GINT_TO_POINTER (96), test_wraps);
  g_test_add_data_func ("/toasts/long-words-are-not-cut-at-200-percent", GINT_TO_POINTER (192),
                        test_wraps);
  return g_test_run ();
}
