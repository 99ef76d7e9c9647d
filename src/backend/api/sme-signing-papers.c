/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-papers.h"

#include "backend/http/sme-handlers.h"
#include "backend/paper/sme-paper-acceptance.h"
#include "backend/paper/sme-paper-contract.h"
#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-certificates.h"
#include "backend/store/sme-store-divisions.h"
#include "backend/store/sme-store-documents.h"
#include "core/sme-problem.h"
#include "seal/sme-seal.h"

#define CONTRACT_NAME "Mẫu hợp đồng SmartCA OneSME"
#define TERMS_NAME "Điều khoản sử dụng dịch vụ"
#define ACCEPTANCE_NAME "Biên bản nghiệm thu"
#define FIELD_NAME "Signature1"
#define FIELD_LABEL "Bên A ký điện tử"

struct _SmeSigningPapers
{
  gint64 order_version;
  SmeNewDocument documents[2];
  guint n_documents;
};

void
sme_signing_papers_free (SmeSigningPapers *self)
{
  for (guint i = 0; i < self->n_documents; i++)
    g_bytes_unref (self->documents[i].content);
  g_free (self);
}

gint64
sme_signing_papers_get_order_version (SmeSigningPapers *self)
{
  return self->order_version;
}

const char *
sme_signing_papers_find_dossier (SmeStoredOrder *order, SmeDossierKind kind, GError **error)
{
  const char *id =
    sme_record_get_text (SME_RECORD (order->record),
                         kind == SME_DOSSIER_ACCEPTANCE ? "acceptance_dossier_id" : "dossier_id");

  if (id == NULL)
    sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return id;
}

static SmeCustomerType
find_customer_type (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);

  return account != NULL ? account->customer_type : SME_CUSTOMER_PERSON;
}

static char *
compose_address (SmeStoredOrder *order)
{
  SmeRecord *profile = sme_record_get_object (SME_RECORD (order->record), "profile");

  return sme_store_compose_address (sme_record_get_object (profile, "address"));
}

/* The empty field is there before anybody reads, so that signing only appends. */
static GBytes *
prepare (GBytes *pdf, const SmePaperField *place, GError **error)
{
  SmeSealField field = { FIELD_NAME, FIELD_LABEL,  place->page,  place->x,
                         place->y,   place->width, place->height };

  return sme_seal_prepare (pdf, &field, error);
}

static GBytes *
draw_contract (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  g_autofree char *address = compose_address (order);
  SmePaperContract input = {
    .order = order->record,
    .customer_type = find_customer_type (call, NULL),
    .address_line = address,
    .drawn_at = call->now,
    .demonstration = sme_backend_is_local (call->backend),
  };
  SmePaperField place;
  g_autoptr (GBytes) pdf = sme_paper_draw_contract (&input, &place, error);

  return pdf != NULL ? prepare (pdf, &place, error) : NULL;
}

static GBytes *
draw_terms (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmeRecord *record = SME_RECORD (order->record);

  return sme_paper_draw_terms (sme_record_get_text (record, "terms_version"),
                               sme_record_get_text (record, "number"), call->now,
                               sme_backend_is_local (call->backend), error);
}

static gint64
find_contract_time (SmeCall *call, SmeStoredOrder *order)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, NULL, "SELECT completed_at FROM dossier WHERE id = :id", "id:s",
                  sme_record_get_text (SME_RECORD (order->record), "dossier_id"), NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? sme_rows_int (rows, 0, "completed_at") : 0;
}

static GBytes *
draw_acceptance (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  g_autofree char *address = compose_address (order);
  g_autoptr (SmeStoredCertificate) certificate = sme_store_find_certificate (call, order, error);
  g_autoptr (GBytes) pdf = NULL;
  SmePaperAcceptance input = {
    .order = order->record,
    .customer_type = find_customer_type (call, NULL),
    .address_line = address,
    .contract_signed_at = find_contract_time (call, order),
    .drawn_at = call->now,
    .demonstration = sme_backend_is_local (call->backend),
  };
  SmePaperField place;

  if (certificate == NULL)
    return NULL;
  input.certificate = certificate->record;
  pdf = sme_paper_draw_acceptance (&input, &place, error);
  return pdf != NULL ? prepare (pdf, &place, error) : NULL;
}

