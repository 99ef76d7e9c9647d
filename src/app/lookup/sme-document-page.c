/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-document-page.h"

#include "app/lookup/sme-lookup-shelf.h"
#include "app/signing/sme-seal-line.h"
#include "app/sme-hotline-button.h"
#include "client/sme-econtract.h"
#include "core/sme-document-info.h"
#include "core/sme-dossier.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"
#include "viewer/sme-document-pane.h"
#include "viewer/sme-viewer.h"

#include <glib/gi18n.h>

struct _SmeDocumentPage
{
  SmePage parent_instance;

  SmeSealLine *seal_line;
  SmeDocumentPane *pane;

  SmeEcontract *econtract;
  SmeDossier *dossier; /* NULL of the evidence and of what is kept */
  SmeRecord *info;
};

G_DEFINE_FINAL_TYPE (SmeDocumentPage, sme_document_page, SME_TYPE_PAGE)

static gboolean
is_of_evidence (SmeDocumentPage *self)
{
  return sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "evidence") != NULL;
}

static gboolean
is_of_shelf (SmeDocumentPage *self)
{
  return sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "kept") != NULL;
}

static SmeLookupShelf *
get_shelf (SmeDocumentPage *self)
{
  return sme_lookup_shelf_get (sme_page_get_context (SME_PAGE (self)));
}

static void
show_bytes (SmeDocumentPage *self, GBytes *bytes)
{
  /* Terms are only attached; nobody seals them. */
  gboolean sealed =
    is_of_evidence (self) || sme_record_get_int (self->info, "kind") != SME_DOCUMENT_TERMS;

  gtk_widget_set_visible (GTK_WIDGET (self->seal_line), sealed);
  if (sealed)
    sme_seal_line_check (self->seal_line, self->econtract, bytes);
  sme_document_pane_set_name (self->pane, sme_page_get_title (SME_PAGE (self)));
  sme_document_pane_open_bytes (self->pane, bytes);
  sme_page_show_content (SME_PAGE (self));
}

static void
on_content_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_econtract_get_file_finish (SME_ECONTRACT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pane == NULL)
    return;
  if (bytes == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (self->dossier != NULL)
    sme_lookup_shelf_keep (get_shelf (self), self->dossier, SME_DOCUMENT_INFO (self->info), bytes);
  show_bytes (self, bytes);
}

/* A copy: the dossier is live. */
static SmeRecord *
find_info (SmeDossier *dossier, const char *id)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (dossier), "documents");

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) info = g_list_model_get_item (documents, i);

      if (g_strcmp0 (sme_record_get_text (info, "id"), id) == 0)
        return sme_record_copy (info);
    }
  return NULL;
}

static void
on_dossier_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);
  const char *id = sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "document");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pane == NULL)
    return;
  g_clear_object (&self->info);
  g_set_object (&self->dossier, dossier);
  if (dossier != NULL)
    self->info = find_info (dossier, id);
  if (dossier != NULL && self->info == NULL)
    sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "no such document in the dossier");
  if (error != NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  sme_page_set_title (SME_PAGE (self), sme_record_get_text (self->info, "name"));
  sme_econtract_get_document_async (self->econtract, id, sme_record_get_text (self->info, "sha256"),
                                    sme_page_get_cancellable (SME_PAGE (self)), on_content_ready,
                                    g_object_ref (self));
}

/* How a dossier was signed; the record names the hash that the file has to have. */
static void
on_evidence_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) evidence =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pane == NULL)
    return;
  if (evidence == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  sme_page_set_title (SME_PAGE (self), C_ ("verify", "Evidence record"));
  sme_econtract_get_file_async (
    self->econtract, SME_OP_GET_EVIDENCE_CONTENT, sme_record_get_text (evidence, "dossier_id"),
    sme_record_get_text (evidence, "sha256"), sme_page_get_cancellable (SME_PAGE (self)),
    on_content_ready, g_object_ref (self));
}

