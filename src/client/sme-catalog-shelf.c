/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-catalog-shelf.h"

#include "base/sme-text.h"
#include "core/sme-enums.h"
#include "core/sme-match.h"
#include "core/sme-service.h"

#include <string.h>

static JsonArray *
get_items (JsonNode *list)
{
  JsonObject *object =
    list != NULL && JSON_NODE_HOLDS_OBJECT (list) ? json_node_get_object (list) : NULL;
  JsonNode *items = object != NULL ? json_object_get_member (object, "items") : NULL;

  return items != NULL && JSON_NODE_HOLDS_ARRAY (items) ? json_node_get_array (items) : NULL;
}

static const char *
get_id (JsonNode *item)
{
  return JSON_NODE_HOLDS_OBJECT (item)
           ? json_object_get_string_member_with_default (json_node_get_object (item), "id", "")
           : "";
}

static GHashTable *
index_by_id (JsonArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    g_hash_table_insert (index, (gpointer) get_id (json_array_get_element (items, i)),
                         json_array_get_element (items, i));
  return index;
}

JsonNode *
sme_catalog_shelf_merge (JsonNode *old, JsonNode *fresh, guint max)
{
  JsonArray *before = get_items (old), *new = get_items (fresh);
  g_autoptr (GHashTable) by_id = index_by_id (new);
  g_autoptr (JsonArray) items = json_array_new ();
  g_autoptr (JsonObject) object = json_object_new ();
  guint n;

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    {
      JsonNode *item = json_array_get_element (before, i);
      JsonNode *newer = NULL;

      if (g_hash_table_steal_extended (by_id, get_id (item), NULL, (gpointer *) &newer))
        item = newer;
      json_array_add_element (items, json_node_copy (item));
    }
  for (guint i = 0; new != NULL &&i < json_array_get_length (new); i++)
    {
      JsonNode *item = json_array_get_element (new, i);

      if (g_hash_table_remove (by_id, get_id (item)))
        json_array_add_element (items, json_node_copy (item));
    }
  while ((n = json_array_get_length (items)) > max)
    json_array_remove_element (items, n - 1);
  json_object_set_int_member (object, "total", n);
  json_object_set_array_member (object, "items", g_steal_pointer (&items));
  return json_node_init_object (json_node_new (JSON_NODE_OBJECT), object);
}

/* ---- Selecting */

/* What @service costs per month, as the server compares it; -1 where the price is on request. What
 * an older program kept has only the price of a cycle. */
static gint64
get_price_per_month (SmeRecord *service)
{
  gint64 months = MAX (sme_record_get_int (service, "price_cycle_months"), 1);

  if (sme_record_has (service, "price_per_month"))
    return sme_record_get_int (service, "price_per_month");
  return sme_record_has (service, "price_from")
           ? (sme_record_get_int (service, "price_from") + months - 1) / months
           : -1;
}

static gboolean
fits (SmeRecord *service, SmeRecord *query)
{
  const char *category = sme_record_get_text (query, "category");
  const char *type = sme_record_get_nick (query, "customer_type");
  const char *const *types = sme_record_get_texts (service, "customer_types");
  gint64 price = get_price_per_month (service);

  if (category != NULL && g_strcmp0 (category, sme_record_get_text (service, "category_id")) != 0)
    return FALSE;
  if (type != NULL && (types == NULL || !g_strv_contains (types, type)))
    return FALSE;
  if (sme_record_get_int (query, "free_trial") && !sme_record_get_int (service, "free_trial"))
    return FALSE;
  if (sme_record_has (query, "price_min") && sme_record_get_int (query, "price_min") > 0 &&
      price < sme_record_get_int (query, "price_min"))
    return FALSE;
  return !sme_record_has (query, "price_max") ||
         (price >= 0 && price <= sme_record_get_int (query, "price_max"));
}

/* Where a word of @folded begins with @word; -1 for nowhere. */
static gssize
find_beginning (const char *folded, const char *word)
{
  const char *at = folded;

  while ((at = strstr (at, word)) != NULL)
    {
      if (at == folded || !g_ascii_isalnum (at[-1]))
        return at - folded;
      at++;
    }
  return -1;
}

