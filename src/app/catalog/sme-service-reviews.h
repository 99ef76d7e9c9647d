/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_REVIEWS (sme_service_reviews_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceReviews, sme_service_reviews, SME, SERVICE_REVIEWS, AdwBin)

/**
 * SmeServiceReviews:
 *
 * The tab "Reviews" of a service: the average, how the stars are spread, one's own review, and what
 * customers wrote, fetched when the tab is first shown.
 *
 * Property "edited" (boolean, read-only): a review is being written that is not sent.
 */
GtkWidget *sme_service_reviews_new (void);

void
sme_service_reviews_set_service (SmeServiceReviews *self, SmeCaller *caller, SmeService *service);

G_END_DECLS
