/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The basic object types of ISO 32000-1, 7.3. */
typedef enum
{
  SME_PDF_NULL,
  SME_PDF_BOOLEAN,
  SME_PDF_INTEGER,
  SME_PDF_REAL,
  SME_PDF_NAME,
  SME_PDF_STRING,
  SME_PDF_ARRAY,
  SME_PDF_DICT,
  SME_PDF_REFERENCE,
} SmePdfKind;

/**
 * SmePdfObject:
 *
 * A PDF value, reference counted. Getters accept %NULL and objects of another kind and then
 * answer %NULL, 0 or the fallback, so that hostile files need no checks at every step.
 * Containers own their children; children they return are borrowed.
 */
typedef struct _SmePdfObject SmePdfObject;

SmePdfObject *sme_pdf_object_new_null (void);
SmePdfObject *sme_pdf_object_new_boolean (gboolean value);
SmePdfObject *sme_pdf_object_new_integer (gint64 value);
SmePdfObject *sme_pdf_object_new_real (double value);
SmePdfObject *sme_pdf_object_new_number (const char *token, gsize length);
SmePdfObject *sme_pdf_object_new_name (const char *name);
SmePdfObject *sme_pdf_object_new_string (const guint8 *data, gsize size, gboolean as_hex);
SmePdfObject *sme_pdf_object_new_array (void);
SmePdfObject *sme_pdf_object_new_dict (void);
SmePdfObject *sme_pdf_object_new_reference (guint32 number, guint32 generation);
SmePdfObject *sme_pdf_object_ref (SmePdfObject *object);
void sme_pdf_object_unref (SmePdfObject *object);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePdfObject, sme_pdf_object_unref)

/* A new container with the same children; any other object itself. */
SmePdfObject *sme_pdf_object_copy (SmePdfObject *object);

SmePdfKind sme_pdf_object_get_kind (const SmePdfObject *object);
gboolean sme_pdf_object_is (const SmePdfObject *object, SmePdfKind kind);
gboolean sme_pdf_object_is_name (const SmePdfObject *object, const char *name);
gint64 sme_pdf_object_get_integer (const SmePdfObject *object, gint64 fallback);
const char *sme_pdf_object_get_name (const SmePdfObject *object);
const guint8 *sme_pdf_object_get_string (const SmePdfObject *object, gsize *size);
gboolean sme_pdf_object_get_boolean (const SmePdfObject *object);
const char *sme_pdf_object_get_token (const SmePdfObject *object); /* a number as it is written */
gboolean sme_pdf_object_is_hex (const SmePdfObject *object);
gboolean
sme_pdf_object_get_reference (const SmePdfObject *object, guint32 *number, guint32 *generation);

guint sme_pdf_object_get_length (const SmePdfObject *object);
SmePdfObject *sme_pdf_object_at (const SmePdfObject *array, guint index);
void sme_pdf_object_append (SmePdfObject *array, SmePdfObject *child); /* takes @child */

SmePdfObject *sme_pdf_object_get (const SmePdfObject *dict, const char *key);
const char *sme_pdf_object_get_entry (const SmePdfObject *dict, guint index, SmePdfObject **value);
void sme_pdf_object_set (SmePdfObject *dict, const char *key, SmePdfObject *value); /* takes it */
/* Appends without looking for the key: for the reader, which must not lose duplicates. */
void sme_pdf_object_add (SmePdfObject *dict, const char *key, SmePdfObject *value);
gboolean sme_pdf_object_has_duplicates (const SmePdfObject *dict);

/* Where the object was read: its first byte and the byte after its last. */
void sme_pdf_object_set_place (SmePdfObject *object, gsize start, gsize end);
gsize sme_pdf_object_get_start (const SmePdfObject *object);
gsize sme_pdf_object_get_end (const SmePdfObject *object);

/* Appends the object as it is written in a file (sme-pdf-writer.c). */
void sme_pdf_object_write (const SmePdfObject *object, GString *out);

G_END_DECLS
