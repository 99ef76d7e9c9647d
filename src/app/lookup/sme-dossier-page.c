/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-dossier-page.h"

#include "app/lookup/sme-document-row.h"
#include "app/lookup/sme-dossier-case.h"
#include "app/lookup/sme-dossier-facts.h"
#include "app/lookup/sme-download-bar.h"
#include "app/lookup/sme-lookup-shelf.h"
#include "app/lookup/sme-negotiation.h"
#include "app/lookup/sme-sign-button.h"
#include "app/manage/sme-state-label.h"
#include "client/sme-econtract.h"
#include "core/sme-dossier.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeDossierPage
{
  SmePage parent_instance;

  GtkLabel *name_label;
  SmeStateLabel *state_label;
  SmeDossierCase *support_case;
  SmeSignButton *sign_button;
  GtkStack *stack;
  GtkListBox *facts;
  GtkCheckButton *all_check;
  GtkListBox *document_list;
  GtkWidget *evidence_row;
  GtkStackPage *negotiation_page;
  SmeNegotiation *negotiation;
  SmeDownloadBar *download_bar;

  SmeEcontract *econtract;
  SmeDossier *dossier; /* live */
  gboolean selecting_all;
};

G_DEFINE_FINAL_TYPE (SmeDossierPage, sme_dossier_page, SME_TYPE_PAGE)

static SmeDocumentRow *
get_row (SmeDossierPage *self, guint i)
{
  return (SmeDocumentRow *) gtk_list_box_get_row_at_index (self->document_list, (int) i);
}

static guint
count_selected (SmeDossierPage *self, guint *n_rows)
{
  guint n = 0, i = 0;

  for (SmeDocumentRow *row; (row = get_row (self, i)) != NULL; i++)
    n += sme_document_row_get_selected (row);
  *n_rows = i;
  return n;
}

static void
on_selected_changed (SmeDossierPage *self)
{
  guint n_rows, n;

  if (self->selecting_all)
    return;
  n = count_selected (self, &n_rows);
  self->selecting_all = TRUE;
  gtk_check_button_set_active (self->all_check, n > 0 && n == n_rows);
  gtk_check_button_set_inconsistent (self->all_check, n > 0 && n < n_rows);
  self->selecting_all = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.download-selected", n > 0);
}

static void
on_all_toggled (SmeDossierPage *self)
{
  gboolean active = gtk_check_button_get_active (self->all_check);

  if (self->selecting_all)
    return;
  self->selecting_all = TRUE;
  for (guint i = 0; get_row (self, i) != NULL; i++)
    sme_document_row_set_selected (get_row (self, i), active);
  self->selecting_all = FALSE;
  on_selected_changed (self);
}

static void
show_documents (SmeDossierPage *self)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (self->dossier), "documents");

  while (get_row (self, 0) != NULL)
    gtk_list_box_remove (self->document_list, GTK_WIDGET (get_row (self, 0)));
  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeDocumentInfo) info = g_list_model_get_item (documents, i);
      GtkWidget *row = sme_document_row_new (info);

      g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->document_list, row);
    }
  on_selected_changed (self);
}

static void
show_unread (SmeDossierPage *self)
{
  guint n = (guint) sme_record_get_int (SME_RECORD (self->dossier), "unread_messages");
  g_autofree char *title = NULL;

  if (n > 0)
    /* Translators: the tab "Negotiation" with the number of messages not read yet. */
    title = g_strdup_printf (_ ("Negotiation (%u)"), n);
  gtk_stack_page_set_title (self->negotiation_page, title != NULL ? title : _ ("Negotiation"));
  gtk_stack_page_set_needs_attention (self->negotiation_page, n > 0);
}

static void
show_dossier (SmeDossierPage *self)
{
  SmeRecord *dossier = SME_RECORD (self->dossier);

  show_unread (self);
  gtk_label_set_label (self->name_label, sme_record_get_text (dossier, "name"));
  sme_state_label_set_state (self->state_label, SME_TYPE_DOSSIER_STATE,
                             (int) sme_record_get_int (dossier, "state"));
  sme_sign_button_set_dossier (self->sign_button, self->dossier);
  gtk_widget_set_visible (self->evidence_row,
                          sme_record_get_int (dossier, "state") == SME_DOSSIER_STATE_COMPLETED ||
                            sme_record_get_int (dossier, "state") == SME_DOSSIER_STATE_SUPERSEDED);
  sme_dossier_facts_show (self->facts, self->dossier);
}

static SmePendingDownloads *
get_pending (SmeDossierPage *self)
{
  return sme_pending_downloads_get (sme_page_get_context (SME_PAGE (self)));
}

static void
follow (SmeDossierPage *self, SmeDossier *dossier)
{
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_set_object (&self->dossier, dossier);
  if (self->negotiation != NULL)
    sme_negotiation_set_dossier (self->negotiation, self->econtract, dossier);
  if (self->download_bar != NULL)
    sme_download_bar_set_pending (self->download_bar, get_pending (self), self->econtract, dossier);
  if (dossier == NULL)
    return;
  g_signal_connect_object (dossier, "notify", G_CALLBACK (show_dossier), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier, "notify::documents", G_CALLBACK (show_documents), self,
                           G_CONNECT_SWAPPED);
  show_dossier (self);
  show_documents (self);
}

