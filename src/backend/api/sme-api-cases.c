/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-cases.h"
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

static SmeReply *
answer_case (SmeCall *call, const char *id, guint status, GError **error)
{
  g_autoptr (SmeCase) found = sme_store_find_case (call, id, error);

  return found != NULL ? sme_reply_new_record (status, SME_RECORD (found)) : NULL;
}

static gboolean
hold (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  return sme_db_run (call->db, NULL, error, "UPDATE orders SET held_state = :state WHERE id = :id",
                     "state:s", order->state, "id:s", call->path_id, NULL) &&
         sme_flow_fire (call, SME_MACHINE_ORDER, call->path_id, "hold", error);
}

static SmeReply *
open_case (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (SmeCase) opened = NULL;
  gboolean holds = FALSE;
  gint64 today = 0;

  if (!may_open (order, kind, &holds, error) ||
      !sme_daily_count (call, "cases", order->account_id, 1, &today, error))
    return NULL;
  if (today > MAX_CASES_A_DAY)
    {
      sme_problem_set (error, SME_PROBLEM_TOO_MANY_REQUESTS, NULL);
      return NULL;
    }
  id =
    sme_store_insert_case (call, order, kind, sme_record_get_text (call->request, "text"), error);
  if (id == NULL || !sme_audit_order (call, call->path_id, "case", "open", NULL, "open", error) ||
      (holds && !hold (call, order, error)) || !sme_flow_touch_order (call, call->path_id, error))
    return NULL;
  sme_call_changed (call, order->account_id, "case", id);
  opened = sme_store_find_case (call, id, error);
  if (opened == NULL || !sme_outbox_send_case (call, order, opened, error))
    return NULL;
  return sme_reply_new_record (201, SME_RECORD (opened));
}

/* Of one kind there is one open case; asked again, it answers with its number. */
SmeReply *
sme_handle_open_case (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  SmeCaseKind kind = (SmeCaseKind) sme_record_get_int (call->request, "kind");
  const char *text = sme_record_get_text (call->request, "text");
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeCase) open = NULL;

  if (order == NULL)
    return NULL;
  open = sme_store_find_open_case (call, call->path_id, kind, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (open == NULL)
    return open_case (call, order, kind, error);
  if (text != NULL && !sme_store_add_to_case (call, open, text, error))
    return NULL;
  return answer_case (call, sme_record_get_text (SME_RECORD (open), "id"), 200, error);
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
  return answer_case (call, call->path_id, 200, error);
}
