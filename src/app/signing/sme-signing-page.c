/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-signing-page.h"

#include "app/signing/sme-contract-view.h"
#include "app/signing/sme-read-step.h"
#include "app/signing/sme-signing-desk.h"
#include "app/signing/sme-signing-flow.h"
#include "app/signing/sme-signing-panel.h"
#include "app/signing/sme-signing-visit.h"

#include <glib/gi18n.h>

struct _SmeSigningPage
{
  SmePage parent_instance;

  SmeSigningFlow *flow;
  SmeSigningDesk *desk; /* these three once there is a flow */
  SmeContractView *view;
  SmeSigningPanel *panel;
  GtkWidget *dialog; /* that tells of the session's end, while it is open */
};

G_DEFINE_FINAL_TYPE (SmeSigningPage, sme_signing_page, SME_TYPE_PAGE)

/* Where it is narrow, the contract makes way for what has to be done. */
static void
arrange (SmeSigningPage *self)
{
  SmeSigningState state = sme_signing_flow_get_state (self->flow);
  gboolean works = state != SME_SIGNING_READING && state != SME_SIGNING_LOADING;
  gboolean narrow = sme_signing_desk_get_narrow (self->desk);
  SmeSigningStep *reading = sme_signing_panel_get_step (self->panel, SME_SIGNING_READING);

  sme_signing_panel_set_narrow (self->panel, narrow);
  sme_read_step_set_compact (SME_READ_STEP (reading), narrow);
  sme_signing_desk_set_folded (self->desk,
                               works && !sme_signing_panel_get_contract_shown (self->panel));
  sme_signing_desk_set_roomy (self->desk,
                              state == SME_SIGNING_DRAWING || state == SME_SIGNING_FINISHING);
}

static void
on_dialog_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  SmeSigningPage *self = data;

  self->dialog = NULL;
  if (sme_signing_flow_is_of_signer (self->flow))
    sme_signing_visit_sign_in_again (SME_PAGE (self), self->flow);
  else if (g_str_equal (response, "agree") &&
           sme_signing_flow_get_state (self->flow) == SME_SIGNING_ENDED)
    sme_signing_panel_next (self->panel);
}

