/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_STAR_HISTOGRAM (sme_star_histogram_get_type ())
G_DECLARE_FINAL_TYPE (SmeStarHistogram, sme_star_histogram, SME, STAR_HISTOGRAM, AdwBin)

/**
 * SmeStarHistogram:
 *
 * How many reviews gave five stars, four, ...: a bar each, and its number. Hidden while nobody has
 * written a review.
 */
GtkWidget *sme_star_histogram_new (void);
void sme_star_histogram_set_service (SmeStarHistogram *self, SmeService *service);

G_END_DECLS
