/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/order/sme-draft-keeper.h"

G_BEGIN_DECLS

/**
 * sme_draft_text_describe: what became of what was typed, in a sentence; static.
 * @unreadable: there is a date that is not one yet, which cannot be kept
 */
const char *sme_draft_text_describe (SmeDraftState state, gboolean unreadable);

G_END_DECLS
