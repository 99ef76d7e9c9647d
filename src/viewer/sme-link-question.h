/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sme_link_is_allowed:
 *
 * Whether an address that a document leads to may be opened at all: web pages, mail and telephone.
 * Files, scripts and programs may not.
 */
gboolean sme_link_is_allowed (const char *uri);

/**
 * sme_link_describe:
 *
 * Returns: the address for a person to judge: its host in plain letters, so that none can pass for
 * another, and no character that changes how the rest is read.
 */
char *sme_link_describe (const char *uri);

/**
 * sme_link_question_new:
 * @parent: (nullable)
 *
 * A dialog that shows where a link leads and opens it only if the person says so. One that is not
 * allowed can only be looked at. Present it; it frees itself.
 */
GtkWidget *sme_link_question_new (GtkWindow *parent, const char *uri);

G_END_DECLS
