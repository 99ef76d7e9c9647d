/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-identity-rules.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_profile_check:
 * @customer_type: who orders; household businesses and enterprises declare an organisation too
 * @today: yyyymmdd, in Vietnam
 *
 * The rules of a declaration (acceptance A21-A23), the same while a person types and when the
 * backend decides. Whether the codes of the address exist is not asked here: that takes the
 * division tables.
 *
 * Returns: (transfer full) (element-type SmeFieldError): what is wrong, maybe nothing
 */
GPtrArray *sme_profile_check (SmeProfile *profile, SmeCustomerType customer_type, int today);

/**
 * sme_profile_find_conflicts:
 * @customer_type: the address of a person is compared too; the head office of a business says
 *   nothing of where its people come from
 *
 * Where the number of an identity card and the rest of the declaration disagree: to be warned of,
 * never refused. None for another paper.
 */
SmeIdentityConflicts sme_profile_find_conflicts (SmeProfile *profile,
                                                 SmeCustomerType customer_type);

/**
 * sme_profile_normalize:
 *
 * Puts a profile that passed the check into the form that is kept and printed: names in NFC with
 * single spaces, phones as +84..., numbers without blanks.
 */
void sme_profile_normalize (SmeProfile *profile, int today);

G_END_DECLS
