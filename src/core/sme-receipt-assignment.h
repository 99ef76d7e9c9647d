/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_RECEIPT_ASSIGNMENT (sme_receipt_assignment_get_type ())
SME_DECLARE_RECORD (SmeReceiptAssignment, sme_receipt_assignment, RECEIPT_ASSIGNMENT)

/**
 * SmeReceiptAssignment:
 *
 * What the operator decides on money that names no payment: whose it is (the text of the payment or
 * the number of its order); left out, it goes back.
 */

G_END_DECLS
