/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-search.h"
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-reviews.h"
#include "core/sme-search-rank.h"

#define DEFAULT_LIMIT 50
/* So many are ranked against each other; what comes after them is in the engine's order, which
 * knows the name from the text but not a whole word from a beginning. */
#define MAX_RANKED 300

#define POPULARITY "s.base_likes + (SELECT COUNT (*) FROM service_like k WHERE k.service_id = s.id)"
#define RATING "(SELECT COALESCE (AVG (v.stars), 0) FROM review v WHERE v.service_id = s.id)"

/* A find that is ranked. */
typedef struct
{
  const char *id;
  guint score;
  gint64 popularity;
  guint row;
} Hit;

static gint64
get_price (SmeRecord *query, const char *field)
{
  return sme_record_has (query, field) ? sme_record_get_int (query, field) : -1;
}

static SmeSearchFilter
read_filter (SmeRecord *query)
{
  gint64 min = get_price (query, "price_min");

  return (SmeSearchFilter){
    .category_id = sme_record_get_text (query, "category"),
    .customer_type = sme_record_get_nick (query, "customer_type"),
    .free_trial = sme_record_get_int (query, "free_trial") != 0,
    .price_min = min > 0 ? min : -1,
    .price_max = get_price (query, "price_max"),
  };
}

/* SQL; where it leaves two even, the catalog's own order counts. What has no price comes last. */
static const char *
get_order (SmeRecord *query, const char *language)
{
  gint64 sort = sme_record_has (query, "sort") ? sme_record_get_int (query, "sort") : -1;

  switch (sort)
    {
    case SME_SORT_POPULAR:
      return POPULARITY " DESC, s.position";
    case SME_SORT_NAME:
      return g_str_equal (language, "en") ? "s.name_sort_en, s.position"
                                          : "s.name_sort, s.position";
    case SME_SORT_PRICE:
      return "s.price_per_month IS NULL, s.price_per_month, s.position";
    case SME_SORT_PRICE_DESC:
      return "s.price_per_month IS NULL, s.price_per_month DESC, s.position";
    case SME_SORT_RATING:
      return RATING " DESC, s.position";
    default:
      return NULL;
    }
}

/* ---- By what was typed */

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a, *y = b;
  int order = COMPARE (y->score, x->score);

  order = order != 0 ? order : COMPARE (y->popularity, x->popularity);
  return order != 0 ? order : COMPARE (x->row, y->row);
}

/* Ids of some of what was found, in the engine's order or @order; appended to @ids. */
static gboolean
take_ids (SmeCall *call,
          SmeSearchResult *result,
          const SmeSearchFilter *filter,
          const char *order,
          gint64 start,
          gint64 n,
          GPtrArray *ids,
          GError **error)
{
  while (n > 0 && start < result->total)
    {
      g_autoptr (SmeRows) rows = sme_search_take (call->db, result, filter, order, start, n, error);
      guint count = rows != NULL ? sme_rows_count (rows) : 0;

      if (rows == NULL)
        return FALSE;
      if (count == 0)
        break;
      for (guint i = 0; i < count; i++)
        g_ptr_array_add (ids, g_strdup (sme_rows_text (rows, i, "id")));
      start += count;
      n -= count;
    }
  return TRUE;
}

static gint64
count_likes (SmeCall *call, const char *id)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, NULL, "SELECT COUNT (*) AS n FROM service_like WHERE service_id = :id",
                  "id:s", id, NULL);

  return rows != NULL ? sme_rows_int (rows, 0, "n") : 0;
}

static void
add_hits (SmeCall *call, SmeSearchResult *result, SmeRows *rows, GArray *hits)
{
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      const char *id = sme_rows_text (rows, i, "id");
      Hit hit = { id,
                  sme_search_rank (result->groups, sme_rows_text (rows, i, "name_words"),
                                   sme_rows_int (rows, i, "adjacent") != 0),
                  sme_rows_int (rows, i, "base_likes") + count_likes (call, id), hits->len };

      g_array_append_val (hits, hit);
    }
}

/* The first of what was found, the best first. */
static gboolean
rank_ids (SmeCall *call,
          SmeSearchResult *result,
          const SmeSearchFilter *filter,
          GPtrArray *ids,
          GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_rows_free);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  while (hits->len < MIN (result->total, MAX_RANKED))
    {
      SmeRows *rows =
        sme_search_take (call->db, result, filter, NULL, hits->len, MAX_RANKED - hits->len, error);
      guint before = hits->len;

      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (pieces, rows);
      add_hits (call, result, rows, hits);
      if (hits->len == before)
        break;
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (ids, g_strdup (g_array_index (hits, Hit, i).id));
  return TRUE;
}

