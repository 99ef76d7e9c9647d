/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-catalog.h"

#include "backend/store/sme-catalog-loader.h"
#include "backend/store/sme-store-reviews.h"
#include "base/sme-text.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

#define MAX_WORDS 8

static const char *
body_column (SmeCall *call)
{
  return g_str_equal (call->language, "en") ? "body_en" : "body";
}

static gpointer
read_body (SmeCall *call, SmeRows *rows, guint i, GType type)
{
  const char *json = sme_rows_text (rows, i, body_column (call));
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return sme_record_from_bytes (type, bytes, SME_DECODE_STRICT, NULL, NULL);
}

static gint64
count_services (SmeCall *call, const char *category_id)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, NULL, "SELECT COUNT (*) AS n FROM service WHERE category_id = :id",
                  "id:s", category_id, NULL);

  return rows != NULL ? sme_rows_int (rows, 0, "n") : 0;
}

GListModel *
sme_store_list_categories (SmeCall *call, GError **error)
{
  g_autoptr (JsonNode) root = sme_catalog_loader_read ("services.json", error);
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_CATEGORY);
  JsonArray *categories;

  if (root == NULL)
    return NULL;
  categories = json_object_get_array_member (json_node_get_object (root), "categories");
  for (guint i = 0; i < json_array_get_length (categories); i++)
    {
      JsonObject *source = json_array_get_object_element (categories, i);
      g_autoptr (SmeCategory) category = sme_category_new ();
      const char *id = json_object_get_string_member (source, "id");

      sme_record_set_text (SME_RECORD (category), "id", id);
      sme_record_set_text (SME_RECORD (category), "name",
                           sme_catalog_text (source, "name", call->language));
      sme_record_set_int (SME_RECORD (category), "services", count_services (call, id));
      g_list_store_append (list, category);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

static GStrv
split_words (const char *query)
{
  g_autofree char *folded = query != NULL ? sme_text_fold (query) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n-–,.()/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL && n < MAX_WORDS; i++)
    if (parts[i][0] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        n++;
      }
  return g_strv_builder_end (builder);
}

/* 0: some word does not occur; else more is better. */
static guint
rank (const char *const *words, const char *name, const char *text)
{
  guint score = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (name, words[i]) != NULL)
        score += 10;
      else if (strstr (text, words[i]) == NULL)
        return 0;
    }
  return score;
}

typedef struct
{
  guint row;
  guint score;
  gint64 position;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a, *y = b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return x->position < y->position ? -1 : x->position > y->position;
}

static void
add_match (SmeRecord *service, const char *field, glong start, glong length)
{
  g_autoptr (SmeMatch) match = sme_match_new ();

  sme_record_set_text (SME_RECORD (match), "field", field);
  sme_record_set_int (SME_RECORD (match), "start", start);
  sme_record_set_int (SME_RECORD (match), "length", length);
  sme_record_append (service, "matches", match);
}

static void
mark_matches (SmeRecord *service, const char *field, const char *const *words)
{
  const char *text = sme_record_get_text (service, field);
  g_autofree gsize *map = NULL;
  g_autofree char *folded = NULL;
  gsize length;

  if (text == NULL)
    return;
  folded = sme_text_fold_with_map (text, &map, &length);
  for (guint i = 0; words[i] != NULL; i++)
    for (const char *found = strstr (folded, words[i]); found != NULL;
         found = strstr (found + strlen (words[i]), words[i]))
      {
        gsize from = (gsize) (found - folded), begin, end;

        sme_text_map_range (map, length, from, from + strlen (words[i]), &begin, &end);
        add_match (service, field, g_utf8_pointer_to_offset (text, text + begin),
                   g_utf8_strlen (text + begin, (gssize) (end - begin)));
      }
}

static GArray *
find_hits (SmeRows *rows, const char *const *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      Hit hit = { i,
                  rank (words, sme_rows_text (rows, i, "folded_name"),
                        sme_rows_text (rows, i, "folded_text")),
                  (gint64) i };
      if (hit.score > 0)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  return hits;
}

static const char *
order_by (SmeRecord *query)
{
  switch (sme_record_get_int (query, "sort"))
    {
    case SME_SORT_NAME:
      return "name_sort, id";
    case SME_SORT_PRICE:
      return "COALESCE (price_from, 0), id";
    case SME_SORT_RATING:
      return "rating DESC, position";
    default:
      return "position";
    }
}

