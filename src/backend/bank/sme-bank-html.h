/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* Web pages for the system's browser: Vietnamese or English, no script, light and dark. */

/* The text in the browser's language; static. */
const char *sme_bank_say (SmeCall *call, const char *vi, const char *en);

/**
 * sme_bank_html_new:
 * @title: already translated
 * @warns: whether it says that no real money moves; what the local bank shows must
 * @content: HTML; whatever came from outside is escaped in it
 */
SmeReply *sme_bank_html_new (SmeCall *call,
                             guint status,
                             const char *title,
                             gboolean warns,
                             const char *content);

/* That this address was used before or is wrong: 410. */
SmeReply *sme_bank_html_new_gone (SmeCall *call);

G_END_DECLS
