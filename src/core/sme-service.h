/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SERVICE (sme_service_get_type ())
SME_DECLARE_RECORD (SmeService, sme_service, SERVICE)

/**
 * SmeService:
 *
 * A service of the catalog. Lists carry what a card shows; reading one service gives all.
 */

G_END_DECLS