/* What is kept on this computer: without a connection, and without signing in. */
static void
on_kept_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    sme_lookup_shelf_read_finish (SME_LOOKUP_SHELF (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pane == NULL)
    return;
  if (bytes == NULL)
    sme_page_show_error (SME_PAGE (self), error);
  else
    show_bytes (self, bytes);
}

static void
on_shelf_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeDocumentPage) self = data;
  g_autoptr (GError) error = NULL;
  SmeLookupShelf *shelf = SME_LOOKUP_SHELF (source);
  const char *id = sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "document");
  SmeDocumentInfo *info = NULL;

  if (sme_lookup_shelf_load_finish (shelf, result, &error))
    info = sme_lookup_shelf_find (shelf, id);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pane == NULL)
    return;
  if (error == NULL && info == NULL)
    sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "not kept on this computer");
  if (error != NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  g_set_object (&self->info, SME_RECORD (info));
  sme_page_set_title (SME_PAGE (self), sme_record_get_text (self->info, "name"));
  sme_lookup_shelf_read_async (shelf, info, sme_page_get_cancellable (SME_PAGE (self)),
                               on_kept_read, g_object_ref (self));
}

static void
sme_document_page_load (SmePage *page)
{
  SmeDocumentPage *self = SME_DOCUMENT_PAGE (page);
  gboolean evidence = is_of_evidence (self);
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autofree char *route = sme_route_build ("lookup", id, NULL);
  g_autofree char *action = g_strdup_printf ("win.replace('%s')", route);

  if (is_of_shelf (self))
    {
      sme_lookup_shelf_load_async (get_shelf (self), sme_page_get_cancellable (page),
                                   on_shelf_loaded, g_object_ref (page));
      return;
    }
  if (sme_econtract_get_signed_in (self->econtract))
    {
      sme_econtract_call_async (
        self->econtract, evidence ? SME_OP_GET_EVIDENCE : SME_OP_GET_DOSSIER, id, NULL, NULL,
        sme_page_get_cancellable (page), evidence ? on_evidence_ready : on_dossier_ready,
        g_object_ref (page));
      return;
    }
  sme_document_pane_set_document (self->pane, NULL);
  sme_page_show_empty (page, "onesme-lookup-symbolic", _ ("Not signed in to eContract"),
                       _ ("Sign in with the eContract user name to see this contract."));
  sme_page_set_empty_action (page, _ ("Sign in to eContract"), action);
}

static gboolean
sme_document_page_grab_first_focus (SmePage *page)
{
  if (sme_page_get_state (page) != SME_PAGE_CONTENT)
    return SME_PAGE_CLASS (sme_document_page_parent_class)->grab_first_focus (page);
  return gtk_widget_grab_focus (GTK_WIDGET (SME_DOCUMENT_PAGE (page)->pane));
}

static void
sme_document_page_constructed (GObject *object)
{
  SmeDocumentPage *self = SME_DOCUMENT_PAGE (object);

  G_OBJECT_CLASS (sme_document_page_parent_class)->constructed (object);
  self->econtract =
    g_object_ref (sme_context_get_econtract (sme_page_get_context (SME_PAGE (self))));
  g_signal_connect_object (self->econtract, "notify::signed-in", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
}

static void
sme_document_page_dispose (GObject *object)
{
  SmeDocumentPage *self = SME_DOCUMENT_PAGE (object);

  g_clear_object (&self->info);
  g_clear_object (&self->dossier);
  g_clear_object (&self->econtract);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_DOCUMENT_PAGE);
  G_OBJECT_CLASS (sme_document_page_parent_class)->dispose (object);
}

static void
sme_document_page_class_init (SmeDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_document_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_document_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_document_page_load;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_document_page_grab_first_focus;
  sme_viewer_init ();
  g_type_ensure (SME_TYPE_SEAL_LINE);
  g_type_ensure (SME_TYPE_DOCUMENT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentPage, seal_line);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentPage, pane);
}

static void
sme_document_page_init (SmeDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), C_ ("document", "Document"));
  sme_document_pane_add_help (self->pane, sme_hotline_button_new ());
  g_signal_connect_object (self->pane, "retry", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
}
