/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

#define SME_TYPE_DIVISION_BOOK (sme_division_book_get_type ())
G_DECLARE_FINAL_TYPE (SmeDivisionBook, sme_division_book, SME, DIVISION_BOOK, GObject)

/**
 * SmeDivisionBook:
 *
 * The administrative divisions as the server has them, kept in memory and, with the day of their
 * facts, in the cache directory: read again only when the server says that they are of another day,
 * and still there when it can't be reached. Nothing in it is personal.
 */

/* The one of @caller, which owns it. Borrowed. */
SmeDivisionBook *sme_division_book_of (SmeCaller *caller);

/* @parent: (nullable): NULL lists the provinces */
void sme_division_book_list_async (SmeDivisionBook *self,
                                   SmeEdition edition,
                                   const char *parent,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) (element-type SmeDivision) */
GListModel *
sme_division_book_list_finish (SmeDivisionBook *self, GAsyncResult *result, GError **error);

G_END_DECLS
