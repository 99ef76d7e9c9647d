/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-dossier-message-input.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_MESSAGE_COMPOSER (sme_message_composer_get_type ())
G_DECLARE_FINAL_TYPE (SmeMessageComposer, sme_message_composer, SME, MESSAGE_COMPOSER, AdwBin)

/**
 * SmeMessageComposer:
 *
 * Where a message is written, with a file that goes along (a PDF or a picture of 2 MB at most).
 * What is typed stays until sme_message_composer_clear().
 *
 * Signals: "send (SmeDossierMessageInput)"; "refused (text)": why a file may not go along, NULL
 * once another may. Actions: composer.send, composer.attach, composer.detach.
 */
GtkWidget *sme_message_composer_new (void);

/* While one is sent no other can be. */
void sme_message_composer_set_ready (SmeMessageComposer *self, gboolean ready);
void sme_message_composer_clear (SmeMessageComposer *self);

/* Sends @file along, once it was looked at. */
void sme_message_composer_attach (SmeMessageComposer *self, GFile *file);

G_END_DECLS
