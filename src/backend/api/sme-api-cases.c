/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-case-opening.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-cases.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-otp.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-problem.h"

#define MAX_CASES_A_DAY 10

/* When a case can be opened, and whether the order then waits for it. What is not paid yet its
 * owner corrects alone; a service that works goes on working. That a certificate was refused the
 * backend knows first. */
static const struct
{
  SmeCaseKind kind;
  const char *state; /* of the order; NULL is any */
  gboolean holds;
  gboolean at_limit; /* only when no code can be sent for a while */
} rules[] = {
  { SME_CASE_WRONG_DATA, "paid", TRUE },
  { SME_CASE_WRONG_DATA, "signing", TRUE },
  { SME_CASE_WRONG_DATA, "locked", TRUE },
  { SME_CASE_WRONG_DATA, "activating", TRUE },
  { SME_CASE_WRONG_DATA, "accepting", TRUE },
  { SME_CASE_WRONG_DATA, "active", FALSE },
  { SME_CASE_LOCKED, "locked", FALSE },
  { SME_CASE_LOCKED, "signing", .at_limit = TRUE },
  { SME_CASE_LOCKED, "accepting", .at_limit = TRUE },
  { SME_CASE_ACCEPTANCE_FAILED, "accepting", TRUE },
  { SME_CASE_OTHER, NULL, FALSE },
};

static const char *
get_id (SmeStoredOrder *order)
{
  return sme_record_get_text (SME_RECORD (order->record), "id");
}

static gboolean
is_at_limit (SmeCall *call, const char *order_id, gboolean *at_limit, GError **error)
{
  gint64 wait = 0;

  if (!sme_store_find_otp_wait (call, order_id, SME_OTP_MAX_SENDS, &wait, error))
    return FALSE;
  *at_limit = wait > 0;
  return TRUE;
}

static gboolean
may_open (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, gboolean *holds, GError **error)
{
  gboolean at_limit = FALSE;

  if (!is_at_limit (call, get_id (order), &at_limit, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].kind == kind && (at_limit || !rules[i].at_limit) &&
        (rules[i].state == NULL || g_str_equal (rules[i].state, order->state)))
      {
        *holds = rules[i].holds;
        return TRUE;
      }
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}

SmeReply *
sme_handle_list_cases (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  g_autoptr (GListModel) list =
    order != NULL ? sme_store_list_cases (call, call->path_id, error) : NULL;

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

static gboolean
hold (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  return sme_db_run (call->db, NULL, error, "UPDATE orders SET held_state = :state WHERE id = :id",
                     "state:s", order->state, "id:s", get_id (order), NULL) &&
         sme_flow_fire (call, SME_MACHINE_ORDER, get_id (order), "hold", error);
}

/* An invited holder has tries of their own. */
static const char *
find_teller (SmeCall *call, SmeStoredOrder *order)
{
  return call->principal.signer_id != NULL ? call->principal.signer_id : order->account_id;
}

static SmeCase *
open_case (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, GError **error)
{
  g_autofree char *id = NULL;
  gboolean holds = FALSE;
  gint64 today = 0;

  if (!may_open (call, order, kind, &holds, error) ||
      !sme_daily_count (call, "cases", find_teller (call, order), 1, &today, error))
    return NULL;
  if (today > MAX_CASES_A_DAY)
    {
      sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                              sme_throttle_seconds_of_today (call));
      return NULL;
    }
  id = sme_case_open (call, order, kind, sme_record_get_text (call->request, "text"), error);
  if (id == NULL || (holds && !hold (call, order, error)))
    return NULL;
  return sme_store_find_case (call, id, error);
}

/* Of one kind there is one open case; asked again, it answers with its number. @status: (out) */
static SmeCase *
tell (SmeCall *call, SmeStoredOrder *order, guint *status, GError **error)
{
  SmeCaseKind kind = (SmeCaseKind) sme_record_get_int (call->request, "kind");
  const char *text = sme_record_get_text (call->request, "text");
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeCase) open = sme_store_find_open_case (call, get_id (order), kind, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  *status = open != NULL ? 200 : 201;
  if (open == NULL)
    return open_case (call, order, kind, error);
  if (text != NULL && !sme_store_add_to_case (call, open, text, error))
    return NULL;
  return sme_store_find_case (call, sme_record_get_text (SME_RECORD (open), "id"), error);
}

