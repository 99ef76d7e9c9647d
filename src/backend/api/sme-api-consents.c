/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-open-orders.h"
#include "backend/http/sme-handlers.h"
#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-consents.h"
#include "base/sme-time.h"
#include "core/sme-problem.h"

SmeReply *
sme_handle_list_terms (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list = sme_store_list_terms ();

  return sme_reply_new_list (list, g_list_model_get_n_items (list), NULL);
}

SmeReply *
sme_handle_get_terms (SmeCall *call, GError **error)
{
  g_autoptr (SmeTerms) terms = sme_terms_get (call->path_id, call->language);

  if (terms != NULL)
    return sme_reply_new_record (200, SME_RECORD (terms));
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

SmeReply *
sme_handle_list_consents (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list =
    sme_store_list_consents (call, call->principal.account_id, FALSE, error);

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

static const SmePurpose *
find_purpose (SmeCall *call, GError **error)
{
  const SmePurpose *purpose = sme_purpose_find (call->path_id);

  if (purpose == NULL)
    sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return purpose;
}

/* The valid consent of the caller; NULL with @error set only if something failed. */
static SmeConsent *
find_valid (SmeCall *call, const SmePurpose *purpose, GError **error)
{
  return sme_store_find_consent (call, call->principal.account_id, purpose->name, error);
}

/* The account shows its consents, so it has a new version. */
static gboolean
note (SmeCall *call, const char *event, const char *detail, GError **error)
{
  const char *account_id = call->principal.account_id;

  if (!sme_store_touch_account (call, account_id, error) ||
      !sme_audit_account (call, account_id, event, detail, error))
    return FALSE;
  sme_call_changed (call, account_id, "account", account_id);
  return TRUE;
}

static gboolean
renew (SmeCall *call, const SmePurpose *purpose, gboolean replace, GError **error)
{
  const char *account_id = call->principal.account_id;

  if (replace && !sme_store_withdraw_consent (call, account_id, purpose->name, error))
    return FALSE;
  return sme_store_insert_consent (call, account_id, purpose->name, purpose->version, error) &&
         note (call, "consent.give", purpose->name, error);
}

/* Giving what is given already changes nothing; the first time counts. */
SmeReply *
sme_handle_give_consent (SmeCall *call, GError **error)
{
  const SmePurpose *purpose = find_purpose (call, error);
  const char *version = sme_record_get_text (call->request, "version");
  g_autoptr (SmeConsent) old = NULL, consent = NULL;
  g_autoptr (GError) local = NULL;

  if (purpose == NULL)
    return NULL;
  if (!g_str_equal (version, purpose->version))
    {
      sme_problem_set_field (error, "/version", "unknown-value");
      return NULL;
    }
  old = find_valid (call, purpose, &local);
  if (old != NULL && g_str_equal (sme_record_get_text (SME_RECORD (old), "version"), version))
    return sme_reply_new_record (200, SME_RECORD (old));
  if (local == NULL && renew (call, purpose, old != NULL, &local))
    consent = find_valid (call, purpose, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return consent != NULL ? sme_reply_new_record (200, SME_RECORD (consent)) : NULL;
}

static SmeReply *
answer_withdrawn (SmeCall *call, const SmePurpose *purpose, GStrv cancelled)
{
  g_autoptr (SmeConsentWithdrawal) answer = sme_consent_withdrawal_new ();
  g_autofree const char **effects = sme_purpose_list_effects (purpose);
  SmeRecord *record = SME_RECORD (answer);

  sme_record_set_text (record, "purpose", purpose->name);
  sme_record_set_int (record, "withdrawn_at", call->now);
  /* The law leaves 15 days; here it is done at once. */
  sme_record_set_int (record, "stops_on", sme_date_from_time (call->now));
  sme_record_set_texts (record, "effects", effects);
  if (cancelled != NULL)
    sme_record_set_texts (record, "cancelled_orders", (const char *const *) cancelled);
  return sme_reply_new_record (200, record);
}

static gboolean
cancels_orders (const SmePurpose *purpose)
{
  for (guint i = 0; purpose->effects[i] >= 0; i++)
    if (purpose->effects[i] == SME_EFFECT_OPEN_ORDERS_CANCELLED)
      return TRUE;
  return FALSE;
}

SmeReply *
sme_handle_withdraw_consent (SmeCall *call, GError **error)
{
  const SmePurpose *purpose = find_purpose (call, error);
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeConsent) consent = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) cancelled = NULL;

  if (purpose == NULL)
    return NULL;
  consent = find_valid (call, purpose, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (consent == NULL || !purpose->withdrawable)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  if (cancels_orders (purpose) &&
      (cancelled = sme_flow_cancel_open_orders (call, account_id, error)) == NULL)
    return NULL;
  return sme_store_withdraw_consent (call, account_id, purpose->name, error) &&
             note (call, "consent.withdraw", purpose->name, error)
           ? answer_withdrawn (call, purpose, cancelled)
           : NULL;
}
