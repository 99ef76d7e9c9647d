/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-wizard.h"

#include "app/sme-error-text.h"
#include "app/sme-hotline-button.h"
#include "app/sme-stepper.h"
#include "app/sme-two-column.h"

#include <glib/gi18n.h>

struct _SmeWizard
{
  GtkWidget parent_instance;

  SmeStepper *stepper;
  GtkScrolledWindow *scroller;
  SmeTwoColumn *columns;
  GtkStack *stack;
  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkWidget *back_button;
  GtkLabel *hint_label;
  GtkSpinner *spinner;
  GtkButton *cancel_button;
  GtkButton *next_button;

  GPtrArray *steps;   /* SmeStep; the stack widget holds them */
  GPtrArray *sequels; /* utf8 */
  guint current;
  guint first_open;
  GCancellable *cancellable;
};

enum
{
  APPLIED,
  FINISHED,
  BACK_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeWizard, sme_wizard, GTK_TYPE_WIDGET)

static SmeStep *
current_step (SmeWizard *self)
{
  return self->current < self->steps->len ? g_ptr_array_index (self->steps, self->current) : NULL;
}

static void
say_problem (SmeWizard *self, const GError *error)
{
  g_autofree char *text = error != NULL ? sme_error_text_summarize (error) : NULL;

  if (text != NULL)
    gtk_label_set_label (self->problem_label, text);
  gtk_revealer_set_reveal_child (self->problem_revealer, text != NULL);
}

static void
update_cancel (SmeWizard *self, SmeStep *step)
{
  const char *action = step != NULL ? sme_step_get_cancel_action (step) : NULL;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel_button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), action != NULL);
}

/* The bar follows from the step alone. */
static void
update_bar (SmeWizard *self)
{
  SmeStep *step = current_step (self);
  gboolean applying = step != NULL && sme_step_get_applying (step);
  const char *label = step != NULL ? sme_step_get_primary_label (step) : NULL;
  const char *hint = step != NULL ? sme_step_get_hint (step) : NULL;
  gboolean shown = step != NULL && sme_page_get_state (SME_PAGE (step)) == SME_PAGE_CONTENT;

  gtk_button_set_label (self->next_button, label != NULL ? label : _ ("Next"));
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_spinner_set_spinning (self->spinner, applying);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), applying);
  update_cancel (self, step);
  gtk_widget_set_visible (self->back_button,
                          self->current == 0 || self->current > self->first_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", !applying);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.next",
                                 shown && !applying && sme_step_get_complete (step));
}

static void
on_step_notify (SmeStep *step, GParamSpec *pspec, gpointer data)
{
  SmeWizard *self = data;

  if (step == current_step (self))
    update_bar (self);
}

static void
on_next_requested (SmeStep *step, gpointer data)
{
  SmeWizard *self = data;

  if (step == current_step (self))
    sme_wizard_next (self);
}

static void
go_on_from (SmeWizard *self, SmeStep *step)
{
  g_autoptr (SmeWizard) alive = g_object_ref (self);

  g_signal_emit (self, signals[APPLIED], 0, step);
  if (step != current_step (self))
    return;
  if (self->current + 1 < self->steps->len)
    sme_wizard_set_current (self, self->current + 1);
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
on_step_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeWizard) self = data;
  SmeStep *step = SME_STEP (source);
  g_autoptr (GError) error = NULL;
  gboolean applied = sme_step_apply_finish (step, result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  update_bar (self);
  if (applied)
    go_on_from (self, step);
  else if (step != current_step (self) || !sme_step_take_error (step, error))
    say_problem (self, error);
}

static void
on_next_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_wizard_next (SME_WIZARD (widget));
}

static void
on_back_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_wizard_back (SME_WIZARD (widget));
}

static void
update_names (SmeWizard *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    g_strv_builder_add (builder, sme_page_get_title (g_ptr_array_index (self->steps, i)));
  for (guint i = 0; i < self->sequels->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->sequels, i));
  names = g_strv_builder_end (builder);
  sme_stepper_set_names (self->stepper, (const char *const *) names);
}

static void
on_title_changed (SmeStep *step, GParamSpec *pspec, gpointer data)
{
  update_names (data);
}

static void
on_map (GtkWidget *widget, gpointer data)
{
  SmeStep *step = current_step (SME_WIZARD (widget));

  if (step != NULL)
    sme_page_enter (SME_PAGE (step));
}

static void
on_unmap (GtkWidget *widget, gpointer data)
{
  SmeStep *step = current_step (SME_WIZARD (widget));

  if (step != NULL)
    sme_page_leave (SME_PAGE (step));
}

