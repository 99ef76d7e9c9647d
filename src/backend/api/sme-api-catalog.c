/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-catalog-loader.h"
#include "backend/store/sme-catalog-records.h"
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-divisions.h"

SmeReply *
sme_handle_list_categories (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list = sme_store_list_categories (call, error);

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

SmeReply *
sme_handle_list_services (SmeCall *call, GError **error)
{
  gint64 total = 0;
  g_autofree char *next = NULL;
  g_autoptr (GListModel) list =
    sme_store_search_services (call, SME_SERVICE_QUERY (call->query_record), &total, &next, error);

  return list != NULL ? sme_reply_new_list (list, total, next) : NULL;
}

SmeReply *
sme_handle_get_service (SmeCall *call, GError **error)
{
  g_autoptr (SmeService) service = sme_store_find_service (call, call->path_id, error);

  return service != NULL ? sme_reply_new_record (200, SME_RECORD (service)) : NULL;
}

SmeReply *
sme_handle_like_service (SmeCall *call, GError **error)
{
  g_autoptr (SmeService) service = sme_store_find_service (call, call->path_id, error);

  return service != NULL && sme_store_set_like (
                              call, sme_record_get_text (SME_RECORD (service), "id"), TRUE, error)
           ? sme_reply_new_empty ()
           : NULL;
}

SmeReply *
sme_handle_unlike_service (SmeCall *call, GError **error)
{
  g_autoptr (SmeService) service = sme_store_find_service (call, call->path_id, error);

  return service != NULL && sme_store_set_like (
                              call, sme_record_get_text (SME_RECORD (service), "id"), FALSE, error)
           ? sme_reply_new_empty ()
           : NULL;
}

static gboolean
add_news (SmeCall *call, const char *file, GListStore *list, GError **error)
{
  g_autoptr (JsonNode) root = sme_catalog_loader_read (file, error);
  gboolean filtered = sme_record_has (call->query_record, "kind");
  JsonArray *items;

  if (root == NULL)
    return FALSE;
  items = json_object_get_array_member (json_node_get_object (root), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autoptr (SmeRecord) item = sme_catalog_make_record (
        SME_TYPE_NEWS_ITEM, json_array_get_element (items, i), call->language);

      if (!filtered ||
          sme_record_get_int (call->query_record, "kind") == sme_record_get_int (item, "kind"))
        g_list_store_append (list, item);
    }
  return TRUE;
}

SmeReply *
sme_handle_list_news (SmeCall *call, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_NEWS_ITEM);

  if (!add_news (call, "news.json", list, error))
    return NULL;
  return sme_reply_new_list (G_LIST_MODEL (list), g_list_model_get_n_items (G_LIST_MODEL (list)),
                             NULL);
}

SmeReply *
sme_handle_list_divisions (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list =
    sme_store_list_divisions ((SmeEdition) sme_record_get_int (call->query_record, "edition"),
                              sme_record_get_text (call->query_record, "parent"), error);

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

SmeReply *
sme_handle_list_division_editions (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list = sme_store_list_division_editions ();

  return sme_reply_new_list (list, g_list_model_get_n_items (list), NULL);
}

SmeReply *
sme_handle_list_successors (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list = sme_store_list_successors (call->path_id, error);

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

SmeReply *
sme_handle_create_quote (SmeCall *call, GError **error)
{
  g_autoptr (SmePlan) plan = NULL;
  g_autoptr (SmeQuote) quote =
    sme_store_make_quote (call, SME_ORDER_REQUEST (call->request), &plan, error);

  return quote != NULL ? sme_reply_new_record (200, SME_RECORD (quote)) : NULL;
}
