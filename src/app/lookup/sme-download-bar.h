/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/lookup/sme-pending-downloads.h"
#include "client/sme-econtract.h"
#include "core/sme-dossier-message.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DOWNLOAD_BAR (sme_download_bar_get_type ())
G_DECLARE_FINAL_TYPE (SmeDownloadBar, sme_download_bar, SME, DOWNLOAD_BAR, AdwBin)

/**
 * SmeDownloadBar:
 *
 * Saves documents where the person says, and shows how far it is, with a button that stops it.
 * Hidden while there is nothing to do. Nothing is replaced without asking. One that was
 * interrupted, also by the end of the program, is offered again (sme_download_bar_set_pending()).
 *
 * While it asks or saves (busy) another start does nothing.
 *
 * Signal `saved (SmeDocumentInfo *info, GBytes *bytes)`: a document of a dossier.
 */
GtkWidget *sme_download_bar_new (void);

gboolean sme_download_bar_get_busy (SmeDownloadBar *self);

/* From now on notes in @pending what of @dossier is under way, and offers what is left of it.
 * @dossier: (nullable): none any more */
void sme_download_bar_set_pending (SmeDownloadBar *self,
                                   SmePendingDownloads *pending,
                                   SmeEcontract *econtract,
                                   SmeDossier *dossier);

/* Asks where to: a file for one document, a folder for several. @infos: (element-type
 * SmeDocumentInfo), not empty. */
void sme_download_bar_start (SmeDownloadBar *self,
                             SmeEcontract *econtract,
                             GPtrArray *infos,
                             const char *order_number);

/* The same with the folder already chosen. */
void sme_download_bar_start_in (SmeDownloadBar *self,
                                SmeEcontract *econtract,
                                GPtrArray *infos,
                                const char *order_number,
                                GFile *folder);

/* Asks where to, then saves everything of a dossier in one file (zip). */
void sme_download_bar_start_archive (SmeDownloadBar *self,
                                     SmeEcontract *econtract,
                                     const char *dossier_id,
                                     const char *name);
/* Asks where to, then saves the file that came with @message. */
void sme_download_bar_start_attachment (SmeDownloadBar *self,
                                        SmeEcontract *econtract,
                                        SmeDossierMessage *message);
/* As the archive, with the file already chosen. */
void sme_download_bar_start_archive_at (SmeDownloadBar *self,
                                        SmeEcontract *econtract,
                                        const char *dossier_id,
                                        GFile *file);

G_END_DECLS
