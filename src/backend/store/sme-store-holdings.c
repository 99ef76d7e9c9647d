/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-holdings.h"

#include "backend/store/sme-store-erase.h"
#include "base/sme-time.h"

/* Names of laws stay as they are in every language. */
#define ACCOUNTING "Luật Kế toán số 88/2015/QH13, Điều 41"
#define E_TRANSACTIONS "Luật Giao dịch điện tử số 20/2023/QH15; " ACCOUNTING
#define DATA_PROTECTION "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"

/* Vouchers that the books rest on are kept ten years from the end of the year (Law 88/2015/QH13,
 * article 41, 5b). */
#define KEEP_YEARS 10

#define OWN " WHERE account_id = :account"
#define PAID " AND subscription_id IS NOT NULL"
#define OF_OWN_PAYMENTS " WHERE payment_id IN (SELECT id FROM payment WHERE account_id = :account)"
#define OF_OWN_SCOPES \
  " WHERE scope = 'account:' || :account OR scope IN (SELECT 'order:' || id FROM orders" OWN ")"
#define OF_OWN_ORDERS " WHERE order_id IN (SELECT id FROM orders" OWN ")"
#define OF_OWN_DOSSIERS " WHERE dossier_id IN (SELECT id FROM dossier" OWN ")"
#define SIGNED_DOCUMENTS \
  " FROM document WHERE dossier_id IN (SELECT id FROM dossier" OWN " AND completed_at IS NOT " \
  "NULL)"

