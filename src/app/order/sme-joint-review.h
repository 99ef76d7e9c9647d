/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_JOINT_REVIEW (sme_joint_review_get_type ())
G_DECLARE_FINAL_TYPE (SmeJointReview, sme_joint_review, SME, JOINT_REVIEW, AdwBin)

/**
 * SmeJointReview:
 *
 * Invoice and contact of several orders that are paid together (acceptance A30, A31): what they
 * have by now, and one form with which all of them get the same. Property `editing`: the form is
 * there and not confirmed.
 */
GtkWidget *sme_joint_review_new (SmeContext *context);

/* @orders: (element-type SmeOrder): those that are to be paid, with their declarations */
void sme_joint_review_set_orders (SmeJointReview *self, GPtrArray *orders);

gboolean sme_joint_review_get_editing (SmeJointReview *self);

G_END_DECLS
