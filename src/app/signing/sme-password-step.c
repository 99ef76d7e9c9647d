/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-password-step.h"

#include "app/account/sme-keyring-text.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "app/lookup/sme-lookup-memory.h"
#include "core/sme-field-error.h"
#include "core/sme-password-rules.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmePasswordStep
{
  SmeSigningStep parent_instance;

  SmeFieldRow *password;
  SmeFieldRow *repeated;
  GtkCheckButton *remember;
  gboolean password_left; /* the keyboard went on: what is still missing may be said */
  gboolean repeated_left;
};

G_DEFINE_FINAL_TYPE (SmePasswordStep, sme_password_step, SME_TYPE_SIGNING_STEP)

static const char *
judge_password (SmePasswordStep *self)
{
  SmeReason reason = sme_password_check (sme_field_row_get_text (self->password), NULL);

  return reason != SME_REASON_OK ? sme_reason_to_code (reason) : NULL;
}

static const char *
judge_repeated (SmePasswordStep *self)
{
  const char *password = sme_field_row_get_text (self->password);
  const char *repeated = sme_field_row_get_text (self->repeated);

  if (repeated[0] == '\0')
    return "required";
  return g_str_equal (password, repeated) ? NULL : "mismatch";
}

static void
update (SmePasswordStep *self)
{
  const char *password = judge_password (self);
  const char *repeated = judge_repeated (self);
  gboolean unfinished =
    g_strcmp0 (password, "too-short") == 0 || g_strcmp0 (password, "required") == 0;

  sme_field_row_set_error (self->password, password != NULL && (self->password_left || !unfinished)
                                             ? sme_reason_text (password)
                                             : NULL);
  sme_field_row_set_error (
    self->repeated, repeated != NULL && self->repeated_left ? sme_reason_text (repeated) : NULL);
  sme_step_set_complete (SME_STEP (self), password == NULL && repeated == NULL,
                         _ ("Enter a new password, twice the same."));
}

static void
on_password_edited (SmePasswordStep *self)
{
  if (!sme_field_row_is_composing (self->password))
    update (self);
}

static void
on_repeated_edited (SmePasswordStep *self)
{
  if (!sme_field_row_is_composing (self->repeated))
    update (self);
}

/* Fields are left too when the page goes away, row by row. */
static void
on_password_left (SmePasswordStep *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->password_left = sme_field_row_get_text (self->password)[0] != '\0';
  update (self);
}

static void
on_repeated_left (SmePasswordStep *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->repeated_left = sme_field_row_get_text (self->repeated)[0] != '\0';
  update (self);
}

static void
on_password_activated (SmePasswordStep *self)
{
  sme_field_row_focus (self->repeated);
}

static void
on_repeated_activated (SmePasswordStep *self)
{
  self->repeated_left = TRUE;
  update (self);
  sme_step_request_next (SME_STEP (self));
}

/* Only if asked: the keyring may want its own password while the next step is shown. */
static void
remember (SmePasswordStep *self)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->remember)) ||
      !gtk_check_button_get_active (self->remember))
    return;
  sme_lookup_memory_keep (
    context, sme_signing_flow_get_username (sme_signing_step_get_flow (SME_SIGNING_STEP (self))),
    sme_field_row_get_text (self->password));
  if (root != NULL)
    sme_keyring_text_tell (sme_context_get_keyring (context), GTK_WIDGET (root));
}

static void
on_password_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmePasswordStep *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!sme_signing_flow_set_password_finish (SME_SIGNING_FLOW (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  remember (self);
  /* Not kept longer than needed. */
  sme_field_row_set_text (self->password, "");
  sme_field_row_set_text (self->repeated, "");
  g_task_return_boolean (task, TRUE);
}

static void
sme_password_step_apply_async (SmeStep *step,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  SmePasswordStep *self = SME_PASSWORD_STEP (step);
  GTask *task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_password_step_apply_async);
  sme_signing_flow_set_password_async (sme_signing_step_get_flow (SME_SIGNING_STEP (step)),
                                       sme_field_row_get_text (self->password), cancellable,
                                       on_password_set, task);
}

/* The server knows more passwords that everybody tries. */
static gboolean
sme_password_step_take_error (SmeStep *step, const GError *error)
{
  SmePasswordStep *self = SME_PASSWORD_STEP (step);
  GPtrArray *fields = g_error_matches (error, SME_PROBLEM, SME_PROBLEM_INVALID)
                        ? sme_problem_get_fields (error)
                        : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      SmeRecord *field = g_ptr_array_index (fields, i);

      if (g_strcmp0 (sme_record_get_text (field, "pointer"), "/new") != 0)
        continue;
      sme_field_row_set_error (self->password,
                               sme_reason_text (sme_record_get_text (field, "code")));
      sme_field_row_focus (self->password);
      return TRUE;
    }
  return SME_STEP_CLASS (sme_password_step_parent_class)->take_error (step, error);
}

/* Without a name nothing could be signed in with, and without a keyring nothing is kept. */
static void
sme_password_step_shown (SmePage *page)
{
  SmePasswordStep *self = SME_PASSWORD_STEP (page);
  SmeContext *context = sme_page_get_context (page);
  SmeSigningFlow *flow = sme_signing_step_get_flow (SME_SIGNING_STEP (self));

  SME_PAGE_CLASS (sme_password_step_parent_class)->shown (page);
  gtk_widget_set_visible (GTK_WIDGET (self->remember),
                          context != NULL && sme_context_get_keyring (context) != NULL &&
                            sme_signing_flow_get_username (flow) != NULL);
}

static void
sme_password_step_class_init (SmePasswordStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SME_STEP_CLASS (klass)->apply_async = sme_password_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = sme_password_step_take_error;
  SME_PAGE_CLASS (klass)->shown = sme_password_step_shown;
  g_type_ensure (SME_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-password-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePasswordStep, password);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordStep, repeated);
  gtk_widget_class_bind_template_child (widget_class, SmePasswordStep, remember);
  gtk_widget_class_bind_template_callback (widget_class, on_password_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_repeated_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_password_left);
  gtk_widget_class_bind_template_callback (widget_class, on_repeated_left);
  gtk_widget_class_bind_template_callback (widget_class, on_password_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_repeated_activated);
}

static void
sme_password_step_init (SmePasswordStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), _ ("Finish"));
  sme_field_row_set_note (self->password, _ ("8 to 128 characters of any kind, but none of the"
                                             " passwords that many people use."));
  update (self);
}
