/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-order-edit.h"
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-consents.h"
#include "backend/store/sme-store-divisions.h"
#include "backend/store/sme-store-order-list.h"
#include "base/sme-time.h"
#include "core/sme-field-error.h"
#include "core/sme-people-sheet.h"
#include "core/sme-plan-audience.h"
#include "core/sme-problem.h"
#include "core/sme-profile-rules.h"

static SmeReply *
answer_order (SmeCall *call, const char *id, guint status, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, id, call->principal.account_id, error);
  SmeReply *reply;

  if (order == NULL)
    return NULL;
  reply = sme_reply_new_record (status, SME_RECORD (order->record));
  sme_reply_set_version (reply, order->version);
  return reply;
}

/* A price is anybody's to see; an order is not anybody's to make. */
static gboolean
check_audience (SmeCall *call, SmePlan *plan, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);
  SmeReason reason;

  if (account == NULL)
    return FALSE;
  reason = sme_plan_audience_check (plan, account->customer_type);
  return reason == SME_REASON_OK ||
         sme_problem_set_field (error, "/plan_id", sme_reason_to_code (reason));
}

SmeReply *
sme_handle_create_order (SmeCall *call, GError **error)
{
  SmeOrderRequest *request = SME_ORDER_REQUEST (call->request);
  g_autoptr (SmePlan) plan = NULL;
  g_autoptr (SmeQuote) quote = NULL;
  g_autofree char *id = NULL;

  if (!sme_store_require_data_consent (call, error))
    return NULL;
  quote = sme_store_make_quote (call, request, &plan, error);
  if (quote == NULL || !check_audience (call, plan, error))
    return NULL;
  id = sme_store_insert_order (call, request, plan, quote, error);
  if (id == NULL || !sme_audit_order (call, id, "order", "create", NULL, "draft", error))
    return NULL;
  sme_call_changed (call, call->principal.account_id, "order", id);
  return answer_order (call, id, 201, error);
}

SmeReply *
sme_handle_list_orders (SmeCall *call, GError **error)
{
  gint64 total = 0;
  g_autofree char *next = NULL;
  g_autoptr (GListModel) list = sme_store_list_orders (
    call, call->principal.account_id, SME_ORDER_QUERY (call->query_record), &total, &next, error);

  return list != NULL ? sme_reply_new_list (list, total, next) : NULL;
}

SmeReply *
sme_handle_get_order (SmeCall *call, GError **error)
{
  return answer_order (call, call->path_id, 200, error);
}

static SmeReply *
answer_draft (SmeStoredOrder *order)
{
  g_autoptr (SmeProfile) empty = sme_profile_new ();
  SmeRecord *profile = sme_record_get_object (SME_RECORD (order->record), "profile");
  SmeRecord *draft = order->draft != NULL ? SME_RECORD (order->draft)
                     : profile != NULL    ? profile
                                          : SME_RECORD (empty);
  SmeReply *reply = sme_reply_new_record (200, draft);

  sme_reply_set_version (reply, order->version);
  return reply;
}

SmeReply *
sme_handle_get_draft (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);

  return order != NULL ? answer_draft (order) : NULL;
}

/* Keeping what is half typed changes nothing that was declared before. */
SmeReply *
sme_handle_put_draft (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  g_autoptr (SmeStoredOrder) fresh = NULL;

  if (order == NULL || !sme_order_edit_is_open (call, order, error) ||
      !sme_store_set_order_part (call, call->path_id, "draft", call->request, error) ||
      !sme_flow_touch_order (call, call->path_id, error))
    return NULL;
  fresh = sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  return fresh != NULL ? answer_draft (fresh) : NULL;
}

static gboolean
check_profile (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);
  g_autoptr (GPtrArray) errors = NULL;

  if (account == NULL)
    return FALSE;
  errors = sme_profile_check (SME_PROFILE (call->request), account->customer_type,
                              sme_date_from_time (call->now));
  sme_store_check_address (sme_record_get_object (call->request, "address"), errors);
  if (errors->len == 0)
    return TRUE;
  sme_problem_set_invalid (error, g_steal_pointer (&errors));
  return FALSE;
}

/* An order that was declared before is edited: its open payments are for something else now. */
static gboolean
declare (SmeCall *call, const char *id, gboolean again, SmeRecord *profile, GError **error)
{
  sme_profile_normalize (SME_PROFILE (profile), sme_date_from_time (call->now));
  sme_store_complete_address (sme_record_get_object (profile, "address"));
  return (!again || sme_flow_fire (call, SME_MACHINE_ORDER, id, "edit", error)) &&
         sme_store_set_order_part (call, id, "profile", profile, error) &&
         sme_store_set_order_part (call, id, "draft", NULL, error) &&
         sme_flow_fire (call, SME_MACHINE_ORDER, id, "declare", error);
}

