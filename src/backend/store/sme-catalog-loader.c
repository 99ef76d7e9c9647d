/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-catalog-loader.h"

#include "backend/store/sme-catalog-records.h"
#include "backend/store/sme-catalog-reviews.h"
#include "backend/store/sme-search.h"
#include "base/sme-text.h"
#include "core/sme-record-json.h"
#include "core/sme-search-text.h"
#include "core/sme-search-words.h"

/* Higher when the same file is put on the shelves in another way. */
#define SHELVES 7
#define RESOURCES "/vn/onesme/backend/catalog/"

static GBytes *
read_resource (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

JsonNode *
sme_catalog_loader_read (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = read_resource (name, error);

  return bytes != NULL ? sme_json_parse (bytes, error) : NULL;
}

const char *
sme_catalog_text (JsonObject *object, const char *member, const char *language)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return NULL;
  return JSON_NODE_HOLDS_OBJECT (node)
           ? json_object_get_string_member (json_node_get_object (node), language)
           : json_node_get_string (node);
}

static const char *
find_category_name (JsonArray *categories, const char *id, const char *language)
{
  for (guint i = 0; i < json_array_get_length (categories); i++)
    {
      JsonObject *category = json_array_get_object_element (categories, i);

      if (g_str_equal (json_object_get_string_member (category, "id"), id))
        return sme_catalog_text (category, "name", language);
    }
  return NULL;
}

/* What the service is found by besides its name, in both languages. */
static char *
make_words (SmeRecord *vi, SmeRecord *en)
{
  g_autoptr (GString) text = g_string_new (NULL);

  sme_search_text_append (text, vi);
  sme_search_text_append (text, en);
  return sme_search_words_join (text->str, SME_SEARCH_WORDS_PARTS | SME_SEARCH_WORDS_PAIRS);
}

static char *
join_names (SmeRecord *vi, SmeRecord *en)
{
  return g_strdup_printf ("%s\n%s", sme_record_get_text (vi, "name"),
                          sme_record_get_text (en, "name"));
}

static gboolean
insert_plans (SmeDb *db, SmeRecord *vi, SmeRecord *en, GError **error)
{
  GListModel *plans = sme_record_get_list (vi, "plans"),
             *english = sme_record_get_list (en, "plans");

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (SmeRecord) plan = g_list_model_get_item (plans, i);
      g_autoptr (SmeRecord) plan_en = g_list_model_get_item (english, i);
      g_autofree char *body = sme_record_to_json (plan), *body_en = sme_record_to_json (plan_en);

      if (!sme_db_run (
            db, NULL, error,
            "INSERT INTO plan (id, service_id, body, body_en) VALUES (:id, :service, :body,"
            " :body_en)",
            "id:s", sme_record_get_text (plan, "id"), "service:s", sme_record_get_text (vi, "id"),
            "body:s", body, "body_en:s", body_en, NULL))
        return FALSE;
    }
  return TRUE;
}

static char *
make_name_words (SmeRecord *vi, SmeRecord *en)
{
  g_autofree char *names = join_names (vi, en);

  return sme_search_words_join (names, SME_SEARCH_WORDS_PARTS | SME_SEARCH_WORDS_PAIRS);
}

static gboolean
insert_row (SmeDb *db, SmeRecord *vi, SmeRecord *en, guint position, GError **error)
{
  g_autofree char *body = sme_record_to_json (vi), *body_en = sme_record_to_json (en);
  g_autofree char *names = join_names (vi, en), *folded_name = sme_text_fold (names);
  g_autofree char *name_words = make_name_words (vi, en);
  g_autofree char *name_sort = sme_text_sort_key (sme_record_get_text (vi, "name"));
  g_autofree char *name_sort_en = sme_text_sort_key (sme_record_get_text (en, "name"));
  g_autofree char *types = g_strjoinv (",", (char **) sme_record_get_texts (vi, "customer_types"));

  return sme_db_run (
    db, NULL, error,
    "INSERT INTO service (id, portal_id, position, category_id, customer_types, name_sort,"
    " name_sort_en, free_trial, rating, rating_count, base_likes, folded_name, name_words, body,"
    " body_en) VALUES (:id, :portal, :position, :category, :types, :sort, :sort_en, :trial,"
    " 0, 0, :likes, :fname, :words, :body, :body_en)",
    "id:s", sme_record_get_text (vi, "id"), "portal:i", sme_record_get_int (vi, "portal_id"),
    "position:i", (gint64) position, "category:s", sme_record_get_text (vi, "category_id"),
    "types:s", types, "sort:s", name_sort, "sort_en:s", name_sort_en, "trial:i",
    sme_record_get_int (vi, "free_trial"), "likes:i", sme_record_get_int (vi, "likes"), "fname:s",
    folded_name, "words:s", name_words, "body:s", body, "body_en:s", body_en, NULL);
}

/* NULL in the table says that the price is on request. */
static gboolean
set_price (SmeDb *db, SmeRecord *service, GError **error)
{
  if (sme_record_get_int (service, "priced_on_request"))
    return TRUE;
  return sme_db_run (
    db, NULL, error,
    "UPDATE service SET price_from = :price, price_per_month = :month WHERE id = :id", "price:i",
    sme_record_get_int (service, "price_from"), "month:i",
    sme_record_get_int (service, "price_per_month"), "id:s", sme_record_get_text (service, "id"),
    NULL);
}