/* all and kept count (n) what there is and what stays, with the time of the last one (latest). */
static const struct
{
  SmeDataKind kind;
  SmeDataGround ground;
  const char *all;
  const char *kept; /* NULL: all of it is erased with the account */
  SmeDataGround kept_ground;
  const char *law;
  int years; /* 0: no fixed day */
} kinds[] = {
  { SME_DATA_ACCOUNT, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM account WHERE id = :account",
    NULL, 0, NULL, 0 },
  { SME_DATA_CONSENTS, SME_GROUND_DATA_PROTECTION_LAW, "SELECT COUNT (*) AS n FROM consent" OWN,
    "SELECT COUNT (*) AS n, MAX (given_at) AS latest FROM consent" OWN,
    SME_GROUND_DATA_PROTECTION_LAW, DATA_PROTECTION, 0 },
  { SME_DATA_SESSIONS, SME_GROUND_SECURITY, "SELECT COUNT (*) AS n FROM session_family" OWN, NULL,
    0, NULL, 0 },
  { SME_DATA_ORDERS, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM orders" OWN,
    "SELECT COUNT (*) AS n, MAX (updated_at) AS latest FROM orders" OWN PAID,
    SME_GROUND_ACCOUNTING_LAW, ACCOUNTING, KEEP_YEARS },
  { SME_DATA_INVOICES, SME_GROUND_ACCOUNTING_LAW, "SELECT COUNT (*) AS n FROM invoice" OWN,
    "SELECT COUNT (*) AS n, MAX (issued_at) AS latest FROM invoice" OWN, SME_GROUND_ACCOUNTING_LAW,
    ACCOUNTING, KEEP_YEARS },
  /* What was asked for and how it ended; the words go. */
  { SME_DATA_REFUND_REQUESTS, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM refund_request" OWN,
    "SELECT COUNT (*) AS n, MAX (COALESCE (decided_at, created_at)) AS latest FROM "
    "refund_request" OWN,
    SME_GROUND_ACCOUNTING_LAW, ACCOUNTING, KEEP_YEARS },
  { SME_DATA_PAYMENTS, SME_GROUND_ACCOUNTING_LAW,
    "SELECT COUNT (*) AS n FROM receipt" OF_OWN_PAYMENTS,
    "SELECT COUNT (*) AS n, MAX (received_at) AS latest FROM receipt" OF_OWN_PAYMENTS,
    SME_GROUND_ACCOUNTING_LAW, ACCOUNTING, KEEP_YEARS },
  { SME_DATA_CONTRACTS, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM document" OF_OWN_DOSSIERS,
    "SELECT COUNT (*) AS n, MAX (changed_at) AS latest" SIGNED_DOCUMENTS,
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
  { SME_DATA_SIGNATURES, SME_GROUND_CONTRACT,
    "SELECT COUNT (*) AS n FROM dossier" OWN " AND signature IS NOT NULL",
    "SELECT COUNT (*) AS n, MAX (completed_at) AS latest FROM dossier" OWN
    " AND signature IS NOT NULL AND completed_at IS NOT NULL",
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
  { SME_DATA_EVIDENCE, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM evidence" OF_OWN_DOSSIERS,
    "SELECT COUNT (*) AS n, MAX (created_at) AS latest FROM evidence" OF_OWN_DOSSIERS,
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
  { SME_DATA_CERTIFICATES, SME_GROUND_CONTRACT,
    "SELECT COUNT (*) AS n FROM certificate" OF_OWN_ORDERS,
    "SELECT COUNT (*) AS n, MAX (changed_at) AS latest FROM certificate" OF_OWN_ORDERS,
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
  /* Without it nobody could read the contracts that stay. */
  { SME_DATA_ECONTRACT, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM econtract_user" OWN,
    "SELECT COUNT (DISTINCT u.account_id) AS n, MAX (d.completed_at) AS latest FROM econtract_user "
    "u JOIN dossier d ON"
    " d.account_id = u.account_id WHERE u.account_id = :account AND d.completed_at IS NOT NULL",
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
  { SME_DATA_NEGOTIATIONS, SME_GROUND_CONTRACT,
    "SELECT COUNT (*) AS n FROM dossier_message" OF_OWN_DOSSIERS, NULL, 0, NULL, 0 },
  /* Who signed a contract that stays is named with it. */
  { SME_DATA_SIGNERS, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM signer" OWN,
    "SELECT COUNT (*) AS n, MAX (signed_at) AS latest FROM signer" OWN " AND signed_at IS NOT NULL",
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
  { SME_DATA_SUBSCRIPTIONS, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM subscription" OWN,
    "SELECT COUNT (*) AS n, MAX (created_at) AS latest FROM subscription" OWN,
    SME_GROUND_ACCOUNTING_LAW, ACCOUNTING, KEEP_YEARS },
  { SME_DATA_CASES, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM support_case" OWN, NULL, 0,
    NULL, 0 },
  { SME_DATA_REVIEWS, SME_GROUND_CONSENT, "SELECT COUNT (*) AS n FROM review" OWN, NULL, 0, NULL,
    0 },
  { SME_DATA_LIKES, SME_GROUND_CONSENT, "SELECT COUNT (*) AS n FROM service_like" OWN, NULL, 0,
    NULL, 0 },
  { SME_DATA_MESSAGES, SME_GROUND_CONTRACT, "SELECT COUNT (*) AS n FROM message" OWN, NULL, 0, NULL,
    0 },
  { SME_DATA_HISTORY, SME_GROUND_SECURITY, "SELECT COUNT (*) AS n FROM audit" OF_OWN_SCOPES,
    "SELECT COUNT (*) AS n, MAX (at) AS latest FROM audit" OF_OWN_SCOPES,
    SME_GROUND_E_TRANSACTIONS_LAW, E_TRANSACTIONS, KEEP_YEARS },
};

static int
end_of_keeping (gint64 latest, int years)
{
  return years > 0 ? (sme_date_from_time (latest) / 10000 + years) * 10000 + 1231 : SME_DATE_NONE;
}

static void
set_kept (SmeRecord *holding, guint i, SmeRows *kept)
{
  int until = end_of_keeping (sme_rows_int (kept, 0, "latest"), kinds[i].years);

  sme_record_set_int (holding, "stays", TRUE);
  sme_record_set_text (holding, "law", kinds[i].law);
  if (until != SME_DATE_NONE)
    sme_record_set_int (holding, "keep_until", until);
}

static gboolean
add_holding (SmeCall *call,
             guint i,
             const char *account_id,
             gboolean only_kept,
             GListStore *list,
             GError **error)
{
  g_autoptr (SmeDataHolding) holding = sme_data_holding_new ();
  SmeRecord *record = SME_RECORD (holding);
  g_autoptr (SmeRows) all = NULL, kept = NULL;
  gboolean stays;

  all = sme_db_query (call->db, error, kinds[i].all, "account:s", account_id, NULL);
  if (all == NULL)
    return FALSE;
  if (kinds[i].kept != NULL)
    kept = sme_db_query (call->db, error, kinds[i].kept, "account:s", account_id, NULL);
  if (kinds[i].kept != NULL && kept == NULL)
    return FALSE;
  stays = kept != NULL && sme_rows_int (kept, 0, "n") > 0;
  if (sme_rows_int (all, 0, "n") == 0 || (only_kept && !stays))
    return TRUE;
  sme_record_set_int (record, "kind", kinds[i].kind);
  sme_record_set_int (record, "count", sme_rows_int (only_kept ? kept : all, 0, "n"));
  sme_record_set_int (record, "ground", only_kept ? kinds[i].kept_ground : kinds[i].ground);
  sme_record_set_int (record, "stays", FALSE);
  if (stays)
    set_kept (record, i, kept);
  g_list_store_append (list, holding);
  return TRUE;
}

/* The letter that confirms the deletion, which the law on data protection asks for: it is written
 * when all else is gone, and goes when there was time to deliver it. */
static void
add_farewell (SmeCall *call, GListStore *list)
{
  g_autoptr (SmeDataHolding) holding = sme_data_holding_new ();
  SmeRecord *record = SME_RECORD (holding);

  sme_record_set_int (record, "kind", SME_DATA_FAREWELL);
  sme_record_set_int (record, "count", 1);
  sme_record_set_int (record, "ground", SME_GROUND_DATA_PROTECTION_LAW);
  sme_record_set_int (record, "stays", TRUE);
  sme_record_set_text (record, "law", DATA_PROTECTION);
  sme_record_set_int (record, "keep_until", sme_date_from_time (call->now + SME_FAREWELL_LIFE));
  g_list_store_append (list, holding);
}

GListModel *
sme_store_list_holdings (SmeCall *call, const char *account_id, gboolean only_kept, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_DATA_HOLDING);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!add_holding (call, i, account_id, only_kept, list, error))
      return NULL;
  if (only_kept)
    add_farewell (call, list);
  return G_LIST_MODEL (g_steal_pointer (&list));
}

const char **
sme_store_list_erased_kinds (void)
{
  const char **words = g_new0 (const char *, G_N_ELEMENTS (kinds) + 1);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kept == NULL)
      words[n++] = sme_enum_nick (SME_TYPE_DATA_KIND, (int) kinds[i].kind);
  return words;
}