/* A step that applies holds the wizard, so it is not yet disposed when it is taken away. */
static void
sme_wizard_unroot (GtkWidget *widget)
{
  SmeWizard *self = SME_WIZARD (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  GTK_WIDGET_CLASS (sme_wizard_parent_class)->unroot (widget);
}

static void
sme_wizard_dispose (GObject *object)
{
  SmeWizard *self = SME_WIZARD (object);
  GtkWidget *child;

  if (self->steps != NULL)
    g_ptr_array_set_size (self->steps, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_WIZARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sme_wizard_parent_class)->dispose (object);
}

static void
sme_wizard_finalize (GObject *object)
{
  g_ptr_array_unref (SME_WIZARD (object)->steps);
  g_clear_object (&SME_WIZARD (object)->cancellable);
  g_ptr_array_unref (SME_WIZARD (object)->sequels);
  G_OBJECT_CLASS (sme_wizard_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_HOTLINE_BUTTON);
  g_type_ensure (SME_TYPE_STEPPER);
  g_type_ensure (SME_TYPE_TWO_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/onesme/Desktop/ui/sme-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, stepper);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, scroller);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, columns);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, back_button);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, hint_label);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, spinner);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, SmeWizard, next_button);
}

static void
sme_wizard_class_init (SmeWizardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sme_wizard_dispose;
  object_class->finalize = sme_wizard_finalize;
  widget_class->unroot = sme_wizard_unroot;
  signals[APPLIED] = g_signal_new ("applied", SME_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, SME_TYPE_STEP);
  signals[FINISHED] = g_signal_new ("finished", SME_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[BACK_OUT] = g_signal_new ("back-out", SME_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, on_next_activated);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, on_back_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "wizard.next",
                                       NULL);
  bind_template (widget_class);
}

static void
sme_wizard_init (SmeWizard *self)
{
  self->steps = g_ptr_array_new ();
  self->sequels = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  update_bar (self);
}

GtkWidget *
sme_wizard_new (void)
{
  return g_object_new (SME_TYPE_WIZARD, NULL);
}

void
sme_wizard_append (SmeWizard *self, SmeStep *step)
{
  g_return_if_fail (SME_IS_WIZARD (self) && SME_IS_STEP (step));
  g_ptr_array_add (self->steps, step);
  gtk_stack_add_child (self->stack, GTK_WIDGET (step));
  g_signal_connect_object (step, "notify", G_CALLBACK (on_step_notify), self, 0);
  g_signal_connect_object (step, "notify::title", G_CALLBACK (on_title_changed), self, 0);
  g_signal_connect_object (step, "next-requested", G_CALLBACK (on_next_requested), self, 0);
  update_names (self);
  update_bar (self);
}

guint
sme_wizard_get_n_steps (SmeWizard *self)
{
  return self->steps->len;
}

SmeStep *
sme_wizard_get_step (SmeWizard *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);
  return g_ptr_array_index (self->steps, index);
}

guint
sme_wizard_get_current (SmeWizard *self)
{
  return self->current;
}

void
sme_wizard_set_current (SmeWizard *self, guint index)
{
  SmeStep *before = current_step (self);
  SmeStep *step;

  g_return_if_fail (index < self->steps->len);
  self->current = index;
  step = current_step (self);
  if (step != before)
    {
      sme_page_leave (SME_PAGE (before));
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      say_problem (self, NULL);
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (step));
  sme_stepper_set_current (self->stepper, index);
  update_bar (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  sme_page_enter (SME_PAGE (step));
  sme_page_grab_first_focus (SME_PAGE (step));
}

void
sme_wizard_set_first_open (SmeWizard *self, guint index)
{
  self->first_open = index;
  update_bar (self);
}

void
sme_wizard_set_summary (SmeWizard *self, GtkWidget *summary)
{
  sme_two_column_set_side (self->columns, summary);
}

void
sme_wizard_append_sequel (SmeWizard *self, const char *name)
{
  g_ptr_array_add (self->sequels, g_strdup (name));
  update_names (self);
}

void
sme_wizard_next (SmeWizard *self)
{
  SmeStep *step = current_step (self);

  if (step == NULL || sme_step_get_applying (step) || !sme_step_get_complete (step))
    return;
  say_problem (self, NULL);
  if (self->cancellable == NULL)
    self->cancellable = g_cancellable_new ();
  sme_step_apply_async (step, self->cancellable, on_step_applied, g_object_ref (self));
}

void
sme_wizard_back (SmeWizard *self)
{
  SmeStep *step = current_step (self);

  if (step == NULL || sme_step_get_applying (step) || sme_page_go_back (SME_PAGE (step)))
    return;
  if (self->current == 0)
    g_signal_emit (self, signals[BACK_OUT], 0);
  else if (self->current > self->first_open)
    sme_wizard_set_current (self, self->current - 1);
}
