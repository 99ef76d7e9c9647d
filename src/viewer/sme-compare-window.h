/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_COMPARE_WINDOW (sme_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (SmeCompareWindow, sme_compare_window, SME, COMPARE_WINDOW, AdwWindow)

/**
 * SmeCompareWindow: what was signed beside what is shown now; both scroll and zoom together.
 *
 * @before: the file as it was signed
 * @now: the whole file
 * @changed: (nullable) (element-type guint): pages that differ, from 0; %NULL if that is not known
 */
GtkWidget *sme_compare_window_new (GtkWindow *parent, GBytes *before, GBytes *now, GArray *changed);

/** Returns: (transfer none): the pages on either side, for tests. */
SmeDocumentView *sme_compare_window_get_before (SmeCompareWindow *self);
SmeDocumentView *sme_compare_window_get_now (SmeCompareWindow *self);

G_END_DECLS
