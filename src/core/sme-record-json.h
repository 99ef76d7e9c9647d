/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_JSON_ERROR (sme_json_error_quark ())
GQuark sme_json_error_quark (void);

/**
 * SmeJsonError:
 * @SME_JSON_ERROR_SYNTAX: the bytes are not one JSON text (see sme_json_scan())
 * @SME_JSON_ERROR_FIELDS: some fields are wrong; which ones is told apart
 */
typedef enum
{
  SME_JSON_ERROR_SYNTAX,
  SME_JSON_ERROR_FIELDS,
} SmeJsonError;

typedef enum
{
  SME_DECODE_STRICT = 0,
  SME_DECODE_PARTIAL = 1 << 0, /* nothing is required: half-typed data */
} SmeDecodeFlags;

/* Bytes -> node; what json-glib may not see is refused before. An empty body is a syntax error. */
JsonNode *sme_json_parse (GBytes *bytes, GError **error);

/**
 * sme_record_from_node:
 * @errors: (out) (optional) (element-type SmeFieldError): every wrong field, with its JSON pointer
 *
 * Reads a record strictly: wrong types, ranges, lengths, characters and words are errors, null is
 * absent, fields the type does not have are ignored.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL when anything is wrong
 */
gpointer
sme_record_from_node (GType type, JsonNode *node, SmeDecodeFlags flags, GPtrArray **errors);
gpointer sme_record_from_bytes (GType type,
                                GBytes *bytes,
                                SmeDecodeFlags flags,
                                GPtrArray **errors,
                                GError **error);

/* {"items": [...], "total": n, "next": "..."}: the items as a GListStore of @item_type. */
GListStore *sme_record_list_from_node (GType item_type,
                                       JsonNode *node,
                                       gint64 *total,
                                       char **next,
                                       GPtrArray **errors);

JsonNode *sme_record_to_node (SmeRecord *self);
char *sme_record_to_json (SmeRecord *self);
GBytes *sme_record_to_bytes (SmeRecord *self);
JsonNode *sme_record_list_to_node (GListModel *items, gint64 total, const char *next);

G_END_DECLS
