/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_INBOX_PAGE (sme_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeInboxPage, sme_inbox_page, SME, INBOX_PAGE, SmePage)

/**
 * SmeInboxPage:
 *
 * Route "inbox", with the local backend only: the e-mail and SMS that it would have sent, newest
 * first; asks for new ones every few seconds while it is in front.
 */

G_END_DECLS
