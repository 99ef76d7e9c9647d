/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-message-composer.h"

#include "app/lookup/sme-attachment-reader.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeMessageComposer
{
  AdwBin parent_instance;

  GtkTextView *text_view;
  GtkWidget *attach_button;
  GtkLabel *file_label;
  GtkWidget *file_box;

  SmeAttachment *attachment;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  gboolean ready;
};

enum
{
  SEND,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeMessageComposer, sme_message_composer, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (SmeMessageComposer *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

static char *
dup_text (SmeMessageComposer *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
  return g_strstrip (text);
}

static void
update_actions (SmeMessageComposer *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "composer.send",
                                 self->ready && text[0] != '\0');
}

static void
show_attachment (SmeMessageComposer *self, SmeAttachment *attachment)
{
  const char *name =
    attachment != NULL ? sme_record_get_text (SME_RECORD (attachment), "name") : NULL;

  g_set_object (&self->attachment, attachment);
  gtk_label_set_label (self->file_label, name != NULL ? name : "");
  gtk_widget_set_visible (self->file_box, name != NULL);
  gtk_widget_set_visible (self->attach_button, name == NULL);
}

static const char *
explain (const GError *error)
{
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_TOO_LARGE))
    return _ ("The file is too large: it may have 2 MB at most.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return _ ("Only PDF files and pictures (PNG, JPEG) can be sent.");
  return _ ("The file could not be read.");
}

static void
on_attached (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeMessageComposer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAttachment) attachment = sme_attachment_reader_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->text_view == NULL)
    return;
  if (attachment != NULL)
    show_attachment (self, attachment);
  g_signal_emit (self, signals[REFUSED], 0, error != NULL ? explain (error) : NULL);
}

void
sme_message_composer_attach (SmeMessageComposer *self, GFile *file)
{
  g_return_if_fail (SME_IS_MESSAGE_COMPOSER (self) && G_IS_FILE (file));
  sme_attachment_reader_async (file, self->cancellable, on_attached, g_object_ref (self));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, SmeMessageComposer *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sme_message_composer_attach (self, file);
}

static void
on_attach_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeMessageComposer *self = SME_MESSAGE_COMPOSER (widget);

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Choose the file to send"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The keyboard leaves the pressed button before it goes. */
static void
on_detach_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeMessageComposer *self = SME_MESSAGE_COMPOSER (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  show_attachment (self, NULL);
}

static void
on_send_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeMessageComposer *self = SME_MESSAGE_COMPOSER (widget);
  g_autoptr (SmeDossierMessageInput) input = sme_dossier_message_input_new ();
  g_autofree char *text = dup_text (self);

  sme_record_set_text (SME_RECORD (input), "text", text);
  if (self->attachment != NULL)
    sme_record_set_object (SME_RECORD (input), "attachment", self->attachment);
  g_signal_emit (self, signals[SEND], 0, input);
}

void
sme_message_composer_set_ready (SmeMessageComposer *self, gboolean ready)
{
  g_return_if_fail (SME_IS_MESSAGE_COMPOSER (self));
  if (self->text_view == NULL)
    return;
  self->ready = ready;
  gtk_text_view_set_editable (self->text_view, ready);
  update_actions (self);
}

void
sme_message_composer_clear (SmeMessageComposer *self)
{
  g_return_if_fail (SME_IS_MESSAGE_COMPOSER (self));
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  show_attachment (self, NULL);
}

static void
sme_message_composer_dispose (GObject *object)
{
  SmeMessageComposer *self = SME_MESSAGE_COMPOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->attachment);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_MESSAGE_COMPOSER);
  G_OBJECT_CLASS (sme_message_composer_parent_class)->dispose (object);
}

static void
sme_message_composer_class_init (SmeMessageComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_message_composer_dispose;
  signals[SEND] = g_signal_new ("send", SME_TYPE_MESSAGE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, SME_TYPE_DOSSIER_MESSAGE_INPUT);
  signals[REFUSED] = g_signal_new ("refused", SME_TYPE_MESSAGE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "composer.send", NULL, on_send_activated);
  gtk_widget_class_install_action (widget_class, "composer.attach", NULL, on_attach_activated);
  gtk_widget_class_install_action (widget_class, "composer.detach", NULL, on_detach_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-message-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeMessageComposer, text_view);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageComposer, attach_button);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageComposer, file_label);
  gtk_widget_class_bind_template_child (widget_class, SmeMessageComposer, file_box);
}

static void
sme_message_composer_init (SmeMessageComposer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->ready = TRUE;
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

GtkWidget *
sme_message_composer_new (void)
{
  return g_object_new (SME_TYPE_MESSAGE_COMPOSER, NULL);
}
