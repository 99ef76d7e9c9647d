/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_DELETION_PAGE (sme_deletion_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeDeletionPage, sme_deletion_page, SME, DELETION_PAGE, SmePage)

/**
 * SmeDeletionPage:
 *
 * Route "delete-account": says what deleting the account would erase, end and, as the law asks,
 * leave; deletes it against the password. Then nobody is signed in.
 */

G_END_DECLS
