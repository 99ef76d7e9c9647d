/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_PAGE (sme_service_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeServicePage, sme_service_page, SME, SERVICE_PAGE, SmePage)

/**
 * SmeServicePage:
 *
 * Route "service:ID[?tab=overview|pricing|reviews|guide|versions]", ID also the portal's number: a
 * service with its plans (acceptance A10, A14, A15). "Subscribe now" leads to the plans.
 */

G_END_DECLS
