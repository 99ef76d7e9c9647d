/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_OVERVIEW (sme_service_overview_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceOverview, sme_service_overview, SME, SERVICE_OVERVIEW, AdwBin)

/**
 * SmeServiceOverview:
 *
 * The tab "Overview" of a service (acceptance A14): what it does, the value delivered, the slogans,
 * and a second "Subscribe now".
 */
GtkWidget *sme_service_overview_new (void);

void sme_service_overview_set_service (SmeServiceOverview *self, SmeService *service);

G_END_DECLS
