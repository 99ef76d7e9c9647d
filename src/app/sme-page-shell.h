/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-error-text.h"
#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_PAGE_SHELL (sme_page_shell_get_type ())
G_DECLARE_FINAL_TYPE (SmePageShell, sme_page_shell, SME, PAGE_SHELL, AdwBin)

/**
 * SmePageShell:
 *
 * The four faces every page has: loading, empty, error, content. Part of SmePage; nothing else
 * needs it.
 */
GtkWidget *sme_page_shell_new (void);

SmePageState sme_page_shell_get_state (SmePageShell *self);
void sme_page_shell_set_state (SmePageShell *self, SmePageState state);
GtkWidget *sme_page_shell_get_content (SmePageShell *self);
void sme_page_shell_set_content (SmePageShell *self, GtkWidget *content);
void sme_page_shell_set_empty (SmePageShell *self,
                               const char *icon_name,
                               const char *title,
                               const char *explanation);
void sme_page_shell_set_empty_action (SmePageShell *self, const char *label, const char *action);
void
sme_page_shell_set_empty_other_action (SmePageShell *self, const char *label, const char *action);
/* @explanation: plain text */
void sme_page_shell_set_error (SmePageShell *self,
                               const char *title,
                               const char *explanation,
                               SmeErrorOffer offers);

G_END_DECLS
