/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal.h"

#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-text.h"
#include "seal/sme-pdf-update.h"

#include <math.h>
#include <string.h>

#define ANNOTATION_FLAGS (4 | 128) /* print, locked: ISO 32000-1, table 165 */
#define SIGNATURES_EXIST 3         /* signatures exist, append only: table 219 */
#define VERSION "1.7"              /* the first in which all of this is defined */

static gboolean
field_is_sound (const SmeSealField *field)
{
  return field->name != NULL && *field->name != '\0' && strchr (field->name, '.') == NULL &&
         g_utf8_validate (field->name, -1, NULL) && isfinite (field->x) && isfinite (field->y) &&
         isfinite (field->width) && isfinite (field->height) && field->width > 0 &&
         field->height > 0;
}

static gboolean
may_add_field (SmePdfFile *file, const char *name, GError **error)
{
  g_autoptr (GPtrArray) fields = sme_pdf_form_list (file);

  if (sme_pdf_file_is_encrypted (file))
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_ENCRYPTED, "The PDF is encrypted");
  else if (sme_pdf_form_get_certification (file, NULL) != 0)
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NOT_ALLOWED,
                 "The PDF is certified: no field may be added");
  else if (sme_pdf_form_find (fields, name) != NULL)
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_FIELD_EXISTS,
                 "There is a field of this name already");
  else
    return TRUE;
  return FALSE;
}

static SmePdfObject *
make_rectangle (const SmeSealField *field)
{
  double corners[] = { field->x, field->y, field->x + field->width, field->y + field->height };
  SmePdfObject *rectangle = sme_pdf_object_new_array ();

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    sme_pdf_object_append (rectangle, sme_pdf_object_new_real (corners[i]));
  return rectangle;
}

static SmePdfObject *
make_widget (SmePdfFile *file, const SmeSealField *field, guint32 page_number)
{
  SmePdfObject *widget = sme_pdf_object_new_dict ();
  guint32 generation = sme_pdf_file_get_generation (file, page_number);

  sme_pdf_object_set (widget, "Type", sme_pdf_object_new_name ("Annot"));
  sme_pdf_object_set (widget, "Subtype", sme_pdf_object_new_name ("Widget"));
  sme_pdf_object_set (widget, "FT", sme_pdf_object_new_name ("Sig"));
  sme_pdf_object_set (widget, "T", sme_pdf_text_new (field->name));
  if (field->label != NULL)
    sme_pdf_object_set (widget, "TU", sme_pdf_text_new (field->label));
  sme_pdf_object_set (widget, "F", sme_pdf_object_new_integer (ANNOTATION_FLAGS));
  sme_pdf_object_set (widget, "Rect", make_rectangle (field));
  sme_pdf_object_set (widget, "P", sme_pdf_object_new_reference (page_number, generation));
  return widget;
}

/* Appends @item to the array @key of @owner. An array that is an object of its own is replaced;
 * otherwise @owner is changed and has to be put by the caller, who is told so. */
static gboolean
extend_array (SmePdfFile *file,
              SmePdfUpdate *update,
              SmePdfObject *owner,
              const char *key,
              guint32 item)
{
  SmePdfObject *value = sme_pdf_object_get (owner, key);
  g_autoptr (SmePdfObject) old = sme_pdf_file_resolve (file, value);
  g_autoptr (SmePdfObject) array = NULL;
  guint32 number = 0;

  array = sme_pdf_object_is (old, SME_PDF_ARRAY) ? sme_pdf_object_copy (old)
                                                 : sme_pdf_object_new_array ();
  sme_pdf_object_append (array, sme_pdf_object_new_reference (item, 0));
  if (old != NULL && sme_pdf_object_get_reference (value, &number, NULL))
    {
      sme_pdf_update_put (update, number, array);
      return FALSE;
    }
  sme_pdf_object_set (owner, key, g_steal_pointer (&array));
  return TRUE;
}

static void
put_page (SmePdfFile *file,
          SmePdfUpdate *update,
          SmePdfObject *page,
          guint32 number,
          guint32 widget)
{
  g_autoptr (SmePdfObject) changed = sme_pdf_object_copy (page);

  if (extend_array (file, update, changed, "Annots", widget))
    sme_pdf_update_put (update, number, changed);
}

