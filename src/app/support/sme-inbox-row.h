/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-inbox-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_INBOX_ROW (sme_inbox_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeInboxRow, sme_inbox_row, SME, INBOX_ROW, GtkListBoxRow)

/**
 * SmeInboxRow:
 *
 * A message of the demonstration: what it says, and buttons for the code and the link in it.
 */
GtkWidget *sme_inbox_row_new (SmeInboxItem *item);

G_END_DECLS
