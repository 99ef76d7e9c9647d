/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-audit-chain.h"

#include "core/sme-audit-row.h"

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

char *
sme_audit_chain_hash (const char *scope,
                      gint64 seq,
                      gint64 at,
                      const char *event,
                      const char *from,
                      const char *to,
                      const char *detail,
                      const char *previous)
{
  /* The unit separator cannot occur in any of the parts. */
  g_autofree char *text = g_strdup_printf (
    "%s\x1f%" G_GINT64_FORMAT "\x1f%" G_GINT64_FORMAT "\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s", scope, seq,
    at, event, or_empty (from), or_empty (to), or_empty (detail), previous);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
row_holds (const char *scope, SmeRecord *row, guint n, const char *previous)
{
  gint64 seq = sme_record_get_int (row, "seq");
  g_autofree char *hash = sme_audit_chain_hash (
    scope, seq, sme_record_get_int (row, "at"), or_empty (sme_record_get_text (row, "event")),
    sme_record_get_text (row, "from"), sme_record_get_text (row, "to"),
    sme_record_get_text (row, "detail"), previous);

  return seq == (gint64) n + 1 &&
         g_strcmp0 (previous, sme_record_get_text (row, "previous_hash")) == 0 &&
         g_strcmp0 (hash, sme_record_get_text (row, "hash")) == 0;
}

gboolean
sme_audit_chain_check (const char *scope, GListModel *rows)
{
  g_autofree char *previous = g_strdup (SME_AUDIT_GENESIS);
  guint n = rows != NULL ? g_list_model_get_n_items (rows) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) row = g_list_model_get_item (rows, i);

      if (!row_holds (scope, row, i, previous))
        return FALSE;
      g_free (previous);
      previous = g_strdup (sme_record_get_text (row, "hash"));
    }
  return n > 0;
}
