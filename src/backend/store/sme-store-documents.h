/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-dossiers.h"

G_BEGIN_DECLS

/**
 * SmeNewDocument:
 *
 * A document as it was drawn, with the empty signature field where there is one to sign.
 */
typedef struct
{
  SmeDocumentKind kind;
  const char *name;
  const char *template;
  GBytes *content;
} SmeNewDocument;

gboolean sme_store_insert_document (SmeCall *call,
                                    const char *dossier_id,
                                    guint position,
                                    const SmeNewDocument *document,
                                    GError **error);
guint sme_store_count_documents (SmeCall *call, const char *dossier_id, GError **error);

/* @id is a document's; NULL with NOT_FOUND when the caller may not see it. */
GBytes *sme_store_read_document (SmeCall *call, const char *id, char **sha256, GError **error);
/* Replaces the bytes of a document by a signed version, once. */
gboolean
sme_store_complete_document (SmeCall *call, const char *id, GBytes *content, GError **error);

G_END_DECLS
