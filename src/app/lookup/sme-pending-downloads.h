/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lookup/sme-lookup-shelf.h"
#include "core/sme-operations.h"

G_BEGIN_DECLS

#define SME_TYPE_PENDING_DOWNLOADS (sme_pending_downloads_get_type ())
G_DECLARE_FINAL_TYPE (SmePendingDownloads, sme_pending_downloads, SME, PENDING_DOWNLOADS, GObject)

/**
 * SmePendingDownloads:
 *
 * What of the downloads of a dossier is not saved yet, and where it was to go, so that one which
 * the network or the end of the program interrupted is offered again. One download for each
 * dossier; in the vault, so encrypted, or in memory where there is none. Only names are kept, no
 * part of a file: see docs/client.md.
 *
 * One per context, of the server and the account in use. Signal "changed": some more, or some less.
 */
SmePendingDownloads *sme_pending_downloads_get (SmeContext *context); /* (transfer none) */

/* Reads what is there, once; "changed" says when. */
void sme_pending_downloads_load (SmePendingDownloads *self);

/**
 * sme_pending_downloads_note:
 * @op: a document's content, or the archive of the dossier; of others nothing is noted
 * @done: how many of them, the first, are saved; all of them ends it
 */
void sme_pending_downloads_note (SmePendingDownloads *self,
                                 const char *dossier_id,
                                 SmeOperationId op,
                                 GPtrArray *infos,
                                 GPtrArray *files,
                                 guint done);
void sme_pending_downloads_drop (SmePendingDownloads *self, const char *dossier_id);
void sme_pending_downloads_drop_all (SmePendingDownloads *self);

/* A dossier with a download, or NULL. (transfer none) */
const char *sme_pending_downloads_get_first (SmePendingDownloads *self);

/**
 * sme_pending_downloads_find:
 * @infos: (out) (transfer full) (element-type SmeDocumentInfo): what is left, as @dossier has it
 * now
 * @files: (out) (transfer full) (element-type GFile)
 *
 * Returns: whether there is anything
 */
gboolean sme_pending_downloads_find (SmePendingDownloads *self,
                                     SmeDossier *dossier,
                                     SmeOperationId *op,
                                     GPtrArray **infos,
                                     GPtrArray **files);

G_END_DECLS
