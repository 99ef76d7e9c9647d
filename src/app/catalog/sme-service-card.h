/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_CARD (sme_service_card_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceCard, sme_service_card, SME, SERVICE_CARD, AdwBin)

/**
 * SmeServiceCard:
 *
 * A service in a grid: tile, name, provider, stars, likes, main points, audience, lowest price.
 * What is chosen is the grid's matter. Words that a search found are marked.
 *
 * Property "service" (#SmeService, nullable); the card follows its changes.
 */
GtkWidget *sme_service_card_new (void);

SmeService *sme_service_card_get_service (SmeServiceCard *self);
void sme_service_card_set_service (SmeServiceCard *self, SmeService *service);

G_END_DECLS
