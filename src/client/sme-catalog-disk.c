/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-catalog-disk.h"

#include "client/sme-catalog-shelf.h"
#include "core/sme-enums.h"
#include "core/sme-record-json.h"
#include "core/sme-service.h"

#include <string.h>

#define MAX_SERVICES 500

static char *
make_service_name (const char *id)
{
  return g_strdup_printf ("service-%s.json", id);
}

/* An id is checked by its field, so it is no path. */
char *
sme_catalog_disk_make_path (const char *folder, SmeOperationId op, const char *id, SmeRecord *query)
{
  g_autofree char *name = NULL;

  switch ((int) op)
    {
    case SME_OP_LIST_CATEGORIES:
      name = g_strdup ("categories.json");
      break;
    case SME_OP_LIST_SERVICES:
      name = g_strdup ("services.json");
      break;
    case SME_OP_LIST_NEWS:
      name = g_strdup_printf ("news-%s.json", query != NULL && sme_record_has (query, "kind")
                                                ? sme_record_get_nick (query, "kind")
                                                : "all");
      break;
    case SME_OP_GET_SERVICE:
      if (id == NULL || strpbrk (id, "/.\\") != NULL)
        return NULL;
      name = make_service_name (id);
      break;
    default:
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

/* Nothing of the person's own. */
static void
make_public (SmeRecord *service)
{
  static const char *const own[] = { "liked", "own_review", "may_review", "matches" };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    sme_record_unset (service, own[i]);
}

JsonNode *
sme_catalog_disk_make_node (SmeOperationId op, SmeAnswer *answer)
{
  if (op == SME_OP_GET_SERVICE)
    {
      g_autoptr (SmeRecord) copy = sme_record_copy (answer->record);

      make_public (copy);
      return sme_record_to_node (copy);
    }
  if (op == SME_OP_LIST_SERVICES)
    {
      g_autoptr (GListStore) copies = g_list_store_new (SME_TYPE_SERVICE);

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (answer->items)); i++)
        {
          g_autoptr (SmeRecord) item = g_list_model_get_item (G_LIST_MODEL (answer->items), i);
          g_autoptr (SmeRecord) copy = sme_record_copy (item);

          make_public (copy);
          g_list_store_append (copies, copy);
        }
      return sme_record_list_to_node (G_LIST_MODEL (copies), answer->total, NULL);
    }
  return sme_record_list_to_node (G_LIST_MODEL (answer->items), answer->total, NULL);
}

JsonNode *
sme_catalog_disk_read_node (const char *path)
{
  char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  bytes = g_bytes_new_take (text, length);
  return sme_json_parse (bytes, NULL);
}

/* A service has two ids, its own and its number in the portal's addresses: what was seen by the one
 * is found by the other. */
static void
add_other_paths (GPtrArray *paths, const char *folder, JsonNode *service)
{
  JsonObject *object = json_node_get_object (service);
  const char *id = json_object_get_string_member_with_default (object, "id", NULL);
  gint64 number = json_object_get_int_member_with_default (object, "portal_id", 0);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_ptr_array_add (paths, sme_catalog_disk_make_path (folder, SME_OP_GET_SERVICE, id, NULL));
  if (number > 0)
    g_ptr_array_add (paths, sme_catalog_disk_make_path (folder, SME_OP_GET_SERVICE, text, NULL));
}

static void
write_node (GPtrArray *paths, JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  for (guint i = 0; i < paths->len; i++)
    if (g_ptr_array_index (paths, i) != NULL)
      g_file_set_contents_full (g_ptr_array_index (paths, i), text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/* A catalog that cannot be kept is no problem of the person's. */
void
sme_catalog_disk_write (const char *path, SmeOperationId op, JsonNode *node)
{
  static GMutex mutex;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) merged = NULL;

  g_ptr_array_add (paths, g_strdup (path));
  g_mutex_lock (&mutex);
  g_mkdir_with_parents (folder, 0700);
  if (op == SME_OP_LIST_SERVICES)
    {
      g_autoptr (JsonNode) old = sme_catalog_disk_read_node (path);

      merged = sme_catalog_shelf_merge (old, node, MAX_SERVICES);
    }
  if (op == SME_OP_GET_SERVICE)
    add_other_paths (paths, folder, node);
  write_node (paths, merged != NULL ? merged : node);
  g_mutex_unlock (&mutex);
}

static SmeAnswer *
read_services (SmeRecord *query, JsonNode *node)
{
  g_autoptr (GListStore) all = sme_record_list_from_node (SME_TYPE_SERVICE, node, NULL, NULL, NULL);
  g_autoptr (SmeServiceQuery) any = sme_service_query_new ();
  SmeAnswer *answer;

  if (all == NULL)
    return NULL;
  answer = g_new0 (SmeAnswer, 1);
  answer->items =
    sme_catalog_shelf_select (G_LIST_MODEL (all), query != NULL ? SME_SERVICE_QUERY (query) : any);
  answer->total = g_list_model_get_n_items (G_LIST_MODEL (answer->items));
  return answer;
}

SmeAnswer *
sme_catalog_disk_read (const char *path, SmeOperationId op, SmeRecord *query)
{
  g_autoptr (JsonNode) node = sme_catalog_disk_read_node (path);
  SmeAnswer *answer;

  if (node == NULL)
    return NULL;
  if (op == SME_OP_LIST_SERVICES)
    return read_services (query, node);
  answer = g_new0 (SmeAnswer, 1);
  if (op == SME_OP_GET_SERVICE)
    answer->record = sme_record_from_node (SME_TYPE_SERVICE, node, SME_DECODE_STRICT, NULL);
  else
    answer->items = sme_record_list_from_node (sme_operation_get (op)->response (), node,
                                               &answer->total, NULL, NULL);
  if (answer->record == NULL && answer->items == NULL)
    g_clear_pointer (&answer, sme_answer_free);
  if (answer != NULL)
    answer->status = 200;
  return answer;
}
