/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-draw-step.h"

#include "app/form/sme-reason-text.h"
#include "app/signing/sme-image-form.h"
#include "app/signing/sme-ink-reason.h"
#include "app/signing/sme-saved-offer.h"
#include "app/signing/sme-signature-mark.h"
#include "app/signing/sme-signature-pad.h"
#include "app/signing/sme-typed-form.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

struct _SmeDrawStep
{
  SmeSigningStep parent_instance;

  GtkWidget *switcher;
  GtkStack *ways;
  GtkWidget *buttons;
  SmeSignaturePad *pad;
  GtkLabel *refusal;
  GtkLabel *kept;
  SmeTypedForm *typed;
  SmeImageForm *picture;
  SmeSavedOffer *offer;
  gboolean restoring;        /* what was kept is shown; none of it is news */
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
is_way (SmeDrawStep *self, const char *way)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->ways), way) == 0;
}

static SmeSignatureDraft *
get_draft (SmeDrawStep *self)
{
  return sme_signing_flow_get_draft (sme_signing_step_get_flow (SME_SIGNING_STEP (self)));
}

static void
update_complete (SmeDrawStep *self)
{
  if (is_way (self, "image"))
    sme_step_set_complete (SME_STEP (self), sme_image_form_get_image (self->picture) != NULL,
                           _ ("Choose a picture of your signature."));
  else if (is_way (self, "type"))
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

/* What was typed is kept; the declared name, which stands there by itself, is not. */
static void
on_name_changed (SmeDrawStep *self)
{
  if (get_draft (self) != NULL && !self->restoring && sme_typed_form_is_touched (self->typed))
    sme_signature_draft_set_name (get_draft (self), sme_typed_form_get_name (self->typed));
  update_complete (self);
}

static void
on_picture_changed (SmeDrawStep *self)
{
  if (get_draft (self) != NULL && !self->restoring)
    sme_signature_draft_set_image (get_draft (self), sme_image_form_get_image (self->picture));
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
  if (self->pad == NULL || self->typed == NULL || self->picture == NULL)
    return;
  if (get_draft (self) != NULL && !self->restoring)
    sme_signature_draft_set_way (get_draft (self), gtk_stack_get_visible_child_name (self->ways));
  update_complete (self);
}

/* From now on it is known as the kept one, and is sent as that: see sme-signature-mark.h. */
static void
note_reused (SmeDrawStep *self, SmeSignatureContent *content)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));
  g_autofree char *mark = NULL;

  if (content->ink != NULL)
    mark = sme_signature_mark_ink (sme_signing_flow_get_ink (flow));
  else if (content->name != NULL)
    mark = sme_signature_mark_name (content->name);
  else
    mark = sme_signature_mark_image (content->image);
  sme_signature_draft_note_reused (get_draft (self), mark, g_get_real_time () / 1000);
}

/* The kept signature, in place of what is here; it is looked at and sent as any other. */
static void
on_chosen (SmeDrawStep *self, SmeSignatureContent *content)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));

  if (get_draft (self) == NULL || sme_step_get_applying (SME_STEP (self)))
    return;
  if (content->ink != NULL)
    sme_signature_content_draw (content, sme_signing_flow_get_ink (flow));
  else if (content->name != NULL)
    sme_typed_form_set_name (self->typed, content->name);
  else
    sme_image_form_preset (self->picture, content->image);
  if (content->name != NULL)
    sme_signature_draft_set_name (get_draft (self), content->name);
  if (content->image != NULL)
    sme_signature_draft_set_image (get_draft (self), content->image);
  gtk_stack_set_visible_child_name (self->ways, content->way);
  note_reused (self, content);
  update_complete (self);
}

static void
keep_if_asked (SmeDrawStep *self)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));
  SmeSignatureContent *content;

  if (!sme_saved_offer_get_keeps (self->offer))
    return;
  if (is_way (self, "image"))
    content = sme_signature_content_new_from_image (sme_image_form_get_image (self->picture));
  else if (is_way (self, "type"))
    content = sme_signature_content_new_from_name (sme_typed_form_get_name (self->typed));
  else
    content = sme_signature_content_new_from_ink (sme_signing_flow_get_ink (flow));
  sme_saved_offer_keep (self->offer, content);
}

