/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-search-rank.h"
#include "backend/store/sme-search-words.h"
#include "backend/store/sme-search.h"
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-reviews.h"
#include "base/sme-text.h"

#include <string.h>

#define MAX_WORDS 8
#define DEFAULT_LIMIT 50

/* A service that passes the filters, with what it is sorted by. */
typedef struct
{
  guint row;
  guint score;
  gint64 popularity;
  gint64 price; /* G_MAXINT64 on request: behind everything that has a price */
  double rating;
  const char *name;
} Hit;

static GStrv
split_query (const char *query)
{
  g_autoptr (GArray) words = sme_search_words_split (query, SME_SEARCH_WORDS_PLAIN);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (words->len, MAX_WORDS); i++)
    g_strv_builder_add (builder, g_array_index (words, SmeSearchWord, i).folded);
  return g_strv_builder_end (builder);
}

static SmeRows *
select_services (SmeCall *call, SmeRecord *query, GError **error)
{
  const char *nick = sme_record_get_nick (query, "customer_type");
  g_autofree char *type = nick != NULL ? g_strdup_printf ("%%,%s,%%", nick) : g_strdup ("");
  gboolean has_max = sme_record_has (query, "price_max");

  return sme_db_query (
    call->db, error,
    "SELECT s.*, (SELECT COUNT (*) FROM service_like l WHERE l.service_id = s.id) AS likes,"
    " (SELECT COUNT (*) FROM review r WHERE r.service_id = s.id) AS reviews,"
    " (SELECT COALESCE (SUM (r.stars), 0) FROM review r WHERE r.service_id = s.id) AS stars"
    " FROM service s WHERE s.category_id = COALESCE (:category, s.category_id)"
    " AND (:type = '' OR (',' || s.customer_types || ',') LIKE :type)"
    " AND (:trial = 0 OR s.free_trial = 1)"
    " AND (:min = 0 OR (s.price_from IS NOT NULL AND s.price_from >= :min))"
    " AND (:max < 0 OR (s.price_from IS NOT NULL AND s.price_from <= :max))"
    " ORDER BY s.position",
    "category:s", sme_record_get_text (query, "category"), "type:s", type, "trial:i",
    sme_record_get_int (query, "free_trial"), "min:i", sme_record_get_int (query, "price_min"),
    "max:i", has_max ? sme_record_get_int (query, "price_max") : (gint64) -1, NULL);
}

/* In tenths, as the catalog has it, mixed with the reviews. */
static double
mix_rating (SmeRows *rows, guint i)
{
  gint64 before = sme_rows_int (rows, i, "rating_count"), n = sme_rows_int (rows, i, "reviews");
  double sum = (double) sme_rows_int (rows, i, "rating") / 10 * (double) before;

  return before + n > 0 ? (sum + (double) sme_rows_int (rows, i, "stars")) / (double) (before + n)
                        : 0;
}

static Hit
make_hit (SmeRows *rows, guint i, const char *language)
{
  gboolean english = g_str_equal (language, "en");

  return (Hit){
    .row = i,
    .popularity = sme_rows_int (rows, i, "base_likes") + sme_rows_int (rows, i, "likes"),
    .price =
      sme_rows_is_null (rows, i, "price_from") ? G_MAXINT64 : sme_rows_int (rows, i, "price_from"),
    .rating = mix_rating (rows, i),
    .name = sme_rows_text (rows, i, english ? "name_sort_en" : "name_sort"),
  };
}

/* @result: NULL where nothing was typed */
static GArray *
find_hits (SmeRows *rows, SmeSearchResult *result, const char *folded, const char *language)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      Hit hit = make_hit (rows, i, language);

      if (result != NULL && !g_hash_table_contains (result->ids, sme_rows_text (rows, i, "id")))
        continue;
      if (result != NULL)
        hit.score = sme_search_rank (result, folded, sme_rows_text (rows, i, "folded_name"),
                                     sme_rows_text (rows, i, "name_words"));
      g_array_append_val (hits, hit);
    }
  return hits;
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

