/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-contract-page.h"

#include "app/signing/sme-contract-seal.h"
#include "app/signing/sme-contract-view.h"
#include "app/signing/sme-open-contract.h"

#include <glib/gi18n.h>

struct _SmeContractPage
{
  SmePage parent_instance;

  GtkImage *seal_icon;
  GtkLabel *seal_text;
  SmeContractView *view;
  SmeEcontract *econtract; /* of its own: its token opens this contract only */
  SmeOpenContract *contract;
};

G_DEFINE_FINAL_TYPE (SmeContractPage, sme_contract_page, SME_TYPE_PAGE)

static void
say_of_seal (SmeContractPage *self, const char *text, const char *icon_name, const char *style)
{
  static const char *const styles[] = { "success", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->seal_icon), styles[i]);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->seal_icon), style);
  gtk_image_set_from_icon_name (self->seal_icon, icon_name);
  gtk_label_set_label (self->seal_text, text);
}

static void
show_seal (SmeContractPage *self, const SmeContractSeal *seal)
{
  g_autofree char *text = sme_contract_seal_describe (seal);

  switch (seal->verdict)
    {
    case SME_CONTRACT_SEAL_INTACT:
      say_of_seal (self, text, "onesme-certificate-symbolic", "success");
      break;
    case SME_CONTRACT_SEAL_NONE:
      say_of_seal (self, text, "dialog-information-symbolic", NULL);
      break;
    case SME_CONTRACT_SEAL_CHANGED:
    case SME_CONTRACT_SEAL_BROKEN:
      say_of_seal (self, text, "dialog-error-symbolic", "error");
      break;
    case SME_CONTRACT_SEAL_EXTENDED:
    case SME_CONTRACT_SEAL_UNKNOWN:
    case SME_CONTRACT_SEAL_EXPIRED:
    default:
      say_of_seal (self, text, "dialog-warning-symbolic", "warning");
      break;
    }
}

static void
say_unchecked (SmeContractPage *self)
{
  say_of_seal (self, _ ("The seal could not be checked. Load the page again to try once more."),
               "dialog-warning-symbolic", "warning");
}

static void
on_seal_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeContractSeal) seal = sme_contract_seal_check_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->seal_text == NULL)
    return;
  if (seal != NULL)
    show_seal (self, seal);
  else
    say_unchecked (self);
}

static GPtrArray *
take_pems (GListModel *authorities)
{
  GPtrArray *pems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (authorities); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (authorities, i);

      g_ptr_array_add (pems, g_strdup (sme_record_get_text (item, "pem")));
    }
  return pems;
}

static void
on_authorities_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) authorities =
    sme_econtract_list_finish (SME_ECONTRACT (source), result, NULL, NULL, &error);
  g_autoptr (GPtrArray) pems = NULL;
  SmeShownDocument *document;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->seal_text == NULL)
    return;
  document = sme_shown_documents_find_contract (self->contract->documents);
  if (authorities == NULL || document == NULL)
    {
      say_unchecked (self);
      return;
    }
  pems = take_pems (authorities);
  sme_contract_seal_check_async (document->bytes, pems, sme_page_get_cancellable (SME_PAGE (self)),
                                 on_seal_checked, g_object_ref (self));
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
  say_of_seal (self, _ ("The seal is being checked."), "content-loading-symbolic", NULL);
  sme_page_show_content (SME_PAGE (self));
  sme_econtract_call_async (self->econtract, SME_OP_LIST_AUTHORITIES, NULL, NULL, NULL,
                            sme_page_get_cancellable (SME_PAGE (self)), on_authorities_ready,
                            g_object_ref (self));
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-contract-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeContractPage, seal_icon);
  gtk_widget_class_bind_template_child (widget_class, SmeContractPage, seal_text);
  gtk_widget_class_bind_template_child (widget_class, SmeContractPage, view);
  gtk_widget_class_install_action (widget_class, "signing.save", NULL, on_save_activated);
}

static void
sme_contract_page_init (SmeContractPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Service contract"));
  g_signal_connect_object (self->view, "retry", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
}
