/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-waiting.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_WAITING_STRIP (sme_waiting_strip_get_type ())
G_DECLARE_FINAL_TYPE (SmeWaitingStrip, sme_waiting_strip, SME, WAITING_STRIP, AdwBin)

/**
 * SmeWaitingStrip:
 *
 * What waits for the person, at the top of the home page, each with its one next action. Hidden
 * when nothing does.
 */
GtkWidget *sme_waiting_strip_new (void);

void sme_waiting_strip_set_waiting (SmeWaitingStrip *self, SmeWaiting *waiting);

G_END_DECLS
