/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-fixture.h"

#include "backend/flow/sme-audit.h"

const char *const fault_moments[FAULT_N_MOMENTS] = { "before", "inside", "after" };

void
fault_restart (Fixture *fixture, const char *fault)
{
  fixture_stop (fixture, TRUE);
  g_clear_pointer (&fixture->option[0], g_free);
  g_clear_pointer (&fixture->option[1], g_free);
  if (fault != NULL)
    {
      fixture->option[0] = g_strdup ("--fault");
      fixture->option[1] = g_strdup (fault);
    }
  fixture_start (fixture);
}

SmeDb *
fault_open_books (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->directory, "onesme.db", NULL);
  g_autoptr (GError) error = NULL;
  SmeDb *db = sme_db_open (path, &error);

  g_assert_no_error (error);
  return db;
}

gint64
fault_read_number (SmeDb *db, const char *sql, const char *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = sme_db_query (db, &error, sql, "order:s", order, NULL);

  g_assert_no_error (error);
  return sme_rows_int (rows, 0, "n");
}

gboolean
fault_is_chain_whole (SmeDb *db, const char *order)
{
  g_autoptr (SmeCall) call = sme_call_new (SME_OP_HEALTH);
  g_autofree char *scope = g_strconcat ("order:", order, NULL);
  guint n = 0;
  gboolean whole;

  call->db = db;
  whole = sme_audit_check (call, scope, &n, NULL) && n > 0;
  call->db = NULL;
  return whole;
}
