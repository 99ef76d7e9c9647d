/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-openapi.h"

#include "core/sme-operations.h"
#include "core/sme-problem.h"

#include <string.h>

/* Half-typed data: the same fields, none of them required. */
#define DRAFT "Draft"

/* JSON is YAML too, so strings are written as JSON strings and nothing has to be escaped twice. */
static void line (GString *out, guint indent, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
line (GString *out, guint indent, const char *format, ...)
{
  va_list args;

  g_string_append_printf (out, "%*s", (int) indent * 2, "");
  va_start (args, format);
  g_string_append_vprintf (out, format, args);
  va_end (args);
  g_string_append_c (out, '\n');
}

/* "SmeOrder" -> "Order". */
static const char *
schema_name (GType type)
{
  return g_type_name (type) + strlen ("Sme");
}

static void
add_enum (GString *out, guint indent, GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (words, "%s\"%s\"", i > 0 ? ", " : "", klass->values[i].value_nick);
  line (out, indent, "type: string");
  line (out, indent, "enum: [%s]", words->str);
}

static void
add_text (GString *out, guint indent, const SmeField *field)
{
  line (out, indent, "type: string");
  line (out, indent, "maxLength: %" G_GINT64_FORMAT, sme_field_get_max (field));
  if (field->min > 0)
    line (out, indent, "minLength: %" G_GINT64_FORMAT, field->min);
  if (field->format == SME_TEXT_HASH)
    line (out, indent, "pattern: \"^[0-9a-f]{64}$\"");
}

static void
add_number (GString *out, guint indent, const SmeField *field)
{
  line (out, indent, "type: %s", field->kind == SME_FIELD_NUMBER ? "number" : "integer");
  line (out, indent, "minimum: %" G_GINT64_FORMAT, field->min);
  line (out, indent, "maximum: %" G_GINT64_FORMAT, sme_field_get_max (field));
  if (field->kind == SME_FIELD_MONEY)
    line (out, indent, "description: \"đồng\"");
}

static void
add_list (GString *out, guint indent, const SmeField *field, const char *suffix)
{
  line (out, indent, "type: array");
  line (out, indent, "maxItems: %" G_GINT64_FORMAT, sme_field_get_max (field));
  line (out, indent, "items:");
  if (field->kind == SME_FIELD_GRID)
    {
      line (out, ++indent, "type: array");
      line (out, indent, "items:");
    }
  if (field->kind != SME_FIELD_TEXTS)
    line (out, indent + 1, "$ref: \"#/components/schemas/%s%s\"", schema_name (field->type ()),
          suffix);
  else if (field->type != NULL)
    add_enum (out, indent + 1, field->type ());
  else
    line (out, indent + 1, "type: string");
}

static void
add_field (GString *out, guint indent, const SmeField *field, const char *suffix)
{
  switch (field->kind)
    {
    case SME_FIELD_TEXT:
      add_text (out, indent, field);
      break;
    case SME_FIELD_INTEGER:
    case SME_FIELD_MONEY:
    case SME_FIELD_NUMBER:
      add_number (out, indent, field);
      break;
    case SME_FIELD_BOOLEAN:
      line (out, indent, "type: boolean");
      break;
    case SME_FIELD_DATE:
    case SME_FIELD_TIME:
      line (out, indent, "type: string");
      line (out, indent, "format: %s", field->kind == SME_FIELD_DATE ? "date" : "date-time");
      break;
    case SME_FIELD_ENUM:
      add_enum (out, indent, field->type ());
      break;
    case SME_FIELD_OBJECT:
      line (out, indent, "$ref: \"#/components/schemas/%s%s\"", schema_name (field->type ()),
            (field->flags & SME_FIELD_PARTIAL) != 0 ? DRAFT : suffix);
      break;
    default:
      add_list (out, indent, field, suffix);
    }
}

static void
add_required (GString *out, guint indent, const SmeField *fields, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if ((fields[i].flags & SME_FIELD_REQUIRED) != 0)
      g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "", fields[i].name);
  if (names->len > 0)
    line (out, indent, "required: [%s]", names->str);
}

static void
add_schema (GString *out, GType type, const char *suffix)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  guint n;
  const SmeField *fields = sme_record_class_list_fields (SME_RECORD_CLASS (klass), &n);

  line (out, 2, "%s%s:", schema_name (type), suffix);
  line (out, 3, "type: object");
  if (suffix[0] == '\0')
    add_required (out, 3, fields, n);
  line (out, 3, "properties:");
  for (guint i = 0; i < n; i++)
    {
      line (out, 4, "%s:", fields[i].name);
      add_field (out, 5, &fields[i], suffix);
    }
}

