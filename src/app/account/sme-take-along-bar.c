/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-take-along-bar.h"

#include "app/account/sme-take-along.h"
#include "app/sme-error-text.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeTakeAlongBar
{
  AdwBin parent_instance;

  GtkProgressBar *progress_bar;

  GtkFileChooserNative *chooser;
  SmeCaller *caller;
  GCancellable *cancellable; /* while it is under way */
};

G_DEFINE_FINAL_TYPE (SmeTakeAlongBar, sme_take_along_bar, ADW_TYPE_BIN)

static void
stop (SmeTakeAlongBar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
close_chooser (SmeTakeAlongBar *self)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
}

static void
tell (SmeTakeAlongBar *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
tell_error (SmeTakeAlongBar *self, const GError *error)
{
  g_autofree char *text = error->domain == SME_PROBLEM ? sme_error_text_summarize (error) : NULL;

  tell (self, text != NULL
                ? text
                : _ ("Your data could not all be saved there. Please choose another place."));
}

static void
show_progress (guint done, guint total, gpointer data)
{
  SmeTakeAlongBar *self = data;
  g_autofree char *text = NULL;

  if (self->progress_bar == NULL)
    return;
  text = g_strdup_printf (_ ("Downloading %u of %u…"), MIN (done + 1, total), total);
  gtk_progress_bar_set_text (self->progress_bar, text);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeTakeAlongBar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = sme_take_along_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL)
    return;
  if (folder == NULL)
    tell_error (self, error);
  else
    {
      name = g_file_get_basename (folder);
      /* Translators: %s is the name of a folder. */
      text = g_strdup_printf (_ ("Your data are saved in the folder “%s”"), name);
      tell (self, text);
    }
  stop (self);
}

void
sme_take_along_bar_start_in (SmeTakeAlongBar *self, SmeCaller *caller, GFile *parent)
{
  g_return_if_fail (SME_IS_TAKE_ALONG_BAR (self) && G_IS_FILE (parent));
  if (self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  show_progress (0, 1, self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  sme_take_along_async (caller, parent, show_progress, self->cancellable, on_done,
                        g_object_ref (self));
}

static void
on_chosen (GtkNativeDialog *chooser, int response, SmeTakeAlongBar *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  close_chooser (self);
  if (folder != NULL)
    sme_take_along_bar_start_in (self, self->caller, folder);
}

void
sme_take_along_bar_start (SmeTakeAlongBar *self, SmeCaller *caller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (SME_IS_TAKE_ALONG_BAR (self));
  if (self->cancellable != NULL || self->chooser != NULL)
    return;
  g_set_object (&self->caller, caller);
  self->chooser =
    gtk_file_chooser_native_new (_ ("Choose where to save your data"), GTK_WINDOW (root),
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_cancel_clicked (SmeTakeAlongBar *self)
{
  stop (self);
}

static void
sme_take_along_bar_dispose (GObject *object)
{
  SmeTakeAlongBar *self = SME_TAKE_ALONG_BAR (object);

  stop (self);
  close_chooser (self);
  g_clear_object (&self->caller);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_TAKE_ALONG_BAR);
  G_OBJECT_CLASS (sme_take_along_bar_parent_class)->dispose (object);
}

static void
sme_take_along_bar_class_init (SmeTakeAlongBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_take_along_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-take-along-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeTakeAlongBar, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
sme_take_along_bar_init (SmeTakeAlongBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
