/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-sweep.h"

#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-erase.h"
#include "base/sme-time.h"

/* What the demonstration's bank takes to send money back, and to say that it arrived. */
#define SEND_MS (10 * 1000)
#define CONFIRM_MS (20 * 1000)
/* So long somebody may say whose money is that names no payment. */
#define UNASSIGNED_MS (3 * 24 * 3600 * 1000)

/* What time brings about: which things, and which event of theirs. */
typedef struct
{
  SmeMachine machine;
  const char *event;
  gboolean local; /* something that only the demonstration does by itself */
  gint64 after;   /* milliseconds; before it, where it is negative */
  gboolean days;  /* :then is a day in Vietnam, yyyymmdd */
  const char *select;
} Due;

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
/* How long before its end a subscription's holder is reminded: a month, a week of short terms. */
#define REMIND_MS (-30 * DAY_MS)
#define REMIND_SHORT_MS (-7 * DAY_MS)

static const Due dues[] = {
  { SME_MACHINE_PAYMENT, "expire", FALSE, 0, FALSE,
    "SELECT id FROM payment WHERE state = 'pending' AND expires_at <= :then ORDER BY expires_at"
    " LIMIT 500" },
  { SME_MACHINE_REFUND, "send", TRUE, SEND_MS, FALSE,
    "SELECT id FROM refund WHERE state = 'due' AND created_at <= :then AND payment_id IS NOT NULL"
    " ORDER BY created_at LIMIT 500" },
  { SME_MACHINE_REFUND, "send", TRUE, UNASSIGNED_MS, FALSE,
    "SELECT id FROM refund WHERE state = 'due' AND created_at <= :then AND payment_id IS NULL"
    " ORDER BY created_at LIMIT 500" },
  { SME_MACHINE_REFUND, "confirm", TRUE, CONFIRM_MS, FALSE,
    "SELECT id FROM refund WHERE state = 'sent' AND changed_at <= :then ORDER BY changed_at LIMIT"
    " 500" },
  /* What has ended first: nobody is reminded of what is over. */
  { SME_MACHINE_SUBSCRIPTION, "end", FALSE, 0, TRUE,
    "SELECT id FROM subscription WHERE state IN ('active', 'expiring') AND ends_on < :then ORDER BY"
    " ends_on LIMIT 500" },
  { SME_MACHINE_SUBSCRIPTION, "near-end", FALSE, REMIND_MS, TRUE,
    "SELECT id FROM subscription WHERE state = 'active' AND cycle_months >= 6 AND ends_on <= :then"
    " ORDER BY ends_on LIMIT 500" },
  { SME_MACHINE_SUBSCRIPTION, "near-end", FALSE, REMIND_SHORT_MS, TRUE,
    "SELECT id FROM subscription WHERE state = 'active' AND cycle_months < 6 AND ends_on <= :then"
    " ORDER BY ends_on LIMIT 500" },
};

static SmeRows *
find_due (SmeCall *call, const Due *due, GError **error)
{
  gint64 then = call->now - due->after;

  return sme_db_query (call->db, error, due->select, "then:i",
                       due->days ? (gint64) sme_date_from_time (then) : then, NULL);
}

static gboolean
applies (SmeCall *call, const Due *due)
{
  return !due->local || sme_backend_is_local (call->backend);
}

static gboolean
is_anything_due (SmeCall *call, gboolean *found, GError **error)
{
  if (!sme_store_find_old_farewells (call, found, error))
    return FALSE;
  for (guint i = 0; !*found && i < G_N_ELEMENTS (dues); i++)
    {
      g_autoptr (SmeRows) rows = applies (call, &dues[i]) ? find_due (call, &dues[i], error) : NULL;

      if (applies (call, &dues[i]) && rows == NULL)
        return FALSE;
      *found = rows != NULL && sme_rows_count (rows) > 0;
    }
  return TRUE;
}

static gboolean
fire_due (SmeCall *call, const Due *due, GError **error)
{
  g_autoptr (SmeRows) rows = find_due (call, due, error);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, due->machine, sme_rows_text (rows, i, "id"), due->event, error))
      return FALSE;
  return rows != NULL;
}

gboolean
sme_sweep_now (SmeCall *call, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    if (applies (call, &dues[i]) && !fire_due (call, &dues[i], error))
      return FALSE;
  return sme_store_erase_old_farewells (call, error);
}

void
sme_sweep (SmeCall *call)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  /* Most of the time there is nothing, and nobody has to wait for the writer's place. */
  if (is_anything_due (call, &found, &error) && !found)
    return;
  sme_backend_lock_writer (call->backend);
  if (error != NULL || !sme_db_begin (call->db, TRUE, &error) || !sme_sweep_now (call, &error) ||
      !sme_db_commit (call->db, &error))
    {
      g_warning ("Sweep failed: %s", error->message);
      sme_db_rollback (call->db);
      sme_call_forget_news (call);
    }
  sme_backend_unlock_writer (call->backend);
}
