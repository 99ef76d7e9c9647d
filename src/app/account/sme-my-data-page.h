/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_MY_DATA_PAGE (sme_my_data_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeMyDataPage, sme_my_data_page, SME, MY_DATA_PAGE, SmePage)

/**
 * SmeMyDataPage:
 *
 * Route "my-data": what is held about the account and on which ground, taking it along, and the way
 * to its deletion.
 */

G_END_DECLS