SmeReply *
sme_handle_put_profile (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);

  if (order == NULL || !sme_order_edit_is_open (call, order, error) ||
      !check_profile (call, error) ||
      !declare (call, call->path_id, !g_str_equal (order->state, "draft"), call->request, error))
    return NULL;
  /* A correction of what was paid before. */
  if (sme_stored_order_is_paid (order) &&
      !sme_flow_fire (call, SME_MACHINE_ORDER, call->path_id, "keep-payment", error))
    return NULL;
  return answer_order (call, call->path_id, 200, error);
}

/* Pointers into the list, so that each fault is somebody's. */
static void
take_errors (GPtrArray *all, GPtrArray *errors, guint person)
{
  for (guint i = 0; i < errors->len; i++)
    {
      SmeRecord *found = g_ptr_array_index (errors, i);
      g_autofree char *pointer =
        g_strdup_printf ("/profiles/%u%s", person, sme_record_get_text (found, "pointer"));

      g_ptr_array_add (all,
                       sme_field_error_new_full (pointer, sme_record_get_text (found, "code")));
    }
}

static gboolean
check_people (SmeCall *call, GListModel *people, GError **error)
{
  guint n = people != NULL ? g_list_model_get_n_items (people) : 0;
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  if (account == NULL)
    return FALSE;
  if (n < 1 || n > SME_PEOPLE_MAX)
    g_ptr_array_add (all, sme_field_error_new_full ("/profiles", "range"));
  for (guint i = 0; i < n && n <= SME_PEOPLE_MAX; i++)
    {
      g_autoptr (SmeRecord) profile = g_list_model_get_item (people, i);
      g_autoptr (GPtrArray) errors = sme_profile_check (
        SME_PROFILE (profile), account->customer_type, sme_date_from_time (call->now));

      sme_store_check_address (sme_record_get_object (profile, "address"), errors);
      take_errors (all, errors, i);
    }
  if (all->len == 0)
    return TRUE;
  sme_problem_set_invalid (error, g_steal_pointer (&all));
  return FALSE;
}

/* Another order of the same plan. */
static char *
order_again (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeOrderRequest) request = sme_store_read_order_request (call, id, error);
  g_autoptr (SmePlan) plan = NULL;
  g_autoptr (SmeQuote) quote =
    request != NULL ? sme_store_make_quote (call, request, &plan, error) : NULL;
  g_autofree char *other =
    quote != NULL ? sme_store_insert_order (call, request, plan, quote, error) : NULL;

  if (other == NULL || !sme_audit_order (call, other, "order", "create", NULL, "draft", error))
    return NULL;
  return g_steal_pointer (&other);
}

static gboolean
declare_person (SmeCall *call, guint i, SmeRecord *profile, SmeRecord *answer, GError **error)
{
  g_autofree char *id =
    i == 0 ? g_strdup (call->path_id) : order_again (call, call->path_id, error);
  g_autoptr (SmeStoredOrder) order = NULL;

  if (id == NULL || !declare (call, id, FALSE, profile, error))
    return FALSE;
  order = sme_store_find_order (call, id, call->principal.account_id, error);
  if (order == NULL)
    return FALSE;
  sme_call_changed (call, call->principal.account_id, "order", id);
  sme_record_append (answer, "orders", order->record);
  return TRUE;
}

/* All or nobody: it is one transaction. */
SmeReply *
sme_handle_declare_people (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  GListModel *people = sme_record_get_list (call->request, "profiles");
  g_autoptr (SmePeopleOrders) answer = sme_people_orders_new ();

  if (order == NULL || !sme_order_edit_is_open (call, order, error) ||
      !check_people (call, people, error))
    return NULL;
  if (!g_str_equal (order->state, "draft") || sme_stored_order_is_paid (order))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (SmeRecord) profile = g_list_model_get_item (people, i);

      if (!declare_person (call, i, profile, SME_RECORD (answer), error))
        return NULL;
    }
  return sme_reply_new_record (201, SME_RECORD (answer));
}

SmeReply *
sme_handle_put_billing (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  SmeBilling *billing = SME_BILLING (call->request);

  if (order == NULL || !sme_order_edit_is_open (call, order, error) ||
      !sme_order_edit_check_billing (call, billing, error) ||
      !sme_order_edit_set_billing (call, call->path_id, billing, error))
    return NULL;
  return answer_order (call, call->path_id, 200, error);
}

SmeReply *
sme_handle_put_coupon (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);

  if (order == NULL || !sme_order_edit_is_open (call, order, error) ||
      !sme_order_edit_set_coupon (call, order, sme_record_get_text (call->request, "coupon"),
                                  error))
    return NULL;
  return answer_order (call, call->path_id, 200, error);
}

SmeReply *
sme_handle_cancel_order (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);

  if (order == NULL)
    return NULL;
  /* What is paid is given back, not cancelled. */
  if (sme_stored_order_is_paid (order))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  if (!sme_flow_fire (call, SME_MACHINE_ORDER, call->path_id, "cancel", error))
    return NULL;
  return answer_order (call, call->path_id, 200, error);
}
