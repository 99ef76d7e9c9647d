/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-form-checker.h"

#include "app-fixture.h"
#include "core/sme-field-error.h"

typedef struct
{
  AppFixture app;
  SmeFormChecker *checker;
  SmeFieldRow *number;
  SmeFieldRow *name;
  GtkWidget *list;
} Fixture;

static const char *
judge_number (const char *text, gpointer data)
{
  return g_ascii_string_to_unsigned (text, 10, 0, 99, NULL, NULL) ? NULL : "characters";
}

static void
set_up (Fixture *f, gconstpointer data)
{
  app_fixture_set_up (&f->app, data);
  f->number = SME_FIELD_ROW (sme_field_row_new ("Number", TRUE));
  f->name = SME_FIELD_ROW (sme_field_row_new ("Name", TRUE));
  f->list = gtk_list_box_new ();
  gtk_list_box_append (GTK_LIST_BOX (f->list), GTK_WIDGET (f->number));
  gtk_list_box_append (GTK_LIST_BOX (f->list), GTK_WIDGET (f->name));
  app_fixture_show (&f->app, f->list, 500, 300);
  f->checker = sme_form_checker_new (f);
  sme_form_checker_add (f->checker, f->number, "/number", judge_number);
  sme_form_checker_add (f->checker, f->name, "/name", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->checker);
  app_fixture_tear_down (&f->app, data);
}

static gboolean
is_focused (gpointer row)
{
  return sme_field_row_is_focused (row);
}

static void
focus (SmeFieldRow *row)
{
  sme_field_row_focus (row);
  app_run_until (is_focused, row);
}

static gboolean
has_error (gpointer row)
{
  return sme_field_row_get_error (row) != NULL;
}

static void
test_left (Fixture *f, gconstpointer data)
{
  focus (f->number);
  sme_field_row_set_text (f->number, "x");
  g_assert_null (sme_field_row_get_error (f->number));
  focus (f->name);
  g_assert_nonnull (sme_field_row_get_error (f->number));
  sme_field_row_set_text (f->number, "7");
  g_assert_null (sme_field_row_get_error (f->number));
}

static void
test_left_empty (Fixture *f, gconstpointer data)
{
  focus (f->number);
  focus (f->name);
  g_assert_null (sme_field_row_get_error (f->number));
}

static void
test_pause (Fixture *f, gconstpointer data)
{
  focus (f->number);
  sme_field_row_set_text (f->number, "x");
  app_run_until (has_error, f->number);
  g_assert_true (sme_field_row_is_focused (f->number));
}

static GtkWidget *
get_text (SmeFieldRow *row)
{
  return app_find (GTK_WIDGET (row), GTK_TYPE_TEXT, NULL);
}

static gboolean
is_over (gpointer over)
{
  return *(gboolean *) over;
}

static gboolean
on_over (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Telex has typed "x" and the word is not decided: neither leaving nor waiting judges it. */
static void
test_preedit (Fixture *f, gconstpointer data)
{
  gboolean over = FALSE;

  focus (f->number);
  sme_field_row_set_text (f->number, "x");
  g_signal_emit_by_name (get_text (f->number), "preedit-changed", "ă");
  focus (f->name);
  g_assert_null (sme_field_row_get_error (f->number));
  g_timeout_add (1600, on_over, &over);
  app_run_until (is_over, &over);
  g_assert_null (sme_field_row_get_error (f->number));
  g_signal_emit_by_name (get_text (f->number), "preedit-changed", "");
  focus (f->number);
  focus (f->name);
  g_assert_nonnull (sme_field_row_get_error (f->number));
}

static void
test_all (Fixture *f, gconstpointer data)
{
  g_assert_false (sme_form_checker_check_all (f->checker));
  g_assert_nonnull (sme_field_row_get_error (f->number));
  g_assert_nonnull (sme_field_row_get_error (f->name));
  app_run_until (is_focused, f->number);
  sme_field_row_set_text (f->number, " 12 ");
  g_assert_false (sme_form_checker_check_all (f->checker));
  app_run_until (is_focused, f->name);
  sme_field_row_set_text (f->name, "An");
  g_assert_true (sme_form_checker_check_all (f->checker));
}

static void
test_hidden (Fixture *f, gconstpointer data)
{
  sme_field_row_set_text (f->name, "An");
  gtk_widget_set_visible (GTK_WIDGET (f->number), FALSE);
  g_assert_true (sme_form_checker_check_all (f->checker));
}

static GError *
make_error (const char *first, const char *second)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  g_ptr_array_add (errors, sme_field_error_new_full (first, "too-long"));
  if (second != NULL)
    g_ptr_array_add (errors, sme_field_error_new_full (second, "too-long"));
  sme_problem_set_invalid (&error, errors);
  return error;
}

static void
test_server (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) known = make_error ("/name", NULL);
  g_autoptr (GError) mixed = make_error ("/name", "/consents");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "");

  g_assert_true (sme_form_checker_take_error (f->checker, known));
  g_assert_nonnull (sme_field_row_get_error (f->name));
  app_run_until (is_focused, f->name);
  sme_field_row_set_text (f->name, "Bình");
  g_assert_null (sme_field_row_get_error (f->name));
  g_assert_false (sme_form_checker_take_error (f->checker, mixed));
  g_assert_nonnull (sme_field_row_get_error (f->name));
  g_assert_false (sme_form_checker_take_error (f->checker, other));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/form-checker/judges-when-left-and-forgives-at-once", test_left);
  ADD ("/form-checker/nothing-typed-is-nothing-wrong", test_left_empty);
  ADD ("/form-checker/judges-after-a-pause", test_pause);
  ADD ("/a20/never-judges-while-an-input-method-composes", test_preedit);
  ADD ("/form-checker/asks-for-all-and-goes-to-the-first", test_all);
  ADD ("/form-checker/leaves-hidden-fields-alone", test_hidden);
  ADD ("/form-checker/shows-the-servers-errors", test_server);
  return g_test_run ();
}