static SmeRows *
select_services (SmeCall *call, SmeRecord *query, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT id, folded_name, folded_text, %s FROM service WHERE category_id = COALESCE (:category,"
    " category_id) AND (:type = '' OR (',' || customer_types || ',') LIKE :type) ORDER BY %s",
    body_column (call), order_by (query));
  const char *nick = sme_record_get_nick (query, "customer_type");
  g_autofree char *type = nick != NULL ? g_strdup_printf ("%%,%s,%%", nick) : g_strdup ("");

  return sme_db_query (call->db, error, sql, "category:s", sme_record_get_text (query, "category"),
                       "type:s", type, NULL);
}

/* What a card does not show stays out of lists. */
static void
strip (SmeRecord *service)
{
  sme_record_unset (service, "plans");
  sme_record_unset (service, "guide");
  sme_record_unset (service, "releases");
  sme_record_unset (service, "values");
  sme_record_unset (service, "slogans");
}

static gboolean
add_likes (SmeCall *call, SmeRecord *service, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT COUNT (*) AS n, COUNT (CASE WHEN account_id = :account THEN 1 END) AS own"
    " FROM service_like WHERE service_id = :id",
    "account:s", call->principal.account_id, "id:s", sme_record_get_text (service, "id"), NULL);

  if (rows == NULL)
    return FALSE;
  sme_record_set_int (service, "likes",
                      sme_record_get_int (service, "likes") + sme_rows_int (rows, 0, "n"));
  sme_record_set_int (service, "liked", sme_rows_int (rows, 0, "own") > 0);
  return TRUE;
}

GListModel *
sme_store_search_services (SmeCall *call,
                           SmeServiceQuery *query,
                           gint64 *total,
                           char **next,
                           GError **error)
{
  SmeRecord *record = SME_RECORD (query);
  g_autoptr (SmeRows) rows = select_services (call, record, error);
  g_auto (GStrv) words = split_words (sme_record_get_text (record, "query"));
  guint limit =
    sme_record_has (record, "limit") ? (guint) sme_record_get_int (record, "limit") : 50;
  const char *after = sme_record_get_text (record, "after");
  guint start = after != NULL ? (guint) g_ascii_strtoull (after, NULL, 10) : 0;
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_SERVICE);
  g_autoptr (GArray) hits = NULL;

  if (rows == NULL)
    return NULL;
  hits = find_hits (rows, (const char *const *) words);
  *total = hits->len;
  for (guint i = start; i < hits->len && i < start + limit; i++)
    {
      g_autoptr (SmeRecord) service =
        read_body (call, rows, g_array_index (hits, Hit, i).row, SME_TYPE_SERVICE);

      strip (service);
      mark_matches (service, "name", (const char *const *) words);
      if (!add_likes (call, service, error) || !sme_store_add_reviews (call, service, FALSE, error))
        return NULL;
      g_list_store_append (list, service);
    }
  if (start + limit < hits->len)
    *next = g_strdup_printf ("%u", start + limit);
  return G_LIST_MODEL (g_steal_pointer (&list));
}

static gpointer
not_found (GError **error)
{
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

SmeService *
sme_store_find_service (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT body, body_en FROM service WHERE id = :id OR (portal_id = :portal AND"
                  " portal_id > 0)",
                  "id:s", id, "portal:i", g_ascii_strtoll (id, NULL, 10), NULL);
  g_autoptr (SmeService) service = NULL;

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    return not_found (error);
  service = read_body (call, rows, 0, SME_TYPE_SERVICE);
  return add_likes (call, SME_RECORD (service), error) &&
             sme_store_add_reviews (call, SME_RECORD (service), TRUE, error)
           ? g_steal_pointer (&service)
           : NULL;
}

SmePlan *
sme_store_find_plan (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT body, body_en FROM plan WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  return sme_rows_count (rows) > 0 ? read_body (call, rows, 0, SME_TYPE_PLAN) : not_found (error);
}

gboolean
sme_store_set_like (SmeCall *call, const char *service_id, gboolean liked, GError **error)
{
  if (!liked)
    return sme_db_run (call->db, NULL, error,
                       "DELETE FROM service_like WHERE account_id = :account AND service_id = :id",
                       "account:s", call->principal.account_id, "id:s", service_id, NULL);
  return sme_db_run (
    call->db, NULL, error,
    "INSERT INTO service_like (account_id, service_id, created_at) VALUES (:account,"
    " :id, :now) ON CONFLICT DO NOTHING",
    "account:s", call->principal.account_id, "id:s", service_id, "now:i", call->now, NULL);
}