/* Adds @type and every record it is made of. */
static void
collect (GPtrArray *types, GType type)
{
  g_autoptr (GTypeClass) klass = NULL;
  const SmeField *fields;
  guint n;

  if (g_ptr_array_find (types, GSIZE_TO_POINTER (type), NULL))
    return;
  g_ptr_array_add (types, GSIZE_TO_POINTER (type));
  klass = g_type_class_ref (type);
  fields = sme_record_class_list_fields (SME_RECORD_CLASS (klass), &n);
  for (guint i = 0; i < n; i++)
    if (fields[i].kind >= SME_FIELD_OBJECT)
      collect (types, fields[i].type ());
}

static int
compare_types (gconstpointer a, gconstpointer b)
{
  return strcmp (schema_name (GPOINTER_TO_SIZE (*(gpointer *) a)),
                 schema_name (GPOINTER_TO_SIZE (*(gpointer *) b)));
}

static const char *
suffix_of (const SmeOperation *operation)
{
  return (operation->flags & SME_OP_PARTIAL) != 0 ? DRAFT : "";
}

static void
add_schemas_of (GString *out, gboolean partial)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  if (!partial)
    collect (types, SME_TYPE_PROBLEM_BODY);
  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    {
      const SmeOperation *operation = sme_operation_get (i);

      if (((operation->flags & SME_OP_PARTIAL) != 0) != partial)
        continue;
      if (operation->request != NULL)
        collect (types, operation->request ());
      if (operation->response != NULL)
        collect (types, operation->response ());
    }
  g_ptr_array_sort (types, compare_types);
  for (guint i = 0; i < types->len; i++)
    add_schema (out, GPOINTER_TO_SIZE (g_ptr_array_index (types, i)), partial ? DRAFT : "");
}

static void
add_schemas (GString *out)
{
  line (out, 1, "schemas:");
  add_schemas_of (out, FALSE);
  add_schemas_of (out, TRUE);
}

/* Files: served in parts, too. */
static gboolean
is_document (const SmeOperation *operation)
{
  return (operation->flags & SME_OP_BINARY) != 0 && (operation->flags & SME_OP_ETAG) != 0;
}

static void
add_header (GString *out, const char *name, gboolean required)
{
  line (out, 4, "- name: %s", name);
  line (out, 5, "in: header");
  line (out, 5, "required: %s", required ? "true" : "false");
  line (out, 5, "schema: { type: string }");
}

static void
add_query (GString *out, GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  guint n;
  const SmeField *fields = sme_record_class_list_fields (SME_RECORD_CLASS (klass), &n);

  for (guint i = 0; i < n; i++)
    {
      line (out, 4, "- name: %s", fields[i].name);
      line (out, 5, "in: query");
      line (out, 5, "required: %s", (fields[i].flags & SME_FIELD_REQUIRED) ? "true" : "false");
      line (out, 5, "schema:");
      add_field (out, 6, &fields[i], "");
    }
}

static void
add_parameters (GString *out, const SmeOperation *operation)
{
  gboolean has_id = strstr (operation->path, "{id}") != NULL;

  if (!has_id && operation->query == NULL &&
      (operation->flags & (SME_OP_KEY | SME_OP_IF_MATCH)) == 0)
    return;
  line (out, 3, "parameters:");
  if (has_id)
    {
      line (out, 4, "- name: id");
      line (out, 5, "in: path");
      line (out, 5, "required: true");
      line (out, 5, "schema: { type: string, maxLength: 64 }");
    }
  if (operation->query != NULL)
    add_query (out, operation->query ());
  if ((operation->flags & SME_OP_KEY) != 0)
    add_header (out, "Idempotency-Key", TRUE);
  if ((operation->flags & SME_OP_IF_MATCH) != 0)
    add_header (out, "If-Match", TRUE);
  if (is_document (operation))
    {
      add_header (out, "If-None-Match", FALSE);
      add_header (out, "Range", FALSE);
      add_header (out, "If-Range", FALSE);
    }
}

static void
add_json_content (GString *out, guint indent, const char *media, const char *schema, gboolean list)
{
  line (out, indent, "content:");
  line (out, indent + 1, "%s:", media);
  line (out, indent + 2, "schema:");
  if (!list)
    {
      line (out, indent + 3, "$ref: \"#/components/schemas/%s\"", schema);
      return;
    }
  line (out, indent + 3, "type: object");
  line (out, indent + 3, "required: [\"items\", \"total\"]");
  line (out, indent + 3, "properties:");
  line (out, indent + 4, "items: { type: array, items: { $ref: \"#/components/schemas/%s\" } }",
        schema);
  line (out, indent + 4, "total: { type: integer }");
  line (out, indent + 4, "next: { type: string }");
}

/* OpenAPI 3.1 has no word for streams: the schema is that of the data of one event. */
static void
add_stream (GString *out, const SmeOperation *operation)
{
  line (out, 5, "content:");
  line (out, 6, "text/event-stream:");
  line (out, 7, "schema: { type: string }");
  line (out, 7, "x-event: changed");
  line (out, 7, "x-event-data:");
  line (out, 8, "$ref: \"#/components/schemas/%s\"", schema_name (operation->response ()));
}

