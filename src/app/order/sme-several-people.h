/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The way from a declaration to a table of people: a business fills in once what is the same for
 * all of them. @order_id: of the order that is declared. */
GtkWidget *sme_several_people_new (const char *order_id);

G_END_DECLS