static void
tell_session_ended (SmeSigningPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwMessageDialog *dialog;

  /* Hidden behind another page it waits: the step itself says the same. */
  if (self->dialog != NULL || !GTK_IS_WINDOW (root) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->dialog = adw_message_dialog_new (
    GTK_WINDOW (root), _ ("Session expired"),
    sme_signing_flow_is_of_signer (self->flow)
      ? _ ("Please sign in to eContract again; a new OTP is sent. What you have drawn is kept.")
      : _ ("A new session is opened and a new OTP is sent. What you have drawn is kept."));
  dialog = ADW_MESSAGE_DIALOG (self->dialog);
  adw_message_dialog_add_response (dialog, "agree", _ ("Agree"));
  adw_message_dialog_set_response_appearance (dialog, "agree", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "agree");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_dialog_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_documents_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSigningPage) self = data;
  g_autoptr (GError) error = NULL;

  if (sme_signing_flow_fetch_documents_finish (SME_SIGNING_FLOW (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  sme_contract_view_show_error (self->view, error);
}

/* The signed file in place of the one that was read; it opens where the signature is. */
static void
fetch_documents (SmeSigningPage *self)
{
  sme_contract_view_show_loading (self->view);
  sme_contract_view_show_end (self->view);
  sme_signing_flow_fetch_documents_async (self->flow, sme_page_get_cancellable (SME_PAGE (self)),
                                          on_documents_ready, g_object_ref (self));
}

static void
on_state_changed (SmeSigningPage *self)
{
  SmeSigningState state = sme_signing_flow_get_state (self->flow);

  arrange (self);
  if (state == SME_SIGNING_ENDED)
    tell_session_ended (self);
  else if (state == SME_SIGNING_DONE && sme_page_get_state (SME_PAGE (self)) == SME_PAGE_CONTENT)
    fetch_documents (self);
}

static void
on_documents_changed (SmeSigningPage *self)
{
  GPtrArray *documents = sme_signing_flow_get_documents (self->flow);

  if (documents == NULL)
    return;
  sme_contract_view_set_documents (self->view, documents);
  sme_contract_view_check_seals (
    self->view, sme_context_get_econtract (sme_page_get_context (SME_PAGE (self))));
}

static void
on_reached_end (SmeSigningPage *self)
{
  SmeSigningStep *step = sme_signing_panel_get_step (self->panel, SME_SIGNING_READING);

  sme_read_step_set_seen (SME_READ_STEP (step), sme_contract_view_get_reached_end (self->view));
}

/* What the route says is signed here: the contract, or the acceptance record (A50). */
static SmeDossierKind
get_kind (SmeSigningPage *self)
{
  const char *purpose = sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "purpose");

  return g_strcmp0 (purpose, "acceptance") == 0 ? SME_DOSSIER_ACCEPTANCE : SME_DOSSIER_CONTRACT;
}

/* The operator may have opened what was locked. */
static void
on_shop_changed (SmeShop *shop, const char *kind, const char *id, gpointer data)
{
  SmeSigningPage *self = data;

  if (sme_signing_flow_get_state (self->flow) == SME_SIGNING_LOCKED &&
      g_str_equal (kind, "dossier") &&
      g_strcmp0 (id, sme_record_get_text (SME_RECORD (sme_signing_flow_get_dossier (self->flow)),
                                          "id")) == 0)
    sme_page_reload (SME_PAGE (self));
}

static void
follow_flow (SmeSigningPage *self)
{
  if (get_kind (self) == SME_DOSSIER_ACCEPTANCE)
    sme_page_set_title (SME_PAGE (self), _ ("E-sign the acceptance record"));
  g_signal_connect_object (self->flow, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "notify::documents", G_CALLBACK (on_documents_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
make_flow (SmeSigningPage *self)
{
  SmeShop *shop = sme_context_get_shop (sme_page_get_context (SME_PAGE (self)));

  self->flow = sme_signing_visit_begin (SME_PAGE (self), get_kind (self));
  if (!sme_signing_flow_is_of_signer (self->flow))
    g_signal_connect_object (shop, "changed", G_CALLBACK (on_shop_changed), self, 0);
  follow_flow (self);
}

static void
make_content (SmeSigningPage *self)
{
  self->desk = SME_SIGNING_DESK (sme_signing_desk_new ());
  self->view = SME_CONTRACT_VIEW (sme_contract_view_new ());
  self->panel =
    SME_SIGNING_PANEL (sme_signing_panel_new (sme_page_get_context (SME_PAGE (self)), self->flow));
  sme_signing_desk_set_document (self->desk, GTK_WIDGET (self->view));
  sme_signing_desk_set_panel (self->desk, GTK_WIDGET (self->panel));
  g_signal_connect_object (self->desk, "notify::narrow", G_CALLBACK (arrange), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "notify::contract-shown", G_CALLBACK (arrange), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::reached-end", G_CALLBACK (on_reached_end), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "retry", G_CALLBACK (fetch_documents), self,
                           G_CONNECT_SWAPPED);
  sme_page_set_content (SME_PAGE (self), GTK_WIDGET (self->desk));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSigningPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = sme_signing_flow_load_finish (SME_SIGNING_FLOW (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (!loaded)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (sme_signing_flow_get_state (self->flow) == SME_SIGNING_DONE)
    sme_contract_view_show_end (self->view);
  sme_page_show_content (SME_PAGE (self));
}

static void
sme_signing_page_load (SmePage *page)
{
  SmeSigningPage *self = SME_SIGNING_PAGE (page);

  if (self->flow == NULL && !sme_signing_visit_check (page))
    return;
  if (self->flow == NULL)
    {
      make_flow (self);
      make_content (self);
    }
  sme_signing_flow_load_async (self->flow, sme_page_get_cancellable (page), on_loaded,
                               g_object_ref (self));
}

static void
sme_signing_page_shown (SmePage *page)
{
  SmeSigningPage *self = SME_SIGNING_PAGE (page);

  SME_PAGE_CLASS (sme_signing_page_parent_class)->shown (page);
  if (self->flow != NULL && sme_signing_flow_get_state (self->flow) == SME_SIGNING_ENDED)
    tell_session_ended (self);
}

static gboolean
sme_signing_page_grab_first_focus (SmePage *page)
{
  SmeSigningPage *self = SME_SIGNING_PAGE (page);

  if (self->flow == NULL)
    return FALSE;
  if (sme_signing_flow_get_state (self->flow) == SME_SIGNING_READING)
    return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
  return sme_signing_panel_grab_first_focus (self->panel);
}

static void
on_save_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeSigningPage *self = SME_SIGNING_PAGE (widget);

  if (self->view != NULL)
    sme_contract_view_save (self->view);
}

static void
sme_signing_page_dispose (GObject *object)
{
  SmeSigningPage *self = SME_SIGNING_PAGE (object);
  GtkWidget *dialog = g_steal_pointer (&self->dialog);

  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  if (self->flow != NULL)
    g_signal_handlers_disconnect_by_data (self->flow, self);
  self->desk = NULL;
  self->view = NULL;
  self->panel = NULL;
  g_clear_object (&self->flow);
  G_OBJECT_CLASS (sme_signing_page_parent_class)->dispose (object);
}

static void
sme_signing_page_class_init (SmeSigningPageClass *klass)
{
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_signing_page_dispose;
  page_class->load = sme_signing_page_load;
  page_class->shown = sme_signing_page_shown;
  page_class->grab_first_focus = sme_signing_page_grab_first_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "signing.save", NULL,
                                   on_save_activated);
}

static void
sme_signing_page_init (SmeSigningPage *self)
{
  sme_page_set_title (SME_PAGE (self), _ ("E-sign the service contract"));
}
