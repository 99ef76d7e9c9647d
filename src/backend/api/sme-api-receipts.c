/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the operator decides on money that names no payment. */
#include "backend/bank/sme-bank-receive.h"
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "core/sme-problem.h"

static gboolean
write_down (SmeCall *call, const char *payment_id, GError **error)
{
  g_auto (GStrv) orders = sme_store_list_orders_of_payment (call, payment_id, error);

  for (guint i = 0; orders != NULL && orders[i] != NULL; i++)
    if (!sme_audit_order (call, orders[i], "receipt", "assign", NULL, NULL, error))
      return FALSE;
  return orders != NULL;
}

static gboolean
assign (SmeCall *call, SmeUnassigned *receipt, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *payment_id = sme_store_find_payment_of (call, name, &local);
  g_autoptr (SmeReceipt) placed = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (payment_id == NULL)
    return sme_problem_set_field (error, "/payment", "unknown-value");
  if (!write_down (call, payment_id, error))
    return FALSE;
  placed = sme_bank_assign (call, receipt, payment_id, error);
  return placed != NULL;
}

SmeReply *
sme_handle_local_assign_receipt (SmeCall *call, GError **error)
{
  const char *name = sme_record_get_text (call->request, "payment");
  g_autoptr (SmeUnassigned) receipt = sme_store_find_unassigned (call, call->path_id, error);
  g_autoptr (SmeReceipt) decided = NULL;

  if (receipt == NULL)
    return NULL;
  if (!(name != NULL ? assign (call, receipt, name, error)
                     : sme_flow_fire (call, SME_MACHINE_REFUND, receipt->refund_id, "send", error)))
    return NULL;
  decided = sme_store_find_receipt (call, call->path_id, error);
  return decided != NULL ? sme_reply_new_record (200, SME_RECORD (decided)) : NULL;
}