static gboolean
insert_service (SmeDb *db, JsonNode *source, JsonArray *categories, guint position, GError **error)
{
  const char *category =
    json_object_get_string_member (json_node_get_object (source), "category_id");
  g_autoptr (SmeService) service =
    sme_catalog_make_service (source, find_category_name (categories, category, "vi"), "vi");
  g_autoptr (SmeService) service_en =
    sme_catalog_make_service (source, find_category_name (categories, category, "en"), "en");
  SmeRecord *vi = SME_RECORD (service), *en = SME_RECORD (service_en);
  g_autofree char *words = make_words (vi, en);
  g_autofree char *name_words = make_name_words (vi, en);

  return insert_row (db, vi, en, position, error) && set_price (db, vi, error) &&
         sme_search_add (db, sme_record_get_text (vi, "id"), name_words, words, error) &&
         insert_plans (db, vi, en, error) &&
         sme_catalog_reviews_add (db, json_node_get_object (source), error);
}

static gboolean
is_current (SmeDb *db, const char *checksum)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (db, NULL, "SELECT value FROM setting WHERE name = 'catalog'", NULL);

  return rows != NULL && sme_rows_count (rows) > 0 &&
         g_str_equal (sme_rows_text (rows, 0, "value"), checksum);
}

typedef struct
{
  guint i; /* in the file */
  gint64 likes;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->likes != y->likes)
    return x->likes > y->likes ? -1 : 1;
  return x->i < y->i ? -1 : x->i > y->i;
}

/* The engine keeps the order of what it is given. */
static GArray *
sort_by_likes (JsonArray *services)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < json_array_get_length (services); i++)
    {
      JsonObject *service = json_array_get_object_element (services, i);
      Place place = { i, json_object_get_int_member_with_default (service, "likes", 0) };

      g_array_append_val (order, place);
    }
  g_array_sort (order, compare_places);
  return order;
}

static char *
make_checksum (GBytes *bytes)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strdup_printf ("%s %u", sum, SHELVES);
}

static gboolean
clear (SmeDb *db, GError **error)
{
  /* Orders keep a copy of their plan, so the shelves can be filled anew. */
  return sme_db_run (db, NULL, error, "DELETE FROM plan", NULL) &&
         sme_db_run (db, NULL, error, "DELETE FROM service", NULL) &&
         sme_catalog_reviews_clear (db, error) && sme_search_clear (db, error) &&
         sme_db_run (db, NULL, error, "DELETE FROM setting WHERE name = 'catalog'", NULL);
}

static gboolean
note_current (SmeDb *db, const char *checksum, GError **error)
{
  return sme_db_run (db, NULL, error, "INSERT INTO setting (name, value) VALUES ('catalog', :sum)",
                     "sum:s", checksum, NULL);
}

static gboolean
load (SmeDb *db, JsonObject *root, const char *checksum, GError **error)
{
  JsonArray *services = json_object_get_array_member (root, "services");
  JsonArray *categories = json_object_get_array_member (root, "categories");
  g_autoptr (GArray) order = sort_by_likes (services);

  if (!clear (db, error))
    return FALSE;
  for (guint i = 0; i < order->len; i++)
    {
      guint at = g_array_index (order, Place, i).i;

      if (!insert_service (db, json_array_get_element (services, at), categories, at, error))
        return FALSE;
    }
  return sme_search_finish (db, error) && note_current (db, checksum, error);
}

gboolean
sme_catalog_loader_run (SmeDb *db, GError **error)
{
  g_autoptr (GBytes) bytes = read_resource ("services.json", error);
  g_autofree char *checksum = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (bytes == NULL)
    return FALSE;
  checksum = make_checksum (bytes);
  if (is_current (db, checksum))
    return TRUE;
  root = sme_json_parse (bytes, error);
  if (root == NULL || !sme_db_begin (db, TRUE, error))
    return FALSE;
  if (load (db, json_node_get_object (root), checksum, error))
    return sme_db_commit (db, error);
  sme_db_rollback (db);
  return FALSE;
}

static gboolean
fill (SmeDb *db,
      guint n,
      JsonArray *categories,
      SmeCatalogMaker make,
      gpointer data,
      GError **error)
{
  if (!clear (db, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonNode) service = make (i, data);

      if (!insert_service (db, service, categories, i, error))
        return FALSE;
    }
  return sme_search_finish (db, error);
}

gboolean
sme_catalog_loader_fill (SmeDb *db, guint n, SmeCatalogMaker make, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = read_resource ("services.json", error);
  g_autoptr (JsonNode) root = bytes != NULL ? sme_json_parse (bytes, error) : NULL;
  g_autofree char *checksum = bytes != NULL ? make_checksum (bytes) : NULL;

  if (root == NULL || !sme_db_begin (db, TRUE, error))
    return FALSE;
  if (fill (db, n, json_object_get_array_member (json_node_get_object (root), "categories"), make,
            data, error) &&
      note_current (db, checksum, error))
    return sme_db_commit (db, error);
  sme_db_rollback (db);
  return FALSE;
}
