/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-time.h"
#include "core/sme-field-error.h"
#include "core/sme-json-scan.h"
#include "core/sme-record-json.h"
#include "core/sme-record-private.h"

#include <math.h>

G_DEFINE_QUARK (sme - json - error - quark, sme_json_error)

typedef struct
{
  GPtrArray *errors;
  GString *pointer;
  SmeDecodeFlags flags;
} Decoder;

static gpointer decode_record (Decoder *decoder, GType type, JsonNode *node);

static gboolean
fail (Decoder *decoder, const char *code)
{
  /* Enough to show; a hostile body must not make a hundred thousand. */
  if (decoder->errors->len < 100)
    g_ptr_array_add (decoder->errors, sme_field_error_new_full (decoder->pointer->str, code));
  return FALSE;
}

static gboolean
is_integer (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
decode_text (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  const char *code;

  if (!is_string (node))
    return fail (decoder, "type");
  code = sme_field_check_text (field, json_node_get_string (node));
  if (code != NULL && !(g_str_equal (code, "required") && (decoder->flags & SME_DECODE_PARTIAL)))
    return fail (decoder, code);
  slot->text = g_utf8_normalize (json_node_get_string (node), -1, G_NORMALIZE_NFC);
  return TRUE;
}

static gboolean
decode_integer (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  if (!is_integer (node))
    return fail (decoder, "type");
  slot->integer = json_node_get_int (node);
  if (slot->integer < field->min || slot->integer > sme_field_get_max (field))
    return fail (decoder, "range");
  return TRUE;
}

static gboolean
decode_number (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE && !is_integer (node)))
    return fail (decoder, "type");
  slot->number = json_node_get_double (node);
  if (is_integer (node))
    slot->number = (double) json_node_get_int (node);
  if (!isfinite (slot->number) || slot->number < (double) field->min ||
      slot->number > (double) sme_field_get_max (field))
    return fail (decoder, "range");
  return TRUE;
}

static gboolean
decode_boolean (Decoder *decoder, JsonNode *node, SmeSlot *slot)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail (decoder, "type");
  slot->integer = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
decode_moment (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  int date;

  if (!is_string (node))
    return fail (decoder, "type");
  if (field->kind == SME_FIELD_TIME)
    return sme_time_parse_rfc3339 (json_node_get_string (node), &slot->integer) ||
           fail (decoder, "format");
  if (!sme_date_parse (json_node_get_string (node), &date))
    return fail (decoder, "format");
  slot->integer = date;
  return TRUE;
}

static gboolean
decode_enum (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  int value;

  if (!is_string (node))
    return fail (decoder, "type");
  if (!sme_enum_from_nick (field->type (), json_node_get_string (node), &value))
    return fail (decoder, "unknown-value");
  slot->integer = value;
  return TRUE;
}

static gboolean
decode_texts (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (decoder, "type");
  array = json_node_get_array (node);
  if (json_array_get_length (array) > sme_field_get_max (field))
    return fail (decoder, "too-many");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      const char *code =
        is_string (item) ? sme_field_check_text (field, json_node_get_string (item)) : "type";
      if (code != NULL)
        return fail (decoder, code);
      g_strv_builder_add (builder, json_node_get_string (item));
    }
  slot->texts = g_strv_builder_end (builder);
  return TRUE;
}

static GListStore *
decode_list (Decoder *decoder, const SmeField *field, JsonNode *node, gboolean grid)
{
  GType type = grid ? G_TYPE_LIST_STORE : field->type ();
  g_autoptr (GListStore) list = g_list_store_new (type);
  gsize length = decoder->pointer->len;
  guint before = decoder->errors->len;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail (decoder, "type");
      return NULL;
    }
  array = json_node_get_array (node);
  if (json_array_get_length (array) > sme_field_get_max (field))
    {
      fail (decoder, "too-many");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array) && decoder->errors->len < 100; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autoptr (GObject) item = NULL;

      g_string_append_printf (decoder->pointer, "/%u", i);
      item = grid ? G_OBJECT (decode_list (decoder, field, element, FALSE))
                  : decode_record (decoder, field->type (), element);
      g_string_truncate (decoder->pointer, length);
      if (item != NULL)
        g_list_store_append (list, item);
    }
  return decoder->errors->len == before ? g_steal_pointer (&list) : NULL;
}

static gpointer
decode_object (Decoder *decoder, const SmeField *field, JsonNode *node)
{
  SmeDecodeFlags flags = decoder->flags;
  gpointer record;

  if ((field->flags & SME_FIELD_PARTIAL) != 0)
    decoder->flags |= SME_DECODE_PARTIAL;
  record = decode_record (decoder, field->type (), node);
  decoder->flags = flags;
  return record;
}

