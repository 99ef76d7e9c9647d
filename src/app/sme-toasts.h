/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_TOASTS (sme_toasts_get_type ())
G_DECLARE_FINAL_TYPE (SmeToasts, sme_toasts, SME, TOASTS, GObject)

/**
 * SmeToasts:
 *
 * The toasts of a window, one after the other. libadwaita 1.2 crashes when a toast goes while it is
 * still on its way in (Escape twice, a double click on its button), so the next one comes a moment
 * after the one before has gone, and Escape waits until it stands.
 *
 * A toast belongs to the page that is in front when all that the same event brought about is done:
 * a refusal to the page on which it was given, "You are signed out" to the page that signing out
 * leads to. When another page comes to the front it goes, shown or waiting, unless it is kept.
 *
 * Toasts have as many lines as their words need.
 */
SmeToasts *sme_toasts_new (AdwToastOverlay *overlay);

/* @text: plain text. @kept: stays until it is dismissed, for what nobody may miss; once it was
 * there for eight seconds it gives way to the next one. */
void sme_toasts_add (SmeToasts *self, const char *text, gboolean kept);

/* Another page is in front. */
void sme_toasts_turn_page (SmeToasts *self);

/* Those that still wait. */
guint sme_toasts_get_n_waiting (SmeToasts *self);

G_END_DECLS
