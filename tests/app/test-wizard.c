/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-wizard.h"

#include "app-fixture.h"

/* A step whose apply waits for the test to say how it ends. */
#define TEST_TYPE_STEP (test_step_get_type ())
G_DECLARE_FINAL_TYPE (TestStep, test_step, TEST, STEP, SmeStep)

struct _TestStep
{
  SmeStep parent_instance;
  GTask *task;
  gboolean takes_errors;
  gboolean list_open;
  guint taken;
};

G_DEFINE_FINAL_TYPE (TestStep, test_step, SME_TYPE_STEP)

static void
test_step_apply_async (SmeStep *step,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  TEST_STEP (step)->task = g_task_new (step, cancellable, callback, data);
}

static gboolean
test_step_take_error (SmeStep *step, const GError *error)
{
  TEST_STEP (step)->taken++;
  return TEST_STEP (step)->takes_errors;
}

static gboolean
test_step_go_back (SmePage *page)
{
  gboolean was_open = TEST_STEP (page)->list_open;

  TEST_STEP (page)->list_open = FALSE;
  return was_open;
}

static void
test_step_class_init (TestStepClass *klass)
{
  SME_PAGE_CLASS (klass)->go_back = test_step_go_back;
  SME_STEP_CLASS (klass)->apply_async = test_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = test_step_take_error;
}

static void
test_step_init (TestStep *self)
{
  sme_page_set_content (SME_PAGE (self), gtk_entry_new ());
}

static void
end_apply (TestStep *step, SmeProblemCode code)
{
  g_autoptr (GTask) task = g_steal_pointer (&step->task);
  GError *error = NULL;

  g_assert_nonnull (task);
  if (code == SME_PROBLEM_INVALID)
    g_task_return_boolean (task, TRUE);
  else
    {
      sme_problem_set (&error, code, NULL);
      g_task_return_error (task, error);
    }
  app_run_idle ();
}

#define SUCCESS SME_PROBLEM_INVALID

typedef struct
{
  AppFixture app;
  SmeWizard *wizard;
  TestStep *steps[2];
  guint applied, finished, backed_out;
} Fixture;

static void
count (gpointer counter)
{
  ++*(guint *) counter;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "Declare information", "Payment" };

  app_fixture_set_up (&f->app, NULL);
  f->wizard = SME_WIZARD (sme_wizard_new ());
  for (guint i = 0; i < G_N_ELEMENTS (f->steps); i++)
    {
      f->steps[i] = g_object_new (TEST_TYPE_STEP, "title", titles[i], NULL);
      sme_wizard_append (f->wizard, SME_STEP (f->steps[i]));
    }
  g_signal_connect_swapped (f->wizard, "applied", G_CALLBACK (count), &f->applied);
  g_signal_connect_swapped (f->wizard, "finished", G_CALLBACK (count), &f->finished);
  g_signal_connect_swapped (f->wizard, "back-out", G_CALLBACK (count), &f->backed_out);
  app_fixture_show (&f->app, GTK_WIDGET (f->wizard), 900, 700);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  app_fixture_tear_down (&f->app, data);
}

static GtkWidget *
get_next (Fixture *f, const char *label)
{
  return app_find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, label);
}

static void
test_hint (Fixture *f, gconstpointer data)
{
  SmeStep *step = SME_STEP (f->steps[0]);

  sme_step_set_complete (step, FALSE, "Enter the full name");
  g_assert_false (gtk_widget_get_sensitive (get_next (f, "Next")));
  g_assert_true (app_shows (GTK_WIDGET (f->wizard), "Enter the full name"));
  sme_wizard_next (f->wizard);
  g_assert_null (f->steps[0]->task);
  sme_step_set_complete (step, TRUE, "ignored");
  g_assert_null (sme_step_get_hint (step));
  g_assert_true (gtk_widget_get_sensitive (get_next (f, "Next")));
  g_assert_false (app_shows (GTK_WIDGET (f->wizard), "Enter the full name"));
}

static int
measure_width (GtkWidget *widget)
{
  int width;

  app_run_idle ();
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* A reason with long words leaves the bar as narrow as a phone, also with large letters. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  SmeStep *step = SME_STEP (f->steps[0]);

  sme_step_set_cancel_action (step, "wizard.back");
  sme_step_set_primary_label (step, "Thanh toán");
  sme_step_set_complete (step, FALSE, "Anh/Chị vui lòng đọc và đồng ý với các điều khoản.");
  g_assert_cmpint (measure_width (GTK_WIDGET (f->wizard)), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_cmpint (measure_width (GTK_WIDGET (f->wizard)), <=, 640);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}

/* "Cancel" is there where a step has a way out, and does what the step's surroundings do. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_assert_null (app_find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "Cancel"));
  sme_step_set_cancel_action (SME_STEP (f->steps[0]), "wizard.next");
  sme_step_set_complete (SME_STEP (f->steps[0]), TRUE, NULL);
  app_click (GTK_WIDGET (f->wizard), "Cancel");
  end_apply (f->steps[0], SUCCESS);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 1);
  g_assert_null (app_find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "Cancel"));
}

/* What lies open in the step is left first, then the step, then the wizard. */
static void
test_back_inside (Fixture *f, gconstpointer data)
{
  sme_wizard_set_current (f->wizard, 1);
  f->steps[1]->list_open = TRUE;
  sme_wizard_back (f->wizard);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 1);
  g_assert_false (f->steps[1]->list_open);
  sme_wizard_back (f->wizard);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 0);
  sme_wizard_back (f->wizard);
  g_assert_cmpuint (f->backed_out, ==, 1);
}

