/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-field-row.h"
#include "app/form/sme-password-field.h"

#include "app-fixture.h"

static GtkWidget *
show (AppFixture *f)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = sme_field_row_new ("Password", TRUE);

  g_object_set (row, "secret", TRUE, NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_append (GTK_LIST_BOX (list), sme_field_row_new ("Other", FALSE));
  app_fixture_show (f, list, 400, 200);
  return row;
}

static GtkWidget *
find_eye (GtkWidget *row)
{
  return app_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL);
}

static gboolean
is_readable (GtkWidget *row)
{
  GtkWidget *text = app_find (row, GTK_TYPE_TEXT, NULL);

  return gtk_text_get_visibility (GTK_TEXT (text));
}

/* Tab leads from what is typed to the eye, and on; there it can be pressed. */
static void
test_keyboard (AppFixture *f, gconstpointer data)
{
  GtkWidget *row = show (f);
  GtkWidget *eye = find_eye (row);

  sme_field_row_focus (SME_FIELD_ROW (row));
  g_assert_true (sme_field_row_is_focused (SME_FIELD_ROW (row)));
  gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (eye));
  g_assert_false (is_readable (row));
  gtk_widget_activate (eye);
  app_run_idle ();
  while (!is_readable (row))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD);
  g_assert_false (gtk_widget_has_focus (eye));
  g_assert_false (sme_field_row_is_focused (SME_FIELD_ROW (row)));
  gtk_widget_child_focus (f->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_has_focus (eye));
  gtk_widget_child_focus (f->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (sme_field_row_is_focused (SME_FIELD_ROW (row)));
}

/* A screen reader says what it is and whether it is pressed in. */
static void
test_named (AppFixture *f, gconstpointer data)
{
  GtkWidget *row = show (f);
  GtkAccessible *eye = GTK_ACCESSIBLE (find_eye (row));

  app_assert_named (row);
  gtk_test_accessible_assert_property (eye, GTK_ACCESSIBLE_PROPERTY_LABEL, "Show the password");
  gtk_test_accessible_assert_state (eye, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (eye), TRUE);
  gtk_test_accessible_assert_state (eye, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (is_readable (row));
}

/* Whoever comes back to the page doesn't find it lying open. */
static void
test_hidden_again (AppFixture *f, gconstpointer data)
{
  GtkWidget *row = show (f);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_eye (row)), TRUE);
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_visible (row, TRUE);
  g_assert_false (is_readable (row));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/password-field/the-eye-is-reached-by-the-keyboard", test_keyboard);
  ADD ("/password-field/the-eye-says-what-it-is", test_named);
  ADD ("/password-field/out-of-sight-it-is-hidden-again", test_hidden_again);
  return g_test_run ();
}
