/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-cases.h"

#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"

#define NUMBER_DIGITS 6
#define NUMBER_TRIES 20
#define MAX_LISTED 100
#define MAX_TEXT 4000

static SmeCase *
read_case (SmeRows *rows, guint i)
{
  SmeCase *self = sme_case_new ();
  SmeRecord *record = SME_RECORD (self);

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "number", sme_rows_text (rows, i, "number"));
  sme_record_set_text (record, "order_id", sme_rows_text (rows, i, "order_id"));
  sme_record_set_nick (record, "kind", sme_rows_text (rows, i, "kind"));
  sme_record_set_nick (record, "state", sme_rows_text (rows, i, "state"));
  sme_record_set_text (record, "text", sme_rows_text (rows, i, "text"));
  if (!sme_rows_is_null (rows, i, "outcome"))
    sme_record_set_nick (record, "outcome", sme_rows_text (rows, i, "outcome"));
  sme_record_set_text (record, "note", sme_rows_text (rows, i, "note"));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  if (!sme_rows_is_null (rows, i, "resolved_at"))
    sme_record_set_int (record, "resolved_at", sme_rows_int (rows, i, "resolved_at"));
  return self;
}

SmeCase *
sme_store_find_case (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM support_case WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return read_case (rows, 0);
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

SmeCase *
sme_store_find_open_case (SmeCall *call, const char *order_id, SmeCaseKind kind, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT * FROM support_case WHERE order_id = :order AND kind = :kind AND state ="
    " 'open'",
    "order:s", order_id, "kind:s", sme_enum_nick (SME_TYPE_CASE_KIND, (int) kind), NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? read_case (rows, 0) : NULL;
}

/* Takes @rows over; NULL for NULL. */
static GListModel *
read_cases (SmeRows *rows)
{
  g_autoptr (SmeRows) owned = rows;
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_CASE);

  if (owned == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (owned); i++)
    {
      g_autoptr (SmeCase) item = read_case (owned, i);

      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

GListModel *
sme_store_list_cases (SmeCall *call, const char *order_id, GError **error)
{
  return read_cases (

    sme_db_query (call->db, error,
                  "SELECT * FROM support_case WHERE order_id = :order ORDER BY created_at DESC, id"
                  " DESC LIMIT :limit",
                  "order:s", order_id, "limit:i", (gint64) MAX_LISTED, NULL));
}

GListModel *
sme_store_list_cases_of (SmeCall *call, const char *account_id, GError **error)
{
  return read_cases (
    sme_db_query (call->db, error,
                  "SELECT * FROM support_case WHERE account_id = :account ORDER BY created_at,"
                  " id",
                  "account:s", account_id, NULL));
}

static gboolean
is_taken (SmeCall *call, const char *number, gboolean *taken, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT id FROM support_case WHERE number = :number", "number:s",
                  number, NULL);

  if (rows != NULL)
    *taken = sme_rows_count (rows) > 0;
  return rows != NULL;
}

/* Short enough to be told on the phone, and no count of all cases. */
static char *
find_number (SmeCall *call, GError **error)
{
  for (guint i = 0; i < NUMBER_TRIES; i++)
    {
      g_autofree char *number = sme_digits_new (NUMBER_DIGITS);
      gboolean taken = TRUE;

      if (!is_taken (call, number, &taken, error))
        return NULL;
      if (!taken)
        return g_steal_pointer (&number);
    }
  sme_problem_set (error, SME_PROBLEM_UNAVAILABLE, NULL);
  return NULL;
}

char *
sme_store_insert_case (SmeCall *call,
                       SmeStoredOrder *order,
                       SmeCaseKind kind,
                       const char *text,
                       GError **error)
{
  g_autofree char *id = sme_id_new ();
  g_autofree char *number = find_number (call, error);

  if (number == NULL ||
      !sme_db_run (call->db, NULL, error,
                   "INSERT INTO support_case (id, number, order_id, account_id, kind, state, text,"
                   " created_at) VALUES (:id, :number, :order, :account, :kind, 'open', :text,"
                   " :now)",
                   "id:s", id, "number:s", number, "order:s",
                   sme_record_get_text (SME_RECORD (order->record), "id"), "account:s",
                   order->account_id, "kind:s", sme_enum_nick (SME_TYPE_CASE_KIND, (int) kind),
                   "text:s", text, "now:i", call->now, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
sme_store_add_to_case (SmeCall *call, SmeCase *support_case, const char *text, GError **error)
{
  const char *before = sme_record_get_text (SME_RECORD (support_case), "text");
  g_autofree char *both = before != NULL ? g_strjoin ("\n\n", before, text, NULL) : g_strdup (text);

  if (g_utf8_strlen (both, -1) > MAX_TEXT)
    return sme_problem_set_field (error, "/text", "too-long");
  return sme_db_run (call->db, NULL, error, "UPDATE support_case SET text = :text WHERE id = :id",
                     "text:s", both, "id:s", sme_record_get_text (SME_RECORD (support_case), "id"),
                     NULL);
}

gboolean
sme_store_set_case_outcome (SmeCall *call,
                            const char *id,
                            SmeCaseOutcome outcome,
                            const char *note,
                            GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE support_case SET outcome = :outcome, note = :note WHERE id = :id AND"
                     " state = 'open'",
                     "outcome:s", sme_enum_nick (SME_TYPE_CASE_OUTCOME, (int) outcome), "note:s",
                     note, "id:s", id, NULL);
}

gboolean
sme_store_find_case_number (SmeCall *call, const char *order_id, char **number, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT number FROM support_case WHERE order_id = :order AND state = 'open' ORDER BY"
    " created_at DESC, id DESC LIMIT 1",
    "order:s", order_id, NULL);

  if (rows != NULL && sme_rows_count (rows) > 0)
    *number = g_strdup (sme_rows_text (rows, 0, "number"));
  return rows != NULL;
}
