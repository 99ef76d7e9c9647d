/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-account.h"
#include "core/sme-billing.h"
#include "core/sme-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_BILLING_EDITOR (sme_billing_editor_get_type ())
G_DECLARE_FINAL_TYPE (SmeBillingEditor, sme_billing_editor, SME, BILLING_EDITOR, AdwBin)

/**
 * SmeBillingEditor:
 *
 * The form of invoice and contact with "Cancel" and "Confirm" (acceptance A31). What is typed is
 * kept in the vault until it is confirmed or given up.
 *
 * Signals:
 * - `found (SmeBilling *billing)`: typed before the program ended: it goes on there.
 * - `confirmed (SmeBilling *billing)`: passed the rules; say what came of it with
 *   sme_billing_editor_finish() or sme_billing_editor_refuse().
 * - `cancelled`
 */

/* @name: of what is edited, in the vault: an order's identifier */
GtkWidget *sme_billing_editor_new (SmeContext *context, const char *name);

/* As sme_billing_form_fill(). */
void sme_billing_editor_begin (SmeBillingEditor *self,
                               SmeBilling *billing,
                               SmeProfile *profile,
                               SmeAccount *account);

/* The server has it. */
void sme_billing_editor_finish (SmeBillingEditor *self);
/* It has not: field errors stand at their fields, others above the buttons. */
void sme_billing_editor_refuse (SmeBillingEditor *self, const GError *error);

G_END_DECLS