SmeReply *
sme_handle_open_case (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  guint status = 0;
  g_autoptr (SmeCase) found = order != NULL ? tell (call, order, &status, error) : NULL;

  return found != NULL ? sme_reply_new_record (status, SME_RECORD (found)) : NULL;
}

/* The order of the dossier in the path, which the caller's sign-in may see. */
static SmeStoredOrder *
find_order_of_dossier (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);

  return dossier != NULL ? sme_store_find_order (call, dossier->order_id, NULL, error) : NULL;
}

/* Number and state are for whoever signs; what was written is between the buyer and the support. */
static void
take_words_away (SmeRecord *item)
{
  sme_record_unset (item, "text");
  sme_record_unset (item, "note");
}

SmeReply *
sme_handle_open_dossier_case (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = find_order_of_dossier (call, error);
  guint status = 0;
  g_autoptr (SmeCase) found = order != NULL ? tell (call, order, &status, error) : NULL;

  if (found == NULL)
    return NULL;
  take_words_away (SME_RECORD (found));
  return sme_reply_new_record (status, SME_RECORD (found));
}

SmeReply *
sme_handle_list_dossier_cases (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = find_order_of_dossier (call, error);
  g_autoptr (GListModel) all =
    order != NULL ? sme_store_list_cases (call, get_id (order), error) : NULL;
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_CASE);

  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (all, i);

      if (sme_record_get_int (item, "kind") == SME_CASE_OTHER)
        continue;
      take_words_away (item);
      g_list_store_append (list, item);
    }
  return all != NULL ? sme_reply_new_list (G_LIST_MODEL (list),
                                           g_list_model_get_n_items (G_LIST_MODEL (list)), NULL)
                     : NULL;
}

static SmeReply *
answer_case (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeCase) found = sme_store_find_case (call, id, error);

  return found != NULL ? sme_reply_new_record (200, SME_RECORD (found)) : NULL;
}

/* What is decided stands in the chain with the number that the customer was told. */
static SmeReply *
resolve (SmeCall *call, const char *id, SmeCaseOutcome outcome, const char *note, GError **error)
{
  g_autoptr (SmeCase) found = sme_store_find_case (call, id, error);
  SmeRecord *record = SME_RECORD (found);
  g_autofree char *about = NULL;

  if (found == NULL)
    return NULL;
  about = g_strdup_printf ("case=%s kind=%s", sme_record_get_text (record, "number"),
                           sme_record_get_nick (record, "kind"));
  sme_audit_set_decision (call, about, sme_enum_nick (SME_TYPE_CASE_OUTCOME, (int) outcome),
                          note != NULL);
  if (!sme_store_set_case_outcome (call, id, outcome, note, error) ||
      !sme_flow_fire (call, SME_MACHINE_CASE, id, "resolve", error))
    return NULL;
  return answer_case (call, id, error);
}

SmeReply *
sme_handle_local_resolve_case (SmeCall *call, GError **error)
{
  return resolve (call, call->path_id,
                  (SmeCaseOutcome) sme_record_get_int (call->request, "outcome"),
                  sme_record_get_text (call->request, "note"), error);
}

/* Somebody calls who tells the number of the order only, or who ran out of codes. */
SmeReply *
sme_handle_local_unlock_order (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, call->path_id, NULL, error);
  g_autofree char *id = NULL;
  gboolean holds = FALSE;

  if (order == NULL || !may_open (call, order, SME_CASE_LOCKED, &holds, error))
    return NULL;
  id = sme_case_ensure (call, order, SME_CASE_LOCKED, error);
  return id != NULL ? resolve (call, id, SME_CASE_GRANTED,
                               sme_record_get_text (call->request, "note"), error)
                    : NULL;
}
