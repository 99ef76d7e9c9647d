/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-consents.h"

#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"
#include "core/sme-reason.h"

#define PERSONAL_DATA "personal-data"
#define NO_MORE -1

static const SmePurpose purposes[] = {
  { "service", SME_TERMS_SERVICE_VERSION, TRUE, FALSE, { SME_EFFECT_ACCOUNT_MUST_END, NO_MORE } },
  { PERSONAL_DATA,
    SME_TERMS_PERSONAL_DATA_VERSION,
    TRUE,
    TRUE,
    { SME_EFFECT_NO_NEW_ORDERS, SME_EFFECT_OPEN_ORDERS_CANCELLED, SME_EFFECT_CONTRACTS_GO_ON,
      NO_MORE } },
  { "marketing", SME_TERMS_MARKETING_VERSION, FALSE, TRUE, { SME_EFFECT_NO_MARKETING, NO_MORE } },
};

const SmePurpose *
sme_purpose_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_str_equal (purposes[i].name, name))
      return &purposes[i];
  return NULL;
}

const char **
sme_purpose_list_effects (const SmePurpose *self)
{
  const char **words = g_new0 (const char *, G_N_ELEMENTS (self->effects));

  for (guint i = 0; self->effects[i] != NO_MORE; i++)
    words[i] = sme_enum_nick (SME_TYPE_CONSENT_EFFECT, self->effects[i]);
  return words;
}

GListModel *
sme_store_list_terms (void)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_TERMS_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (SmeTermsItem) item = sme_terms_item_new ();
      g_autofree const char **effects = sme_purpose_list_effects (&purposes[i]);
      SmeRecord *record = SME_RECORD (item);

      sme_record_set_text (record, "purpose", purposes[i].name);
      sme_record_set_text (record, "version", purposes[i].version);
      sme_record_set_int (record, "required", purposes[i].required);
      sme_record_set_int (record, "withdrawable", purposes[i].withdrawable);
      sme_record_set_texts (record, "effects", effects);
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

static void
add (GPtrArray *errors, const char *pointer, SmeReason reason)
{
  g_ptr_array_add (errors, sme_field_error_new_full (pointer, sme_reason_to_code (reason)));
}

static void
check_consent (SmeRecord *consent, guint i, GPtrArray *errors)
{
  const SmePurpose *found = sme_purpose_find (sme_record_get_text (consent, "purpose"));
  g_autofree char *purpose = g_strdup_printf ("/consents/%u/purpose", i);
  g_autofree char *version = g_strdup_printf ("/consents/%u/version", i);

  if (found == NULL)
    add (errors, purpose, SME_REASON_UNKNOWN_VALUE);
  else if (!g_str_equal (sme_record_get_text (consent, "version"), found->version))
    add (errors, version, SME_REASON_UNKNOWN_VALUE);
}

static gboolean
has_purpose (GListModel *consents, const char *name)
{
  for (guint i = 0; consents != NULL && i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (SmeRecord) consent = g_list_model_get_item (consents, i);

      if (g_str_equal (sme_record_get_text (consent, "purpose"), name))
        return TRUE;
    }
  return FALSE;
}

void
sme_store_check_consents (GListModel *consents, GPtrArray *errors)
{
  gboolean missing = FALSE;

  for (guint i = 0; consents != NULL && i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (SmeRecord) consent = g_list_model_get_item (consents, i);
      check_consent (consent, i, errors);
    }
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    missing = missing || (purposes[i].required && !has_purpose (consents, purposes[i].name));
  if (missing)
    add (errors, "/consents", SME_REASON_REQUIRED);
}

gboolean
sme_store_insert_consent (SmeCall *call,
                          const char *account_id,
                          const char *purpose,
                          const char *version,
                          GError **error)
{
  g_autoptr (SmeTerms) terms = sme_terms_get (version, call->language);
  g_autofree char *id = sme_id_new ();

  g_return_val_if_fail (terms != NULL, FALSE);
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO consent (id, account_id, purpose, version, text_sha256, given_at)"
                     " VALUES (:id, :account, :purpose, :version, :sha, :now)",
                     "id:s", id, "account:s", account_id, "purpose:s", purpose, "version:s",
                     version, "sha:s", sme_record_get_text (SME_RECORD (terms), "sha256"), "now:i",
                     call->now, NULL);
}

static SmeConsent *
read_consent (SmeRows *rows, guint i)
{
  SmeConsent *consent = sme_consent_new ();
  SmeRecord *record = SME_RECORD (consent);

  sme_record_set_text (record, "purpose", sme_rows_text (rows, i, "purpose"));
  sme_record_set_text (record, "version", sme_rows_text (rows, i, "version"));
  sme_record_set_text (record, "sha256", sme_rows_text (rows, i, "text_sha256"));
  sme_record_set_int (record, "given_at", sme_rows_int (rows, i, "given_at"));
  if (!sme_rows_is_null (rows, i, "withdrawn_at"))
    sme_record_set_int (record, "withdrawn_at", sme_rows_int (rows, i, "withdrawn_at"));
  return consent;
}

static SmeRows *
select_consents (SmeCall *call,
                 const char *account_id,
                 const char *purpose,
                 gboolean only_valid,
                 GError **error)
{
  return sme_db_query (call->db, error,
                       "SELECT * FROM consent WHERE account_id = :account AND purpose ="
                       " COALESCE (:purpose, purpose) AND (:valid = 0 OR withdrawn_at IS NULL)"
                       " ORDER BY given_at DESC, purpose, id",
                       "account:s", account_id, "purpose:s", purpose, "valid:i",
                       (gint64) only_valid, NULL);
}

GListModel *
sme_store_list_consents (SmeCall *call, const char *account_id, gboolean only_valid, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_CONSENT);
  g_autoptr (SmeRows) rows = select_consents (call, account_id, NULL, only_valid, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeConsent) consent = read_consent (rows, i);
      g_list_store_append (list, consent);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

SmeConsent *
sme_store_find_consent (SmeCall *call, const char *account_id, const char *purpose, GError **error)
{
  g_autoptr (SmeRows) rows = select_consents (call, account_id, purpose, TRUE, error);

  return rows != NULL && sme_rows_count (rows) > 0 ? read_consent (rows, 0) : NULL;
}

gboolean
sme_store_withdraw_consent (SmeCall *call,
                            const char *account_id,
                            const char *purpose,
                            GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE consent SET withdrawn_at = :now WHERE account_id = :account AND"
                     " purpose = :purpose AND withdrawn_at IS NULL",
                     "now:i", call->now, "account:s", account_id, "purpose:s", purpose, NULL);
}

gboolean
sme_store_require_data_consent (SmeCall *call, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeConsent) consent =
    sme_store_find_consent (call, call->principal.account_id, PERSONAL_DATA, &local);

  if (consent != NULL)
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    sme_problem_set (error, SME_PROBLEM_CONSENT_REQUIRED, NULL);
  return FALSE;
}
