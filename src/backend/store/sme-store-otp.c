/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-otp.h"

gboolean
sme_store_find_otp_wait (SmeCall *call,
                         const char *order_id,
                         guint sends,
                         gint64 *wait_ms,
                         GError **error)
{
  g_autofree char *scope = g_strconcat ("order:", order_id, NULL);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT a.at FROM audit a WHERE a.scope = :scope AND a.event = 'dossier.send-otp' AND a.at >"
    " :begin AND a.at >= (SELECT MAX (d.created_at) FROM dossier d WHERE d.order_id = :order) AND"
    " a.seq > COALESCE ((SELECT MAX (b.seq) FROM audit b WHERE b.scope = :scope AND b.event IN"
    " ('dossier.unlock', 'dossier.renew-codes')), 0) ORDER BY a.seq DESC LIMIT :sends",
    "scope:s", scope, "begin:i", call->now - SME_OTP_SENDS_SPAN_MS, "order:s", order_id, "sends:i",
    (gint64) sends, NULL);

  if (rows == NULL)
    return FALSE;
  *wait_ms = 0;
  if (sme_rows_count (rows) >= sends)
    *wait_ms = sme_rows_int (rows, sends - 1, "at") + SME_OTP_SENDS_SPAN_MS - call->now;
  return TRUE;
}
