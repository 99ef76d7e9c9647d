/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_HOME_EXTRAS (sme_home_extras_get_type ())
G_DECLARE_FINAL_TYPE (SmeHomeExtras, sme_home_extras, SME, HOME_EXTRAS, AdwBin)

/**
 * SmeHomeExtras:
 *
 * Below the popular services: the categories, each a button, and the newest news. What doesn't come
 * is left out; its own page says why.
 */
GtkWidget *sme_home_extras_new (void);

void sme_home_extras_load (SmeHomeExtras *self, SmeCaller *caller, GCancellable *cancellable);

G_END_DECLS
