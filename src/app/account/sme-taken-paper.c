/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-taken-paper.h"

#include "app/lookup/sme-download.h"
#include "app/order/sme-payment-text.h"

#include <glib/gi18n.h>

static void
paper_free (SmeTakenPaper *paper)
{
  g_free (paper->id);
  g_free (paper->name);
  g_free (paper->sha256);
  g_free (paper);
}

/* One number after the other: two contracts of an order have the same names. */
static void
add (GPtrArray *papers,
     SmeOperationId op,
     const char *id,
     const char *sha256,
     SmeDocumentInfo *info,
     const char *order_number,
     const char *ending)
{
  SmeTakenPaper *paper = g_new0 (SmeTakenPaper, 1);

  g_ptr_array_add (papers, paper);
  paper->op = op;
  paper->id = g_strdup (id);
  paper->sha256 = g_strdup (sha256);
  paper->name = sme_download_make_name (info, order_number, papers->len, ending);
}

static void
list_documents (GPtrArray *papers, SmeRecord *data)
{
  GListModel *dossiers = sme_record_get_list (data, "dossiers");

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (dossiers, i);
      GListModel *documents = sme_record_get_list (dossier, "documents");

      for (guint j = 0; documents != NULL && j < g_list_model_get_n_items (documents); j++)
        {
          g_autoptr (SmeRecord) info = g_list_model_get_item (documents, j);

          add (papers, SME_OP_GET_MY_DOCUMENT, sme_record_get_text (info, "id"),
               sme_record_get_text (info, "sha256"), SME_DOCUMENT_INFO (info),
               sme_record_get_text (dossier, "order_number"), ".pdf");
        }
    }
}

/* Takes @name over. */
static SmeDocumentInfo *
make_info (char *name)
{
  SmeDocumentInfo *info = sme_document_info_new ();

  sme_record_set_text (SME_RECORD (info), "name", name);
  g_free (name);
  return info;
}

static void
list_evidence (GPtrArray *papers, SmeRecord *data)
{
  GListModel *list = sme_record_get_list (data, "evidence");

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) evidence = g_list_model_get_item (list, i);
      g_autoptr (SmeDocumentInfo) info = make_info (g_strdup (_ ("Evidence record")));

      add (papers, SME_OP_GET_MY_EVIDENCE, sme_record_get_text (evidence, "dossier_id"),
           sme_record_get_text (evidence, "sha256"), info,
           sme_record_get_text (evidence, "order_number"), ".pdf");
    }
}

/* Drawn when first asked for, so that nothing is said of the file before. */
static void
list_invoices (GPtrArray *papers, SmeRecord *data)
{
  GListModel *list = sme_record_get_list (data, "invoices");

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) invoice = g_list_model_get_item (list, i);
      g_autoptr (SmeDocumentInfo) info =
        make_info (sme_payment_text_name_invoice (SME_INVOICE (invoice)));

      add (papers, SME_OP_GET_INVOICE_CONTENT, sme_record_get_text (invoice, "id"), NULL, info,
           sme_record_get_text (invoice, "order_number"), ".pdf");
    }
}

static const char *
find_order_number (SmeRecord *data, const char *dossier_id)
{
  GListModel *dossiers = sme_record_get_list (data, "dossiers");

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (dossiers, i);

      if (g_strcmp0 (sme_record_get_text (dossier, "id"), dossier_id) == 0)
        return sme_record_get_text (dossier, "order_number"); /* the list holds it */
    }
  return NULL;
}

/* They have endings of their own. */
static void
list_attachments (GPtrArray *papers, SmeRecord *data)
{
  GListModel *list = sme_record_get_list (data, "negotiations");

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) message = g_list_model_get_item (list, i);
      g_autoptr (SmeDocumentInfo) info = NULL;

      if (!sme_record_has (message, "attachment_name"))
        continue;
      info = make_info (g_strdup (sme_record_get_text (message, "attachment_name")));
      add (papers, SME_OP_GET_MY_ATTACHMENT, sme_record_get_text (message, "id"),
           sme_record_get_text (message, "attachment_sha256"), info,
           find_order_number (data, sme_record_get_text (message, "dossier_id")), "");
    }
}

GPtrArray *
sme_taken_paper_list (SmeDataExport *data)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
  SmeRecord *record = SME_RECORD (data);

  list_documents (papers, record);
  list_evidence (papers, record);
  list_invoices (papers, record);
  list_attachments (papers, record);
  return papers;
}
