/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the catalog's files is to be fetched anew, and what is too much. */
#include "client/sme-catalog-disk.h"

#include <glib/gstdio.h>

#define MAX_AGE_S (7 * 24 * 60 * 60)
#define MAX_BYTES (32 * 1024 * 1024)

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Changes with every heart that somebody gives, and is no reason to fetch a service again. */
static gboolean
is_a_count (const char *name)
{
  return g_str_equal (name, "likes") || g_str_has_suffix (name, "_count") ||
         g_str_equal (name, "rating");
}

/* The card has some of the members that the service has. */
static gboolean
is_of_card (JsonObject *service, JsonObject *card)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, card);
  while (json_object_iter_next (&iter, &name, &value))
    {
      JsonNode *kept = json_object_get_member (service, name);

      if (!is_a_count (name) && (kept == NULL || !json_node_equal (kept, value)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_kept (const char *folder, JsonObject *card)
{
  const char *id = json_object_get_string_member_with_default (card, "id", NULL);
  g_autofree char *path = sme_catalog_disk_make_path (folder, SME_OP_GET_SERVICE, id, NULL);
  g_autoptr (JsonNode) node = path != NULL ? sme_catalog_disk_read_node (path) : NULL;
  JsonObject *service = get_object (node);
  GStatBuf info;

  return service != NULL && is_of_card (service, card) && g_stat (path, &info) == 0 &&
         g_get_real_time () / G_USEC_PER_SEC - info.st_mtime <= MAX_AGE_S;
}

GPtrArray *
sme_catalog_disk_list_missing (const char *folder, JsonNode *services)
{
  JsonObject *list = get_object (services);
  JsonArray *items = list != NULL ? json_object_get_array_member (list, "items") : NULL;
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *card = get_object (json_array_get_element (items, i));

      if (card != NULL && json_object_has_member (card, "id") && !is_kept (folder, card))
        g_ptr_array_add (missing, g_strdup (json_object_get_string_member (card, "id")));
    }
  return missing;
}

typedef struct
{
  char *path;
  gint64 kept_at;
  gint64 size;
} File;

static void
file_clear (gpointer data)
{
  g_free (((File *) data)->path);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const File *x = a, *y = b;

  return x->kept_at > y->kept_at ? -1 : x->kept_at < y->kept_at;
}

/* The newest first. */
static GArray *
list_services (const char *folder)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (File));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, file_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      File file = { g_build_filename (folder, name, NULL), 0, 0 };
      GStatBuf info;

      if (g_str_has_prefix (name, "service-") && g_stat (file.path, &info) == 0)
        {
          file.kept_at = info.st_mtime;
          file.size = info.st_size;
          g_array_append_val (files, file);
        }
      else
        g_free (file.path);
    }
  g_array_sort (files, compare_files);
  return files;
}

void
sme_catalog_disk_prune (const char *folder)
{
  g_autoptr (GArray) files = list_services (folder);
  gint64 sum = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const File *file = &g_array_index (files, File, i);

      sum += file->size;
      if (sum > MAX_BYTES)
        g_unlink (file->path);
    }
}
