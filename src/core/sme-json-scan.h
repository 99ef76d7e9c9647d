/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SME_JSON_MAX_DEPTH 32

/**
 * sme_json_scan:
 * @data: (array length=length): bytes from outside; need not end with NUL
 * @what: (out) (optional): a static English word for what is wrong, for the developer
 *
 * Tells whether @data is one JSON text (RFC 8259) that json-glib may be shown: valid UTF-8, nesting
 * of at most %SME_JSON_MAX_DEPTH, no name twice in an object, no U+0000, integers within +-(2^53 -
 * 1), nothing behind it. json-glib 1.6 accepts comments and trailing data, wraps large integers and
 * exhausts the stack on deep nesting, so it never sees anything else.
 */
gboolean sme_json_scan (const char *data, gsize length, const char **what);

G_END_DECLS