static void
mark (SmeRecord *service, const char *name, const gsize *map, gsize length, gsize start, gsize n)
{
  g_autoptr (SmeMatch) match = sme_match_new ();
  gsize begin = 0, end = 0;

  sme_text_map_range (map, length, start, start + n, &begin, &end);
  sme_record_set_text (SME_RECORD (match), "field", "name");
  sme_record_set_int (SME_RECORD (match), "start", g_utf8_pointer_to_offset (name, name + begin));
  sme_record_set_int (SME_RECORD (match), "length",
                      g_utf8_strlen (name + begin, (gssize) (end - begin)));
  sme_record_append (service, "matches", match);
}

/* How many of the words stand in the name, counted from one; 0 if one stands nowhere. */
static guint
match_words (SmeRecord *service, char **words)
{
  const char *name = sme_record_get_text (service, "name");
  const char *summary = sme_record_get_text (service, "summary");
  const char *category = sme_record_get_text (service, "category_name");
  g_autofree char *rest =
    g_strdup_printf ("%s\n%s", summary != NULL ? summary : "", category != NULL ? category : "");
  g_autofree char *folded_rest = sme_text_fold (rest);
  g_autofree gsize *map = NULL;
  gsize length = 0;
  g_autofree char *folded_name = sme_text_fold_with_map (name, &map, &length);
  guint score = 1;

  sme_record_unset (service, "matches");
  for (guint i = 0; words[i] != NULL; i++)
    {
      gssize at = *words[i] != '\0' ? find_beginning (folded_name, words[i]) : -1;

      if (at >= 0)
        {
          score++;
          mark (service, name, map, length, (gsize) at, strlen (words[i]));
        }
      else if (*words[i] != '\0' && find_beginning (folded_rest, words[i]) < 0)
        return 0;
    }
  return score;
}

static int
compare_texts (SmeRecord *a, SmeRecord *b)
{
  g_autofree char *x = sme_text_sort_key (sme_record_get_text (a, "name"));
  g_autofree char *y = sme_text_sort_key (sme_record_get_text (b, "name"));

  return strcmp (x, y);
}

static gint64
get_price (SmeRecord *service, gboolean downwards)
{
  gint64 price = get_price_per_month (service);

  if (price < 0)
    return G_MAXINT64;
  return downwards ? -price : price;
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static int
compare (gconstpointer a, gconstpointer b, gpointer query)
{
  SmeRecord *x = SME_RECORD ((gpointer) a), *y = SME_RECORD ((gpointer) b);
  gint64 sort = sme_record_has (query, "sort") ? sme_record_get_int (query, "sort") : -1;
  int order = 0;

  switch (sort)
    {
    case SME_SORT_NAME:
      return compare_texts (x, y);
    case SME_SORT_PRICE:
    case SME_SORT_PRICE_DESC:
      return COMPARE (get_price (x, sort == SME_SORT_PRICE_DESC),
                      get_price (y, sort == SME_SORT_PRICE_DESC));
    case SME_SORT_RATING:
      return COMPARE (sme_record_get_number (y, "rating"), sme_record_get_number (x, "rating"));
    case SME_SORT_POPULAR:
      return COMPARE (sme_record_get_int (y, "likes"), sme_record_get_int (x, "likes"));
    default:
      order = COMPARE (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (y), "sme-score")),
                       GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (x), "sme-score")));
      return order;
    }
}

GListStore *
sme_catalog_shelf_select (GListModel *services, SmeServiceQuery *query)
{
  GListStore *found = g_list_store_new (SME_TYPE_SERVICE);
  SmeRecord *record = SME_RECORD (query);
  g_autofree char *folded = sme_text_fold (sme_record_get_text (record, "query"));
  g_auto (GStrv) words = g_strsplit_set (folded, " \t-/,.!", -1);

  for (guint i = 0; i < g_list_model_get_n_items (services); i++)
    {
      g_autoptr (SmeRecord) service = g_list_model_get_item (services, i);
      guint score = fits (service, record) ? match_words (service, words) : 0;

      if (score == 0)
        continue;
      g_object_set_data (G_OBJECT (service), "sme-score", GUINT_TO_POINTER (score));
      g_list_store_append (found, service);
    }
  g_list_store_sort (found, compare, record);
  return found;
}
