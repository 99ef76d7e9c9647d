/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_TAKE_ALONG_BAR (sme_take_along_bar_get_type ())
G_DECLARE_FINAL_TYPE (SmeTakeAlongBar, sme_take_along_bar, SME, TAKE_ALONG_BAR, AdwBin)

/**
 * SmeTakeAlongBar:
 *
 * Asks for a folder, saves there everything that is held about the account (see
 * sme-take-along.h), and meanwhile shows how far it is and a button that stops it; hidden
 * otherwise. What became of it is said in a toast.
 */

/* Nothing happens while one is under way. */
void sme_take_along_bar_start (SmeTakeAlongBar *self, SmeCaller *caller);
/* Without asking. */
void sme_take_along_bar_start_in (SmeTakeAlongBar *self, SmeCaller *caller, GFile *parent);

G_END_DECLS
