/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-sweep.h"

#include "backend/flow/sme-flow.h"

static SmeRows *
find_expired_payments (SmeCall *call, GError **error)
{
  return sme_db_query (call->db, error,
                       "SELECT id FROM payment WHERE state = 'pending' AND expires_at <= :now"
                       " ORDER BY expires_at LIMIT 500",
                       "now:i", call->now, NULL);
}

gboolean
sme_sweep_now (SmeCall *call, GError **error)
{
  g_autoptr (SmeRows) rows = find_expired_payments (call, error);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_rows_text (rows, i, "id"), "expire", error))
      return FALSE;
  return rows != NULL;
}

void
sme_sweep (SmeCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = NULL;

  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  rows = find_expired_payments (call, &error);
  /* Most of the time there is nothing, and nobody has to wait for the writer's place. */
  if (rows != NULL && sme_rows_count (rows) == 0)
    return;
  sme_backend_lock_writer (call->backend);
  if (rows == NULL || !sme_db_begin (call->db, TRUE, &error) || !sme_sweep_now (call, &error) ||
      !sme_db_commit (call->db, &error))
    {
      g_warning ("Sweep failed: %s", error->message);
      sme_db_rollback (call->db);
      sme_call_forget_news (call);
    }
  sme_backend_unlock_writer (call->backend);
}
