/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_JOINT_BILLING (sme_joint_billing_get_type ())
SME_DECLARE_RECORD (SmeJointBilling, sme_joint_billing, JOINT_BILLING)

/**
 * SmeJointBilling:
 *
 * Invoice and contact data for several orders that are paid together: each gets the same.
 */

G_END_DECLS