static gboolean
decode_field (Decoder *decoder, const SmeField *field, JsonNode *node, SmeSlot *slot)
{
  switch (field->kind)
    {
    case SME_FIELD_TEXT:
      return decode_text (decoder, field, node, slot);
    case SME_FIELD_INTEGER:
    case SME_FIELD_MONEY:
      return decode_integer (decoder, field, node, slot);
    case SME_FIELD_NUMBER:
      return decode_number (decoder, field, node, slot);
    case SME_FIELD_BOOLEAN:
      return decode_boolean (decoder, node, slot);
    case SME_FIELD_DATE:
    case SME_FIELD_TIME:
      return decode_moment (decoder, field, node, slot);
    case SME_FIELD_ENUM:
      return decode_enum (decoder, field, node, slot);
    case SME_FIELD_TEXTS:
      return decode_texts (decoder, field, node, slot);
    case SME_FIELD_OBJECT:
      slot->object = decode_object (decoder, field, node);
      return slot->object != NULL;
    default:
      slot->object = decode_list (decoder, field, node, field->kind == SME_FIELD_GRID);
      return slot->object != NULL;
    }
}

static void
decode_member (Decoder *decoder, SmeRecord *record, guint i, JsonObject *object)
{
  const SmeField *field = &SME_RECORD_GET_CLASS (record)->fields[i];
  JsonNode *node = json_object_get_member (object, field->name);
  gsize length = decoder->pointer->len;
  SmeSlot slot = { 0 };

  g_string_append_printf (decoder->pointer, "/%s", field->name);
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      if ((field->flags & SME_FIELD_REQUIRED) && !(decoder->flags & SME_DECODE_PARTIAL))
        fail (decoder, "required");
    }
  else if (decode_field (decoder, field, node, &slot))
    {
      sme_record_take_at (record, i, slot);
    }
  g_string_truncate (decoder->pointer, length);
}

static gpointer
decode_record (Decoder *decoder, GType type, JsonNode *node)
{
  g_autoptr (SmeRecord) record = NULL;
  guint before = decoder->errors->len;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (decoder, "type");
      return NULL;
    }
  record = g_object_new (type, NULL);
  for (guint i = 0; i < SME_RECORD_GET_CLASS (record)->n_fields; i++)
    decode_member (decoder, record, i, json_node_get_object (node));
  return decoder->errors->len == before ? g_steal_pointer (&record) : NULL;
}

JsonNode *
sme_json_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *what;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) local = NULL;

  if (!sme_json_scan (data != NULL ? data : "", length, &what))
    {
      g_set_error (error, SME_JSON_ERROR, SME_JSON_ERROR_SYNTAX, "Not valid JSON: %s", what);
      return NULL;
    }
  /* The parser's message may quote the text, which may be personal; it is not passed on. */
  if (!json_parser_load_from_data (parser, data, (gssize) length, &local))
    {
      g_set_error_literal (error, SME_JSON_ERROR, SME_JSON_ERROR_SYNTAX, "Not valid JSON");
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static void
give_errors (Decoder *decoder, GPtrArray **errors)
{
  g_string_free (decoder->pointer, TRUE);
  if (errors != NULL)
    *errors = decoder->errors;
  else
    g_ptr_array_unref (decoder->errors);
}

static Decoder
make_decoder (SmeDecodeFlags flags)
{
  return (Decoder){ g_ptr_array_new_with_free_func (g_object_unref), g_string_new (NULL), flags };
}

gpointer
sme_record_from_node (GType type, JsonNode *node, SmeDecodeFlags flags, GPtrArray **errors)
{
  Decoder decoder = make_decoder (flags);
  gpointer record = decode_record (&decoder, type, node);

  give_errors (&decoder, errors);
  return record;
}

gpointer
sme_record_from_bytes (GType type,
                       GBytes *bytes,
                       SmeDecodeFlags flags,
                       GPtrArray **errors,
                       GError **error)
{
  g_autoptr (JsonNode) node = sme_json_parse (bytes, error);
  gpointer record;

  if (errors != NULL)
    *errors = NULL;
  if (node == NULL)
    return NULL;
  record = sme_record_from_node (type, node, flags, errors);
  if (record == NULL)
    g_set_error_literal (error, SME_JSON_ERROR, SME_JSON_ERROR_FIELDS, "Some fields are wrong");
  return record;
}

static void
read_page (JsonObject *object, guint n_items, gint64 *total, char **next)
{
  JsonNode *total_node = json_object_get_member (object, "total");
  JsonNode *next_node = json_object_get_member (object, "next");

  if (total != NULL)
    *total =
      total_node != NULL && is_integer (total_node) ? json_node_get_int (total_node) : n_items;
  if (next != NULL)
    *next = next_node != NULL && is_string (next_node) ? json_node_dup_string (next_node) : NULL;
}

GListStore *
sme_record_list_from_node (GType item_type,
                           JsonNode *node,
                           gint64 *total,
                           char **next,
                           GPtrArray **errors)
{
  Decoder decoder = make_decoder (SME_DECODE_STRICT);
  g_autoptr (GListStore) list = g_list_store_new (item_type);
  JsonNode *items = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    items = json_object_get_member (json_node_get_object (node), "items");
  if (items != NULL && JSON_NODE_HOLDS_ARRAY (items))
    {
      JsonArray *array = json_node_get_array (items);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autoptr (GObject) item =
            decode_record (&decoder, item_type, json_array_get_element (array, i));
          if (item != NULL)
            g_list_store_append (list, item);
        }
      read_page (json_node_get_object (node), json_array_get_length (array), total, next);
    }
  else
    {
      fail (&decoder, "type");
    }
  if (decoder.errors->len > 0)
    g_clear_object (&list);
  give_errors (&decoder, errors);
  return g_steal_pointer (&list);
}
