/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

G_BEGIN_DECLS

/**
 * SmeStandIns: one tiny picture per page, drawn while nothing else is to be drawn, so that a page
 * that is flung past is never blank. All of them together take a few megabytes at most, however
 * many pages there are.
 */
typedef struct _SmeStandIns SmeStandIns;

/** SmeStandInsFunc: the stand-in of @page has come. */
typedef void (*SmeStandInsFunc) (guint page, gpointer user_data);

SmeStandIns *sme_stand_ins_new (SmeDocument *document,
                                const SmePageLook *look,
                                SmeStandInsFunc landed,
                                gpointer user_data);
void sme_stand_ins_free (SmeStandIns *self);

/** Makes stand-ins near @page next, and goes on until there are enough on both sides. */
void sme_stand_ins_fill_around (SmeStandIns *self, guint page);

/** Returns: (transfer none) (nullable): the picture of the whole page. */
GdkTexture *sme_stand_ins_get (SmeStandIns *self, guint page);

/** The longer side of a stand-in in a document of @n_pages, in pixels. */
int sme_stand_ins_get_side (guint n_pages);

G_END_DECLS
