/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-history-item.h"

G_BEGIN_DECLS

/* (transfer full): what the line of the history says, in a person's words and language. What it has
 * no words for yet it says in general ones. */
char *sme_history_text (SmeHistoryItem *item);

G_END_DECLS
