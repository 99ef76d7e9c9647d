/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EXPORTED_DRAFT (sme_exported_draft_get_type ())
SME_DECLARE_RECORD (SmeExportedDraft, sme_exported_draft, EXPORTED_DRAFT)

/**
 * SmeExportedDraft:
 *
 * What was typed for an order and is not declared yet, as far as it goes.
 */

G_END_DECLS
