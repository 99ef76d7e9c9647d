/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-download-bar-private.h"

#include "app/lookup/sme-download.h"
#include "app/sme-error-text.h"
#include "app/sme-wrap-box.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeDownloadBar, sme_download_bar, ADW_TYPE_BIN)

static void
stop (SmeDownloadBar *self)
{
  self->busy = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->econtract);
  g_clear_pointer (&self->infos, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->order_number, g_free);
  sme_download_bar_update_offer (self);
}

static void
tell (SmeDownloadBar *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
tell_error (SmeDownloadBar *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (error->domain == SME_PROBLEM)
    text = sme_error_text_summarize (error);
  tell (self, text != NULL
                ? text
                : _ ("The documents could not all be saved there. Please choose another place."));
}

static void
tell_saved (SmeDownloadBar *self)
{
  guint n = self->infos->len;
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u document was saved", "%u documents were saved", n), n);

  tell (self, text);
}

static void
show_progress (SmeDownloadBar *self, guint done, guint total)
{
  g_autofree char *text = NULL;

  if (self->progress_bar == NULL)
    return;
  text = g_strdup_printf (_ ("Downloading %u of %u…"), MIN (done + 1, total), total);
  gtk_progress_bar_set_text (self->progress_bar, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
}

static void
on_progress (guint done, guint total, SmeDocumentInfo *saved, GBytes *bytes, gpointer data)
{
  SmeDownloadBar *self = data;

  sme_download_bar_note (self, done);
  show_progress (self, done, total);
  if (self->op == SME_OP_GET_DOCUMENT_CONTENT)
    g_signal_emit (self, signals[SAVED], 0, saved, bytes);
}

static void
on_downloaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDownloadBar) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sme_download_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->infos == NULL)
    return;
  if (good)
    tell_saved (self);
  else
    tell_error (self, error);
  stop (self);
}

static void
download (SmeDownloadBar *self)
{
  sme_download_bar_note (self, 0);
  show_progress (self, 0, self->infos->len);
  gtk_widget_set_visible (self->offer_box, FALSE);
  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  sme_download_async (self->econtract, self->op, self->infos, self->files, on_progress,
                      self->cancellable, on_downloaded, g_object_ref (self));
}

static void
on_replace_response (AdwMessageDialog *dialog, const char *response, SmeDownloadBar *self)
{
  if (!self->busy)
    return;
  if (g_str_equal (response, "replace"))
    download (self);
  else
    stop (self);
}

static void
ask_to_replace (SmeDownloadBar *self, GPtrArray *names)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Replace files?"), NULL);
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("The folder already has files of the same name: %s"), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "replace",
                                    _ ("Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_replace_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_existing_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDownloadBar) self = data;
  g_autoptr (GPtrArray) names = sme_download_find_existing_finish (result, NULL);

  /* NULL: it was stopped. */
  if (names == NULL || self->infos == NULL)
    return;
  if (names->len > 0)
    ask_to_replace (self, names);
  else
    download (self);
}

void
sme_download_bar_look_and_save (SmeDownloadBar *self)
{
  sme_download_find_existing_async (self->files, self->cancellable, on_existing_found,
                                    g_object_ref (self));
}

static void
save_in_folder (SmeDownloadBar *self, GFile *folder)
{
  for (guint i = 0; i < self->infos->len; i++)
    {
      g_autofree char *name = sme_download_make_name (g_ptr_array_index (self->infos, i),
                                                      self->order_number, i + 1, ".pdf");

      g_ptr_array_add (self->files, g_file_get_child (folder, name));
    }
  sme_download_bar_look_and_save (self);
}

static void
on_chosen (GtkNativeDialog *dialog, int response, SmeDownloadBar *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      stop (self);
      return;
    }
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (self->infos->len > 1)
    {
      save_in_folder (self, file);
      return;
    }
  /* The chooser has asked whether the file may be replaced. */
  g_ptr_array_add (self->files, g_steal_pointer (&file));
  download (self);
}

/* What came with a message has its own. */
static const char *
get_ending (SmeOperationId op)
{
  if (op == SME_OP_GET_MESSAGE_ATTACHMENT)
    return "";
  return op == SME_OP_GET_ARCHIVE ? ".zip" : ".pdf";
}

