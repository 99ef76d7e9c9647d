/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-draw-step.h"

#include "app/form/sme-reason-text.h"
#include "app/signing/sme-signature-pad.h"
#include "app/signing/sme-typed-form.h"
#include "client/sme-shop.h"
#include "core/sme-problem.h"
#include "ink/sme-ink-error.h"

#include <glib/gi18n.h>

struct _SmeDrawStep
{
  SmeSigningStep parent_instance;

  GtkStack *ways;
  GtkWidget *buttons;
  SmeSignaturePad *pad;
  GtkLabel *refusal;
  GtkLabel *kept;
  SmeTypedForm *typed;
  GCancellable *cancellable; /* of the question for the declared name; NULL before it */
};

G_DEFINE_FINAL_TYPE (SmeDrawStep, sme_draw_step, SME_TYPE_SIGNING_STEP)

static void
refuse (SmeDrawStep *self, const char *text)
{
  gtk_label_set_label (self->refusal, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), text != NULL);
}

static gboolean
is_typing (SmeDrawStep *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->ways), "type") == 0;
}

static void
update_complete (SmeDrawStep *self)
{
  if (is_typing (self))
    sme_step_set_complete (SME_STEP (self), sme_typed_form_get_reason (self->typed) == NULL,
                           _ ("Type the name that you sign with."));
  else
    sme_step_set_complete (SME_STEP (self), !sme_signature_pad_get_empty (self->pad),
                           _ ("Draw your signature in the box."));
}

static void
on_pad_changed (SmeDrawStep *self)
{
  update_complete (self);
}

static void
on_name_changed (SmeDrawStep *self)
{
  update_complete (self);
}

static void
on_name_activated (SmeDrawStep *self)
{
  sme_step_request_next (SME_STEP (self));
}

static void
on_way_changed (SmeDrawStep *self)
{
  if (self->pad != NULL && self->typed != NULL)
    update_complete (self);
}

/* Who signs is who was declared, also for an organisation. Without an answer the name is typed. */
static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDrawStep) self = data;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, NULL);
  SmeRecord *profile = order != NULL ? sme_record_get_object (order, "profile") : NULL;

  if (profile != NULL && self->typed != NULL)
    sme_typed_form_preset (self->typed, sme_record_get_text (profile, "full_name"));
}

static void
on_state_changed (SmeDrawStep *self)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));
  SmeShop *shop = sme_context_get_shop (sme_page_get_context (SME_PAGE (self)));

  if (sme_signing_flow_get_state (flow) != SME_SIGNING_DRAWING || self->cancellable != NULL ||
      shop == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  sme_caller_send_async (SME_CALLER (shop), SME_OP_GET_ORDER, sme_signing_flow_get_order_id (flow),
                         NULL, NULL, self->cancellable, on_order_ready, g_object_ref (self));
}

/* What was said of the last try is no longer true of this one. */
static void
on_drawn (SmeDrawStep *self)
{
  refuse (self, NULL);
}

static void
on_ink_changed (SmeDrawStep *self)
{
  SmeInk *ink = sme_signing_flow_get_ink (sme_signing_step_get_flow (SME_SIGNING_STEP (self)));

  if (ink == NULL)
    return;
  sme_signature_pad_set_ink (self->pad, ink);
  g_signal_connect_object (ink, "changed", G_CALLBACK (on_drawn), self, G_CONNECT_SWAPPED);
  on_pad_changed (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sme_signing_flow_save_signature_finish (SME_SIGNING_FLOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_typed_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sme_signing_flow_save_typed_finish (SME_SIGNING_FLOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sme_draw_step_apply_async (SmeStep *step,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  SmeDrawStep *self = SME_DRAW_STEP (step);
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (step));
  GTask *task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_draw_step_apply_async);
  refuse (self, NULL);
  if (is_typing (self))
    sme_signing_flow_save_typed_async (flow, sme_typed_form_get_name (self->typed), cancellable,
                                       on_typed_saved, task);
  else
    sme_signing_flow_save_signature_async (flow, cancellable, on_saved, task);
}

static const char *
find_ink_code (const GError *error)
{
  switch ((SmeInkError) error->code)
    {
    case SME_INK_ERROR_EMPTY:
      return "ink-empty";
    case SME_INK_ERROR_DOT:
      return "ink-dot";
    case SME_INK_ERROR_TOO_SHORT:
      return "ink-too-short";
    case SME_INK_ERROR_TICK:
      return "ink-tick";
    case SME_INK_ERROR_OUTSIDE:
      return "ink-outside";
    default:
      return "format";
    }
}

/* The same rules on both sides; the server's answer comes as the code of a field. */
static const char *
find_code (const GError *error)
{
  GPtrArray *fields;

  if (error->domain == SME_INK_ERROR)
    return find_ink_code (error);
  if (!g_error_matches (error, SME_PROBLEM, SME_PROBLEM_INVALID))
    return NULL;
  fields = sme_problem_get_fields (error);
  return fields != NULL && fields->len > 0
           ? sme_record_get_text (g_ptr_array_index (fields, 0), "code")
           : NULL;
}

static gboolean
sme_draw_step_take_error (SmeStep *step, const GError *error)
{
  const char *code = find_code (error);

  if (code == NULL)
    return SME_STEP_CLASS (sme_draw_step_parent_class)->take_error (step, error);
  if (is_typing (SME_DRAW_STEP (step)))
    sme_typed_form_refuse (SME_DRAW_STEP (step)->typed, code);
  else
    refuse (SME_DRAW_STEP (step), sme_reason_text (code));
  return TRUE;
}

static gboolean
sme_draw_step_grab_first_focus (SmePage *page)
{
  SmeDrawStep *self = SME_DRAW_STEP (page);

  if (!is_typing (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->pad));
  sme_typed_form_focus (self->typed);
  return TRUE;
}

static void
sme_draw_step_constructed (GObject *object)
{
  SmeDrawStep *self = SME_DRAW_STEP (object);

  G_OBJECT_CLASS (sme_draw_step_parent_class)->constructed (object);
  g_signal_connect_object (sme_signing_step_get_flow (SME_SIGNING_STEP (self)), "notify::ink",
                           G_CALLBACK (on_ink_changed), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (
    self->kept,
    sme_signing_step_pick (
      SME_SIGNING_STEP (self),
      _ ("What you draw is kept on this computer until the contract is signed."),
      _ ("What you draw is kept on this computer until the acceptance record is signed.")));
  g_signal_connect_object (sme_signing_step_get_flow (SME_SIGNING_STEP (self)), "notify::state",
                           G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  on_ink_changed (self);
}

static void
sme_draw_step_dispose (GObject *object)
{
  SmeDrawStep *self = SME_DRAW_STEP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (sme_draw_step_parent_class)->dispose (object);
}

static void
sme_draw_step_class_init (SmeDrawStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_draw_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_draw_step_dispose;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_draw_step_grab_first_focus;
  SME_STEP_CLASS (klass)->apply_async = sme_draw_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = sme_draw_step_take_error;
  g_type_ensure (SME_TYPE_SIGNATURE_PAD);
  g_type_ensure (SME_TYPE_TYPED_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-draw-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, ways);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, buttons);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, pad);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, refusal);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, kept);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, typed);
  gtk_widget_class_bind_template_callback (widget_class, on_pad_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_way_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
}

static void
sme_draw_step_init (SmeDrawStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (self->buttons, "pad", sme_signature_pad_get_actions (self->pad));
  sme_step_set_primary_label (SME_STEP (self), _ ("Continue"));
  on_pad_changed (self);
}
