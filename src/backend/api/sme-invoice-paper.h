/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/*
 * The PDF of an invoice. It is drawn once, when somebody asks for it first, and kept: the list and
 * the mail have the same bytes, each time.
 */

/* What is kept, or drawn now; outside of a transaction. */
GBytes *sme_invoice_paper_draw (SmeCall *call,
                                const char *invoice_id,
                                const char *account_id,
                                GError **error);

/* Keeps @content, unless somebody else was faster. (transfer full): what is kept */
GBytes *sme_invoice_paper_keep (SmeCall *call,
                                const char *invoice_id,
                                const char *account_id,
                                GBytes *content,
                                GError **error);

G_END_DECLS
