/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was interrupted, and is offered again. */
#include "config.h"

#include "app/lookup/sme-download-bar-private.h"

#include <glib/gi18n.h>

static const char *
get_dossier_id (SmeDownloadBar *self)
{
  return sme_record_get_text (SME_RECORD (self->pending_dossier), "id");
}

void
sme_download_bar_note (SmeDownloadBar *self, guint done)
{
  if (self->pending != NULL)
    sme_pending_downloads_note (self->pending, get_dossier_id (self), self->op, self->infos,
                                self->files, done);
}

/* What is left, unless something is under way already. */
static gboolean
find_pending (SmeDownloadBar *self, SmeOperationId *op, GPtrArray **infos, GPtrArray **files)
{
  return self->pending != NULL && !self->busy &&
         sme_pending_downloads_find (self->pending, self->pending_dossier, op, infos, files);
}

void
sme_download_bar_update_offer (SmeDownloadBar *self)
{
  g_autoptr (GPtrArray) infos = NULL, files = NULL;
  g_autofree char *text = NULL;
  SmeOperationId op;
  gboolean offered;

  if (self->offer_box == NULL || self->busy)
    return;
  offered = find_pending (self, &op, &infos, &files);
  if (offered)
    text = g_strdup_printf (ngettext ("A download was interrupted: %u document is not saved yet.",
                                      "A download was interrupted: %u documents are not saved yet.",
                                      infos->len),
                            infos->len);
  gtk_label_set_label (self->offer_label, offered ? text : "");
  gtk_widget_set_visible (self->offer_box, offered);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), offered);
}

void
sme_download_bar_drop_pending (SmeDownloadBar *self)
{
  if (self->pending != NULL)
    sme_pending_downloads_drop (self->pending, get_dossier_id (self));
}

/* What lies there under these names may be another's by now, so it is asked as at the first time.
 */
void
sme_download_bar_go_on (SmeDownloadBar *self)
{
  g_autoptr (GPtrArray) infos = NULL, files = NULL;
  SmeOperationId op;

  if (!find_pending (self, &op, &infos, &files) ||
      !sme_download_bar_begin (self, self->pending_econtract, infos, NULL))
    return;
  self->op = op;
  g_ptr_array_extend (self->files, files, (GCopyFunc) g_object_ref, NULL);
  sme_download_bar_look_and_save (self);
}

void
sme_download_bar_set_pending (SmeDownloadBar *self,
                              SmePendingDownloads *pending,
                              SmeEcontract *econtract,
                              SmeDossier *dossier)
{
  g_return_if_fail (SME_IS_DOWNLOAD_BAR (self));
  if (self->pending != NULL)
    g_signal_handlers_disconnect_by_func (self->pending, sme_download_bar_update_offer, self);
  if (dossier == NULL)
    {
      pending = NULL;
      econtract = NULL;
    }
  g_set_object (&self->pending, pending);
  g_set_object (&self->pending_econtract, econtract);
  g_set_object (&self->pending_dossier, dossier);
  if (self->pending != NULL)
    g_signal_connect_object (self->pending, "changed", G_CALLBACK (sme_download_bar_update_offer),
                             self, G_CONNECT_SWAPPED);
  sme_download_bar_update_offer (self);
}
