/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-like-button.h"

#include "app/catalog/sme-service-text.h"
#include "app/sme-error-text.h"

struct _SmeLikeButton
{
  GtkToggleButton parent_instance;

  GtkImage *image;
  GtkLabel *label;

  SmeCaller *caller;
  SmeService *service;
  GCancellable *cancellable; /* ends with the button */
  gboolean signed_in;
  gboolean wished;  /* as soon as somebody is signed in */
  gboolean showing; /* the button is being set from the record */
  gboolean sending; /* what is pressed meanwhile does not count */
};

static guint signal_sign_in;

G_DEFINE_FINAL_TYPE (SmeLikeButton, sme_like_button, GTK_TYPE_TOGGLE_BUTTON)

static gboolean
is_liked (SmeLikeButton *self)
{
  return sme_record_get_int (SME_RECORD (self->service), "liked") != 0;
}

static void
show_like (SmeLikeButton *self)
{
  g_autofree char *text = sme_service_text_likes (self->service);

  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), is_liked (self));
  self->showing = FALSE;
  gtk_image_set_from_icon_name (self->image,
                                is_liked (self) ? "onesme-liked-symbolic" : "onesme-like-symbolic");
  gtk_label_set_label (self->label, text);
}

static void
set_liked (SmeLikeButton *self, gboolean liked)
{
  SmeRecord *record = SME_RECORD (self->service);
  gint64 likes = sme_record_get_int (record, "likes");

  if (is_liked (self) == liked)
    return;
  sme_record_set_int (record, "liked", liked);
  sme_record_set_int (record, "likes", MAX (0, likes + (liked ? 1 : -1)));
  show_like (self);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeLikeButton) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  self->sending = FALSE;
  if (sme_caller_void_finish (SME_CALLER (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_liked (self, !is_liked (self));
  text = sme_error_text_summarize (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
send_like (SmeLikeButton *self, gboolean liked)
{
  set_liked (self, liked);
  self->sending = TRUE;
  sme_caller_send_async (self->caller, liked ? SME_OP_LIKE_SERVICE : SME_OP_UNLIKE_SERVICE,
                         sme_record_get_text (SME_RECORD (self->service), "id"), NULL, NULL,
                         self->cancellable, on_sent, g_object_ref (self));
}

static void
sme_like_button_toggled (GtkToggleButton *button)
{
  SmeLikeButton *self = SME_LIKE_BUTTON (button);

  if (self->showing || self->service == NULL)
    return;
  if (self->signed_in && !self->sending)
    {
      send_like (self, gtk_toggle_button_get_active (button));
      return;
    }
  show_like (self);
  if (self->signed_in)
    return;
  self->wished = TRUE;
  g_signal_emit (self, signal_sign_in, 0);
}

static void
sme_like_button_dispose (GObject *object)
{
  SmeLikeButton *self = SME_LIKE_BUTTON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->caller);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (sme_like_button_parent_class)->dispose (object);
}

static void
sme_like_button_class_init (SmeLikeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_like_button_dispose;
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = sme_like_button_toggled;
  signal_sign_in = g_signal_new ("sign-in", SME_TYPE_LIKE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sme_like_button_init (SmeLikeButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cancellable = g_cancellable_new ();
  self->image =
    g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "sme-numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->image));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
}

GtkWidget *
sme_like_button_new (void)
{
  return g_object_new (SME_TYPE_LIKE_BUTTON, NULL);
}

void
sme_like_button_set_service (SmeLikeButton *self,
                             SmeCaller *caller,
                             SmeService *service,
                             gboolean signed_in)
{
  gboolean wished = self->wished && signed_in;

  g_set_object (&self->caller, caller);
  g_set_object (&self->service, service);
  self->signed_in = signed_in;
  self->wished = FALSE;
  show_like (self);
  /* It may have been done long ago. */
  if (wished && !self->sending && !is_liked (self))
    send_like (self, TRUE);
}

void
sme_like_button_forget_wish (SmeLikeButton *self)
{
  self->wished = FALSE;
}
