/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"
#include "core/sme-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_NEGOTIATION (sme_negotiation_get_type ())
G_DECLARE_FINAL_TYPE (SmeNegotiation, sme_negotiation, SME, NEGOTIATION, AdwBin)

/**
 * SmeNegotiation:
 *
 * "Đàm phán" (acceptance A61): what was written about a dossier, and a place to write. What is
 * typed stays until it is sent. Messages are fetched while the widget is mapped, and seen by then.
 *
 * Property "busy" (boolean, read-only): something is fetched or sent. Actions: negotiation.retry,
 * negotiation.save with a message's id.
 */
GtkWidget *sme_negotiation_new (void);

/* @dossier: (nullable): live; followed for messages that are new */
void
sme_negotiation_set_dossier (SmeNegotiation *self, SmeEcontract *econtract, SmeDossier *dossier);

gboolean sme_negotiation_get_busy (SmeNegotiation *self);

G_END_DECLS