static void
test_goes_on (Fixture *f, gconstpointer data)
{
  sme_step_set_complete (SME_STEP (f->steps[0]), TRUE, NULL);
  sme_step_set_complete (SME_STEP (f->steps[1]), TRUE, NULL);
  sme_step_set_primary_label (SME_STEP (f->steps[1]), "Pay");
  app_click (GTK_WIDGET (f->wizard), "Next");
  g_assert_true (sme_step_get_applying (SME_STEP (f->steps[0])));
  g_assert_false (gtk_widget_get_sensitive (get_next (f, "Next")));
  sme_wizard_next (f->wizard);
  end_apply (f->steps[0], SUCCESS);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 1);
  sme_step_request_next (SME_STEP (f->steps[1]));
  end_apply (f->steps[1], SUCCESS);
  g_assert_nonnull (get_next (f, "Pay"));
  g_assert_cmpuint (f->applied, ==, 2);
  g_assert_cmpuint (f->finished, ==, 1);
}

static void
test_error (Fixture *f, gconstpointer data)
{
  sme_step_set_complete (SME_STEP (f->steps[0]), TRUE, NULL);
  sme_wizard_next (f->wizard);
  end_apply (f->steps[0], SME_PROBLEM_UNREACHABLE);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 0);
  g_assert_cmpuint (f->steps[0]->taken, ==, 1);
  g_assert_true (app_shows (GTK_WIDGET (f->wizard), "No connection to the server"));
  g_assert_true (gtk_widget_get_sensitive (get_next (f, "Next")));
  f->steps[0]->takes_errors = TRUE;
  sme_wizard_next (f->wizard);
  g_assert_cmpuint (f->applied, ==, 0);
  end_apply (f->steps[0], SME_PROBLEM_WRONG_STATE);
  g_assert_false (app_shows (GTK_WIDGET (f->wizard), "This has already moved on"));
}

static void
test_back (Fixture *f, gconstpointer data)
{
  sme_wizard_back (f->wizard);
  g_assert_cmpuint (f->backed_out, ==, 1);
  sme_wizard_set_current (f->wizard, 1);
  sme_wizard_back (f->wizard);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 0);
  sme_wizard_set_current (f->wizard, 1);
  sme_wizard_set_first_open (f->wizard, 1);
  sme_wizard_back (f->wizard);
  g_assert_cmpuint (sme_wizard_get_current (f->wizard), ==, 1);
  g_assert_null (app_find (GTK_WIDGET (f->wizard), GTK_TYPE_BUTTON, "Back"));
}

static void
test_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (GTask) task = NULL;

  sme_step_set_complete (SME_STEP (f->steps[0]), TRUE, NULL);
  sme_wizard_next (f->wizard);
  task = g_steal_pointer (&f->steps[0]->task);
  gtk_window_set_child (GTK_WINDOW (f->app.window), NULL);
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (task)));
  g_task_return_boolean (task, TRUE);
  app_run_idle ();
  g_assert_cmpuint (f->applied, ==, 0);
}

static void
test_names (Fixture *f, gconstpointer data)
{
  g_assert_true (app_shows (GTK_WIDGET (f->wizard), "Declare information"));
  g_assert_true (app_shows (GTK_WIDGET (f->wizard), "Payment"));
  sme_page_set_title (SME_PAGE (f->steps[1]), "Pay the order");
  g_assert_true (app_shows (GTK_WIDGET (f->wizard), "Pay the order"));
  g_assert_false (app_shows (GTK_WIDGET (f->wizard), "Sign the contract"));
  sme_wizard_append_sequel (f->wizard, "Sign the contract");
  g_assert_true (app_shows (GTK_WIDGET (f->wizard), "Sign the contract"));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/wizard/next-is-off-only-together-with-a-reason", test_hint);
  ADD ("/wizard/reasons-fit-into-a-narrow-window", test_narrow);
  ADD ("/wizard/cancel-is-there-where-a-step-has-a-way-out", test_cancel);
  ADD ("/wizard/applies-and-goes-on-and-finishes", test_goes_on);
  ADD ("/a82/an-error-stays-on-the-step-and-is-said", test_error);
  ADD ("/wizard/back-goes-back-as-far-as-is-open", test_back);
  ADD ("/wizard/back-leaves-what-lies-open-first", test_back_inside);
  ADD ("/wizard/a-late-answer-is-dropped", test_gone);
  ADD ("/wizard/the-stepper-names-the-steps", test_names);
  return g_test_run ();
}
