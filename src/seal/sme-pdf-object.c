/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-object.h"

#include <math.h>
#include <string.h>

struct _SmePdfObject
{
  SmePdfKind kind;
  gsize start;
  gsize end;
  gint64 integer;      /* integer, boolean; a reference's number */
  guint32 generation;  /* reference */
  gboolean as_hex;     /* string */
  char *text;          /* number as written, name, string; a NUL follows */
  gsize size;          /* of the text, without the NUL */
  GPtrArray *keys;     /* dictionary */
  GPtrArray *children; /* array, dictionary */
};

static SmePdfObject *
object_new (SmePdfKind kind)
{
  SmePdfObject *self = g_rc_box_new0 (SmePdfObject);

  self->kind = kind;
  return self;
}

static void
set_text (SmePdfObject *self, const void *data, gsize size)
{
  self->text = g_malloc (size + 1);
  self->size = size;
  if (size > 0)
    memcpy (self->text, data, size);
  self->text[size] = '\0';
}

SmePdfObject *
sme_pdf_object_new_null (void)
{
  return object_new (SME_PDF_NULL);
}

SmePdfObject *
sme_pdf_object_new_boolean (gboolean value)
{
  SmePdfObject *self = object_new (SME_PDF_BOOLEAN);

  self->integer = value != FALSE;
  return self;
}

SmePdfObject *
sme_pdf_object_new_integer (gint64 value)
{
  SmePdfObject *self = object_new (SME_PDF_INTEGER);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  self->integer = value;
  set_text (self, text, strlen (text));
  return self;
}

SmePdfObject *
sme_pdf_object_new_real (double value)
{
  SmePdfObject *self = object_new (SME_PDF_REAL);
  char text[G_ASCII_DTOSTR_BUF_SIZE + 310];

  /* PDF knows no exponents (7.3.3), hence a fixed format. */
  g_ascii_formatd (text, sizeof text, "%.4f", isfinite (value) ? value : 0.0);
  set_text (self, text, strlen (text));
  return self;
}

SmePdfObject *
sme_pdf_object_new_number (const char *token, gsize length)
{
  g_autofree char *text = g_strndup (token, length);
  SmePdfObject *self;
  gint64 value = 0;

  if (memchr (token, '.', length) != NULL)
    self = object_new (SME_PDF_REAL);
  /* An integer that does not fit is a real to us: no offset or length can be read from it. */
  else if (!g_ascii_string_to_signed (text[0] == '+' ? text + 1 : text, 10, G_MININT64, G_MAXINT64,
                                      &value, NULL))
    self = object_new (SME_PDF_REAL);
  else
    self = object_new (SME_PDF_INTEGER);
  self->integer = value;
  set_text (self, token, length);
  return self;
}

SmePdfObject *
sme_pdf_object_new_name (const char *name)
{
  SmePdfObject *self = object_new (SME_PDF_NAME);

  set_text (self, name, strlen (name));
  return self;
}

SmePdfObject *
sme_pdf_object_new_string (const guint8 *data, gsize size, gboolean as_hex)
{
  SmePdfObject *self = object_new (SME_PDF_STRING);

  self->as_hex = as_hex;
  set_text (self, data, size);
  return self;
}

SmePdfObject *
sme_pdf_object_new_array (void)
{
  SmePdfObject *self = object_new (SME_PDF_ARRAY);

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_pdf_object_unref);
  return self;
}

SmePdfObject *
sme_pdf_object_new_dict (void)
{
  SmePdfObject *self = object_new (SME_PDF_DICT);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_pdf_object_unref);
  return self;
}

SmePdfObject *
sme_pdf_object_new_reference (guint32 number, guint32 generation)
{
  SmePdfObject *self = object_new (SME_PDF_REFERENCE);

  self->integer = number;
  self->generation = generation;
  return self;
}

SmePdfObject *
sme_pdf_object_ref (SmePdfObject *object)
{
  return g_rc_box_acquire (object);
}

static void
object_clear (gpointer data)
{
  SmePdfObject *self = data;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
}

void
sme_pdf_object_unref (SmePdfObject *object)
{
  g_rc_box_release_full (object, object_clear);
}

SmePdfObject *
sme_pdf_object_copy (SmePdfObject *object)
{
  SmePdfObject *copy;

  if (object->kind == SME_PDF_ARRAY)
    copy = sme_pdf_object_new_array ();
  else if (object->kind == SME_PDF_DICT)
    copy = sme_pdf_object_new_dict ();
  else
    return sme_pdf_object_ref (object);

  for (guint i = 0; i < object->children->len; i++)
    {
      if (object->keys != NULL)
        g_ptr_array_add (copy->keys, g_strdup (g_ptr_array_index (object->keys, i)));
      g_ptr_array_add (copy->children,
                       sme_pdf_object_ref (g_ptr_array_index (object->children, i)));
    }
  return copy;
}

SmePdfKind
sme_pdf_object_get_kind (const SmePdfObject *object)
{
  return object->kind;
}

