/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the page of @route. */
typedef void (*SmeLinkShow) (const char *route, gpointer data);

#define SME_TYPE_LINK_OPENER (sme_link_opener_get_type ())
G_DECLARE_FINAL_TYPE (SmeLinkOpener, sme_link_opener, SME, LINK_OPENER, GObject)

/**
 * SmeLinkOpener:
 *
 * What a window does with links from outside (docs/links.md): it refuses in words what is not
 * taken, and while a question is open it waits for the answer; of several links the last one
 * counts. What it says goes to the window's "win.toast".
 */
/* @window: owns it and outlives it */
SmeLinkOpener *sme_link_opener_new (GtkWindow *window, SmeLinkShow show, gpointer data);

void sme_link_opener_open (SmeLinkOpener *self, const char *uri);

G_END_DECLS
