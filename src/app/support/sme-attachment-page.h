/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ATTACHMENT_PAGE (sme_attachment_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeAttachmentPage, sme_attachment_page, SME, ATTACHMENT_PAGE, SmePage)

/**
 * SmeAttachmentPage:
 *
 * The file that came with an e-mail of the demonstration's inbox, to read, save and print (route
 * "attachment:ID?name=FILE").
 */

G_END_DECLS
