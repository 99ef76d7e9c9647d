/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-erase.h"

#define OWN " WHERE account_id = :account"
#define NOT_PAID " AND subscription_id IS NULL"
#define OWN_UNSIGNED "(SELECT id FROM dossier" OWN " AND completed_at IS NULL)"
/* What the operator was answered, by the path of the thing that was dealt with. */
#define ANSWERS_ABOUT(table) \
  "DELETE FROM idempotency WHERE scope LIKE 'local:%' AND EXISTS (SELECT 1 FROM " table \
  " t WHERE t.account_id = :account AND scope LIKE '%/' || t.id || '%')"
#define OLD_FAREWELLS " FROM message WHERE account_id IS NULL AND sent_at <= :then"

/* In this order: what refers to a thing goes before it. */
static const char *const statements[] = {
  "DELETE FROM token" OWN " AND kind <> 'lookup'",
  "DELETE FROM session_family" OWN,
  "DELETE FROM activation" OWN,
  "DELETE FROM code" OWN,
  "DELETE FROM service_like" OWN,
  "DELETE FROM review" OWN,
  "DELETE FROM message" OWN,
  /* Answers kept for retries quote orders and dossiers. */
  "DELETE FROM idempotency WHERE scope LIKE 'access:' || :account || ' %'",
  "DELETE FROM idempotency WHERE EXISTS (SELECT 1 FROM dossier d WHERE d.account_id = :account AND"
  " scope LIKE 'signing:' || d.id || ' %')",
  "DELETE FROM idempotency WHERE scope LIKE 'lookup:' || :account || ' %'",
  "DELETE FROM idempotency WHERE EXISTS (SELECT 1 FROM dossier d WHERE d.account_id = :account AND"
  " scope LIKE 'lookup:' || d.id || ' %')",
  /* What was answered before anybody was signed in: the registration. */
  "DELETE FROM idempotency WHERE scope LIKE 'anybody:%' AND EXISTS (SELECT 1 FROM account a WHERE"
  " a.id = :account AND CAST (body AS TEXT) LIKE '%' || a.email || '%')",
  ANSWERS_ABOUT ("orders"),
  ANSWERS_ABOUT ("support_case"),
  ANSWERS_ABOUT ("refund_request"),
  ANSWERS_ABOUT ("dossier"),
  "DELETE FROM idempotency WHERE scope LIKE 'signer:' || :account || ' %'",
  "UPDATE orders SET draft = NULL" OWN,
  "UPDATE orders SET profile = NULL, billing = NULL, folded = ''" OWN NOT_PAID,
  "DELETE FROM support_case" OWN,
  "UPDATE refund_request SET text = NULL, note = NULL" OWN,
  "DELETE FROM dossier_message WHERE dossier_id IN (SELECT id FROM dossier" OWN ")",
  "DELETE FROM signer" OWN " AND signed_at IS NULL",
  /* What nobody signed binds nobody. */
  "DELETE FROM token WHERE dossier_id IN " OWN_UNSIGNED,
  "UPDATE orders SET dossier_id = NULL" OWN " AND dossier_id IN " OWN_UNSIGNED,
  "UPDATE orders SET acceptance_dossier_id = NULL" OWN
  " AND acceptance_dossier_id IN " OWN_UNSIGNED,
  "DELETE FROM document WHERE dossier_id IN " OWN_UNSIGNED,
  "DELETE FROM dossier" OWN " AND completed_at IS NULL",
  "DELETE FROM econtract_user" OWN
  " AND NOT EXISTS (SELECT 1 FROM dossier d WHERE d.account_id = :account AND d.completed_at IS NOT"
  " NULL)",
};

static gboolean
close_account (SmeCall *call, const char *account_id, GError **error)
{
  return sme_db_run (
    call->db, NULL, error,
    "UPDATE account SET email = 'deleted-' || id || '@onesme.invalid', email_key = 'deleted-' || id"
    " || '@onesme.invalid', password_hash = '', full_name = 'deleted', phone = '',"
    " phone_confirmed_at = NULL, organisation_name = NULL, tax_code = NULL, registration_number ="
    " NULL, position = NULL, state = 'closed', version = version + 1, closed_at = :now WHERE id ="
    " :account",
    "now:i", call->now, "account:s", account_id, NULL);
}

gboolean
sme_store_erase_account (SmeCall *call, const char *account_id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!sme_db_run (call->db, NULL, error, statements[i], "account:s", account_id, NULL))
      return FALSE;
  return close_account (call, account_id, error);
}

gboolean
sme_store_find_old_farewells (SmeCall *call, gboolean *any, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (call->db, error, "SELECT seq" OLD_FAREWELLS " LIMIT 1",
                                           "then:i", call->now - SME_FAREWELL_LIFE, NULL);

  *any = rows != NULL && sme_rows_count (rows) > 0;
  return rows != NULL;
}

gboolean
sme_store_erase_old_farewells (SmeCall *call, GError **error)
{
  return sme_db_run (call->db, NULL, error, "DELETE" OLD_FAREWELLS, "then:i",
                     call->now - SME_FAREWELL_LIFE, NULL);
}