static void
ask_where (SmeDownloadBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean one = self->infos->len == 1;
  g_autofree char *name = NULL;

  self->chooser = gtk_file_chooser_native_new (
    one ? _ ("Save the document") : _ ("Choose a folder for the documents"), GTK_WINDOW (root),
    one ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  if (one)
    {
      name =
        sme_download_make_name (g_ptr_array_index (self->infos, 0), NULL, 0, get_ending (self->op));
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

gboolean
sme_download_bar_begin (SmeDownloadBar *self,
                        SmeEcontract *econtract,
                        GPtrArray *infos,
                        const char *order_number)
{
  if (self->busy || infos->len == 0)
    return FALSE;
  self->busy = TRUE;
  self->op = SME_OP_GET_DOCUMENT_CONTENT;
  self->econtract = g_object_ref (econtract);
  self->infos = g_ptr_array_ref (infos);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->order_number = g_strdup (order_number);
  self->cancellable = g_cancellable_new ();
  return TRUE;
}

gboolean
sme_download_bar_get_busy (SmeDownloadBar *self)
{
  g_return_val_if_fail (SME_IS_DOWNLOAD_BAR (self), FALSE);
  return self->busy;
}

void
sme_download_bar_start (SmeDownloadBar *self,
                        SmeEcontract *econtract,
                        GPtrArray *infos,
                        const char *order_number)
{
  g_return_if_fail (SME_IS_DOWNLOAD_BAR (self));
  if (sme_download_bar_begin (self, econtract, infos, order_number))
    ask_where (self);
}

void
sme_download_bar_start_in (SmeDownloadBar *self,
                           SmeEcontract *econtract,
                           GPtrArray *infos,
                           const char *order_number,
                           GFile *folder)
{
  g_return_if_fail (SME_IS_DOWNLOAD_BAR (self) && G_IS_FILE (folder));
  if (sme_download_bar_begin (self, econtract, infos, order_number))
    save_in_folder (self, folder);
}

/* Of one file that is no document. @sha256: (nullable) */
static gboolean
begin_one (SmeDownloadBar *self,
           SmeEcontract *econtract,
           SmeOperationId op,
           const char *id,
           const char *name,
           const char *sha256)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  SmeRecord *info = SME_RECORD (sme_document_info_new ());

  sme_record_set_text (info, "id", id);
  sme_record_set_text (info, "name", name);
  sme_record_set_text (info, "sha256", sha256);
  g_ptr_array_add (infos, info);
  if (!sme_download_bar_begin (self, econtract, infos, NULL))
    return FALSE;
  self->op = op;
  return TRUE;
}

void
sme_download_bar_start_attachment (SmeDownloadBar *self,
                                   SmeEcontract *econtract,
                                   SmeDossierMessage *message)
{
  SmeRecord *record = SME_RECORD (message);

  g_return_if_fail (SME_IS_DOWNLOAD_BAR (self) && SME_IS_DOSSIER_MESSAGE (message));
  if (begin_one (self, econtract, SME_OP_GET_MESSAGE_ATTACHMENT, sme_record_get_text (record, "id"),
                 sme_record_get_text (record, "attachment_name"),
                 sme_record_get_text (record, "attachment_sha256")))
    ask_where (self);
}

void
sme_download_bar_start_archive (SmeDownloadBar *self,
                                SmeEcontract *econtract,
                                const char *dossier_id,
                                const char *name)
{
  g_return_if_fail (SME_IS_DOWNLOAD_BAR (self) && dossier_id != NULL && name != NULL);
  if (begin_one (self, econtract, SME_OP_GET_ARCHIVE, dossier_id, name, NULL))
    ask_where (self);
}

void
sme_download_bar_start_archive_at (SmeDownloadBar *self,
                                   SmeEcontract *econtract,
                                   const char *dossier_id,
                                   GFile *file)
{
  g_return_if_fail (SME_IS_DOWNLOAD_BAR (self) && G_IS_FILE (file));
  if (!begin_one (self, econtract, SME_OP_GET_ARCHIVE, dossier_id, "", NULL))
    return;
  g_ptr_array_add (self->files, g_object_ref (file));
  download (self);
}

static void
on_cancel_clicked (SmeDownloadBar *self)
{
  sme_download_bar_drop_pending (self);
  stop (self);
}

static void
on_continue_clicked (SmeDownloadBar *self)
{
  sme_download_bar_go_on (self);
}

static void
sme_download_bar_dispose (GObject *object)
{
  SmeDownloadBar *self = SME_DOWNLOAD_BAR (object);

  sme_download_bar_set_pending (self, NULL, NULL, NULL);
  stop (self);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_DOWNLOAD_BAR);
  G_OBJECT_CLASS (sme_download_bar_parent_class)->dispose (object);
}

static void
sme_download_bar_class_init (SmeDownloadBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_download_bar_dispose;
  signals[SAVED] = g_signal_new ("saved", SME_TYPE_DOWNLOAD_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, SME_TYPE_DOCUMENT_INFO, G_TYPE_BYTES);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-download-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDownloadBar, progress_box);
  gtk_widget_class_bind_template_child (widget_class, SmeDownloadBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SmeDownloadBar, offer_box);
  gtk_widget_class_bind_template_child (widget_class, SmeDownloadBar, offer_label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_continue_clicked);
}

static void
sme_download_bar_init (SmeDownloadBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_download_bar_new (void)
{
  return g_object_new (SME_TYPE_DOWNLOAD_BAR, NULL);
}
