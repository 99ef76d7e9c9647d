/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-request.h"

#include "client/sme-secret.h"
#include "core/sme-record-json.h"

#include <string.h>

static void
append_value (GString *query, JsonNode *node)
{
  g_autofree char *text = NULL;
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    text = g_uri_escape_string (json_node_get_string (node), NULL, FALSE);
  else if (type == G_TYPE_BOOLEAN)
    text = g_strdup (json_node_get_boolean (node) ? "true" : "false");
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  g_string_append (query, text);
}

char *
sme_request_build_url (const char *base_url,
                       SmeOperationId op,
                       const char *path_id,
                       SmeRecord *query)
{
  g_autofree char *path = sme_operation_build_path (op, path_id);
  GString *url = g_string_new (base_url);
  g_autoptr (JsonNode) node = query != NULL ? sme_record_to_node (query) : NULL;
  g_autoptr (GList) names =
    node != NULL ? json_object_get_members (json_node_get_object (node)) : NULL;

  g_string_append (url, path);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_string_append_printf (url, "%c%s=", l == names ? '?' : '&', (const char *) l->data);
      append_value (url, json_object_get_member (json_node_get_object (node), l->data));
    }
  return g_string_free (url, FALSE);
}

GBytes *
sme_request_encode (SmeRecord *body)
{
  char *json = sme_record_to_json (body);

  return sme_secret_bytes_new_take (json, strlen (json));
}
