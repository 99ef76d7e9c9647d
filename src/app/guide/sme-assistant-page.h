/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ASSISTANT_PAGE (sme_assistant_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeAssistantPage, sme_assistant_page, SME, ASSISTANT_PAGE, SmePage)

/**
 * SmeAssistantPage:
 *
 * "Trợ lý" (acceptance A7): the conversation with #SmeAssistant. A reply gets the focus when it
 * comes, so that a screen reader reads it; typing goes to the entry from anywhere on the page.
 * Route: assistant. Needs no server.
 */

G_END_DECLS
