/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_AUDIT_ROW (sme_audit_row_get_type ())
SME_DECLARE_RECORD (SmeAuditRow, sme_audit_row, AUDIT_ROW)

/**
 * SmeAuditRow:
 *
 * A link of the hash chain that the backend keeps of an order: @hash is the SHA-256 of the scope,
 * @seq, @at, @event, @from, @to, the detail and @previous_hash, with unit separators between.
 */

G_END_DECLS
