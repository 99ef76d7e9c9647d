/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a screen reader is to say by itself. GTK can tell it from 4.14 on (gtk_accessible_announce);
 * before, the only change that it tells of and that screen readers speak is that of the description
 * of the widget with the focus. So a message is put there, before the widget's own description,
 * until the focus leaves.
 */

/**
 * sme_announcement_describe: gives @widget its own description, "" for none. Widgets that may have
 * the focus when something is said, and that have a description, get it here.
 */
void sme_announcement_describe (GtkWidget *widget, const char *description);

/**
 * sme_announcement_say: has "@name: @text" said as soon as the focus is where it goes now; of what
 * comes together only how much it is. Nothing is said of what is not shown.
 * @about: whose message it is, @name: what it is called
 */
void sme_announcement_say (GtkWidget *about, const char *name, const char *text);

G_END_DECLS
