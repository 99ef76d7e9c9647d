/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-cases.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-problem.h"

#define MAX_CASES_A_DAY 10

/* When a case can be opened, and whether the order then waits for it. What is not paid yet its
 * owner corrects alone; a service that works goes on working. */
static const struct
{
  SmeCaseKind kind;
  const char *state; /* of the order; NULL is any */
  gboolean holds;
} rules[] = {
  { SME_CASE_WRONG_DATA, "paid", TRUE },
  { SME_CASE_WRONG_DATA, "signing", TRUE },
  { SME_CASE_WRONG_DATA, "locked", TRUE },
  { SME_CASE_WRONG_DATA, "activating", TRUE },
  { SME_CASE_WRONG_DATA, "accepting", TRUE },
  { SME_CASE_WRONG_DATA, "active", FALSE },
  { SME_CASE_LOCKED, "locked", FALSE },
  { SME_CASE_ACCEPTANCE_FAILED, "accepting", TRUE },
  { SME_CASE_OTHER, NULL, FALSE },
};

static gboolean
may_open (SmeStoredOrder *order, SmeCaseKind kind, gboolean *holds, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].kind == kind &&
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

static const char *
get_id (SmeStoredOrder *order)
{
  return sme_record_get_text (SME_RECORD (order->record), "id");
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
  g_autoptr (SmeCase) opened = NULL;
  gboolean holds = FALSE;
  gint64 today = 0;

  if (!may_open (order, kind, &holds, error) ||
      !sme_daily_count (call, "cases", find_teller (call, order), 1, &today, error))
    return NULL;
  if (today > MAX_CASES_A_DAY)
    {
      sme_problem_set (error, SME_PROBLEM_TOO_MANY_REQUESTS, NULL);
      return NULL;
    }
  id =
    sme_store_insert_case (call, order, kind, sme_record_get_text (call->request, "text"), error);
  if (id == NULL || !sme_audit_order (call, get_id (order), "case", "open", NULL, "open", error) ||
      (holds && !hold (call, order, error)) || !sme_flow_touch_order (call, get_id (order), error))
    return NULL;
  sme_call_changed (call, order->account_id, "case", id);
  opened = sme_store_find_case (call, id, error);
  if (opened == NULL || !sme_outbox_send_case (call, order, opened, error))
    return NULL;
  return g_steal_pointer (&opened);
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

SmeReply *
sme_handle_local_resolve_case (SmeCall *call, GError **error)
{
  g_autoptr (SmeCase) found = sme_store_find_case (call, call->path_id, error);

  if (found == NULL ||
      !sme_store_set_case_outcome (call, call->path_id, SME_CASE_RESOLUTION (call->request),
                                   error) ||
      !sme_flow_fire (call, SME_MACHINE_CASE, call->path_id, "resolve", error))
    return NULL;
  return answer_case (call, call->path_id, error);
}