static gboolean
add (SmeSigningPapers *self,
     SmeDocumentKind kind,
     const char *name,
     const char *template,
     GBytes *content)
{
  if (content == NULL)
    return FALSE;
  self->documents[self->n_documents++] = (SmeNewDocument){ kind, name, template, content };
  return TRUE;
}

static gboolean
draw (SmeSigningPapers *self,
      SmeCall *call,
      SmeStoredOrder *order,
      SmeDossierKind kind,
      GError **error)
{
  if (kind == SME_DOSSIER_ACCEPTANCE)
    return add (self, SME_DOCUMENT_ACCEPTANCE, ACCEPTANCE_NAME,
                "acceptance-" SME_PAPER_ACCEPTANCE_VERSION, draw_acceptance (call, order, error));
  return add (self, SME_DOCUMENT_CONTRACT, CONTRACT_NAME, "contract-" SME_PAPER_CONTRACT_VERSION,
              draw_contract (call, order, error)) &&
         add (self, SME_DOCUMENT_TERMS, TERMS_NAME, "terms-" SME_TERMS_CURRENT_VERSION,
              draw_terms (call, order, error));
}

SmeSigningPapers *
sme_signing_papers_draw (SmeCall *call, SmeStoredOrder *order, SmeDossierKind kind, GError **error)
{
  g_autoptr (SmeSigningPapers) self = g_new0 (SmeSigningPapers, 1);
  const char *dossier_id = sme_signing_papers_find_dossier (order, kind, error);

  if (dossier_id == NULL)
    return NULL;
  self->order_version = order->version;
  if (sme_store_count_documents (call, dossier_id, error) == 0 &&
      !draw (self, call, order, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* In a transaction of its own: who reads does not write. Somebody else may have been first. */
static gboolean
keep_now (SmeSigningPapers *self,
          SmeCall *call,
          const char *order_id,
          const char *dossier_id,
          GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, order_id, NULL, error);

  if (order == NULL)
    return FALSE;
  if (order->version != self->order_version)
    {
      sme_handler_stale (error);
      return FALSE;
    }
  return sme_store_count_documents (call, dossier_id, error) > 0 ||
         sme_signing_papers_keep (self, call, dossier_id, error);
}

static gboolean
keep_in_transaction (SmeSigningPapers *self,
                     SmeCall *call,
                     const char *order_id,
                     const char *dossier_id,
                     GError **error)
{
  gboolean kept = FALSE;

  sme_backend_lock_writer (call->backend);
  if (sme_db_begin (call->db, TRUE, error))
    {
      kept = keep_now (self, call, order_id, dossier_id, error);
      if (!kept)
        sme_db_rollback (call->db);
      else
        kept = sme_db_commit (call->db, error);
    }
  sme_backend_unlock_writer (call->backend);
  return kept;
}

gboolean
sme_signing_papers_lay_out (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  SmeRecord *record = SME_RECORD (dossier->record);
  const char *dossier_id = sme_record_get_text (record, "id");
  SmeDossierKind kind = (SmeDossierKind) sme_record_get_int (record, "kind");
  g_autoptr (SmeStoredOrder) order = NULL;
  g_autoptr (SmeSigningPapers) papers = NULL;

  if (sme_record_get_int (record, "can_sign") == 0 || sme_record_has (record, "documents"))
    return TRUE;
  order = sme_store_find_order (call, dossier->order_id, NULL, error);
  papers = order != NULL ? sme_signing_papers_draw (call, order, kind, error) : NULL;
  return papers != NULL && keep_in_transaction (papers, call, dossier->order_id, dossier_id, error);
}

gboolean
sme_signing_papers_keep (SmeSigningPapers *self,
                         SmeCall *call,
                         const char *dossier_id,
                         GError **error)
{
  for (guint i = 0; i < self->n_documents; i++)
    if (!sme_store_insert_document (call, dossier_id, i, &self->documents[i], error))
      return FALSE;
  return TRUE;
}
