/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_organisation_gaps_describe:
 * @common: what was declared so far
 * @type: of a business
 * @today: yyyymmdd, in Vietnam
 *
 * The fields of the organisation and its head office that are still missing or wrong, by their
 * names in the form: "Tax code, Street".
 *
 * Returns: (transfer full) (nullable): NULL when there are none
 */
char *sme_organisation_gaps_describe (SmeProfile *common, SmeCustomerType type, int today);

G_END_DECLS
