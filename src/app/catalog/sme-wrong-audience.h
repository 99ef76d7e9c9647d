/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-account.h"
#include "core/sme-plan.h"
#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_WRONG_AUDIENCE (sme_wrong_audience_get_type ())
G_DECLARE_FINAL_TYPE (SmeWrongAudience, sme_wrong_audience, SME, WRONG_AUDIENCE, AdwBin)

/**
 * SmeWrongAudience:
 *
 * Instead of an order that would be refused: whom a plan is for, and the ways on. Those are the
 * plans of the same service that @account can order, the other accounts known here that can order
 * this one, signing in or registering as one that can, and the other services.
 *
 * Rows activate "win.replace" (another plan) and "win.use-account" (another account, then the
 * purchase).
 */

/* @plan: one of @service's, which @account can't order (sme_plan_audience_check()); @months: of the
 * cycle that was chosen. */
GtkWidget *sme_wrong_audience_new (SmeContext *context,
                                   SmeService *service,
                                   SmePlan *plan,
                                   int months,
                                   SmeAccount *account);

G_END_DECLS
