/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-json.h"

#include "backend/bank/sme-gateway-request.h"
#include "core/sme-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define MAX_LENGTH 8192

static char *
read_value (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

static GHashTable *
read_object (JsonObject *object)
{
  g_autoptr (GHashTable) params = sme_gateway_params_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      g_autofree char *value = read_value (node);

      if (value != NULL)
        sme_gateway_params_set (params, name, value);
      else if (!JSON_NODE_HOLDS_NULL (node))
        return NULL;
    }
  return g_steal_pointer (&params);
}

GHashTable *
sme_gateway_json_read (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length = 0;
  const char *data = body != NULL ? g_bytes_get_data (body, &length) : NULL;
  JsonNode *root;

  if (data == NULL || length > MAX_LENGTH || !sme_json_scan (data, length, NULL) ||
      !json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? read_object (json_node_get_object (root))
                                                       : NULL;
}

GBytes *
sme_gateway_json_write (GHashTable *params)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();
  GHashTableIter iter;
  gpointer name, value;
  char *text;

  g_hash_table_iter_init (&iter, params);
  while (g_hash_table_iter_next (&iter, &name, &value))
    json_object_set_string_member (object, name, value);
  json_node_set_object (root, object);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}