gboolean
sme_pdf_object_is (const SmePdfObject *object, SmePdfKind kind)
{
  return object != NULL && object->kind == kind;
}

gboolean
sme_pdf_object_is_name (const SmePdfObject *object, const char *name)
{
  return g_strcmp0 (sme_pdf_object_get_name (object), name) == 0;
}

gint64
sme_pdf_object_get_integer (const SmePdfObject *object, gint64 fallback)
{
  return sme_pdf_object_is (object, SME_PDF_INTEGER) ? object->integer : fallback;
}

const char *
sme_pdf_object_get_name (const SmePdfObject *object)
{
  return sme_pdf_object_is (object, SME_PDF_NAME) ? object->text : NULL;
}

const guint8 *
sme_pdf_object_get_string (const SmePdfObject *object, gsize *size)
{
  gboolean is_string = sme_pdf_object_is (object, SME_PDF_STRING);

  *size = is_string ? object->size : 0;
  return is_string ? (const guint8 *) object->text : NULL;
}

gboolean
sme_pdf_object_is_hex (const SmePdfObject *object)
{
  return sme_pdf_object_is (object, SME_PDF_STRING) && object->as_hex;
}

gboolean
sme_pdf_object_get_reference (const SmePdfObject *object, guint32 *number, guint32 *generation)
{
  if (!sme_pdf_object_is (object, SME_PDF_REFERENCE))
    return FALSE;
  *number = (guint32) object->integer;
  if (generation != NULL)
    *generation = object->generation;
  return TRUE;
}

const char *
sme_pdf_object_get_token (const SmePdfObject *object)
{
  return sme_pdf_object_is (object, SME_PDF_INTEGER) || sme_pdf_object_is (object, SME_PDF_REAL)
           ? object->text
           : NULL;
}

gboolean
sme_pdf_object_get_boolean (const SmePdfObject *object)
{
  return sme_pdf_object_is (object, SME_PDF_BOOLEAN) && object->integer;
}

guint
sme_pdf_object_get_length (const SmePdfObject *object)
{
  return object != NULL && object->children != NULL ? object->children->len : 0;
}

SmePdfObject *
sme_pdf_object_at (const SmePdfObject *array, guint index)
{
  if (!sme_pdf_object_is (array, SME_PDF_ARRAY) || index >= array->children->len)
    return NULL;
  return g_ptr_array_index (array->children, index);
}

void
sme_pdf_object_append (SmePdfObject *array, SmePdfObject *child)
{
  g_return_if_fail (sme_pdf_object_is (array, SME_PDF_ARRAY));

  g_ptr_array_add (array->children, child);
}

const char *
sme_pdf_object_get_entry (const SmePdfObject *dict, guint index, SmePdfObject **value)
{
  g_return_val_if_fail (sme_pdf_object_is (dict, SME_PDF_DICT) && index < dict->keys->len, NULL);

  *value = g_ptr_array_index (dict->children, index);
  return g_ptr_array_index (dict->keys, index);
}

static gboolean
find_key (const SmePdfObject *dict, const char *key, guint *index)
{
  for (guint i = 0; i < dict->keys->len; i++)
    if (strcmp (g_ptr_array_index (dict->keys, i), key) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

SmePdfObject *
sme_pdf_object_get (const SmePdfObject *dict, const char *key)
{
  guint index = 0;

  if (!sme_pdf_object_is (dict, SME_PDF_DICT) || !find_key (dict, key, &index))
    return NULL;
  return g_ptr_array_index (dict->children, index);
}

void
sme_pdf_object_add (SmePdfObject *dict, const char *key, SmePdfObject *value)
{
  g_return_if_fail (sme_pdf_object_is (dict, SME_PDF_DICT));

  g_ptr_array_add (dict->keys, g_strdup (key));
  g_ptr_array_add (dict->children, value);
}

void
sme_pdf_object_set (SmePdfObject *dict, const char *key, SmePdfObject *value)
{
  guint index = 0;

  g_return_if_fail (sme_pdf_object_is (dict, SME_PDF_DICT));

  if (find_key (dict, key, &index))
    {
      sme_pdf_object_unref (g_ptr_array_index (dict->children, index));
      g_ptr_array_index (dict->children, index) = value;
    }
  else
    sme_pdf_object_add (dict, key, value);
}

gboolean
sme_pdf_object_has_duplicates (const SmePdfObject *dict)
{
  g_autoptr (GHashTable) seen = NULL;

  if (!sme_pdf_object_is (dict, SME_PDF_DICT))
    return FALSE;
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < dict->keys->len; i++)
    if (!g_hash_table_add (seen, g_ptr_array_index (dict->keys, i)))
      return TRUE;
  return FALSE;
}

void
sme_pdf_object_set_place (SmePdfObject *object, gsize start, gsize end)
{
  object->start = start;
  object->end = end;
}

gsize
sme_pdf_object_get_start (const SmePdfObject *object)
{
  return object->start;
}

gsize
sme_pdf_object_get_end (const SmePdfObject *object)
{
  return object->end;
}
