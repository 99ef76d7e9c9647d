/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @b is @a with one character wrong, missing, too many, or two next to each other swapped.
 * Both folded, ASCII counted by bytes. */
gboolean sme_guide_speller_is_near (const char *a, const char *b);

/* Whether the difference is two neighbours swapped. */
gboolean sme_guide_speller_is_swapped (const char *a, const char *b);

G_END_DECLS
