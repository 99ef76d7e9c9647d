/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several orders that are paid together have in common: one invoice's data, one contact, one
 * coupon. All or none: the call is one transaction. */
#include "backend/api/sme-order-edit.h"
#include "backend/http/sme-handlers.h"
#include "core/sme-field-error.h"
#include "core/sme-problem.h"

static const char *const *
get_ids (SmeCall *call)
{
  return sme_record_get_texts (call->request, "order_ids");
}

static gboolean
check_ids (SmeCall *call, GError **error)
{
  const char *const *ids = get_ids (call);

  if (ids == NULL || ids[0] == NULL)
    return sme_problem_set_field (error, "/order_ids", "required");
  for (guint i = 0; ids[i] != NULL; i++)
    for (guint k = 0; k < i; k++)
      if (g_str_equal (ids[k], ids[i]))
        return sme_problem_set_field (error, "/order_ids", "unknown-value");
  return TRUE;
}

static SmeStoredOrder *
find_order (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, id, call->principal.account_id, error);

  return order != NULL && sme_order_edit_is_open (call, order, error) ? g_steal_pointer (&order)
                                                                      : NULL;
}

/* As they are afterwards. */
static SmeReply *
answer (SmeCall *call, GError **error)
{
  const char *const *ids = get_ids (call);
  g_autoptr (SmePeopleOrders) orders = sme_people_orders_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SmeStoredOrder) order =
        sme_store_find_order (call, ids[i], call->principal.account_id, error);

      if (order == NULL)
        return NULL;
      sme_record_append (SME_RECORD (orders), "orders", order->record);
    }
  return sme_reply_new_record (200, SME_RECORD (orders));
}

SmeReply *
sme_handle_put_joint_billing (SmeCall *call, GError **error)
{
  const char *const *ids = get_ids (call);
  g_autoptr (SmeBilling) billing = sme_billing_new ();

  sme_record_set_object (SME_RECORD (billing), "invoice",
                         sme_record_get_object (call->request, "invoice"));
  sme_record_set_object (SME_RECORD (billing), "contact",
                         sme_record_get_object (call->request, "contact"));
  if (!check_ids (call, error) || !sme_order_edit_check_billing (call, billing, error))
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SmeStoredOrder) order = find_order (call, ids[i], error);

      if (order == NULL || !sme_order_edit_set_billing (call, ids[i], billing, error))
        return NULL;
    }
  return answer (call, error);
}

/* What is wrong with the coupon is wrong for all, but an order that is too small for it is one of
 * them, and so is a plan that is not sold any more. */
static gboolean
is_of_one (SmeRecord *found)
{
  return g_str_equal (sme_record_get_text (found, "code"), "coupon-minimum") ||
         !g_str_equal (sme_record_get_text (found, "pointer"), "/coupon");
}

static void
blame (GError *refusal, guint order, GError **error)
{
  GPtrArray *errors = sme_problem_get_fields (refusal);
  g_autofree char *pointer = g_strdup_printf ("/order_ids/%u", order);

  for (guint i = 0; errors != NULL && i < errors->len; i++)
    if (is_of_one (g_ptr_array_index (errors, i)))
      sme_record_set_text (g_ptr_array_index (errors, i), "pointer", pointer);
  g_propagate_error (error, refusal);
}

SmeReply *
sme_handle_put_joint_coupon (SmeCall *call, GError **error)
{
  const char *const *ids = get_ids (call);
  const char *coupon = sme_record_get_text (call->request, "coupon");

  if (!check_ids (call, error))
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SmeStoredOrder) order = find_order (call, ids[i], error);
      GError *refusal = NULL;

      if (order == NULL)
        return NULL;
      if (!sme_order_edit_set_coupon (call, order, coupon, &refusal))
        {
          blame (refusal, i, error);
          return NULL;
        }
    }
  return answer (call, error);
}
