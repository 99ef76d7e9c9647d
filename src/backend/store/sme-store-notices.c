/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-notices.h"

#include <string.h>

/* VNPAY writes 0 where there was no transaction, as after a cancelled page. */
static gboolean
is_same_transaction (SmeRows *rows, guint i, const SmeNotice *notice)
{
  return !g_str_equal (notice->number, "") && !g_str_equal (notice->number, "0") &&
         g_str_equal (sme_rows_text (rows, i, "number"), notice->number);
}

static gboolean
is_the_same (SmeRows *rows, guint i, const SmeNotice *notice)
{
  return g_str_equal (sme_rows_text (rows, i, "number"), notice->number) &&
         g_str_equal (sme_rows_text (rows, i, "code"), notice->code) &&
         g_str_equal (sme_rows_text (rows, i, "status"), notice->status);
}

static gboolean
is_earlier (SmeRows *rows, guint i, const SmeNotice *notice)
{
  const char *judged = sme_rows_text (rows, i, "paid_at");

  return strlen (judged) == strlen (notice->paid_at) && strcmp (notice->paid_at, judged) < 0;
}

static gboolean
is_suspicion (SmeRows *rows, guint i)
{
  return g_str_equal (sme_rows_text (rows, i, "code"), SME_NOTICE_SUSPECTED);
}

static gboolean
is_older_than (SmeRows *rows, guint i, const SmeNotice *notice)
{
  return is_the_same (rows, i, notice) || is_earlier (rows, i, notice) ||
         (is_same_transaction (rows, i, notice) && !is_suspicion (rows, i));
}

/* Only the transaction under suspicion can clear it: another attempt that failed was before it. */
static gboolean
is_beside_the_suspicion (SmeRows *rows, const SmeNotice *notice)
{
  for (guint i = 0; i < sme_rows_count (rows); i++)
    if (is_suspicion (rows, i) && g_str_equal (sme_rows_text (rows, i, "number"), notice->number))
      return FALSE;
  return TRUE;
}

gboolean
sme_store_is_old_notice (SmeCall *call,
                         const char *payment_id,
                         const SmeNotice *notice,
                         gboolean checking,
                         gboolean *old,
                         GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM gateway_notice WHERE payment_id = :id", "id:s",
                  payment_id, NULL);

  if (rows == NULL)
    return FALSE;
  *old = checking && is_beside_the_suspicion (rows, notice);
  for (guint i = 0; !*old && i < sme_rows_count (rows); i++)
    *old = is_older_than (rows, i, notice);
  return TRUE;
}

gboolean
sme_store_keep_notice (SmeCall *call,
                       const char *payment_id,
                       const SmeNotice *notice,
                       GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO gateway_notice (payment_id, number, code, status, paid_at,"
                     " judged_at) VALUES (:payment, :number, :code, :status, :paid, :now)"
                     " ON CONFLICT (payment_id, number, code, status) DO NOTHING",
                     "payment:s", payment_id, "number:s", notice->number, "code:s", notice->code,
                     "status:s", notice->status, "paid:s", notice->paid_at, "now:i", call->now,
                     NULL);
}