/* Where the sort leaves two even, the catalog's own order counts. */
static int
compare_hits (gconstpointer a, gconstpointer b, gpointer data)
{
  const Hit *x = a, *y = b;
  int order = 0;

  switch (GPOINTER_TO_INT (data))
    {
    case SME_SORT_RELEVANCE:
      order = COMPARE (y->score, x->score);
      order = order != 0 ? order : COMPARE (y->popularity, x->popularity);
      break;
    case SME_SORT_POPULAR:
      order = COMPARE (y->popularity, x->popularity);
      break;
    case SME_SORT_NAME:
      order = strcmp (x->name, y->name);
      break;
    case SME_SORT_PRICE:
      order = COMPARE (x->price, y->price);
      break;
    case SME_SORT_PRICE_DESC:
      /* Still behind what has a price. */
      order = COMPARE (x->price == G_MAXINT64, y->price == G_MAXINT64);
      order = order != 0 ? order : COMPARE (y->price, x->price);
      break;
    case SME_SORT_RATING:
      order = COMPARE (y->rating, x->rating);
      break;
    default:
      break;
    }
  return order != 0 ? order : COMPARE (x->row, y->row);
}

static int
get_sort (SmeRecord *query, gboolean typed)
{
  if (sme_record_has (query, "sort"))
    return (int) sme_record_get_int (query, "sort");
  return typed ? SME_SORT_RELEVANCE : -1;
}

/* What a card does not show stays out of lists. */
static void
strip (SmeRecord *service)
{
  static const char *const names[] = { "plans", "guide", "releases", "values", "slogans" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sme_record_unset (service, names[i]);
}

static SmeService *
make_item (SmeCall *call, SmeRows *rows, guint row, SmeSearchResult *result, GError **error)
{
  g_autoptr (SmeService) service = sme_store_read_service (call, rows, row);
  SmeRecord *record = SME_RECORD (service);

  strip (record);
  if (result != NULL)
    {
      sme_search_mark (result, record, "name");
      sme_search_mark (result, record, "summary");
    }
  return sme_store_add_likes (call, record, error) &&
             sme_store_add_reviews (call, record, FALSE, error)
           ? g_steal_pointer (&service)
           : NULL;
}

static GListModel *
make_page (SmeCall *call,
           SmeRows *rows,
           GArray *hits,
           SmeSearchResult *result,
           char **next,
           GError **error)
{
  SmeRecord *query = call->query_record;
  const char *after = sme_record_get_text (query, "after");
  guint64 start = after != NULL ? g_ascii_strtoull (after, NULL, 10) : 0;
  guint64 limit =
    sme_record_has (query, "limit") ? (guint64) sme_record_get_int (query, "limit") : DEFAULT_LIMIT;
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_SERVICE);

  start = MIN (start, hits->len);
  for (guint64 i = start; i < MIN (hits->len, start + limit); i++)
    {
      g_autoptr (SmeService) service =
        make_item (call, rows, g_array_index (hits, Hit, i).row, result, error);

      if (service == NULL)
        return NULL;
      g_list_store_append (list, service);
    }
  if (start + limit < hits->len)
    *next = g_strdup_printf ("%" G_GUINT64_FORMAT, start + limit);
  return G_LIST_MODEL (g_steal_pointer (&list));
}

GListModel *
sme_store_search_services (SmeCall *call,
                           SmeServiceQuery *query,
                           gint64 *total,
                           char **next,
                           GError **error)
{
  SmeRecord *record = SME_RECORD (query);
  g_auto (GStrv) words = split_query (sme_record_get_text (record, "query"));
  g_autofree char *folded = g_strjoinv (" ", words);
  gboolean typed = words[0] != NULL;
  g_autoptr (SmeSearchResult) result = NULL;
  g_autoptr (SmeRows) rows = NULL;
  g_autoptr (GArray) hits = NULL;

  if (typed && (result = sme_search_run (call->db, (const char *const *) words, error)) == NULL)
    return NULL;
  rows = select_services (call, record, error);
  if (rows == NULL)
    return NULL;
  hits = find_hits (rows, result, folded, call->language);
  g_array_sort_with_data (hits, compare_hits, GINT_TO_POINTER (get_sort (record, typed)));
  *total = hits->len;
  return make_page (call, rows, hits, result, next, error);
}
