/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-effects.h"
#include "backend/flow/sme-flow.h"
#include "backend/outbox/sme-outbox-letters.h"

/* The certificate is for the same term, unless it was revoked or was never issued. */
static gboolean
take_certificate_along (SmeCall *call, const char *order_id, const char *event, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT state FROM certificate WHERE order_id = :id", "id:s", order_id, NULL);

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0 ||
      sme_flow_find (SME_MACHINE_CERTIFICATE, sme_rows_text (rows, 0, "state"), event) == NULL)
    return TRUE;
  return sme_flow_fire (call, SME_MACHINE_CERTIFICATE, order_id, event, error);
}

static gboolean
reach (SmeCall *call, const char *id, const char *event, SmeLetterKind kind, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT order_id, ends_on FROM subscription WHERE id = :id", "id:s", id, NULL);
  g_autoptr (SmeStoredOrder) order = NULL;

  if (rows == NULL)
    return FALSE;
  order = sme_store_find_order (call, sme_rows_text (rows, 0, "order_id"), NULL, error);
  return order != NULL &&
         take_certificate_along (call, sme_rows_text (rows, 0, "order_id"), event, error) &&
         sme_outbox_send_term (call, order, kind, (int) sme_rows_int (rows, 0, "ends_on"), error);
}

gboolean
sme_effect_subscription_expiring (SmeCall *call, const char *id, GError **error)
{
  return reach (call, id, "near-end", SME_LETTER_SUBSCRIPTION_EXPIRING, error);
}

gboolean
sme_effect_subscription_ended (SmeCall *call, const char *id, GError **error)
{
  return reach (call, id, "end", SME_LETTER_SUBSCRIPTION_EXPIRED, error);
}
