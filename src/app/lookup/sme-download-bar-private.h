/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SmeDownloadBar share. */
#pragma once

#include "app/lookup/sme-download-bar.h"

G_BEGIN_DECLS

struct _SmeDownloadBar
{
  AdwBin parent_instance;

  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkWidget *offer_box;
  GtkLabel *offer_label;

  GtkFileChooserNative *chooser;
  SmeEcontract *econtract;
  SmeOperationId op;
  GPtrArray *infos;
  GPtrArray *files;
  char *order_number;
  GCancellable *cancellable;
  gboolean busy;

  SmePendingDownloads *pending; /* with those two, or all NULL */
  SmeEcontract *pending_econtract;
  SmeDossier *pending_dossier;
};

/* Everything but where to; FALSE while it is busy. */
gboolean sme_download_bar_begin (SmeDownloadBar *self,
                                 SmeEcontract *econtract,
                                 GPtrArray *infos,
                                 const char *order_number);
/* To its files; asks first where something lies already. */
void sme_download_bar_look_and_save (SmeDownloadBar *self);

/* What is under way, of which @done are saved. */
void sme_download_bar_note (SmeDownloadBar *self, guint done);
void sme_download_bar_drop_pending (SmeDownloadBar *self);
void sme_download_bar_update_offer (SmeDownloadBar *self);
void sme_download_bar_go_on (SmeDownloadBar *self);

G_END_DECLS
