/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code of sme_reason_text() for an error of #SmeInkError; the backend's are the same. */
const char *sme_ink_reason_code (const GError *error);

/* The same of any error: the rules are the same on both sides, and the server's answer comes as the
 * code of a field. NULL for an error that is not about the signature. */
const char *sme_ink_reason_find (const GError *error);

G_END_DECLS
