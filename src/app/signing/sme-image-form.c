/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-image-form.h"

#include "app/form/sme-reason-text.h"
#include "app/signing/sme-image-reader.h"
#include "app/signing/sme-signature-view.h"

#include <glib/gi18n.h>

static const char *const mime_types[] = { "image/png", "image/jpeg", NULL };

struct _SmeImageForm
{
  AdwBin parent_instance;

  GtkWidget *choose;
  GtkSpinner *spinner;
  GtkLabel *refusal;
  SmeSignatureView *preview;
  GtkWidget *adjustments;
  GtkAdjustment *adjustment;

  SmeInkScan *scan; /* of the picture that was chosen; NULL: of one from before */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable; /* of what is read or cleaned at present; NULL: nothing is */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeImageForm, sme_image_form, ADW_TYPE_BIN)

static void
show (SmeImageForm *self, SmeInkImage *image)
{
  sme_signature_view_set_image (self->preview, image);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
    image != NULL ? _ ("The signature as it will appear") : _ ("There is no picture yet"), -1);
  gtk_widget_set_visible (self->adjustments, self->scan != NULL);
}

/* What is under way is for nothing: something newer is. (transfer full) */
static GCancellable *
supersede (SmeImageForm *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return g_object_ref (self->cancellable);
}

static void
set_busy (SmeImageForm *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
settle (SmeImageForm *self)
{
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
}

/* What was superseded says nothing; what is left of a form that is gone, neither. */
static gboolean
is_late (SmeImageForm *self, const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->preview == NULL;
}

static void
on_extracted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeImageForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeInkImage) image = sme_image_reader_extract_finish (result, &error);

  if (is_late (self, error))
    return;
  settle (self);
  show (self, image);
  sme_image_form_refuse (self, error != NULL ? sme_image_reader_reason_code (error) : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
extract (SmeImageForm *self)
{
  g_autoptr (GCancellable) cancellable = supersede (self);

  sme_image_reader_extract_async (self->scan, gtk_adjustment_get_value (self->adjustment) / 100,
                                  cancellable, on_extracted, g_object_ref (self));
}

static void
on_strength_changed (SmeImageForm *self)
{
  if (self->scan != NULL)
    extract (self);
}

/* A picture that cannot be read leaves the one that is there. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeImageForm) self = user_data;
  g_autoptr (GError) error = NULL;
  SmeInkScan *scan = sme_image_reader_read_finish (result, &error);

  if (is_late (self, error))
    {
      g_clear_pointer (&scan, sme_ink_scan_unref);
      return;
    }
  if (scan == NULL)
    {
      settle (self);
      sme_image_form_refuse (self, sme_image_reader_reason_code (error));
      return;
    }
  g_clear_pointer (&self->scan, sme_ink_scan_unref);
  self->scan = scan;
  extract (self);
}

void
sme_image_form_open (SmeImageForm *self, GFile *file)
{
  g_autoptr (GCancellable) cancellable = NULL;

  g_return_if_fail (SME_IS_IMAGE_FORM (self) && G_IS_FILE (file));

  cancellable = supersede (self);
  set_busy (self, TRUE);
  sme_image_reader_read_file_async (file, cancellable, on_read, g_object_ref (self));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, SmeImageForm *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sme_image_form_open (self, file);
}

static void
on_choose_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeImageForm *self = SME_IMAGE_FORM (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a picture of your signature"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _ ("Pictures (PNG, JPEG)"));
  for (guint i = 0; mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, mime_types[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeImageForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GCancellable) cancellable = NULL;

  if (is_late (self, error))
    return;
  if (stream == NULL)
    {
      settle (self);
      sme_image_form_refuse (self, "image-type");
      return;
    }
  cancellable = supersede (self);
  sme_image_reader_read_async (stream, cancellable, on_read, g_object_ref (self));
}

static void
on_paste_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeImageForm *self = SME_IMAGE_FORM (widget);
  g_autoptr (GCancellable) cancellable = supersede (self);

  set_busy (self, TRUE);
  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), (const char **) mime_types,
                            G_PRIORITY_DEFAULT, cancellable, on_pasted, g_object_ref (self));
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, SmeImageForm *self)
{
  GFile *file = g_value_get_object (value);

  if (file != NULL)
    sme_image_form_open (self, file);
  return file != NULL;
}

static void
sme_image_form_dispose (GObject *object)
{
  SmeImageForm *self = SME_IMAGE_FORM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->scan, sme_ink_scan_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_IMAGE_FORM);
  G_OBJECT_CLASS (sme_image_form_parent_class)->dispose (object);
}

static void
sme_image_form_class_init (SmeImageFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_image_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", SME_TYPE_IMAGE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (SME_TYPE_SIGNATURE_VIEW);
  gtk_widget_class_install_action (widget_class, "picture.choose", NULL, on_choose_activated);
  gtk_widget_class_install_action (widget_class, "picture.paste", NULL, on_paste_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "picture.paste",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-image-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeImageForm, choose);
  gtk_widget_class_bind_template_child (widget_class, SmeImageForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, SmeImageForm, refusal);
  gtk_widget_class_bind_template_child (widget_class, SmeImageForm, preview);
  gtk_widget_class_bind_template_child (widget_class, SmeImageForm, adjustments);
  gtk_widget_class_bind_template_child (widget_class, SmeImageForm, adjustment);
  gtk_widget_class_bind_template_callback (widget_class, on_strength_changed);
}

static void
sme_image_form_init (SmeImageForm *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
sme_image_form_new (void)
{
  return g_object_new (SME_TYPE_IMAGE_FORM, NULL);
}

SmeInkImage *
sme_image_form_get_image (SmeImageForm *self)
{
  g_return_val_if_fail (SME_IS_IMAGE_FORM (self), NULL);
  return self->preview != NULL ? sme_signature_view_get_image (self->preview) : NULL;
}

void
sme_image_form_preset (SmeImageForm *self, SmeInkImage *image)
{
  g_return_if_fail (SME_IS_IMAGE_FORM (self));

  if (self->scan == NULL && sme_image_form_get_image (self) == NULL)
    show (self, image);
}

void
sme_image_form_refuse (SmeImageForm *self, const char *code)
{
  g_return_if_fail (SME_IS_IMAGE_FORM (self));

  gtk_label_set_label (self->refusal, code != NULL ? sme_reason_text (code) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), code != NULL);
}

void
sme_image_form_focus (SmeImageForm *self)
{
  g_return_if_fail (SME_IS_IMAGE_FORM (self));
  gtk_widget_grab_focus (self->choose);
}
