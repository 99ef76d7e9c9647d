/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"
#include "core/sme-document-info.h"
#include "core/sme-dossier.h"

G_BEGIN_DECLS

/**
 * SmeShownDocument:
 * @info: what the dossier said about the document when it was fetched
 * @bytes: the file, whose SHA-256 is the one in @info
 *
 * A document as a person sees it. What is signed is what was shown, so the hash that goes with the
 * OTP comes from here and not from a newer dossier.
 */
typedef struct
{
  SmeDocumentInfo *info;
  GBytes *bytes;
} SmeShownDocument;

void sme_shown_document_free (SmeShownDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeShownDocument, sme_shown_document_free)

const char *sme_shown_document_get_id (SmeShownDocument *self);
const char *sme_shown_document_get_sha256 (SmeShownDocument *self);
const char *sme_shown_document_get_name (SmeShownDocument *self);
/* Whether it is the one that is signed and sealed; the other ones (terms) are only attached. */
gboolean sme_shown_document_is_contract (SmeShownDocument *self);

/**
 * sme_shown_documents_fetch_async:
 *
 * Fetches every document of @dossier, one after the other, and checks each against its hash.
 * Errors: those of sme_econtract_get_document_async().
 */
void sme_shown_documents_fetch_async (SmeEcontract *econtract,
                                      SmeDossier *dossier,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Returns: (transfer full) (element-type SmeShownDocument): in the dossier's order */
GPtrArray *sme_shown_documents_fetch_finish (GAsyncResult *result, GError **error);

/* The contract among @documents (nullable), or NULL. */
SmeShownDocument *sme_shown_documents_find_contract (GPtrArray *documents);

G_END_DECLS
