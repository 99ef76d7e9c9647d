/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-reviews.h"

#include "backend/store/sme-ids.h"

#include <string.h>

typedef struct
{
  gint64 of_stars[5];
  gint64 n;
  gint64 sum; /* of stars */
  gint64 n_written;
  gint64 n_demonstration;
} Numbers;

/* Paid orders have a subscription. */
#define IS_BOUGHT "subscription_id IS NOT NULL AND state NOT IN ('cancelled', 'refunded')"

/* A customer wrote in one language; what comes with the catalog is there in both. */
static const char *
read_text (SmeCall *call, SmeRows *rows, guint i)
{
  const char *english = sme_rows_text (rows, i, "body_en");

  return english != NULL && g_str_equal (call->language, "en") ? english
                                                               : sme_rows_text (rows, i, "body");
}

static SmeReview *
read_review (SmeCall *call, SmeRows *rows, guint i)
{
  SmeReview *review = sme_review_new ();
  SmeRecord *record = SME_RECORD (review);
  const char *account_id = sme_rows_text (rows, i, "account_id");

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "service_id", sme_rows_text (rows, i, "service_id"));
  sme_record_set_text (record, "author", sme_rows_text (rows, i, "author"));
  sme_record_set_int (record, "stars", sme_rows_int (rows, i, "stars"));
  sme_record_set_text (record, "text", read_text (call, rows, i));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  sme_record_set_int (record, "updated_at", sme_rows_int (rows, i, "updated_at"));
  sme_record_set_int (record, "own", g_strcmp0 (account_id, call->principal.account_id) == 0);
  if (sme_rows_int (rows, i, "demonstration"))
    sme_record_set_int (record, "demonstration", TRUE);
  return review;
}

static GListModel *
read_reviews (SmeCall *call, SmeRows *rows, guint limit)
{
  GListStore *list = g_list_store_new (SME_TYPE_REVIEW);

  for (guint i = 0; i < MIN (sme_rows_count (rows), limit); i++)
    {
      g_autoptr (SmeReview) review = read_review (call, rows, i);
      g_list_store_append (list, review);
    }
  return G_LIST_MODEL (list);
}

static gboolean
count_reviews (SmeCall *call, const char *service_id, gint64 *total, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT COUNT (*) AS n FROM review WHERE service_id = :id",
                  "id:s", service_id, NULL);

  if (rows != NULL)
    *total = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

GListModel *
sme_store_list_reviews (SmeCall *call,
                        const char *service_id,
                        guint limit,
                        const char *after,
                        gint64 *total,
                        char **next,
                        GError **error)
{
  g_autoptr (SmeRows) rows = NULL;

  if (!count_reviews (call, service_id, total, error))
    return NULL;
  rows =
    sme_db_query (call->db, error,
                  "SELECT r.* FROM review r LEFT JOIN review a ON a.id = :after WHERE"
                  " r.service_id = :service AND (a.id IS NULL OR r.updated_at < a.updated_at"
                  " OR (r.updated_at = a.updated_at AND r.id < a.id))"
                  " ORDER BY r.updated_at DESC, r.id DESC LIMIT :limit",
                  "after:s", after, "service:s", service_id, "limit:i", (gint64) limit + 1, NULL);
  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > limit)
    *next = g_strdup (sme_rows_text (rows, limit - 1, "id"));
  return read_reviews (call, rows, limit);
}

GListModel *
sme_store_list_reviews_of (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM review WHERE account_id = :account ORDER BY created_at, id",
    "account:s", account_id, NULL);

  return rows != NULL ? read_reviews (call, rows, G_MAXUINT) : NULL;
}

SmeReview *
sme_store_find_review (SmeCall *call, const char *service_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM review WHERE service_id = :service AND account_id = :account",
    "service:s", service_id, "account:s", call->principal.account_id, NULL);

  return rows != NULL && sme_rows_count (rows) > 0 ? read_review (call, rows, 0) : NULL;
}

