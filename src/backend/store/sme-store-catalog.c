/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-catalog.h"

#include "backend/store/sme-catalog-loader.h"
#include "backend/store/sme-store-reviews.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

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

/* Compiled in, so read once; never freed. */
static JsonNode *
get_catalog (GError **error)
{
  static JsonNode *root;
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (root == NULL)
    root = sme_catalog_loader_read ("services.json", error);
  return root;
}

GListModel *
sme_store_list_categories (SmeCall *call, GError **error)
{
  JsonNode *root = get_catalog (error);
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

SmeService *
sme_store_read_service (SmeCall *call, SmeRows *rows, guint row)
{
  return read_body (call, rows, row, SME_TYPE_SERVICE);
}

gboolean
sme_store_add_likes (SmeCall *call, SmeRecord *service, GError **error)
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
  return sme_store_add_likes (call, SME_RECORD (service), error) &&
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
