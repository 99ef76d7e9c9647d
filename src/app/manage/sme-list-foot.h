/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-remote-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_LIST_FOOT (sme_list_foot_get_type ())
G_DECLARE_FINAL_TYPE (SmeListFoot, sme_list_foot, SME, LIST_FOOT, AdwBin)

/**
 * SmeListFoot:
 *
 * What stands below a list that comes in parts: how much of it is shown, and "Show more" while
 * there is more.
 */
GtkWidget *sme_list_foot_new (void);

/* Holds @list; NULL lets it go. */
void sme_list_foot_set_list (SmeListFoot *self, SmeRemoteList *list);

G_END_DECLS
