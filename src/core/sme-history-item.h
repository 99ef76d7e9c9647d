/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_HISTORY_ITEM (sme_history_item_get_type ())
SME_DECLARE_RECORD (SmeHistoryItem, sme_history_item, HISTORY_ITEM)

/**
 * SmeHistoryItem:
 *
 * Something that happened to the account or to one of its orders.
 */

G_END_DECLS