static void
add_found (GString *out, const SmeOperation *operation)
{
  line (out, 4, "\"200\":");
  line (out, 5, "description: \"There was one already\"");
  add_json_content (out, 5, "application/json", schema_name (operation->response ()), FALSE);
}

static void
add_responses (GString *out, const SmeOperation *operation)
{
  line (out, 3, "responses:");
  line (out, 4, "\"%u\":", operation->status);
  line (out, 5, "description: \"Success\"");
  if (operation->response != NULL && (operation->flags & SME_OP_STREAM) == 0)
    {
      g_autofree char *name =
        g_strconcat (schema_name (operation->response ()), suffix_of (operation), NULL);
      add_json_content (out, 5, "application/json", name, (operation->flags & SME_OP_LIST) != 0);
    }
  if ((operation->flags & SME_OP_FINDS) != 0)
    add_found (out, operation);
  if (is_document (operation))
    {
      line (out, 4, "\"206\":");
      line (out, 5, "description: \"The part that Range asked for\"");
      line (out, 4, "\"304\":");
      line (out, 5, "description: \"The same as If-None-Match says\"");
      line (out, 4, "\"416\":");
      line (out, 5, "description: \"Nothing of what Range asked for is there\"");
      add_json_content (out, 5, "application/problem+json", "ProblemBody", FALSE);
    }
  if ((operation->flags & SME_OP_STREAM) != 0)
    add_stream (out, operation);
  line (out, 4, "default:");
  line (out, 5, "description: \"Problem\"");
  add_json_content (out, 5, "application/problem+json", "ProblemBody", FALSE);
}

static void
add_security (GString *out, SmeAuth auth)
{
  static const char *const schemes[] = {
    [SME_AUTH_ACCESS] = "access",   [SME_AUTH_OPTIONAL] = "access",
    [SME_AUTH_SIGNING] = "signing", [SME_AUTH_ECONTRACT] = "signing",
    [SME_AUTH_LOCAL] = "local",
  };

  if (auth == SME_AUTH_NONE)
    line (out, 3, "security: []");
  else if (auth == SME_AUTH_OPTIONAL)
    line (out, 3, "security: [{}, { access: [] }]");
  else if (auth == SME_AUTH_ECONTRACT)
    line (out, 3, "security: [{ signing: [] }, { lookup: [] }]");
  else
    line (out, 3, "security: [{ %s: [] }]", schemes[auth]);
}

static void
add_operation (GString *out, const SmeOperation *operation)
{
  g_autofree char *method = g_ascii_strdown (operation->method, -1);

  line (out, 2, "%s:", method);
  line (out, 3, "operationId: %s", operation->name);
  line (out, 3, "summary: \"%s\"", operation->summary);
  add_security (out, operation->auth);
  add_parameters (out, operation);
  if (operation->request != NULL)
    {
      g_autofree char *name =
        g_strconcat (schema_name (operation->request ()), suffix_of (operation), NULL);

      line (out, 3, "requestBody:");
      line (out, 4, "required: true");
      add_json_content (out, 4, "application/json", name, FALSE);
    }
  add_responses (out, operation);
}

static void
add_paths (GString *out)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new ();

  line (out, 0, "paths:");
  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    {
      const char *path = sme_operation_get (i)->path;

      if (g_ptr_array_find_with_equal_func (done, path, g_str_equal, NULL))
        continue;
      g_ptr_array_add (done, (gpointer) path);
      line (out, 1, "%s:", path);
      for (guint k = i; k < SME_N_OPERATIONS; k++)
        if (g_str_equal (sme_operation_get (k)->path, path))
          add_operation (out, sme_operation_get (k));
    }
}

static void
add_security_schemes (GString *out)
{
  static const char *const schemes[][2] = {
    { "access", "OneSME access token" },
    { "signing", "eContract token for one dossier" },
    { "lookup", "eContract lookup session: reading only" },
    { "local", "token of the local backend's own routes" },
  };

  line (out, 1, "securitySchemes:");
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      line (out, 2, "%s:", schemes[i][0]);
      line (out, 3, "type: http");
      line (out, 3, "scheme: bearer");
      line (out, 3, "description: \"%s\"", schemes[i][1]);
    }
}

char *
sme_openapi_print (void)
{
  GString *out = g_string_new ("# SPDX-License-Identifier: GPL-3.0-or-later\n"
                               "# Printed by onesme-backend --print-openapi; do not edit.\n");

  line (out, 0, "openapi: 3.1.0");
  line (out, 0, "info:");
  line (out, 1, "title: \"OneSME and eContract\"");
  line (out, 1, "version: \"1\"");
  line (out, 1, "license: { name: \"GPL-3.0-or-later\", identifier: \"GPL-3.0-or-later\" }");
  add_paths (out);
  line (out, 0, "components:");
  add_security_schemes (out);
  add_schemas (out);
  return g_string_free (out, FALSE);
}
