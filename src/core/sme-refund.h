/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REFUND (sme_refund_get_type ())
SME_DECLARE_RECORD (SmeRefund, sme_refund, REFUND)

/**
 * SmeRefund:
 *
 * Money that goes back.
 */

G_END_DECLS
