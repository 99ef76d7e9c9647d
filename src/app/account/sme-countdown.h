/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SME_TYPE_COUNTDOWN (sme_countdown_get_type ())
G_DECLARE_FINAL_TYPE (SmeCountdown, sme_countdown, SME, COUNTDOWN, GObject)

/**
 * SmeCountdown:
 *
 * How long something has to wait: sending a mail again, trying a password again. Property "seconds"
 * (uint, 0: nothing to wait for) notifies with each second that passes.
 */
SmeCountdown *sme_countdown_new (void);

/* From now; 0 ends it. */
void sme_countdown_start (SmeCountdown *self, guint seconds);
guint sme_countdown_get_seconds (SmeCountdown *self);

G_END_DECLS
