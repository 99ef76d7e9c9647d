/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-account.h"
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

/**
 * sme_billing_form_fill:
 * @billing: (nullable): what was asked for
 * @account: (nullable): whose order it is
 *
 * Each kind of invoice has texts of its own: those of @billing's kind are its, the others begin
 * with what was declared (sme-billing-default.h). What is typed for one kind is there again when
 * one comes back to it.
 */
void sme_billing_form_fill (SmeBillingForm *self,
                            SmeBilling *billing,
                            SmeProfile *profile,
                            SmeAccount *account);

/* (transfer full) */
SmeBilling *sme_billing_form_get_billing (SmeBillingForm *self);
/* Shows what is wrong and goes to the first; TRUE when nothing is. */
gboolean sme_billing_form_check (SmeBillingForm *self);
/* Field errors of the server's answer; TRUE if all found their field. */
gboolean sme_billing_form_take_errors (SmeBillingForm *self, GPtrArray *errors);

G_END_DECLS
