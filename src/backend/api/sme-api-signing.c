/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/paper/sme-paper-contract.h"
#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-divisions.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-tokens.h"
#include "core/sme-problem.h"
#include "seal/sme-seal.h"

#define CONTRACT_NAME "Mẫu hợp đồng SmartCA OneSME"
#define TERMS_NAME "Điều khoản sử dụng dịch vụ"
#define FIELD_NAME "Signature1"
#define FIELD_LABEL "Bên A ký điện tử"

/* The documents as drawn outside the transaction, for the order as it was then. */
typedef struct
{
  gint64 order_version;
  GBytes *contract; /* NULL: the dossier has its documents already */
  GBytes *terms;
} Drawn;

static void
drawn_free (Drawn *drawn)
{
  g_clear_pointer (&drawn->contract, g_bytes_unref);
  g_clear_pointer (&drawn->terms, g_bytes_unref);
  g_free (drawn);
}

static SmeCustomerType
find_customer_type (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);

  return account != NULL ? account->customer_type : SME_CUSTOMER_PERSON;
}

static GBytes *
draw_contract (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmeRecord *profile = sme_record_get_object (SME_RECORD (order->record), "profile");
  g_autofree char *address = sme_store_compose_address (sme_record_get_object (profile, "address"));
  SmePaperContract input = {
    .order = order->record,
    .customer_type = find_customer_type (call, NULL),
    .address_line = address,
    .drawn_at = call->now,
    .demonstration = sme_backend_is_local (call->backend),
  };
  SmePaperField place;
  g_autoptr (GBytes) pdf = sme_paper_draw_contract (&input, &place, error);
  SmeSealField field;

  if (pdf == NULL)
    return NULL;
  field = (SmeSealField){ FIELD_NAME, FIELD_LABEL, place.page,  place.x,
                          place.y,    place.width, place.height };
  /* The empty field is there before anybody reads, so that signing only appends. */
  return sme_seal_prepare (pdf, &field, error);
}

static gboolean
draw_documents (SmeCall *call, SmeStoredOrder *order, Drawn *drawn, GError **error)
{
  SmeRecord *record = SME_RECORD (order->record);

  drawn->contract = draw_contract (call, order, error);
  if (drawn->contract == NULL)
    return FALSE;
  drawn->terms = sme_paper_draw_terms (sme_record_get_text (record, "terms_version"),
                                       sme_record_get_text (record, "number"), call->now,
                                       sme_backend_is_local (call->backend), error);
  return drawn->terms != NULL;
}

gboolean
sme_prepare_create_signing_session (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  const char *dossier_id;
  Drawn *drawn;

  if (order == NULL)
    return FALSE;
  if (sme_record_get_int (call->request, "purpose") != SME_DOSSIER_CONTRACT)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  dossier_id = sme_record_get_text (SME_RECORD (order->record), "dossier_id");
  if (dossier_id == NULL)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  drawn = g_new0 (Drawn, 1);
  drawn->order_version = order->version;
  sme_call_set_prepared (call, drawn, (GDestroyNotify) drawn_free);
  return sme_store_count_documents (call, dossier_id, error) > 0 ||
         draw_documents (call, order, drawn, error);
}

static gboolean
keep_documents (SmeCall *call, const char *dossier_id, Drawn *drawn, GError **error)
{
  SmeNewDocument contract = { SME_DOCUMENT_CONTRACT, CONTRACT_NAME,
                              "contract-" SME_PAPER_CONTRACT_VERSION, drawn->contract };
  SmeNewDocument terms = { SME_DOCUMENT_TERMS, TERMS_NAME, "terms-" SME_TERMS_CURRENT_VERSION,
                           drawn->terms };

  if (drawn->contract == NULL)
    return TRUE;
  return sme_store_insert_document (call, dossier_id, 0, &contract, error) &&
         sme_store_insert_document (call, dossier_id, 1, &terms, error);
}

/* What belonged to the session before is void; the strokes stay. */
static gboolean
begin_again (SmeCall *call, const char *order_id, const char *dossier_id, GError **error)
{
  return sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "open-signing", error) &&
         sme_flow_fire (call, SME_MACHINE_DOSSIER, dossier_id, "restart", error) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE dossier SET otp_mac = NULL, otp_digest = NULL, otp_session = NULL,"
                     " otp_verified_at = NULL WHERE id = :id",
                     "id:s", dossier_id, NULL);
}

static SmeReply *
answer_session (SmeCall *call, const char *dossier_id, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeEcontractUser) user = sme_store_find_econtract_user (call, account_id, NULL, error);
  g_autoptr (SmeSigningSession) session = sme_signing_session_new ();
  g_autofree char *token = NULL;

  if (user == NULL || !sme_store_end_tokens (call, account_id, "signing", dossier_id, error))
    return NULL;
  token = sme_store_mint_token (call, "signing", account_id, NULL, 0, dossier_id, SME_SIGNING_LIFE,
                                error);
  if (token == NULL)
    return NULL;
  sme_record_set_text (SME_RECORD (session), "dossier_id", dossier_id);
  sme_record_set_text (SME_RECORD (session), "econtract_url", sme_backend_get_url (call->backend));
  sme_record_set_text (SME_RECORD (session), "access_token", token);
  sme_record_set_int (SME_RECORD (session), "expires_in", SME_SIGNING_LIFE / 1000);
  sme_record_set_int (SME_RECORD (session), "password_change_required", !user->password_changed);
  return sme_reply_new_record (201, SME_RECORD (session));
}

SmeReply *
sme_handle_create_signing_session (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  Drawn *drawn = call->prepared;
  const char *dossier_id;

  if (order == NULL)
    return NULL;
  if (order->version != drawn->order_version)
    return sme_handler_stale (error);
  dossier_id = sme_record_get_text (SME_RECORD (order->record), "dossier_id");
  if (!keep_documents (call, dossier_id, drawn, error))
    return NULL;
  /* A signed or locked contract can still be read; nothing begins again. */
  if ((g_str_equal (order->state, "paid") || g_str_equal (order->state, "signing")) &&
      !begin_again (call, call->path_id, dossier_id, error))
    return NULL;
  return answer_session (call, dossier_id, error);
}
