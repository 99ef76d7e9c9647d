/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-plan.h"
#include "core/sme-service.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* How a service's facts read on a card or page. Strings returned are new. */

/* "from 220.000 ₫/year", "Price on request" */
char *sme_service_text_price (SmeService *service);
/* "4.1 (2 reviews)", or "4.1 (3 ratings)" where nobody wrote; NULL without ratings */
char *sme_service_text_rating (SmeService *service);
/* The same to be read aloud: "4.1 of 5 stars, 10 ratings, 2 reviews" */
char *sme_service_text_rating_spoken (SmeService *service);
/* What of the price and the reviews is a demonstration; NULL for neither */
const char *sme_service_text_demonstration (SmeService *service);
/* "Like 101" / "Liked 2" */
char *sme_service_text_likes (SmeService *service);
/* "Enterprise · Household business · Individual" */
char *sme_service_text_audience (SmeService *service);
/* The same of a plan; "" where it doesn't say. */
char *sme_service_text_plan_audience (SmePlan *plan);
/* "Individual" */
const char *sme_service_text_customer (SmeCustomerType type);
/* The first points of the overview, or the summary */
char *sme_service_text_points (SmeService *service);
/* All of a card in one sentence, for screen readers */
char *sme_service_text_spoken (SmeService *service);

/* "12 months" */
char *sme_service_text_cycle (int months);
/* "/year", "/month", "/24 months" */
char *sme_service_text_per_cycle (int months);

/* Marks what a search found in @text, the value of @field; NULL if nothing was found there. */
PangoAttrList *sme_service_text_marks (SmeService *service, const char *field, const char *text);

/* The same in what sme_service_text_points() returns. */
PangoAttrList *sme_service_text_point_marks (SmeService *service);

/* Where the service can be shared: the portal's address, or ours. */
char *sme_service_text_link (SmeService *service);

G_END_DECLS
