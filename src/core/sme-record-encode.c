/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-time.h"
#include "core/sme-record-json.h"
#include "core/sme-record-private.h"

static JsonNode *encode_slot (const SmeField *field, const SmeSlot *slot);

static JsonNode *
take_string (char *text)
{
  JsonNode *node = json_node_alloc ();

  json_node_init_string (node, text);
  g_free (text);
  return node;
}

static JsonNode *
encode_texts (GStrv texts)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
encode_list (GListModel *list)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_object (list, i);
      json_array_add_element (array, SME_IS_RECORD (item) ? sme_record_to_node (SME_RECORD (item))
                                                          : encode_list (G_LIST_MODEL (item)));
    }
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
encode_slot (const SmeField *field, const SmeSlot *slot)
{
  switch (field->kind)
    {
    case SME_FIELD_TEXT:
      return json_node_init_string (json_node_alloc (), slot->text);
    case SME_FIELD_INTEGER:
    case SME_FIELD_MONEY:
      return json_node_init_int (json_node_alloc (), slot->integer);
    case SME_FIELD_NUMBER:
      return json_node_init_double (json_node_alloc (), slot->number);
    case SME_FIELD_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), slot->integer != 0);
    case SME_FIELD_DATE:
      return take_string (sme_date_to_string ((int) slot->integer));
    case SME_FIELD_TIME:
      return take_string (sme_time_to_rfc3339 (slot->integer));
    case SME_FIELD_ENUM:
      return json_node_init_string (json_node_alloc (),
                                    sme_enum_nick (field->type (), (int) slot->integer));
    case SME_FIELD_TEXTS:
      return encode_texts (slot->texts);
    case SME_FIELD_OBJECT:
      return sme_record_to_node (slot->object);
    default:
      return encode_list (slot->object);
    }
}

JsonNode *
sme_record_to_node (SmeRecord *self)
{
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (self);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      SmeSlot *slot = sme_record_peek_slot (self, i);
      if (slot != NULL)
        json_object_set_member (object, klass->fields[i].name,
                                encode_slot (&klass->fields[i], slot));
    }
  return json_node_init_object (json_node_alloc (), object);
}

char *
sme_record_to_json (SmeRecord *self)
{
  g_autoptr (JsonNode) node = sme_record_to_node (self);

  return json_to_string (node, FALSE);
}

GBytes *
sme_record_to_bytes (SmeRecord *self)
{
  char *json = sme_record_to_json (self);

  return g_bytes_new_take (json, strlen (json));
}

JsonNode *
sme_record_list_to_node (GListModel *items, gint64 total, const char *next)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_member (object, "items", encode_list (items));
  json_object_set_int_member (object, "total", total);
  if (next != NULL)
    json_object_set_string_member (object, "next", next);
  return json_node_init_object (json_node_alloc (), object);
}
