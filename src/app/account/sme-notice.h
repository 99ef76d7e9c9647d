/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_NOTICE (sme_notice_get_type ())
G_DECLARE_FINAL_TYPE (SmeNotice, sme_notice, SME, NOTICE, AdwBin)

/**
 * SmeNotice:
 *
 * A few lines above the buttons of a form: what went wrong with all of it, what to do, and at most
 * one button that does it. Hidden while it has nothing to say. Role: alert.
 */
GtkWidget *sme_notice_new (void);

/* @text: plain; NULL hides it. Takes the button away. */
void sme_notice_set_text (SmeNotice *self, const char *text);
const char *sme_notice_get_text (SmeNotice *self);

/* A button with @label for the detailed action @action ("win.open::register"). */
void sme_notice_set_action (SmeNotice *self, const char *label, const char *action);

G_END_DECLS
