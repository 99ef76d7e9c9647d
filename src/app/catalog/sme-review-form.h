/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_REVIEW_FORM (sme_review_form_get_type ())
G_DECLARE_FINAL_TYPE (SmeReviewForm, sme_review_form, SME, REVIEW_FORM, AdwBin)

/**
 * SmeReviewForm:
 *
 * One's own review of a service (acceptance A14): stars and a text, to be written, changed, or
 * taken back by who bought the service; to everybody else it says who can.
 *
 * Property "edited" (boolean, read-only): there is something in it that is not sent.
 * Signal "changed": the server has another review now. The service is to be fetched again.
 */
GtkWidget *sme_review_form_new (void);

/* What the form shows is taken from @service, but for what somebody is writing. */
void sme_review_form_set_service (SmeReviewForm *self, SmeCaller *caller, SmeService *service);

gboolean sme_review_form_get_edited (SmeReviewForm *self);

G_END_DECLS
