/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/account/sme-notice.h"

G_BEGIN_DECLS

#define SME_TYPE_TRY_PAUSE (sme_try_pause_get_type ())
G_DECLARE_FINAL_TYPE (SmeTryPause, sme_try_pause, SME, TRY_PAUSE, GObject)

/**
 * SmeTryPause:
 *
 * The pause that a server asks for after too many wrong passwords: a notice says how long it
 * still is. Signal "changed": as `waiting` does, and with each second.
 */
SmeTryPause *sme_try_pause_new (SmeNotice *notice);

gboolean sme_try_pause_get_waiting (SmeTryPause *self);

/* Says in the notice what @error means; one that asks for a pause begins it. */
void sme_try_pause_show_error (SmeTryPause *self, const GError *error);

G_END_DECLS
