/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_PEOPLE_PAGE (sme_people_page_get_type ())
G_DECLARE_FINAL_TYPE (SmePeoplePage, sme_people_page, SME, PEOPLE_PAGE, SmePage)

/**
 * SmePeoplePage:
 *
 * "people:ORDER": a business orders for several people. What they have in common, the organisation
 * and its address, was filled in once in the order's form; the people come from a table (CSV), of
 * which a template can be saved. Every bad cell is named with row, column and reason, and then
 * nobody is ordered for; else each gets an order, all at once.
 */

/* Reads @file as if it had been chosen. */
void sme_people_page_take_file (SmePeoplePage *self, GFile *file);

G_END_DECLS
