/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SIDEBAR (sme_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SmeSidebar, sme_sidebar, SME, SIDEBAR, AdwBin)

/**
 * SmeSidebar:
 *
 * The sections of the shop, and at the foot who is signed in or the way to become so. Choosing a
 * section activates "win.open" with its route; which one is marked follows the page in front.
 */
GtkWidget *sme_sidebar_new (void);

void sme_sidebar_set_context (SmeSidebar *self, SmeContext *context);

/* Marks the section of a page ("orders"); NULL marks none. */
void sme_sidebar_set_section (SmeSidebar *self, const char *section);
/* Of the row that is marked; NULL if none is. */
const char *sme_sidebar_get_section (SmeSidebar *self);

/* A number on a section, for what waits there; 0 takes it away. @meaning is read aloud. */
void
sme_sidebar_set_badge (SmeSidebar *self, const char *section, guint number, const char *meaning);

G_END_DECLS
