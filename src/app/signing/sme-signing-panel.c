/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-signing-panel.h"

#include "app/signing/sme-done-step.h"
#include "app/signing/sme-draw-step.h"
#include "app/signing/sme-ended-step.h"
#include "app/signing/sme-finish-step.h"
#include "app/signing/sme-locked-step.h"
#include "app/signing/sme-otp-step.h"
#include "app/signing/sme-password-step.h"
#include "app/signing/sme-problem-line.h"
#include "app/signing/sme-read-step.h"
#include "app/signing/sme-signing-progress.h"
#include "app/sme-stepper.h"

#include <glib/gi18n.h>

#define N_STATES (SME_SIGNING_ENDED + 1)

struct _SmeSigningPanel
{
  AdwBin parent_instance;

  SmeSigningProgress *progress;
  GtkWidget *narrow_head;
  SmeStepper *stepper;
  GtkToggleButton *contract_button;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkWidget *foot;
  SmeProblemLine *problem;
  GtkLabel *hint;
  GtkWidget *primary_box;
  GtkSpinner *spinner;
  GtkButton *primary;

  SmeSigningFlow *flow;
  SmeSigningStep *steps[N_STATES]; /* the stack holds them; NULL for LOADING */
  SmeSigningStep *current;
  GCancellable *cancellable;
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_CONTRACT_SHOWN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeSigningPanel, sme_signing_panel, ADW_TYPE_BIN)

/* The foot follows from the step alone. */
static void
update_foot (SmeSigningPanel *self)
{
  SmeStep *step = SME_STEP (self->current);
  gboolean applying = step != NULL && sme_step_get_applying (step);
  gboolean shown = step != NULL && sme_page_get_state (SME_PAGE (step)) == SME_PAGE_CONTENT;
  const char *label = step != NULL ? sme_step_get_primary_label (step) : "";
  const char *hint = shown && !applying ? sme_step_get_hint (step) : NULL;

  gtk_widget_set_visible (self->foot, label[0] != '\0');
  gtk_button_set_label (self->primary, label);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_spinner_set_spinning (self->spinner, applying);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), applying);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.next",
                                 shown && !applying && sme_step_get_complete (step));
}

static void
on_step_notify (SmeSigningStep *step, GParamSpec *pspec, gpointer data)
{
  if (step == SME_SIGNING_PANEL (data)->current)
    update_foot (data);
}

static void
on_next_requested (SmeSigningStep *step, gpointer data)
{
  if (step == SME_SIGNING_PANEL (data)->current)
    sme_signing_panel_next (data);
}

static void
on_step_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSigningPanel) self = data;
  SmeStep *step = SME_STEP (source);
  g_autoptr (GError) error = NULL;
  gboolean applied = sme_step_apply_finish (step, result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  update_foot (self);
  /* A step that the flow has left still knows whether its error was told. */
  if (!applied && !sme_step_take_error (step, error))
    sme_problem_line_show (self->problem, error);
}

void
sme_signing_panel_next (SmeSigningPanel *self)
{
  SmeStep *step = SME_STEP (self->current);

  if (step == NULL || sme_step_get_applying (step) || !sme_step_get_complete (step))
    return;
  sme_problem_line_show (self->problem, NULL);
  sme_step_apply_async (step, self->cancellable, on_step_applied, g_object_ref (self));
}

static void
on_next_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_signing_panel_next (SME_SIGNING_PANEL (widget));
}

static void
on_retry (SmeSigningPanel *self)
{
  sme_signing_panel_next (self);
}

static void
enter_current (SmeSigningPanel *self)
{
  if (self->current != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    sme_page_enter (SME_PAGE (self->current));
}

static void
leave_current (SmeSigningPanel *self)
{
  if (self->current != NULL)
    sme_page_leave (SME_PAGE (self->current));
}

static void
on_map (SmeSigningPanel *self)
{
  enter_current (self);
}

static void
on_unmap (SmeSigningPanel *self)
{
  leave_current (self);
}

static void
show_names (SmeSigningPanel *self, SmeSigningState state)
{
  g_auto (GStrv) names = sme_signing_progress_list_names ();
  int step = sme_signing_progress_find_step (state);

  sme_signing_progress_set_state (self->progress, state);
  if (step < 0)
    return;
  sme_stepper_set_names (self->stepper, (const char *const *) names);
  sme_stepper_set_current (self->stepper, (guint) step);
}

static void
on_state_changed (SmeSigningPanel *self)
{
  SmeSigningState state = sme_signing_flow_get_state (self->flow);
  SmeSigningStep *step = self->steps[state];

  show_names (self, state);
  gtk_widget_set_visible (GTK_WIDGET (self->contract_button), state != SME_SIGNING_READING);
  if (step == self->current || step == NULL)
    return;
  leave_current (self);
  self->current = step;
  sme_problem_line_show (self->problem, NULL);
  gtk_toggle_button_set_active (self->contract_button, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (step));
  enter_current (self);
  update_foot (self);
  /* While it is read, the keyboard stays in the contract. */
  if (state != SME_SIGNING_READING && gtk_widget_get_mapped (GTK_WIDGET (self)))
    sme_signing_panel_grab_first_focus (self);
}

static void
add_step (SmeSigningPanel *self, SmeContext *context, SmeSigningState state, GType type)
{
  SmeSigningStep *step = g_object_new (type, "context", context, "flow", self->flow, NULL);

  self->steps[state] = step;
  gtk_stack_add_child (self->stack, GTK_WIDGET (step));
  g_signal_connect_object (step, "notify", G_CALLBACK (on_step_notify), self, 0);
  g_signal_connect_object (step, "next-requested", G_CALLBACK (on_next_requested), self, 0);
}

static void
on_contract_toggled (SmeSigningPanel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTRACT_SHOWN]);
}

