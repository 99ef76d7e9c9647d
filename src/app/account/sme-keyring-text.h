/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-keyring.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line that says why the person stays signed in for this run only, translated, static; NULL
 * when the session outlives the run, or while that is not known. */
const char *sme_keyring_text (SmeKeyringState state);

/**
 * sme_keyring_text_tell:
 * @window: what shows the toast; the page that signed in is gone by then
 *
 * Says so as a toast, now or as soon as the keyring has answered (it may ask for a password first).
 */
void sme_keyring_text_tell (SmeKeyring *keyring, GtkWidget *window);

G_END_DECLS
