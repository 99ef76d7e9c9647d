/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-dossier-message.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_MESSAGE_ROW (sme_message_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeMessageRow, sme_message_row, SME, MESSAGE_ROW, GtkListBoxRow)

/**
 * SmeMessageRow:
 *
 * One message about a dossier: who wrote it and when, the text, which can be selected, and a button
 * that saves the file that came with it (action "negotiation.save" with the message's id).
 */
GtkWidget *sme_message_row_new (SmeDossierMessage *message);

SmeDossierMessage *sme_message_row_get_message (SmeMessageRow *self);

G_END_DECLS
