/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-password-meter.h"

#include "account-fixture.h"
#include "app/account/sme-registration-form.h"

static double
get_level (SmePasswordMeter *meter)
{
  GtkWidget *bar = app_find (GTK_WIDGET (meter), GTK_TYPE_LEVEL_BAR, NULL);

  return gtk_level_bar_get_value (GTK_LEVEL_BAR (bar));
}

static void
test_meter (AppFixture *f, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  SmePasswordMeter *meter = SME_PASSWORD_METER (sme_password_meter_new ());

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (meter));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (meter)));
  sme_password_meter_rate (meter, "12345678", NULL);
  app_fixture_show (f, list, 400, 200);
  g_assert_cmpfloat (get_level (meter), ==, 0);
  g_assert_true (app_shows (list, "Strength: Not accepted yet"));
  sme_password_meter_rate (meter, "một câu dài mà chỉ mình tôi biết", NULL);
  g_assert_cmpfloat (get_level (meter), ==, 4);
  g_assert_true (app_shows (list, "Strength: Strong"));
  gtk_test_accessible_assert_property (app_find (list, GTK_TYPE_LEVEL_BAR, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Strong");
  sme_password_meter_rate (meter, "", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (meter)));
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));

  return focus != NULL && gtk_widget_is_ancestor (focus, row);
}

static void
test_tab (AppFixture *f, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *first = sme_field_row_new ("Password", TRUE);
  GtkWidget *second = sme_field_row_new ("Repeat password", TRUE);
  GtkWidget *meter = sme_password_meter_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), first);
  gtk_list_box_append (GTK_LIST_BOX (list), meter);
  gtk_list_box_append (GTK_LIST_BOX (list), second);
  sme_password_meter_rate (SME_PASSWORD_METER (meter), "12345678", NULL);
  app_fixture_show (f, list, 400, 300);
  sme_field_row_focus (SME_FIELD_ROW (first));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (has_focus (second));
}

/* There and back again through a form as it is, with the strength shown in between. */
static void
test_back_tab (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = sme_registration_form_new ();
  SmeFieldRow *password, *repeat;

  app_fixture_show (f, form, 560, 900);
  password = account_find_field (form, "Password");
  repeat = account_find_field (form, "Repeat password");
  sme_field_row_set_text (password, "con đò cũ qua sông");
  app_run_idle ();
  g_assert_true (app_shows (form, "Strength: "));
  sme_field_row_focus (password);
  g_assert_true (has_focus (GTK_WIDGET (password)));
  /* By way of its eye. */
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (GTK_WIDGET (repeat)));
  gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD);
  gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD);
  g_assert_true (has_focus (GTK_WIDGET (password)));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/password-meter/says-in-words-what-the-bar-shows", AppFixture, NULL,
              app_fixture_set_up, test_meter, app_fixture_tear_down);
  g_test_add ("/password-meter/tab-passes-it", AppFixture, NULL, app_fixture_set_up, test_tab,
              app_fixture_tear_down);
  g_test_add ("/password-meter/back-tab-passes-it", AppFixture, NULL, app_fixture_set_up,
              test_back_tab, app_fixture_tear_down);
  return g_test_run ();
}
