/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-hotline-button.h"

#include "app/account/sme-notice.h"
#include "app/sme-error-text.h"
#include "core/sme-problem.h"

#include "app-fixture.h"

/* An error names the hotline exactly if it offers it: all that shows errors goes by one of both. */
static void
test_texts (void)
{
  for (int code = SME_PROBLEM_INVALID; code <= SME_PROBLEM_INSECURE; code++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *whole = NULL;
      g_autofree char *line = NULL;
      gboolean offered;

      sme_problem_set (&error, (SmeProblemCode) code, NULL);
      whole = sme_error_text_describe (error);
      line = sme_error_text_summarize (error);
      offered = (sme_error_text_find (error).offers & SME_OFFER_HOTLINE) != 0;
      g_test_message ("%s", sme_problem_code_to_word ((SmeProblemCode) code));
      g_assert_true (sme_hotline_is_named (whole) == offered);
      g_assert_true (sme_hotline_is_named (line) == offered);
    }
}

static void
test_follows (AppFixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *button = g_object_new (SME_TYPE_HOTLINE_BUTTON, "follows", label, NULL);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  app_fixture_show (f, box, 400, 200);
  g_assert_false (gtk_widget_get_visible (button));
  gtk_label_set_label (GTK_LABEL (label), "Please contact the hotline 1800 1260 (free).");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "page.hotline");
  gtk_widget_set_visible (label, FALSE);
  g_assert_false (gtk_widget_get_visible (button));
  gtk_widget_set_visible (label, TRUE);
  g_assert_true (gtk_widget_get_visible (button));
  gtk_label_set_label (GTK_LABEL (label), "Try again.");
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_notice (AppFixture *f, gconstpointer data)
{
  GtkWidget *notice = sme_notice_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  sme_problem_set (&error, SME_PROBLEM_INTERNAL, NULL);
  text = sme_error_text_summarize (error);
  sme_notice_set_text (SME_NOTICE (notice), text);
  app_fixture_show (f, notice, 400, 200);
  g_assert_nonnull (app_find (notice, GTK_TYPE_BUTTON, "Call 1800 1260 (free)"));
  sme_notice_set_text (SME_NOTICE (notice), "Something else");
  g_assert_null (app_find (notice, GTK_TYPE_BUTTON, NULL));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/a6/errors-name-the-hotline-where-they-offer-it", test_texts);
  ADD ("/a6/the-button-is-there-while-the-hotline-is-named", test_follows);
  ADD ("/a6/a-form-that-names-the-hotline-calls-it", test_notice);
  return g_test_run ();
}
