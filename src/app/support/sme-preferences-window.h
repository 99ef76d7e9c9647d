/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PREFERENCES_WINDOW (sme_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (SmePreferencesWindow,
                      sme_preferences_window,
                      SME,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/**
 * SmePreferencesWindow:
 *
 * Which servers, which language, light or dark, and the signature that is kept, to delete it. An
 * address is taken when it is applied and allowed: https, or http on this computer; empty means the
 * program's own server.
 */
GtkWidget *sme_preferences_window_new (GtkWindow *parent, GSettings *settings);

/* Once: what is kept for who is signed in. */
void sme_preferences_window_set_context (SmePreferencesWindow *self, SmeContext *context);

/* Whether @url may be used as a server; for tests. */
gboolean sme_preferences_window_is_allowed (const char *url);

G_END_DECLS
