/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_openapi_print:
 *
 * The API as an OpenAPI 3.1 document in YAML, made from the operations table and the fields of the
 * records, so that it cannot say anything else than the program does.
 */
char *sme_openapi_print (void);

G_END_DECLS
