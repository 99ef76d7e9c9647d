/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_AUTHORITY_ITEM (sme_authority_item_get_type ())
SME_DECLARE_RECORD (SmeAuthorityItem, sme_authority_item, AUTHORITY_ITEM)

/**
 * SmeAuthorityItem:
 *
 * A certificate that this backend seals with.
 */

G_END_DECLS
