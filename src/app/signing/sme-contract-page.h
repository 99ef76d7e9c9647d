/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_CONTRACT_PAGE (sme_contract_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeContractPage, sme_contract_page, SME, CONTRACT_PAGE, SmePage)

/**
 * SmeContractPage:
 *
 * Route "contract:ORDER": the contract of an order to read, save and print, with a line that says
 * who sealed it and whether it is still what was sealed.
 */

G_END_DECLS
