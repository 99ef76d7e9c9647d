/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-assistant-message.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_ASSISTANT_ROW (sme_assistant_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeAssistantRow, sme_assistant_row, SME, ASSISTANT_ROW, GtkListBoxRow)

/**
 * SmeAssistantRow:
 *
 * One turn of the conversation. Its name says who speaks and what, so that a screen reader reads
 * all of it when the row gets the focus.
 *
 * Signal "asked" (#SmeGuideArticle): what was offered to ask next was chosen.
 */
GtkWidget *sme_assistant_row_new (SmeAssistantMessage *message);

G_END_DECLS