gboolean
sme_store_put_review (SmeCall *call,
                      const char *service_id,
                      const char *author,
                      SmeRecord *input,
                      GError **error)
{
  g_autofree char *id = sme_id_new ();

  return sme_db_run (
    call->db, NULL, error,
    "INSERT INTO review (id, service_id, account_id, author, stars, body, created_at, updated_at)"
    " VALUES (:id, :service, :account, :author, :stars, :body, :now, :now) ON CONFLICT"
    " (service_id, account_id) DO UPDATE SET author = :author, stars = :stars, body = :body,"
    " updated_at = :now",
    "id:s", id, "service:s", service_id, "account:s", call->principal.account_id, "author:s",
    author, "stars:i", sme_record_get_int (input, "stars"), "body:s",
    sme_record_get_text (input, "text"), "now:i", call->now, NULL);
}

gboolean
sme_store_delete_review (SmeCall *call, const char *service_id, gint64 *n_deleted, GError **error)
{
  return sme_db_run (call->db, n_deleted, error,
                     "DELETE FROM review WHERE service_id = :service AND account_id = :account",
                     "service:s", service_id, "account:s", call->principal.account_id, NULL);
}

gboolean
sme_store_has_bought (SmeCall *call, const char *service_id, gboolean *bought, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT 1 AS n FROM orders WHERE account_id = :account AND service_id = :service AND " IS_BOUGHT
    " LIMIT 1",
    "account:s", call->principal.account_id, "service:s", service_id, NULL);

  if (rows != NULL)
    *bought = sme_rows_count (rows) > 0;
  return rows != NULL;
}

/* Of each number of stars, five first, also those that nobody gave. */
static void
add_star_counts (SmeRecord *service, const gint64 *counts)
{
  for (int stars = 5; stars >= 1; stars--)
    {
      g_autoptr (SmeStarCount) count = sme_star_count_new ();

      sme_record_set_int (SME_RECORD (count), "stars", stars);
      sme_record_set_int (SME_RECORD (count), "count", counts[stars - 1]);
      sme_record_append (service, "star_counts", count);
    }
}

/* Of stars with or without a text; the number of the texts stands beside it. */
static void
set_rating (SmeRecord *service, const Numbers *numbers)
{
  if (numbers->n > 0)
    sme_record_set_number (service, "rating", (double) numbers->sum / (double) numbers->n);
  sme_record_set_int (service, "rating_count", numbers->n);
  sme_record_set_int (service, "review_count", numbers->n_written);
  if (numbers->n_demonstration > 0)
    sme_record_set_int (service, "demonstration_count", numbers->n_demonstration);
}

static gboolean
add_own (SmeCall *call, SmeRecord *service, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeReview) own = NULL;
  gboolean bought = FALSE;

  if (call->principal.account_id == NULL)
    return TRUE;
  own = sme_store_find_review (call, id, &local);
  if (local != NULL || !sme_store_has_bought (call, id, &bought, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (own != NULL)
    sme_record_set_object (service, "own_review", own);
  sme_record_set_int (service, "may_review", bought);
  return TRUE;
}

gboolean
sme_store_add_reviews (SmeCall *call, SmeRecord *service, gboolean details, GError **error)
{
  const char *id = sme_record_get_text (service, "id");
  Numbers numbers = { 0 };
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT stars, COUNT (*) AS n, COUNT (body) AS written, SUM (demonstration) AS"
                  " demonstrations FROM review WHERE service_id = :id GROUP BY stars",
                  "id:s", id, NULL);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      gint64 stars = sme_rows_int (rows, i, "stars"), n = sme_rows_int (rows, i, "n");

      numbers.of_stars[stars - 1] = n;
      numbers.n += n;
      numbers.sum += stars * n;
      numbers.n_written += sme_rows_int (rows, i, "written");
      numbers.n_demonstration += sme_rows_int (rows, i, "demonstrations");
    }
  set_rating (service, &numbers);
  if (!details)
    return TRUE;
  add_star_counts (service, numbers.of_stars);
  return add_own (call, service, id, error);
}

char *
sme_review_make_author (SmeStoredAccount *account)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (account->customer_type != SME_CUSTOMER_PERSON && account->organisation_name != NULL)
    return g_strdup (account->organisation_name);
  words = g_strsplit (account->full_name, " ", -1);
  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++)
    if (words[i][0] != '\0')
      {
        g_string_append_unichar (name, g_unichar_toupper (g_utf8_get_char (words[i])));
        g_string_append (name, ". ");
      }
  g_string_append (name, words[g_strv_length (words) - 1]);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
