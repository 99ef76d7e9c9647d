/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-saved-offer.h"

#include "app/signing/sme-signature-pad.h"
#include "app/signing/sme-signature-record.h"
#include "app/signing/sme-signature-view.h"
#include "ink/sme-ink-typed.h"

#include <glib/gi18n.h>

struct _SmeSavedOffer
{
  AdwBin parent_instance;

  GtkWidget *use_button;
  GtkLabel *answer_label;
  GtkCheckButton *keep_check;
  GtkWidget *keep_box;

  SmeSavedSignature *saved;
  GCancellable *cancellable;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeSavedOffer, sme_saved_offer, ADW_TYPE_BIN)

static void
answer (SmeSavedOffer *self, const char *text)
{
  gtk_label_set_label (self->answer_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), text != NULL);
}

/* While the keyring is locked nobody knows: it is unlocked when the person asks. */
static void
update (SmeSavedOffer *self)
{
  gtk_widget_set_visible (self->use_button, sme_saved_signature_get_exists (self->saved) ||
                                              sme_saved_signature_is_locked (self->saved));
  gtk_widget_set_visible (self->keep_box, sme_saved_signature_can_keep (self->saved));
}

static GtkWidget *
make_preview (SmeSignatureContent *content)
{
  GtkWidget *preview;

  if (content->ink != NULL)
    {
      preview = sme_signature_pad_new ();
      sme_signature_pad_set_ink (SME_SIGNATURE_PAD (preview), content->ink);
      gtk_widget_set_can_target (preview, FALSE);
      gtk_widget_set_focusable (preview, FALSE);
    }
  else
    {
      g_autoptr (SmeInkPath) outline =
        content->name != NULL ? sme_ink_typed (content->name, NULL, SME_SIGNATURE_TYPED_WIDTH,
                                               SME_SIGNATURE_TYPED_HEIGHT, NULL)
                              : NULL;

      preview = sme_signature_view_new ();
      sme_signature_view_set_outline (SME_SIGNATURE_VIEW (preview), outline);
      sme_signature_view_set_image (SME_SIGNATURE_VIEW (preview), content->image);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your signature"), -1);
  gtk_widget_set_size_request (preview, 300, 125);
  return preview;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, SmeSavedOffer *self)
{
  SmeSignatureContent *content = sme_saved_signature_get_content (self->saved);

  if (g_str_equal (response, "use") && content != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, content);
}

static void
confirm (SmeSavedOffer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (root), _ ("Use this signature?"),
    _ ("It is put here as your own. Use it only if you are the person who signs."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_preview (sme_saved_signature_get_content (self->saved)));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "use",
                                    _ ("Use the signature"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "use",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSavedOffer) self = data;
  g_autoptr (GError) error = NULL;
  gboolean there = sme_saved_signature_unlock_finish (SME_SAVED_SIGNATURE (source), result, &error);

  if (self->use_button == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->use_button, TRUE);
  update (self);
  if (there)
    confirm (self);
  else if (sme_saved_signature_can_keep (self->saved))
    answer (self, _ ("No signature is kept on this computer."));
  else
    answer (self, _ ("The keyring is not unlocked, so the kept signature stays closed."));
}

static void
on_use_clicked (SmeSavedOffer *self)
{
  answer (self, NULL);
  gtk_widget_set_sensitive (self->use_button, FALSE);
  sme_saved_signature_unlock_async (self->saved, self->cancellable, on_unlocked,
                                    g_object_ref (self));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSavedOffer) self = data;

  sme_saved_signature_load_finish (SME_SAVED_SIGNATURE (source), result, NULL);
  if (self->use_button != NULL)
    update (self);
}

void
sme_saved_offer_set_context (SmeSavedOffer *self, SmeContext *context)
{
  g_return_if_fail (SME_IS_SAVED_OFFER (self) && self->saved == NULL);
  self->saved = sme_saved_signature_new_for_context (context);
  g_signal_connect_object (self->saved, "notify::exists", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  sme_saved_signature_load_async (self->saved, self->cancellable, on_loaded, g_object_ref (self));
}

gboolean
sme_saved_offer_get_keeps (SmeSavedOffer *self)
{
  g_return_val_if_fail (SME_IS_SAVED_OFFER (self), FALSE);
  return self->saved != NULL && gtk_check_button_get_active (self->keep_check);
}

void
sme_saved_offer_keep (SmeSavedOffer *self, SmeSignatureContent *content)
{
  g_return_if_fail (SME_IS_SAVED_OFFER (self) && self->saved != NULL);
  sme_saved_signature_keep (self->saved, content);
}

static void
sme_saved_offer_dispose (GObject *object)
{
  SmeSavedOffer *self = SME_SAVED_OFFER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->saved);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SAVED_OFFER);
  G_OBJECT_CLASS (sme_saved_offer_parent_class)->dispose (object);
}

static void
sme_saved_offer_finalize (GObject *object)
{
  g_clear_object (&SME_SAVED_OFFER (object)->cancellable);
  G_OBJECT_CLASS (sme_saved_offer_parent_class)->finalize (object);
}

static void
sme_saved_offer_class_init (SmeSavedOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sme_saved_offer_dispose;
  object_class->finalize = sme_saved_offer_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", SME_TYPE_SAVED_OFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-saved-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSavedOffer, use_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSavedOffer, answer_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSavedOffer, keep_check);
  gtk_widget_class_bind_template_child (widget_class, SmeSavedOffer, keep_box);
  gtk_widget_class_bind_template_callback (widget_class, on_use_clicked);
}

static void
sme_saved_offer_init (SmeSavedOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
sme_saved_offer_new (void)
{
  return g_object_new (SME_TYPE_SAVED_OFFER, NULL);
}
