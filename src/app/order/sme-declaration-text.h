/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_declaration_text_describe:
 * @profile: in its normal form, see sme_profile_normalize()
 * @type: who orders: the contract names the organisation of a household and an enterprise only
 *
 * What the contract will say of the customer, a line for each field, in the order and the form of
 * the contract (data/paper/contract-1.txt); what was left out has no line there and none here.
 *
 * Returns: (transfer full): lines without an end of line behind the last
 */
char *sme_declaration_text_describe (SmeProfile *profile, SmeCustomerType type);

G_END_DECLS
