/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_STEP (sme_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (SmeStep, sme_step, SME, STEP, SmePage)

/**
 * SmeStepClass:
 * @apply_async: do what "Next" promises (save, order, pay); default: nothing, successfully
 * @apply_finish: TRUE when the wizard may go on; default: the GTask's boolean
 * @take_error: show an error of apply at the fields it belongs to; TRUE if that says it all,
 *   FALSE and the wizard says it above its buttons. Default: FALSE
 *
 * A step of a #SmeWizard, which knows nothing about it but this. A template like any page, whose
 * parent is SmeStep; SmePage:title is its name in the stepper.
 *
 * Properties: "complete" (whether Next may be pressed), "hint" (why not, one line; NULL when
 * complete), "primary-label" (of the button; NULL: "Next"), "cancel-action" (of the wizard's
 * surroundings, for a button "Cancel"; NULL: none), "applying" (read-only).
 */
struct _SmeStepClass
{
  SmePageClass parent_class;

  void (*apply_async) (SmeStep *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);
  gboolean (*apply_finish) (SmeStep *self, GAsyncResult *result, GError **error);
  gboolean (*take_error) (SmeStep *self, const GError *error);

  /*< private >*/
  gpointer padding[6];
};

gboolean sme_step_get_complete (SmeStep *self);
/* @hint: (nullable): why it is not complete; ignored when it is */
void sme_step_set_complete (SmeStep *self, gboolean complete, const char *hint);
const char *sme_step_get_hint (SmeStep *self);
const char *sme_step_get_primary_label (SmeStep *self);
void sme_step_set_primary_label (SmeStep *self, const char *label);
const char *sme_step_get_cancel_action (SmeStep *self);
void sme_step_set_cancel_action (SmeStep *self, const char *action);
gboolean sme_step_get_applying (SmeStep *self);

/* For the wizard, and for tests of a step. One at a time: a second call is a programmer error. */
void sme_step_apply_async (SmeStep *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);
gboolean sme_step_apply_finish (SmeStep *self, GAsyncResult *result, GError **error);
gboolean sme_step_take_error (SmeStep *self, const GError *error);

/* As if the person had pressed the primary button (a form's Enter key, or money that arrived). */
void sme_step_request_next (SmeStep *self);

G_END_DECLS
