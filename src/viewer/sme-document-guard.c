/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-guard.h"

#include "seal/sme-pdf-file.h"
#include "viewer/sme-document-limits.h"

/* Objects looked at. A picture is always an object of its own, never inside of another stream. */
#define OBJECTS_MAX 200000

static gint64
get_integer (SmePdfFile *file, const SmePdfObject *dict, const char *key)
{
  g_autoptr (SmePdfObject) value = sme_pdf_file_get (file, dict, key);

  return value != NULL ? sme_pdf_object_get_integer (value, 0) : 0;
}

static gboolean
is_huge_image (SmePdfFile *file, const SmePdfObject *object)
{
  const SmePdfObject *width;
  double pixels;

  if (object == NULL || !sme_pdf_object_is (object, SME_PDF_DICT))
    return FALSE;
  width = sme_pdf_object_get (object, "Width");
  if (width == NULL)
    return FALSE;
  pixels =
    (double) get_integer (file, object, "Width") * (double) get_integer (file, object, "Height");
  return pixels > SME_IMAGE_MAX_PIXELS;
}

gboolean
sme_document_guard_is_too_much (GBytes *bytes)
{
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (bytes, NULL);
  SmePdfXref *xref;
  guint32 size;

  if (file == NULL)
    return FALSE;
  xref = sme_pdf_file_get_xref (file);
  size = MIN (sme_pdf_xref_get_size (xref), OBJECTS_MAX);
  for (guint32 number = 1; number < size; number++)
    {
      const SmePdfEntry *entry = sme_pdf_xref_lookup (xref, number);
      g_autoptr (SmePdfObject) object = NULL;

      if (entry == NULL || entry->free || entry->compressed)
        continue;
      object = sme_pdf_file_load (file, number);
      if (is_huge_image (file, object))
        return TRUE;
    }
  return FALSE;
}
