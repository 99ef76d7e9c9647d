/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_STATE_LABEL (sme_state_label_get_type ())
G_DECLARE_FINAL_TYPE (SmeStateLabel, sme_state_label, SME, STATE_LABEL, AdwBin)

/**
 * SmeStateLabel:
 *
 * A state in words with its icon (sme-state-text.h).
 */
GtkWidget *sme_state_label_new (void);

void sme_state_label_set_state (SmeStateLabel *self, GType type, int state);
const char *sme_state_label_get_text (SmeStateLabel *self);

G_END_DECLS
