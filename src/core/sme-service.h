/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/* So many items of "overview" stand on a card. */
#define SME_SERVICE_CARD_POINTS 3

#define SME_TYPE_SERVICE (sme_service_get_type ())
SME_DECLARE_RECORD (SmeService, sme_service, SERVICE)

/**
 * SmeService:
 *
 * A service of the catalog. Lists carry what a card shows; reading one service gives all.
 */

/**
 * sme_service_get_price_per_month:
 *
 * By this services are sorted and filtered, whatever their cycles: the price that a card shows, for
 * one month of its cycle. Rounded up, so that nothing costs more than a filter allows.
 *
 * Returns: -1 where the price is on request
 */
gint64 sme_service_get_price_per_month (SmeService *self);

G_END_DECLS
