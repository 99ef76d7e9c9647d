/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Greatest amount of money on the wire, in đồng: 2^53 - 1, so that every JSON reader keeps it
 * exact. */
#define SME_MAX_MONEY ((G_GINT64_CONSTANT (1) << 53) - 1)

G_BEGIN_DECLS

/**
 * SmeFieldKind:
 *
 * The closed set of kinds a field may have. On the wire: text, enum, date (YYYY-MM-DD) and time
 * (RFC 3339, UTC) are strings; integer and money (đồng) are JSON integers; a grid is a list of
 * lists.
 */
typedef enum
{
  SME_FIELD_TEXT,
  SME_FIELD_INTEGER,
  SME_FIELD_MONEY,
  SME_FIELD_NUMBER,
  SME_FIELD_BOOLEAN,
  SME_FIELD_DATE,
  SME_FIELD_TIME,
  SME_FIELD_ENUM,
  SME_FIELD_TEXTS,
  SME_FIELD_OBJECT,
  SME_FIELD_LIST,
  SME_FIELD_GRID,
} SmeFieldKind;

typedef enum
{
  SME_FIELD_OPTIONAL = 0,
  SME_FIELD_REQUIRED = 1 << 0,
  SME_FIELD_SECRET = 1 << 1, /* never logged, never kept by the app in a plain file */
  SME_FIELD_PERSONAL = 1 << 2,
  SME_FIELD_PARTIAL = 1 << 3, /* of an object: nothing is required in it, it is half-typed */
} SmeFieldFlags;

typedef enum
{
  SME_TEXT_LINE,      /* any characters but controls */
  SME_TEXT_MULTILINE, /* line feeds too */
  SME_TEXT_ID,        /* printable ASCII without space, slash and quote */
  SME_TEXT_HASH,      /* 64 lower-case hexadecimal digits (SHA-256) */
  SME_TEXT_BASE64,
} SmeTextFormat;

/**
 * SmeField:
 * @name: the wire name, snake_case
 * @max: greatest length in characters (text), count (lists, texts) or value; 0 is the kind's own
 * limit
 * @min: least value
 * @format: for text
 * @type: of an enum (also for texts: each must be a nick of it), object, or list/grid element
 */
typedef struct
{
  const char *name;
  SmeFieldKind kind;
  SmeFieldFlags flags;
  gint64 max;
  gint64 min;
  SmeTextFormat format;
  GType (*type) (void);
} SmeField;

const SmeField *sme_field_from_param_spec (GParamSpec *pspec);
gint64 sme_field_get_max (const SmeField *self);
GParamSpec *sme_field_make_param_spec (const SmeField *self);
const char *sme_field_check_text (const SmeField *self, const char *text);

#define SME_DECLARE_RECORD(TypeName, type_name, NAME) \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, SME, NAME, SmeRecord) \
  TypeName *type_name##_new (void);

#define SME_DEFINE_RECORD(TypeName, type_name, field_table) \
  struct _##TypeName \
  { \
    SmeRecord parent_instance; \
  }; \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, SME_TYPE_RECORD) \
  static void type_name##_class_init (TypeName##Class *klass) \
  { \
    sme_record_class_set_fields (SME_RECORD_CLASS (klass), field_table, \
                                 G_N_ELEMENTS (field_table)); \
  } \
  static void type_name##_init (TypeName *self) {} \
  TypeName *type_name##_new (void) { return g_object_new (type_name##_get_type (), NULL); }

G_END_DECLS