/* Returns whether the catalog has changed. */
static gboolean
put_form (SmePdfFile *file, SmePdfUpdate *update, SmePdfObject *catalog, guint32 widget)
{
  SmePdfObject *value = sme_pdf_object_get (catalog, "AcroForm");
  g_autoptr (SmePdfObject) old = sme_pdf_file_resolve (file, value);
  g_autoptr (SmePdfObject) form = NULL;
  guint32 number = 0;
  gboolean in_place;

  form =
    sme_pdf_object_is (old, SME_PDF_DICT) ? sme_pdf_object_copy (old) : sme_pdf_object_new_dict ();
  extend_array (file, update, form, "Fields", widget);
  sme_pdf_object_set (form, "SigFlags", sme_pdf_object_new_integer (SIGNATURES_EXIST));
  in_place = old != NULL && sme_pdf_object_get_reference (value, &number, NULL);
  if (!in_place)
    number = sme_pdf_update_reserve (update);
  sme_pdf_update_put (update, number, form);
  if (!in_place)
    sme_pdf_object_set (catalog, "AcroForm", sme_pdf_object_new_reference (number, 0));
  return !in_place;
}

/* Says that the file uses what came after its first version: certification is of PDF 1.5, and the
 * form of the signature is an extension of 1.7 by ETSI (EN 319 142-1). */
static gboolean
declare_version (SmePdfFile *file, SmePdfObject *catalog)
{
  const char *data = g_bytes_get_data (sme_pdf_file_get_bytes (file), NULL);
  g_autoptr (SmePdfObject) extensions = NULL;
  g_autoptr (SmePdfObject) version = sme_pdf_file_get (file, catalog, "Version");
  const char *name = sme_pdf_object_get_name (version);
  SmePdfObject *extension;

  if (strncmp (data + 5, VERSION, 3) >= 0 || (name != NULL && strcmp (name, VERSION) >= 0) ||
      sme_pdf_object_get (catalog, "Extensions") != NULL)
    return FALSE;
  extension = sme_pdf_object_new_dict ();
  sme_pdf_object_set (extension, "BaseVersion", sme_pdf_object_new_name (VERSION));
  sme_pdf_object_set (extension, "ExtensionLevel", sme_pdf_object_new_integer (2));
  extensions = sme_pdf_object_new_dict ();
  sme_pdf_object_set (extensions, "ESIC", extension);
  sme_pdf_object_set (catalog, "Extensions", g_steal_pointer (&extensions));
  sme_pdf_object_set (catalog, "Version", sme_pdf_object_new_name (VERSION));
  return TRUE;
}

static GBytes *
add_field (SmePdfFile *file, const SmeSealField *field, SmePdfObject *page, guint32 page_number)
{
  g_autoptr (SmePdfUpdate) update = sme_pdf_update_new (file);
  g_autoptr (SmePdfObject) widget = make_widget (file, field, page_number);
  guint32 root = 0;
  g_autoptr (SmePdfObject) old = sme_pdf_file_get_catalog (file, &root);
  g_autoptr (SmePdfObject) catalog = sme_pdf_object_copy (old);
  guint32 number = sme_pdf_update_reserve (update);
  gboolean changed;

  sme_pdf_update_put (update, number, widget);
  put_page (file, update, page, page_number, number);
  changed = put_form (file, update, catalog, number);
  if (declare_version (file, catalog) || changed)
    sme_pdf_update_put (update, root, catalog);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

GBytes *
sme_seal_prepare (GBytes *pdf, const SmeSealField *field, GError **error)
{
  g_autoptr (SmePdfFile) file = NULL;
  g_autoptr (SmePdfObject) page = NULL;
  guint32 number = 0;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (field != NULL && field_is_sound (field), NULL);

  file = sme_pdf_file_new (pdf, error);
  if (file == NULL || !may_add_field (file, field->name, error))
    return NULL;
  page = sme_pdf_file_get_page (file, field->page, &number);
  if (page == NULL)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NO_PAGE, "There is no page %u",
                   field->page + 1);
      return NULL;
    }
  return add_field (file, field, page, number);
}
