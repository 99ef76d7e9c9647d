/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_WINDOW (sme_window_get_type ())
G_DECLARE_FINAL_TYPE (SmeWindow, sme_window, SME, WINDOW, AdwApplicationWindow)

/**
 * SmeWindow:
 *
 * The one window: a sidebar that folds away, a header bar, and the stack of pages.
 *
 * Actions: "win.open" (s route), "win.replace" (s route), "win.back", "win.home",
 * "win.buy" ((ssi): service, plan, months), "win.sign-in-here", "win.sign-out", "win.switch-to" (s
 * account id), "win.use-account" ((sas): account id, "" for nobody's; routes to open then),
 * "win.add-account", "win.toast" (s), "win.toast-kept" (s; it stays until it is
 * dismissed), "win.search", "win.show-sidebar", "win.reload", "win.preferences", "win.about".
 *
 * Signal "retry-connection": "Try again" was pressed where sme_window_show_problem() shows why no
 * page can be shown.
 */
SmeWindow *sme_window_new (GtkApplication *application, SmeContext *context);

/* Says so in a toast when @route leads nowhere. */
void sme_window_open (SmeWindow *self, const char *route);
void sme_window_toast (SmeWindow *self, const char *text);
/* A link from outside: nothing that is open goes away, an open dialog is waited for, and what is
 * refused is refused in words. */
void sme_window_open_link (SmeWindow *self, const char *uri);
/* Instead of the pages, until it is called with %NULL; then the page in front loads again. */
void sme_window_show_problem (SmeWindow *self, const GError *problem);
SmePage *sme_window_get_page (SmeWindow *self);

G_END_DECLS
