/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-form.h"

#include "seal/sme-pdf-text.h"

#define MAX_DEPTH 32
#define MAX_FIELDS 20000

typedef struct
{
  SmePdfFile *file;
  GPtrArray *fields;
  GHashTable *seen;
  guint nodes_left;
} Walk;

/* What a field hands down to its kids. */
typedef struct
{
  const char *name;
  gboolean is_signature;
  SmePdfObject *value;
} Inherited;

static void
field_free (gpointer data)
{
  SmePdfField *field = data;

  g_free (field->name);
  g_clear_pointer (&field->dict, sme_pdf_object_unref);
  g_clear_pointer (&field->value, sme_pdf_object_unref);
  g_free (field);
}

static char *
full_name (const char *parent, SmePdfObject *part)
{
  g_autofree char *own = sme_pdf_text_decode (part);

  if (own == NULL)
    return g_strdup (parent);
  return *parent != '\0' ? g_strdup_printf ("%s.%s", parent, own) : g_steal_pointer (&own);
}

/* Kids with a name are fields; kids without are only the field's places on pages. */
static gboolean
has_named_kids (Walk *walk, SmePdfObject *kids)
{
  for (guint i = 0; i < sme_pdf_object_get_length (kids); i++)
    {
      g_autoptr (SmePdfObject) kid = sme_pdf_file_resolve (walk->file, sme_pdf_object_at (kids, i));

      if (walk->nodes_left == 0)
        return FALSE;
      walk->nodes_left--;
      if (sme_pdf_object_get (kid, "T") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_field (Walk *walk, SmePdfObject *dict, guint32 number, const Inherited *own)
{
  SmePdfField *field = g_new0 (SmePdfField, 1);

  field->name = g_strdup (own->name);
  field->number = number;
  field->dict = sme_pdf_object_ref (dict);
  field->is_signature = own->is_signature;
  field->value = own->value != NULL ? sme_pdf_object_ref (own->value) : NULL;
  g_ptr_array_add (walk->fields, field);
}

static void
visit (Walk *walk, SmePdfObject *node, const Inherited *from, guint depth)
{
  g_autoptr (SmePdfObject) dict = NULL;
  g_autoptr (SmePdfObject) kids = NULL;
  g_autoptr (SmePdfObject) type = NULL;
  g_autoptr (SmePdfObject) part = NULL;
  g_autofree char *name = NULL;
  guint32 number = 0;
  Inherited own = *from;

  if (depth > MAX_DEPTH || walk->nodes_left == 0)
    return;
  walk->nodes_left--;
  if (sme_pdf_object_get_reference (node, &number, NULL) &&
      !g_hash_table_add (walk->seen, GUINT_TO_POINTER (number)))
    return;
  dict = sme_pdf_file_resolve (walk->file, node);
  if (!sme_pdf_object_is (dict, SME_PDF_DICT))
    return;

  part = sme_pdf_file_get (walk->file, dict, "T");
  own.name = name = full_name (from->name, part);
  type = sme_pdf_file_get (walk->file, dict, "FT");
  if (type != NULL)
    own.is_signature = sme_pdf_object_is_name (type, "Sig");
  if (sme_pdf_object_get (dict, "V") != NULL)
    own.value = sme_pdf_object_get (dict, "V");
  kids = sme_pdf_file_get (walk->file, dict, "Kids");
  if (!has_named_kids (walk, kids))
    {
      add_field (walk, dict, number, &own);
      return;
    }
  for (guint i = 0; i < sme_pdf_object_get_length (kids); i++)
    visit (walk, sme_pdf_object_at (kids, i), &own, depth + 1);
}

GPtrArray *
sme_pdf_form_list (SmePdfFile *file)
{
  guint32 number = 0;
  g_autoptr (SmePdfObject) catalog = sme_pdf_file_get_catalog (file, &number);
  g_autoptr (SmePdfObject) form = sme_pdf_file_get (file, catalog, "AcroForm");
  g_autoptr (SmePdfObject) roots = sme_pdf_file_get (file, form, "Fields");
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { file, g_ptr_array_new_with_free_func (field_free), seen, MAX_FIELDS };
  Inherited none = { "", FALSE, NULL };

  for (guint i = 0; i < sme_pdf_object_get_length (roots); i++)
    visit (&walk, sme_pdf_object_at (roots, i), &none, 0);
  return walk.fields;
}

const SmePdfField *
sme_pdf_form_find (GPtrArray *fields, const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const SmePdfField *field = g_ptr_array_index (fields, i);

      if (g_strcmp0 (field->name, name) == 0)
        return field;
    }
  return NULL;
}

gboolean
sme_pdf_field_is_signed (const SmePdfField *field)
{
  return field->is_signature && field->value != NULL &&
         !sme_pdf_object_is (field->value, SME_PDF_NULL);
}

guint
sme_pdf_form_get_certification (SmePdfFile *file, guint32 *certifier)
{
  guint32 number = 0;
  g_autoptr (SmePdfObject) catalog = sme_pdf_file_get_catalog (file, &number);
  g_autoptr (SmePdfObject) permissions = sme_pdf_file_get (file, catalog, "Perms");
  g_autoptr (SmePdfObject) signature = sme_pdf_file_get (file, permissions, "DocMDP");
  g_autoptr (SmePdfObject) references = sme_pdf_file_get (file, signature, "Reference");
  g_autoptr (SmePdfObject) reference = NULL;
  g_autoptr (SmePdfObject) parameters = NULL;
  g_autoptr (SmePdfObject) level = NULL;

  if (certifier != NULL)
    *certifier = 0;
  if (signature == NULL)
    return 0;
  if (sme_pdf_object_get_reference (sme_pdf_object_get (permissions, "DocMDP"), &number, NULL) &&
      certifier != NULL)
    *certifier = number;
  reference = sme_pdf_file_resolve (file, sme_pdf_object_at (references, 0));
  parameters = sme_pdf_file_get (file, reference, "TransformParams");
  level = sme_pdf_file_get (file, parameters, "P");
  /* 2 is what the level is when it is not given. */
  return (guint) CLAMP (sme_pdf_object_get_integer (level, 2), 1, 3);
}
