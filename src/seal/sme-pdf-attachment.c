/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-attachment.h"

#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-text.h"
#include "seal/sme-pdf-update.h"
#include "seal/sme-seal-error.h"

/* More names than this are not looked through. */
#define NAMES_MAX 256

static void
put_content (SmePdfUpdate *update, guint32 number, const char *mime_type, GBytes *content)
{
  g_autoptr (SmePdfObject) dict = sme_pdf_object_new_dict ();

  sme_pdf_object_set (dict, "Type", sme_pdf_object_new_name ("EmbeddedFile"));
  sme_pdf_object_set (dict, "Subtype", sme_pdf_object_new_name (mime_type));
  sme_pdf_update_put_stream (update, number, dict, content);
}

static void
put_description (SmePdfUpdate *update, guint32 number, const char *name, guint32 content)
{
  g_autoptr (SmePdfObject) description = sme_pdf_object_new_dict ();
  SmePdfObject *files = sme_pdf_object_new_dict ();

  sme_pdf_object_set (files, "F", sme_pdf_object_new_reference (content, 0));
  sme_pdf_object_set (description, "Type", sme_pdf_object_new_name ("Filespec"));
  sme_pdf_object_set (description, "F", sme_pdf_text_new (name));
  sme_pdf_object_set (description, "UF", sme_pdf_text_new (name));
  sme_pdf_object_set (description, "EF", files);
  sme_pdf_update_put (update, number, description);
}

/* Of @names, the catalog's name dictionary (nullable), a copy that lists the attachment too. */
static SmePdfObject *
list_in (SmePdfObject *names, const char *name, guint32 description)
{
  SmePdfObject *list = sme_pdf_object_new_array ();
  SmePdfObject *tree = sme_pdf_object_new_dict ();
  SmePdfObject *longer = sme_pdf_object_is (names, SME_PDF_DICT) ? sme_pdf_object_copy (names)
                                                                 : sme_pdf_object_new_dict ();

  sme_pdf_object_append (list, sme_pdf_text_new (name));
  sme_pdf_object_append (list, sme_pdf_object_new_reference (description, 0));
  sme_pdf_object_set (tree, "Names", list);
  sme_pdf_object_set (longer, "EmbeddedFiles", tree);
  return longer;
}

static gboolean
may_add (SmePdfFile *file, SmePdfObject *names, GError **error)
{
  if (!sme_pdf_file_is_encrypted (file) && sme_pdf_object_get (names, "EmbeddedFiles") == NULL)
    return TRUE;
  g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NOT_ALLOWED, "No file may be attached");
  return FALSE;
}

GBytes *
sme_pdf_attachment_add (GBytes *pdf,
                        const char *name,
                        const char *mime_type,
                        GBytes *content,
                        GError **error)
{
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, error);
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) catalog = NULL, names = NULL, changed = NULL;
  guint32 root = 0, stream, description;

  if (file == NULL)
    return NULL;
  catalog = sme_pdf_file_get_catalog (file, &root);
  names = sme_pdf_file_get (file, catalog, "Names");
  if (catalog == NULL)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED, "The PDF has no catalog");
      return NULL;
    }
  if (!may_add (file, names, error))
    return NULL;
  update = sme_pdf_update_new (file);
  stream = sme_pdf_update_reserve (update);
  description = sme_pdf_update_reserve (update);
  put_content (update, stream, mime_type, content);
  put_description (update, description, name, stream);
  changed = sme_pdf_object_copy (catalog);
  sme_pdf_object_set (changed, "Names", list_in (names, name, description));
  sme_pdf_update_put (update, root, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

static GBytes *
read_content (SmePdfFile *file, SmePdfObject *description)
{
  g_autoptr (SmePdfObject) found = sme_pdf_file_resolve (file, description);
  g_autoptr (SmePdfObject) files = sme_pdf_file_get (file, found, "EF");
  guint32 number;

  if (!sme_pdf_object_get_reference (sme_pdf_object_get (files, "F"), &number, NULL))
    return NULL;
  return sme_pdf_file_load_stream (file, number);
}

static GBytes *
find_in (SmePdfFile *file, SmePdfObject *list, const char *name)
{
  guint n = MIN (sme_pdf_object_get_length (list), NAMES_MAX);

  for (guint i = 0; i + 1 < n; i += 2)
    {
      g_autoptr (SmePdfObject) key = sme_pdf_file_resolve (file, sme_pdf_object_at (list, i));
      g_autofree char *text = sme_pdf_text_decode (key);

      if (g_strcmp0 (text, name) == 0)
        return read_content (file, sme_pdf_object_at (list, i + 1));
    }
  return NULL;
}

GBytes *
sme_pdf_attachment_find (GBytes *pdf, const char *name)
{
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, NULL);
  g_autoptr (SmePdfObject) catalog = NULL, names = NULL, tree = NULL, list = NULL;
  guint32 root;

  if (file == NULL || sme_pdf_file_is_encrypted (file))
    return NULL;
  catalog = sme_pdf_file_get_catalog (file, &root);
  names = sme_pdf_file_get (file, catalog, "Names");
  tree = sme_pdf_file_get (file, names, "EmbeddedFiles");
  list = sme_pdf_file_get (file, tree, "Names");
  return find_in (file, list, name);
}
