/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-document-info.h"
#include "core/sme-dossier.h"

G_BEGIN_DECLS

#define SME_TYPE_LOOKUP_SHELF (sme_lookup_shelf_get_type ())
G_DECLARE_FINAL_TYPE (SmeLookupShelf, sme_lookup_shelf, SME, LOOKUP_SHELF, GObject)

/**
 * SmeLookupShelf:
 *
 * Documents of eContract that were opened or downloaded, kept in the vault (sealed, under a key of
 * the keyring) to be read without a connection and without signing in. Nothing is kept unless the
 * person had this computer remember the sign-in: who may sign in by it may read what it showed.
 *
 * One per context and, as what is remembered, for the server and the account that are in use.
 */
SmeLookupShelf *sme_lookup_shelf_get (SmeContext *context); /* (transfer none) */

/* (transfer none): of #SmeDossier, each with the documents that are kept only; live. */
GListModel *sme_lookup_shelf_get_dossiers (SmeLookupShelf *self);
/* A document that is kept; NULL if it is not, or nothing was loaded yet. (transfer none) */
SmeDocumentInfo *sme_lookup_shelf_find (SmeLookupShelf *self, const char *document_id);

/* Whether what is there is known. */
gboolean sme_lookup_shelf_get_loaded (SmeLookupShelf *self);
/* Reads what is there; at once when that was done. */
void sme_lookup_shelf_load_async (SmeLookupShelf *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean sme_lookup_shelf_load_finish (SmeLookupShelf *self, GAsyncResult *result, GError **error);

/* @bytes: the file of @info, checked already. */
void sme_lookup_shelf_keep (SmeLookupShelf *self,
                            SmeDossier *dossier,
                            SmeDocumentInfo *info,
                            GBytes *bytes);

/* The file, which has the hash that @info says; else %SME_PROBLEM_DOCUMENT_CHANGED, or NOT_FOUND.
 */
void sme_lookup_shelf_read_async (SmeLookupShelf *self,
                                  SmeDocumentInfo *info,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GBytes *sme_lookup_shelf_read_finish (SmeLookupShelf *self, GAsyncResult *result, GError **error);

/* All of it, also what is being kept now. */
void sme_lookup_shelf_forget (SmeLookupShelf *self);

G_END_DECLS
