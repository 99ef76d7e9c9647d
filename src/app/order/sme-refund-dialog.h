/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-order.h"
#include "core/sme-refund-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_REFUND_DIALOG (sme_refund_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SmeRefundDialog, sme_refund_dialog, SME, REFUND_DIALOG, AdwMessageDialog)

/**
 * SmeRefundDialog:
 *
 * Asks on what ground the money of a paid order is wanted back, and says what follows.
 *
 * Signals: "asked (SmeRefundRequest *request)"
 */
GtkWidget *sme_refund_dialog_new (SmeOrder *order);

/**
 * sme_refund_dialog_take_up:
 * @request: what was asked for before
 * @problem: why it did not arrive, in words
 *
 * Asks once more, with what was said the first time.
 */
void
sme_refund_dialog_take_up (SmeRefundDialog *self, SmeRefundRequest *request, const char *problem);

G_END_DECLS
