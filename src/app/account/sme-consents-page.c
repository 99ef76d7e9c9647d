/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-consents-page.h"

#include "app/account/sme-consent-state-row.h"
#include "app/account/sme-consent-text.h"
#include "app/sme-route.h"
#include "client/sme-shop.h"
#include "core/sme-consent-request.h"
#include "core/sme-consent-withdrawal.h"

#include <glib/gi18n.h>

struct _SmeConsentsPage
{
  SmePage parent_instance;

  GtkListBox *purpose_list;
  GtkListBox *history_list;

  GListModel *terms;  /* SmeTermsItem */
  gboolean asked_for; /* a change is under way */
};

G_DEFINE_FINAL_TYPE (SmeConsentsPage, sme_consents_page, SME_TYPE_PAGE)

static SmeCaller *
get_caller (SmeConsentsPage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

/* Consents come newest first. */
static SmeConsent *
find_newest (GListModel *consents, const char *purpose)
{
  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (SmeRecord) consent = g_list_model_get_item (consents, i);

      if (g_strcmp0 (sme_record_get_text (consent, "purpose"), purpose) == 0)
        return SME_CONSENT (g_steal_pointer (&consent));
    }
  return NULL;
}

static SmeRecord *
find_terms (SmeConsentsPage *self, const char *purpose)
{
  for (guint i = 0; self->terms != NULL && i < g_list_model_get_n_items (self->terms); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (self->terms, i);

      if (g_strcmp0 (sme_record_get_text (item, "purpose"), purpose) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* To the document that was agreed to, which need not be the one in force. */
static GtkWidget *
make_read_button (SmeRecord *consent, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("consent", "Read"));
  g_autofree char *route =
    sme_route_build ("terms", sme_record_get_text (consent, "version"), NULL);
  g_autofree char *spoken = g_strdup_printf (_ ("Read: %s"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  return button;
}

static GtkWidget *
make_history_row (gpointer item, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = sme_consent_text (sme_record_get_text (item, "purpose"));
  g_autofree char *state = sme_consent_state_describe (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_read_button (item, text));
  return row;
}

static void
show_consents (SmeConsentsPage *self, GListModel *consents)
{
  clear_list (self->purpose_list);
  for (guint i = 0; i < g_list_model_get_n_items (self->terms); i++)
    {
      g_autoptr (SmeTermsItem) item = g_list_model_get_item (self->terms, i);
      g_autoptr (SmeConsent) consent =
        find_newest (consents, sme_record_get_text (SME_RECORD (item), "purpose"));

      gtk_list_box_append (self->purpose_list, sme_consent_state_row_new (item, consent));
    }
  gtk_list_box_bind_model (self->history_list, consents, make_history_row, NULL, NULL);
  sme_page_show_content (SME_PAGE (self));
}

/* TRUE if the page is done with the answer. */
static gboolean
failed (SmeConsentsPage *self, const GError *error)
{
  if (error == NULL)
    return FALSE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sme_page_show_error (SME_PAGE (self), error);
  return TRUE;
}

static void
on_consents_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeConsentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) consents =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (!failed (self, error))
    show_consents (self, consents);
}

static void
on_terms_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeConsentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) terms =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (failed (self, error))
    return;
  g_set_object (&self->terms, terms);
  sme_caller_send_async (get_caller (self), SME_OP_LIST_CONSENTS, NULL, NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_consents_ready,
                         g_object_ref (self));
}

static void
sme_consents_page_load (SmePage *page)
{
  SmeConsentsPage *self = SME_CONSENTS_PAGE (page);

  self->asked_for = FALSE;
  sme_caller_send_async (get_caller (self), SME_OP_LIST_TERMS, NULL, NULL, NULL,
                         sme_page_get_cancellable (page), on_terms_ready, g_object_ref (self));
}

