/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-erase.h"

#define OWN " WHERE account_id = :account"
#define NOT_PAID " AND subscription_id IS NULL"

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
  "UPDATE orders SET draft = NULL" OWN,
  "UPDATE orders SET profile = NULL, billing = NULL" OWN NOT_PAID,
  "DELETE FROM support_case" OWN,
  "DELETE FROM dossier_message WHERE dossier_id IN (SELECT id FROM dossier" OWN ")",
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