static void
sme_signing_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeSigningPanel *self = SME_SIGNING_PANEL (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_CONTRACT_SHOWN:
      g_value_set_boolean (value, sme_signing_panel_get_contract_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_signing_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeSigningPanel *self = SME_SIGNING_PANEL (object);

  switch (id)
    {
    case PROP_NARROW:
      sme_signing_panel_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_CONTRACT_SHOWN:
      gtk_toggle_button_set_active (self->contract_button, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_signing_panel_dispose (GObject *object)
{
  SmeSigningPanel *self = SME_SIGNING_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->current = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SIGNING_PANEL);
  g_clear_object (&self->flow);
  G_OBJECT_CLASS (sme_signing_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_PROBLEM_LINE);
  g_type_ensure (SME_TYPE_SIGNING_PROGRESS);
  g_type_ensure (SME_TYPE_STEPPER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-signing-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, narrow_head);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, stepper);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, contract_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, foot);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, problem);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, primary_box);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, SmeSigningPanel, primary);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
sme_signing_panel_class_init (SmeSigningPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_signing_panel_get_property;
  object_class->set_property = sme_signing_panel_set_property;
  object_class->dispose = sme_signing_panel_dispose;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_CONTRACT_SHOWN] = g_param_spec_boolean ("contract-shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "panel.next", NULL, on_next_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "panel.next",
                                       NULL);
}

static void
sme_signing_panel_init (SmeSigningPanel *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  g_signal_connect_object (self->contract_button, "toggled", G_CALLBACK (on_contract_toggled), self,
                           G_CONNECT_SWAPPED);
}

static void
name_record (SmeSigningPanel *self)
{
  const char *label = _ ("View the acceptance record");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->contract_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contract_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
sme_signing_panel_new (SmeContext *context, SmeSigningFlow *flow)
{
  SmeSigningPanel *self = g_object_new (SME_TYPE_SIGNING_PANEL, NULL);

  self->flow = g_object_ref (flow);
  if (sme_signing_flow_get_kind (flow) == SME_DOSSIER_ACCEPTANCE)
    name_record (self);
  add_step (self, context, SME_SIGNING_READING, SME_TYPE_READ_STEP);
  add_step (self, context, SME_SIGNING_PASSWORD, SME_TYPE_PASSWORD_STEP);
  add_step (self, context, SME_SIGNING_OTP, SME_TYPE_OTP_STEP);
  add_step (self, context, SME_SIGNING_DRAWING, SME_TYPE_DRAW_STEP);
  add_step (self, context, SME_SIGNING_FINISHING, SME_TYPE_FINISH_STEP);
  add_step (self, context, SME_SIGNING_DONE, SME_TYPE_DONE_STEP);
  add_step (self, context, SME_SIGNING_LOCKED, SME_TYPE_LOCKED_STEP);
  add_step (self, context, SME_SIGNING_ENDED, SME_TYPE_ENDED_STEP);
  g_signal_connect_object (flow, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  on_state_changed (self);
  return GTK_WIDGET (self);
}

void
sme_signing_panel_set_narrow (SmeSigningPanel *self, gboolean narrow)
{
  g_return_if_fail (SME_IS_SIGNING_PANEL (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_widget_set_visible (self->narrow_head, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !narrow);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

gboolean
sme_signing_panel_get_contract_shown (SmeSigningPanel *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_PANEL (self), FALSE);
  return gtk_toggle_button_get_active (self->contract_button);
}

SmeSigningStep *
sme_signing_panel_get_step (SmeSigningPanel *self, SmeSigningState state)
{
  g_return_val_if_fail (SME_IS_SIGNING_PANEL (self), NULL);
  return self->steps[state];
}

gboolean
sme_signing_panel_grab_first_focus (SmeSigningPanel *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_PANEL (self), FALSE);
  return self->current != NULL && sme_page_grab_first_focus (SME_PAGE (self->current));
}
