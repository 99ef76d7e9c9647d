/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-case-opening.h"

#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-cases.h"

char *
sme_case_open (SmeCall *call,
               SmeStoredOrder *order,
               SmeCaseKind kind,
               const char *text,
               GError **error)
{
  const char *order_id = sme_record_get_text (SME_RECORD (order->record), "id");
  g_autofree char *id = sme_store_insert_case (call, order, kind, text, error);
  g_autoptr (SmeCase) opened = NULL;

  if (id == NULL || !sme_audit_order (call, order_id, "case", "open", NULL, "open", error) ||
      !sme_flow_touch_order (call, order_id, error))
    return NULL;
  sme_call_changed (call, order->account_id, "case", id);
  opened = sme_store_find_case (call, id, error);
  if (opened == NULL || !sme_outbox_send_case (call, order, opened, error))
    return NULL;
  return g_steal_pointer (&id);
}

char *
sme_case_ensure (SmeCall *call, SmeStoredOrder *order, SmeCaseKind kind, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeCase) open = sme_store_find_open_case (
    call, sme_record_get_text (SME_RECORD (order->record), "id"), kind, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return open != NULL ? g_strdup (sme_record_get_text (SME_RECORD (open), "id"))
                      : sme_case_open (call, order, kind, NULL, error);
}

gboolean
sme_case_close (SmeCall *call, const char *order_id, const char *kind, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT id FROM support_case WHERE order_id = :order AND state = 'open' AND kind = COALESCE"
    " (:kind, kind) ORDER BY created_at, id",
    "order:s", order_id, "kind:s", kind, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, SME_MACHINE_CASE, sme_rows_text (rows, i, "id"), "close", error))
      return FALSE;
  return rows != NULL;
}
