/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/catalog/sme-service-filter.h"
#include "app/sme-page.h"
#include "client/sme-remote-list.h"

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_RESULTS (sme_service_results_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceResults, sme_service_results, SME, SERVICE_RESULTS, AdwBin)

/**
 * SmeServiceResults:
 *
 * Filters above, and below them the services found or, where the filters leave none, how to find
 * some again.
 *
 * Signal "changed": ask again with what the filters say.
 */
GtkWidget *sme_service_results_new (void);

SmeServiceFilter *sme_service_results_get_filter (SmeServiceResults *self);

/* Shows @services (nullable), of #SmeService, and how many there are. */
void sme_service_results_set_services (SmeServiceResults *self, SmeRemoteList *services);

/* Says that the filters leave nothing; FALSE if there are none, so that is not why. */
gboolean sme_service_results_show_nothing (SmeServiceResults *self);

/* Puts the keyboard on the first card. */
gboolean sme_service_results_focus_first (SmeServiceResults *self);

G_END_DECLS
