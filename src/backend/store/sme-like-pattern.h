/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the pattern of LIKE, with ESCAPE '!', for a folded column that has what was
 * typed in it: "%smart ca%". Wildcards in it mean themselves; "" where nothing was typed. */
char *sme_like_pattern_new (const char *typed);

G_END_DECLS
