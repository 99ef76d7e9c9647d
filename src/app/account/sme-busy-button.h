/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_BUSY_BUTTON (sme_busy_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeBusyButton, sme_busy_button, SME, BUSY_BUTTON, GtkButton)

/**
 * SmeBusyButton:
 *
 * The primary button of a form. While what it began is under way (property "busy") it turns a
 * spinner if that takes longer than 200 ms; that it can't be pressed meanwhile is its action's
 * matter. Property "caption": its text ("label" is GtkButton's, which would throw the spinner
 * away).
 */
GtkWidget *sme_busy_button_new (const char *caption);

gboolean sme_busy_button_get_busy (SmeBusyButton *self);
void sme_busy_button_set_busy (SmeBusyButton *self, gboolean busy);
const char *sme_busy_button_get_caption (SmeBusyButton *self);
void sme_busy_button_set_caption (SmeBusyButton *self, const char *caption);

G_END_DECLS
