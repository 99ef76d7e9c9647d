/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-bank-receive.h"
#include "backend/flow/sme-sweep.h"
#include "backend/http/sme-handlers.h"
#include "core/sme-records.h"

#include <string.h>

SmeReply *
sme_handle_local_clock (SmeCall *call, GError **error)
{
  SmeClock *clock = sme_backend_get_clock (call->backend);
  gint64 before = sme_clock_get_offset (clock);
  gint64 after = before + 1000 * sme_record_get_int (call->request, "advance_seconds");
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, after);
  g_autoptr (SmeClockNow) answer = sme_clock_now_new ();

  call->now += after - before;
  if (!sme_db_run (call->db, NULL, error,
                   "INSERT INTO setting (name, value) VALUES ('clock_offset', :value) ON CONFLICT"
                   " (name) DO UPDATE SET value = :value",
                   "value:s", text, NULL) ||
      !sme_sweep_now (call, error))
    return NULL;
  sme_clock_set_offset (clock, after);
  sme_record_set_int (SME_RECORD (answer), "now", call->now);
  return sme_reply_new_record (200, SME_RECORD (answer));
}

SmeReply *
sme_handle_local_transfer (SmeCall *call, GError **error)
{
  g_autoptr (SmeReceipt) receipt = NULL;

  if (!sme_sweep_now (call, error))
    return NULL;
  receipt = sme_bank_receive (call, sme_record_get_text (call->request, "payload"),
                              sme_record_get_int (call->request, "amount"), error);
  return receipt != NULL ? sme_reply_new_record (201, SME_RECORD (receipt)) : NULL;
}

/* The stream itself is the main thread's; this says that the caller may have it. */
SmeReply *
sme_handle_events (SmeCall *call, GError **error)
{
  return sme_reply_new (200, NULL, NULL);
}

SmeReply *
sme_handle_health (SmeCall *call, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (call->db, error, "SELECT 1 AS one", NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("ok\n", 3);

  return rows != NULL ? sme_reply_new (200, "text/plain", body) : NULL;
}

static gboolean
add_count (SmeCall *call, GString *text, const char *table, GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT state, COUNT (*) AS n FROM %s GROUP BY state ORDER BY state", table);
  g_autoptr (SmeRows) rows = sme_db_query (call->db, error, sql, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    g_string_append_printf (text, "onesme_%s{state=\"%s\"} %" G_GINT64_FORMAT "\n", table,
                            sme_rows_text (rows, i, "state"), sme_rows_int (rows, i, "n"));
  return rows != NULL;
}

/* Counts only: nothing about anybody. */
SmeReply *
sme_handle_metrics (SmeCall *call, GError **error)
{
  static const char *const tables[] = { "account", "orders",      "payment",
                                        "dossier", "certificate", "support_case" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) body = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!add_count (call, text, tables[i], error))
      return NULL;
  body = g_bytes_new (text->str, text->len);
  return sme_reply_new (200, "text/plain; version=0.0.4", body);
}
