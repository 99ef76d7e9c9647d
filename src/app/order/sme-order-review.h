/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_ORDER_REVIEW (sme_order_review_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderReview, sme_order_review, SME, ORDER_REVIEW, AdwBin)

/**
 * SmeOrderReview:
 *
 * What an order says before it is paid (acceptance A30): invoice, customer, contact. "Sửa thông
 * tin" at the invoice and the contact edits them in place, with "Xác nhận" and "Hủy" (A31); at the
 * customer it goes back to the declaration. Follows the order, which is live.
 *
 * Property "editing" (boolean, read-only): something is open that is neither confirmed nor
 * cancelled.
 */
GtkWidget *sme_order_review_new (SmeContext *context, SmeOrder *order);

gboolean sme_order_review_get_editing (SmeOrderReview *self);

G_END_DECLS
