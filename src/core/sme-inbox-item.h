/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_INBOX_ITEM (sme_inbox_item_get_type ())
SME_DECLARE_RECORD (SmeInboxItem, sme_inbox_item, INBOX_ITEM)

/**
 * SmeInboxItem:
 *
 * An e-mail or SMS that the local backend would have sent. code is what to type or paste, link
 * what to click.
 */

G_END_DECLS