static void
on_given (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeConsentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) consent = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (consent != NULL)
    sme_page_toast (SME_PAGE (self), _ ("Your consent is kept with version and time"));
  else
    sme_page_toast_error (SME_PAGE (self), error);
  sme_consents_page_load (SME_PAGE (self));
}

static void
on_give_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeConsentsPage *self = SME_CONSENTS_PAGE (widget);
  const char *purpose = g_variant_get_string (parameter, NULL);
  g_autoptr (SmeRecord) item = find_terms (self, purpose);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_consent_request_new ());

  if (item == NULL || self->asked_for)
    return;
  self->asked_for = TRUE;
  sme_record_set_text (request, "version", sme_record_get_text (item, "version"));
  sme_caller_send_async (get_caller (self), SME_OP_GIVE_CONSENT, purpose, NULL, request,
                         sme_page_get_cancellable (SME_PAGE (self)), on_given, g_object_ref (self));
}

static void
tell_withdrawn (SmeConsentsPage *self, SmeRecord *withdrawal)
{
  const char *const *orders = sme_record_get_texts (withdrawal, "cancelled_orders");
  guint n = orders != NULL ? g_strv_length ((GStrv) orders) : 0;
  g_autofree char *text =
    n > 0 ? g_strdup_printf (ngettext ("The consent is withdrawn; %u order was cancelled",
                                       "The consent is withdrawn; %u orders were cancelled", n),
                             n)
          : g_strdup (_ ("The consent is withdrawn"));

  sme_page_toast (SME_PAGE (self), text);
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeConsentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    tell_withdrawn (self, answer);
  else
    sme_page_toast_error (SME_PAGE (self), error);
  sme_consents_page_load (SME_PAGE (self));
}

static void
on_withdraw_response (AdwMessageDialog *dialog, const char *response, SmeConsentsPage *self)
{
  const char *purpose = g_object_get_data (G_OBJECT (dialog), "purpose");

  if (!g_str_equal (response, "withdraw") || self->asked_for)
    return;
  self->asked_for = TRUE;
  sme_caller_send_async (get_caller (self), SME_OP_WITHDRAW_CONSENT, purpose, NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_withdrawn,
                         g_object_ref (self));
}

/* What it will do, one line each. */
static char *
list_effects (SmeRecord *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const *effects = sme_record_get_texts (item, "effects");
  g_autoptr (GEnumClass) klass = g_type_class_ref (SME_TYPE_CONSENT_EFFECT);

  for (guint i = 0; effects != NULL && effects[i] != NULL; i++)
    {
      GEnumValue *value = g_enum_get_value_by_nick (klass, effects[i]);

      if (value != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                sme_consent_effect_text ((SmeConsentEffect) value->value));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_withdraw_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeConsentsPage *self = SME_CONSENTS_PAGE (widget);
  const char *purpose = g_variant_get_string (parameter, NULL);
  g_autoptr (SmeRecord) item = find_terms (self, purpose);
  g_autofree char *effects = item != NULL ? list_effects (item) : NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (item == NULL || self->asked_for)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Withdraw the consent?"), effects);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "withdraw",
                                    _ ("Withdraw consent"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "withdraw",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "purpose", g_strdup (purpose), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_withdraw_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sme_consents_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_consents_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("Consents"));
}

static void
sme_consents_page_dispose (GObject *object)
{
  g_clear_object (&SME_CONSENTS_PAGE (object)->terms);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_CONSENTS_PAGE);
  G_OBJECT_CLASS (sme_consents_page_parent_class)->dispose (object);
}

static void
sme_consents_page_class_init (SmeConsentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_consents_page_constructed;
  object_class->dispose = sme_consents_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_consents_page_load;
  gtk_widget_class_install_action (widget_class, "consents.give", "s", on_give_activated);
  gtk_widget_class_install_action (widget_class, "consents.withdraw", "s", on_withdraw_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-consents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeConsentsPage, purpose_list);
  gtk_widget_class_bind_template_child (widget_class, SmeConsentsPage, history_list);
}

static void
sme_consents_page_init (SmeConsentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
