/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-negotiation.h"

#include "app/lookup/sme-download-bar.h"
#include "app/lookup/sme-message-composer.h"
#include "app/lookup/sme-message-row.h"
#include "app/sme-error-text.h"

struct _SmeNegotiation
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *empty_label;
  GtkLabel *problem_label;
  GtkWidget *retry_button;
  SmeMessageComposer *composer;
  SmeDownloadBar *download_bar;

  SmeEcontract *econtract;
  SmeDossier *dossier; /* live */
  GCancellable *cancellable;
  guint n_calls; /* under way */
  gboolean stale;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeNegotiation, sme_negotiation, ADW_TYPE_BIN)

static void
count_call (SmeNegotiation *self, int step)
{
  self->n_calls += (guint) step;
  if (self->composer != NULL)
    sme_message_composer_set_ready (self->composer, self->n_calls == 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* @text: NULL takes it away */
static void
show_problem (SmeNegotiation *self, const char *text, gboolean can_retry)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
  gtk_widget_set_visible (self->retry_button, text != NULL && can_retry);
}

static void
show_error (SmeNegotiation *self, const GError *error, gboolean can_retry)
{
  g_autofree char *text = sme_error_text_summarize (error);

  show_problem (self, text, can_retry);
}

static void
show_messages (SmeNegotiation *self, GListModel *messages)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr (SmeDossierMessage) message = g_list_model_get_item (messages, i);

      gtk_list_box_append (self->list, sme_message_row_new (message));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), g_list_model_get_n_items (messages) > 0);
  gtk_widget_set_visible (self->empty_label, g_list_model_get_n_items (messages) == 0);
}

static void load (SmeNegotiation *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeNegotiation) self = data;
  g_autoptr (SmeRecord) dossier = sme_econtract_call_finish (SME_ECONTRACT (source), result, NULL);

  count_call (self, -1);
}

/* What is in sight is seen. */
static void
mark_read (SmeNegotiation *self)
{
  if (sme_record_get_int (SME_RECORD (self->dossier), "unread_messages") == 0)
    return;
  count_call (self, 1);
  sme_econtract_call_async (self->econtract, SME_OP_READ_DOSSIER_MESSAGES,
                            sme_record_get_text (SME_RECORD (self->dossier), "id"), NULL, NULL,
                            self->cancellable, on_read, g_object_ref (self));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeNegotiation) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) messages =
    sme_econtract_list_finish (SME_ECONTRACT (source), result, NULL, NULL, &error);

  count_call (self, -1);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  if (messages == NULL)
    {
      self->stale = TRUE;
      show_error (self, error, TRUE);
      return;
    }
  show_problem (self, NULL, FALSE);
  show_messages (self, messages);
  mark_read (self);
}

static void
load (SmeNegotiation *self)
{
  if (self->dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  count_call (self, 1);
  sme_econtract_call_async (self->econtract, SME_OP_LIST_DOSSIER_MESSAGES,
                            sme_record_get_text (SME_RECORD (self->dossier), "id"), NULL, NULL,
                            self->cancellable, on_listed, g_object_ref (self));
}

static void
on_unread_changed (SmeNegotiation *self)
{
  if (sme_record_get_int (SME_RECORD (self->dossier), "unread_messages") > 0)
    load (self);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeNegotiation) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) message =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  count_call (self, -1);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  if (message == NULL)
    {
      show_error (self, error, FALSE);
      return;
    }
  sme_message_composer_clear (self->composer);
  load (self);
}

static void
on_send (SmeNegotiation *self, SmeDossierMessageInput *input)
{
  if (self->dossier == NULL || self->n_calls > 0)
    return;
  show_problem (self, NULL, FALSE);
  count_call (self, 1);
  sme_econtract_call_async (self->econtract, SME_OP_SEND_DOSSIER_MESSAGE,
                            sme_record_get_text (SME_RECORD (self->dossier), "id"), NULL,
                            SME_RECORD (input), self->cancellable, on_sent, g_object_ref (self));
}

static void
on_refused (SmeNegotiation *self, const char *text)
{
  show_problem (self, text, FALSE);
}

static void
on_retry_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  load (SME_NEGOTIATION (widget));
}

static void
on_save_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeNegotiation *self = SME_NEGOTIATION (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  SmeMessageRow *row;

  for (int i = 0; (row = (SmeMessageRow *) gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++)
    {
      SmeRecord *message = SME_RECORD (sme_message_row_get_message (row));

      if (g_strcmp0 (sme_record_get_text (message, "id"), id) == 0)
        sme_download_bar_start_attachment (self->download_bar, self->econtract,
                                           SME_DOSSIER_MESSAGE (message));
    }
}

void
sme_negotiation_set_dossier (SmeNegotiation *self, SmeEcontract *econtract, SmeDossier *dossier)
{
  g_return_if_fail (SME_IS_NEGOTIATION (self));

  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_set_object (&self->econtract, econtract);
  g_set_object (&self->dossier, dossier);
  if (dossier == NULL)
    return;
  g_signal_connect_object (dossier, "notify::unread-messages", G_CALLBACK (on_unread_changed), self,
                           G_CONNECT_SWAPPED);
  load (self);
}

gboolean
sme_negotiation_get_busy (SmeNegotiation *self)
{
  g_return_val_if_fail (SME_IS_NEGOTIATION (self), FALSE);
  return self->n_calls > 0;
}

static void
sme_negotiation_map (GtkWidget *widget)
{
  SmeNegotiation *self = SME_NEGOTIATION (widget);

  GTK_WIDGET_CLASS (sme_negotiation_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
sme_negotiation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, sme_negotiation_get_busy (SME_NEGOTIATION (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_negotiation_dispose (GObject *object)
{
  SmeNegotiation *self = SME_NEGOTIATION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  sme_negotiation_set_dossier (self, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_NEGOTIATION);
  G_OBJECT_CLASS (sme_negotiation_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_DOWNLOAD_BAR);
  g_type_ensure (SME_TYPE_MESSAGE_COMPOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-negotiation.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeNegotiation, list);
  gtk_widget_class_bind_template_child (widget_class, SmeNegotiation, empty_label);
  gtk_widget_class_bind_template_child (widget_class, SmeNegotiation, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SmeNegotiation, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SmeNegotiation, composer);
  gtk_widget_class_bind_template_child (widget_class, SmeNegotiation, download_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
}

static void
sme_negotiation_class_init (SmeNegotiationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_negotiation_get_property;
  object_class->dispose = sme_negotiation_dispose;
  widget_class->map = sme_negotiation_map;
  props[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "negotiation.retry", NULL, on_retry_activated);
  gtk_widget_class_install_action (widget_class, "negotiation.save", "s", on_save_activated);
  bind_template (widget_class);
}

static void
sme_negotiation_init (SmeNegotiation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
sme_negotiation_new (void)
{
  return g_object_new (SME_TYPE_NEGOTIATION, NULL);
}