static void
on_dossier_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDossierPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->facts == NULL)
    return;
  if (dossier == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  follow (self, dossier);
  /* Who has the order has its page of support. */
  if (sme_econtract_get_is_signer (self->econtract))
    sme_dossier_case_load (self->support_case, self->econtract,
                           sme_record_get_text (SME_RECORD (dossier), "id"));
  sme_pending_downloads_load (get_pending (self));
  sme_page_show_content (SME_PAGE (self));
  if (g_strcmp0 (sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "tab"),
                 "negotiation") == 0)
    gtk_stack_set_visible_child_name (self->stack, "negotiation");
}

static void
show_signed_out (SmePage *page)
{
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autofree char *route = sme_route_build ("lookup", id, NULL);
  g_autofree char *action = g_strdup_printf ("win.replace('%s')", route);

  sme_page_show_empty (page, "onesme-lookup-symbolic", _ ("Not signed in to eContract"),
                       _ ("Sign in with the eContract user name to see this contract."));
  sme_page_set_empty_action (page, _ ("Sign in to eContract"), action);
}

static void
sme_dossier_page_load (SmePage *page)
{
  SmeDossierPage *self = SME_DOSSIER_PAGE (page);

  if (!sme_econtract_get_signed_in (self->econtract))
    show_signed_out (page);
  else
    sme_econtract_call_async (
      self->econtract, SME_OP_GET_DOSSIER, sme_route_get_id (sme_page_get_route (page)), NULL, NULL,
      sme_page_get_cancellable (page), on_dossier_ready, g_object_ref (page));
}

static void
on_view_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = sme_route_get_id (sme_page_get_route (SME_PAGE (widget)));
  g_autofree char *route =
    sme_route_build ("document", id, "document", g_variant_get_string (parameter, NULL), NULL);

  sme_page_open (SME_PAGE (widget), route);
}

static void
on_evidence_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *id = sme_route_get_id (sme_page_get_route (SME_PAGE (widget)));
  g_autofree char *route = sme_route_build ("document", id, "evidence", "1", NULL);

  sme_page_open (SME_PAGE (widget), route);
}

static void
on_archive_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeDossierPage *self = SME_DOSSIER_PAGE (widget);
  SmeRecord *dossier = SME_RECORD (self->dossier);
  g_autofree char *name = g_strdup_printf ("%s-%s", sme_record_get_text (dossier, "order_number"),
                                           sme_record_get_text (dossier, "name"));

  sme_download_bar_start_archive (self->download_bar, self->econtract,
                                  sme_record_get_text (dossier, "id"), name);
}

/* @id: NULL: what is selected */
static GPtrArray *
gather (SmeDossierPage *self, const char *id)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; get_row (self, i) != NULL; i++)
    {
      SmeRecord *info = SME_RECORD (sme_document_row_get_info (get_row (self, i)));

      if (id != NULL ? g_strcmp0 (sme_record_get_text (info, "id"), id) == 0
                     : sme_document_row_get_selected (get_row (self, i)))
        g_ptr_array_add (infos, g_object_ref (info));
    }
  return infos;
}

static void
on_download_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeDossierPage *self = SME_DOSSIER_PAGE (widget);
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  g_autoptr (GPtrArray) infos = gather (self, id);

  sme_download_bar_start (self->download_bar, self->econtract, infos,
                          sme_record_get_text (SME_RECORD (self->dossier), "order_number"));
}

static void
on_saved (SmeDossierPage *self, SmeDocumentInfo *info, GBytes *bytes)
{
  SmeLookupShelf *shelf = sme_lookup_shelf_get (sme_page_get_context (SME_PAGE (self)));

  if (self->dossier != NULL)
    sme_lookup_shelf_keep (shelf, self->dossier, info, bytes);
}

static void
sme_dossier_page_constructed (GObject *object)
{
  SmeDossierPage *self = SME_DOSSIER_PAGE (object);

  G_OBJECT_CLASS (sme_dossier_page_parent_class)->constructed (object);
  self->econtract =
    g_object_ref (sme_context_get_econtract (sme_page_get_context (SME_PAGE (self))));
  g_signal_connect_object (self->econtract, "notify::signed-in", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_dossier_page_dispose (GObject *object)
{
  SmeDossierPage *self = SME_DOSSIER_PAGE (object);

  follow (self, NULL);
  g_clear_object (&self->econtract);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_DOSSIER_PAGE);
  G_OBJECT_CLASS (sme_dossier_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_DOSSIER_CASE);
  g_type_ensure (SME_TYPE_SIGN_BUTTON);
  g_type_ensure (SME_TYPE_STATE_LABEL);
  g_type_ensure (SME_TYPE_DOWNLOAD_BAR);
  g_type_ensure (SME_TYPE_NEGOTIATION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-dossier-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, support_case);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, all_check);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, document_list);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, negotiation_page);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, negotiation);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierPage, download_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
}

static void
sme_dossier_page_class_init (SmeDossierPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_dossier_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_dossier_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_dossier_page_load;
  gtk_widget_class_install_action (widget_class, "dossier.view", "s", on_view_activated);
  gtk_widget_class_install_action (widget_class, "dossier.download", "s", on_download_activated);
  gtk_widget_class_install_action (widget_class, "dossier.download-selected", NULL,
                                   on_download_activated);
  gtk_widget_class_install_action (widget_class, "dossier.evidence", NULL, on_evidence_activated);
  gtk_widget_class_install_action (widget_class, "dossier.archive", NULL, on_archive_activated);
  bind_template (widget_class);
}

static void
sme_dossier_page_init (SmeDossierPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_dossier_facts_fill (self->facts);
  sme_page_set_title (SME_PAGE (self), _ ("Contract file set information"));
}
