/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parameters of a message from server to server: one object of texts and whole numbers, which
 * become texts. (transfer full) (nullable): NULL for anything else */
GHashTable *sme_gateway_json_read (GBytes *body);
/* All texts. (transfer full) */
GBytes *sme_gateway_json_write (GHashTable *params);

G_END_DECLS
