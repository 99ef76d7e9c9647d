/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-catalog-shelf.h"

#include "base/sme-text.h"
#include "client/sme-catalog-search.h"
#include "core/sme-enums.h"
#include "core/sme-search-group.h"
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

static gboolean
fits (SmeRecord *service, gpointer query)
{
  const char *category = sme_record_get_text (query, "category");
  const char *type = sme_record_get_nick (query, "customer_type");
  const char *const *types = sme_record_get_texts (service, "customer_types");
  gint64 price = sme_service_get_price_per_month (SME_SERVICE (service));

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
  gint64 price = sme_service_get_price_per_month (SME_SERVICE (service));

  if (price < 0)
    return G_MAXINT64;
  return downwards ? -price : price;
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  SmeRecord *x = SME_RECORD ((gpointer) a), *y = SME_RECORD ((gpointer) b);
  int sort = GPOINTER_TO_INT (data);

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
    default: /* as they are, or as they were found */
      return 0;
    }
}

static GListStore *
select_fitting (GListModel *services, SmeRecord *query)
{
  GListStore *found = g_list_store_new (SME_TYPE_SERVICE);

  for (guint i = 0; i < g_list_model_get_n_items (services); i++)
    {
      g_autoptr (SmeRecord) service = g_list_model_get_item (services, i);

      if (fits (service, query))
        g_list_store_append (found, service);
    }
  return found;
}

GListStore *
sme_catalog_shelf_select (GListModel *services, SmeServiceQuery *query)
{
  SmeRecord *record = SME_RECORD (query);
  g_auto (GStrv) words = sme_search_split_query (sme_record_get_text (record, "query"));
  gint64 sort =
    sme_record_has (record, "sort") ? sme_record_get_int (record, "sort") : SME_SORT_RELEVANCE;
  GListStore *found;

  if (words[0] != NULL)
    found = sme_catalog_search (services, (const char *const *) words, sort == SME_SORT_RELEVANCE,
                                fits, record);
  else
    found = select_fitting (services, record);
  if (sort != SME_SORT_RELEVANCE)
    g_list_store_sort (found, compare, GINT_TO_POINTER ((int) sort));
  return found;
}