/* A page never reaches over the end of what is ranked. */
static gboolean
find_typed (SmeCall *call,
            SmeSearchResult *result,
            const SmeSearchFilter *filter,
            gint64 start,
            gint64 limit,
            GPtrArray *ids,
            GError **error)
{
  const char *order = get_order (call->query_record, call->language);

  if (order != NULL || start >= MAX_RANKED)
    return take_ids (call, result, filter, order, start, limit, ids, error);
  if (!rank_ids (call, result, filter, ids, error))
    return FALSE;
  if (start + limit < ids->len)
    g_ptr_array_set_size (ids, (int) (start + limit));
  g_ptr_array_remove_range (ids, 0, (guint) MIN (start, ids->len));
  return TRUE;
}

/* ---- Without words */

static gboolean
find_all (SmeCall *call,
          const SmeSearchFilter *filter,
          gint64 start,
          gint64 limit,
          gint64 *total,
          GPtrArray *ids,
          GError **error)
{
  const char *order = get_order (call->query_record, call->language);
  g_autofree char *type = sme_search_filter_dup_type (filter);
  g_autofree char *sql =
    g_strdup_printf ("SELECT s.id AS id FROM service s WHERE " SME_SEARCH_FILTER_SQL
                     " ORDER BY %s LIMIT :n OFFSET :start",
                     order != NULL ? order : "s.position");
  g_autoptr (SmeRows) count = sme_db_query (
    call->db, error, "SELECT COUNT (*) AS n FROM service s WHERE " SME_SEARCH_FILTER_SQL,
    SME_SEARCH_FILTER (filter, type), NULL);
  g_autoptr (SmeRows) rows = count != NULL
                               ? sme_db_query (call->db, error, sql, "n:i", limit, "start:i", start,
                                               SME_SEARCH_FILTER (filter, type), NULL)
                               : NULL;

  if (rows == NULL)
    return FALSE;
  *total = sme_rows_int (count, 0, "n");
  for (guint i = 0; i < sme_rows_count (rows); i++)
    g_ptr_array_add (ids, g_strdup (sme_rows_text (rows, i, "id")));
  return TRUE;
}

/* ---- The page */

/* What a card does not show stays out of lists. */
static void
strip (SmeRecord *service)
{
  static const char *const names[] = { "plans", "guide", "releases", "values", "slogans" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sme_record_unset (service, names[i]);
}

static SmeService *
make_item (SmeCall *call, const char *id, SmeSearchResult *result, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT body, body_en FROM service WHERE id = :id", "id:s", id, NULL);
  g_autoptr (SmeService) service = NULL;
  SmeRecord *record;

  if (rows == NULL)
    return NULL;
  service = sme_store_read_service (call, rows, 0);
  record = SME_RECORD (service);
  strip (record);
  if (result != NULL)
    {
      sme_search_mark (result->groups, record, "name");
      sme_search_mark (result->groups, record, "summary");
      sme_search_mark (result->groups, record, "overview");
    }
  return sme_store_add_likes (call, record, error) &&
             sme_store_add_reviews (call, record, FALSE, error)
           ? g_steal_pointer (&service)
           : NULL;
}

static GListModel *
make_page (SmeCall *call, GPtrArray *ids, SmeSearchResult *result, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_SERVICE);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SmeService) service = make_item (call, g_ptr_array_index (ids, i), result, error);

      if (service == NULL)
        return NULL;
      g_list_store_append (list, service);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

static gint64
get_start (SmeRecord *query)
{
  const char *after = sme_record_get_text (query, "after");
  guint64 start = after != NULL ? g_ascii_strtoull (after, NULL, 10) : 0;

  return (gint64) MIN (start, G_MAXINT32);
}

GListModel *
sme_store_search_services (SmeCall *call,
                           SmeServiceQuery *query,
                           gint64 *total,
                           char **next,
                           GError **error)
{
  SmeRecord *record = SME_RECORD (query);
  g_auto (GStrv) words = sme_search_split_query (sme_record_get_text (record, "query"));
  SmeSearchFilter filter = read_filter (record);
  gint64 start = get_start (record);
  gint64 limit =
    sme_record_has (record, "limit") ? sme_record_get_int (record, "limit") : DEFAULT_LIMIT;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SmeSearchResult) result = NULL;

  if (words[0] != NULL)
    {
      result = sme_search_run (call->db, (const char *const *) words, &filter, error);
      if (result == NULL || !find_typed (call, result, &filter, start, limit, ids, error))
        return NULL;
      *total = result->total;
    }
  else if (!find_all (call, &filter, start, limit, total, ids, error))
    return NULL;
  if (start + ids->len < *total && ids->len > 0)
    *next = g_strdup_printf ("%" G_GINT64_FORMAT, start + ids->len);
  return make_page (call, ids, result, error);
}
