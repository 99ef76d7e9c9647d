/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a table of people is for, with the buttons "people.template" and "people.choose". */
GtkWidget *sme_people_head_new (void);

G_END_DECLS