/* As it was left. */
static void
restore (SmeDrawStep *self, SmeSignatureDraft *draft)
{
  self->restoring = TRUE;
  if (sme_signature_draft_get_name (draft) != NULL)
    sme_typed_form_set_name (self->typed, sme_signature_draft_get_name (draft));
  sme_image_form_preset (self->picture, sme_signature_draft_get_image (draft));
  if (gtk_stack_get_child_by_name (self->ways, sme_signature_draft_get_way (draft)) != NULL)
    gtk_stack_set_visible_child_name (self->ways, sme_signature_draft_get_way (draft));
  self->restoring = FALSE;
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
      shop == NULL || sme_signing_flow_is_of_signer (flow))
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
  restore (self, get_draft (self));
  g_signal_connect_object (ink, "changed", G_CALLBACK (on_drawn), self, G_CONNECT_SWAPPED);
  on_pad_changed (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (sme_signing_flow_save_signature_finish (SME_SIGNING_FLOW (source), result, &error))
    {
      keep_if_asked (g_task_get_source_object (task));
      g_task_return_boolean (task, TRUE);
    }
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
  sme_image_form_refuse (self->picture, NULL);
  if (is_way (self, "image"))
    sme_signing_flow_save_image_async (flow, sme_image_form_get_image (self->picture), cancellable,
                                       on_saved, task);
  else if (is_way (self, "type"))
    sme_signing_flow_save_typed_async (flow, sme_typed_form_get_name (self->typed), cancellable,
                                       on_saved, task);
  else
    sme_signing_flow_save_signature_async (flow, cancellable, on_saved, task);
}

static gboolean
sme_draw_step_take_error (SmeStep *step, const GError *error)
{
  const char *code = sme_ink_reason_find (error);

  if (code == NULL)
    return SME_STEP_CLASS (sme_draw_step_parent_class)->take_error (step, error);
  if (is_way (SME_DRAW_STEP (step), "image"))
    sme_image_form_refuse (SME_DRAW_STEP (step)->picture, code);
  else if (is_way (SME_DRAW_STEP (step), "type"))
    sme_typed_form_refuse (SME_DRAW_STEP (step)->typed, code);
  else
    refuse (SME_DRAW_STEP (step), sme_reason_text (code));
  return TRUE;
}

static gboolean
sme_draw_step_grab_first_focus (SmePage *page)
{
  SmeDrawStep *self = SME_DRAW_STEP (page);

  if (is_way (self, "image"))
    sme_image_form_focus (self->picture);
  else if (is_way (self, "type"))
    sme_typed_form_focus (self->typed);
  else
    return gtk_widget_grab_focus (GTK_WIDGET (self->pad));
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
  /* A guest at this computer: what is kept is another's. */
  if (!sme_signing_flow_is_of_signer (sme_signing_step_get_flow (SME_SIGNING_STEP (self))))
    sme_saved_offer_set_context (self->offer, sme_page_get_context (SME_PAGE (self)));
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
  g_type_ensure (SME_TYPE_IMAGE_FORM);
  g_type_ensure (SME_TYPE_SAVED_OFFER);
  g_type_ensure (SME_TYPE_SIGNATURE_PAD);
  g_type_ensure (SME_TYPE_TYPED_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-draw-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, switcher);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, ways);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, buttons);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, pad);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, refusal);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, kept);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, typed);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, picture);
  gtk_widget_class_bind_template_child (widget_class, SmeDrawStep, offer);
  gtk_widget_class_bind_template_callback (widget_class, on_pad_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_way_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

/* As text buttons they would be 100 px wide each, and three of them wider than a narrow window. */
static void
narrow (GtkWidget *switcher)
{
  for (GtkWidget *child = gtk_widget_get_first_child (switcher); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_remove_css_class (child, "text-button");
}

static void
sme_draw_step_init (SmeDrawStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  narrow (self->switcher);
  gtk_widget_insert_action_group (self->buttons, "pad", sme_signature_pad_get_actions (self->pad));
  sme_step_set_primary_label (SME_STEP (self), _ ("Continue"));
  on_pad_changed (self);
}
