/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-contract-page.h"

#include "app/lookup/sme-download-bar.h"
#include "app/signing/sme-contract-view.h"
#include "app/signing/sme-open-contract.h"

#include <glib/gi18n.h>

struct _SmeContractPage
{
  SmePage parent_instance;

  SmeContractView *view;
  GtkWidget *archive_button;
  SmeDownloadBar *download_bar;
  SmeEcontract *econtract; /* of its own: its token opens this contract only */
  SmeOpenContract *contract;
};

G_DEFINE_FINAL_TYPE (SmeContractPage, sme_contract_page, SME_TYPE_PAGE)

static void
on_evidence_file_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractPage) self = data;
  g_autoptr (GBytes) pdf = sme_econtract_get_file_finish (SME_ECONTRACT (source), result, NULL);

  if (pdf != NULL && self->view != NULL)
    sme_contract_view_set_evidence (self->view, pdf);
}

/* Without one nothing is amiss with the contract: the page does without, too. */
static void
on_evidence_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractPage) self = data;
  g_autoptr (SmeRecord) evidence = sme_econtract_call_finish (SME_ECONTRACT (source), result, NULL);

  if (evidence == NULL || self->view == NULL)
    return;
  sme_econtract_get_file_async (
    self->econtract, SME_OP_GET_EVIDENCE_CONTENT, sme_record_get_text (evidence, "dossier_id"),
    sme_record_get_text (evidence, "sha256"), sme_page_get_cancellable (SME_PAGE (self)),
    on_evidence_file_ready, g_object_ref (self));
}

static void
fetch_evidence (SmeContractPage *self)
{
  SmeRecord *dossier = SME_RECORD (self->contract->dossier);
  gboolean completed = sme_record_get_int (dossier, "state") == SME_DOSSIER_STATE_COMPLETED;

  gtk_widget_set_visible (self->archive_button, completed);
  if (completed)
    sme_econtract_call_async (
      self->econtract, SME_OP_GET_EVIDENCE, sme_record_get_text (dossier, "id"), NULL, NULL,
      sme_page_get_cancellable (SME_PAGE (self)), on_evidence_ready, g_object_ref (self));
}

static void
on_archive_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeContractPage *self = SME_CONTRACT_PAGE (widget);
  SmeRecord *dossier;
  g_autofree char *name = NULL;

  if (self->contract == NULL)
    return;
  dossier = SME_RECORD (self->contract->dossier);
  name = g_strdup_printf ("%s-%s", sme_record_get_text (dossier, "order_number"),
                          sme_record_get_text (dossier, "name"));
  sme_download_bar_start_archive (self->download_bar, self->econtract,
                                  sme_record_get_text (dossier, "id"), name);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOpenContract) contract = sme_open_contract_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (contract == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  g_clear_pointer (&self->contract, sme_open_contract_free);
  self->contract = g_steal_pointer (&contract);
  sme_contract_view_set_documents (self->view, self->contract->documents);
  sme_contract_view_check_seals (self->view, self->econtract);
  sme_page_show_content (SME_PAGE (self));
  fetch_evidence (self);
}

static void
sme_contract_page_load (SmePage *page)
{
  SmeContractPage *self = SME_CONTRACT_PAGE (page);
  SmeContext *context = sme_page_get_context (page);
  const char *url = sme_econtract_get_base_url (sme_context_get_econtract (context));
  SmeRoute *route = sme_page_get_route (page);
  gboolean acceptance = g_strcmp0 (sme_route_get_param (route, "purpose"), "acceptance") == 0;

  if (acceptance)
    sme_page_set_title (page, _ ("Acceptance record"));
  if (self->econtract == NULL)
    self->econtract = sme_econtract_new (url, NULL);
  sme_open_contract_async (sme_context_get_shop (context), self->econtract,
                           sme_route_get_id (route),
                           acceptance ? SME_DOSSIER_ACCEPTANCE : SME_DOSSIER_CONTRACT,
                           sme_page_get_cancellable (page), on_opened, g_object_ref (self));
}

static gboolean
sme_contract_page_grab_first_focus (SmePage *page)
{
  return gtk_widget_child_focus (GTK_WIDGET (SME_CONTRACT_PAGE (page)->view), GTK_DIR_TAB_FORWARD);
}

static void
on_save_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_contract_view_save (SME_CONTRACT_PAGE (widget)->view);
}

static void
sme_contract_page_dispose (GObject *object)
{
  SmeContractPage *self = SME_CONTRACT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_CONTRACT_PAGE);
  g_clear_pointer (&self->contract, sme_open_contract_free);
  g_clear_object (&self->econtract);
  G_OBJECT_CLASS (sme_contract_page_parent_class)->dispose (object);
}

static void
sme_contract_page_class_init (SmeContractPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_contract_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_contract_page_load;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_contract_page_grab_first_focus;
  g_type_ensure (SME_TYPE_CONTRACT_VIEW);
  g_type_ensure (SME_TYPE_DOWNLOAD_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-contract-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeContractPage, view);
  gtk_widget_class_bind_template_child (widget_class, SmeContractPage, archive_button);
  gtk_widget_class_bind_template_child (widget_class, SmeContractPage, download_bar);
  gtk_widget_class_install_action (widget_class, "signing.save", NULL, on_save_activated);
  gtk_widget_class_install_action (widget_class, "contract.archive", NULL, on_archive_activated);
}

static void
sme_contract_page_init (SmeContractPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Service contract"));
  g_signal_connect_object (self->view, "retry", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
}
