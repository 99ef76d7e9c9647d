/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-billing.h"
#include "core/sme-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_BILLING_FORM (sme_billing_form_get_type ())
G_DECLARE_FINAL_TYPE (SmeBillingForm, sme_billing_form, SME, BILLING_FORM, AdwBin)

/**
 * SmeBillingForm:
 *
 * What the invoice shall say and who is asked about the order (acceptance A30, A31): a consumer
 * without data, a person or an organisation, each with the fields that the law asks for, and the
 * contact. Errors stand at their fields. Signal "edited": a person changed something.
 */
GtkWidget *sme_billing_form_new (void);

/* Fills it in: from @billing, or from what was declared where that is NULL. */
void sme_billing_form_fill (SmeBillingForm *self, SmeBilling *billing, SmeProfile *profile);

/* (transfer full) */
SmeBilling *sme_billing_form_get_billing (SmeBillingForm *self);
/* Shows what is wrong and goes to the first; TRUE when nothing is. */
gboolean sme_billing_form_check (SmeBillingForm *self);
/* Field errors of the server's answer; TRUE if all found their field. */
gboolean sme_billing_form_take_errors (SmeBillingForm *self, GPtrArray *errors);

/* What an order without billing data gets on its invoice: who was declared. (transfer full) */
SmeBilling *sme_billing_form_make_default (SmeProfile *profile);

G_END_DECLS
