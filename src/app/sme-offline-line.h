/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_OFFLINE_LINE (sme_offline_line_get_type ())
G_DECLARE_FINAL_TYPE (SmeOfflineLine, sme_offline_line, SME, OFFLINE_LINE, AdwBin)

/**
 * SmeOfflineLine:
 *
 * While no server answers: says so, and how old the catalog is that is shown instead. Hidden
 * otherwise. Property "online" follows the shop's. Role of its label: status, so it is read out
 * when it changes.
 */
GtkWidget *sme_offline_line_new (void);

/* Once. */
void sme_offline_line_set_context (SmeOfflineLine *self, SmeContext *context);

/* @title: (nullable): in a few words why no server answers, which a person may mend: it is said,
 * with "Try again" (win.retry-connection) beside it; NULL: nothing of that kind is known */
void sme_offline_line_set_problem (SmeOfflineLine *self, const char *title);

G_END_DECLS
