/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PEOPLE (sme_people_get_type ())
SME_DECLARE_RECORD (SmePeople, sme_people, PEOPLE)

/**
 * SmePeople:
 *
 * Those for whom an organisation declares at once: each gets an order of the plan of one order.
 */

G_END_DECLS
