/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_COMPARE_PAGE (sme_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeComparePage, sme_compare_page, SME, COMPARE_PAGE, SmePage)

/* SmeComparePage: "compare:SERVICE": the plans of a service side by side. */

G_END_DECLS
