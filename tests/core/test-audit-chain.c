/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-audit-chain.h"

#include "core/sme-audit-row.h"

#define SCOPE "order:1"

static GListStore *
make_chain (guint n)
{
  GListStore *rows = g_list_store_new (SME_TYPE_AUDIT_ROW);
  g_autofree char *previous = g_strdup (SME_AUDIT_GENESIS);

  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (SmeAuditRow) row = sme_audit_row_new ();
      SmeRecord *record = SME_RECORD (row);
      g_autofree char *hash =
        sme_audit_chain_hash (SCOPE, i, 1000 * i, "order.declare", "new", NULL, "x", previous);

      sme_record_set_int (record, "seq", i);
      sme_record_set_int (record, "at", 1000 * i);
      sme_record_set_text (record, "event", "order.declare");
      sme_record_set_text (record, "from", "new");
      sme_record_set_text (record, "detail", "x");
      sme_record_set_text (record, "previous_hash", previous);
      sme_record_set_text (record, "hash", hash);
      g_list_store_append (rows, row);
      g_free (previous);
      previous = g_steal_pointer (&hash);
    }
  return rows;
}

static void
test_holds (void)
{
  g_autoptr (GListStore) rows = make_chain (5), none = make_chain (0);

  g_assert_true (sme_audit_chain_check (SCOPE, G_LIST_MODEL (rows)));
  g_assert_false (sme_audit_chain_check ("order:2", G_LIST_MODEL (rows)));
  g_assert_false (sme_audit_chain_check (SCOPE, G_LIST_MODEL (none)));
  g_assert_false (sme_audit_chain_check (SCOPE, NULL));
}

static void
test_every_change_shows (void)
{
  static const char *const texts[] = { "event", "from", "to", "detail", "previous_hash", "hash" };
  static const char *const numbers[] = { "seq", "at" };

  for (guint i = 0; i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GListStore) rows = make_chain (3);
      g_autoptr (SmeRecord) row = g_list_model_get_item (G_LIST_MODEL (rows), 1);

      if (i < G_N_ELEMENTS (texts))
        sme_record_set_text (row, texts[i], "other");
      else
        sme_record_set_int (row, numbers[i - G_N_ELEMENTS (texts)], 7);
      g_assert_false (sme_audit_chain_check (SCOPE, G_LIST_MODEL (rows)));
    }
}

static void
test_nothing_left_out (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GListStore) rows = make_chain (3);

      g_list_store_remove (rows, i);
      g_assert_false (sme_audit_chain_check (SCOPE, G_LIST_MODEL (rows)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-chain/holds", test_holds);
  g_test_add_func ("/audit-chain/every-change-shows", test_every_change_shows);
  g_test_add_func ("/audit-chain/nothing-left-out", test_nothing_left_out);
  return g_test_run ();
}
