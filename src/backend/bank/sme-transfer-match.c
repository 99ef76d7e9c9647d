/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-transfer-match.h"

#include "backend/bank/sme-transfer-text.h"
#include "backend/store/sme-store-dues.h"
#include "backend/store/sme-store-payments.h"

/* Who transfers does so soon. */
#define OLDEST_MS (60 * 24 * 3600 * G_GINT64_CONSTANT (1000))

static char *
find_named (SmeCall *call, const char *text, GError **error)
{
  g_auto (GStrv) references = sme_transfer_text_find_references (text);
  char *id = NULL;

  for (guint i = 0; id == NULL && references[i] != NULL; i++)
    {
      g_autoptr (GError) local = NULL;

      id = sme_store_find_payment_by_reference (call, references[i], &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return id;
}

static gboolean
is_open (SmeRows *rows, guint i)
{
  const char *state = sme_rows_text (rows, i, "state");

  return g_str_equal (state, "pending") || g_str_equal (state, "underpaid");
}

/* The row of the only order that is near, of its payments the one that is open; -1: none, or more
 * than one. */
static int
choose (SmeRows *rows, const char *text)
{
  int chosen = -1;

  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      if (!sme_transfer_text_is_near (text, sme_rows_text (rows, i, "reference")))
        continue;
      if (chosen >= 0 && !g_str_equal (sme_rows_text (rows, (guint) chosen, "order_id"),
                                       sme_rows_text (rows, i, "order_id")))
        return -1;
      if (chosen < 0 || is_open (rows, i) || !is_open (rows, (guint) chosen))
        chosen = (int) i;
    }
  return chosen;
}

/* Exactly what is missing, now. */
static gboolean
is_awaited (SmeCall *call, SmeRows *rows, guint i, gint64 amount, GError **error)
{
  SmeDues dues = { 0, FALSE };

  return sme_store_find_dues (call, sme_rows_text (rows, i, "id"), &dues, error) &&
         dues.owed - sme_rows_int (rows, i, "received") == amount;
}

static char *
find_near (SmeCall *call, const char *text, gint64 amount, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT id, order_id, reference, state, received FROM payment WHERE created_at > :oldest AND"
    " method <> 'none' AND (amount = :amount OR amount - received = :amount) ORDER BY created_at,"
    " id",
    "oldest:i", call->now - OLDEST_MS, "amount:i", amount, NULL);
  int chosen = rows != NULL ? choose (rows, text) : -1;

  return chosen >= 0 && is_awaited (call, rows, (guint) chosen, amount, error)
           ? g_strdup (sme_rows_text (rows, (guint) chosen, "id"))
           : NULL;
}

char *
sme_transfer_match_find (SmeCall *call, const char *text, gint64 amount, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *id = find_named (call, text, &local);

  if (id == NULL && local == NULL)
    id = find_near (call, text, amount, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return id;
}
