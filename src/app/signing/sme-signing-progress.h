/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-flow.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_PROGRESS (sme_signing_progress_get_type ())
G_DECLARE_FINAL_TYPE (SmeSigningProgress, sme_signing_progress, SME, SIGNING_PROGRESS, AdwBin)

/**
 * SmeSigningProgress:
 *
 * The four steps of a signing, one below the other, each with its state in words: done, current, to
 * come, locked.
 */
GtkWidget *sme_signing_progress_new (void);

void sme_signing_progress_set_state (SmeSigningProgress *self, SmeSigningState state);

/* The steps' names, NULL-terminated, translated; free with g_strfreev(). */
GStrv sme_signing_progress_list_names (void);
/* Which step @state belongs to; their number when all are done. ENDED and LOADING: -1, as before.
 */
int sme_signing_progress_find_step (SmeSigningState state);

G_END_DECLS
