/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-guard.h"

#include "seal/sme-pdf-file.h"
#include "viewer/sme-document-error.h"
#include "viewer/sme-document-limits.h"

#include <string.h>

/* Where readers look for the head and the end mark (ISO 32000-1, annex H.3). */
#define MARK_REACH 1024

/* Objects looked at. A picture is always an object of its own, never inside of another stream. */
#define OBJECTS_MAX 200000

static gboolean
fail (GError **error, SmeDocumentError code, const char *message)
{
  g_set_error_literal (error, SME_DOCUMENT_ERROR, code, message);
  return FALSE;
}

/* poppler repairs what it can and then shows the pages that are left. Of a contract we show all or
 * nothing, so a file without its end is refused before. */
static gboolean
check_marks (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize reach = MIN (size, MARK_REACH);

  if (size == 0)
    return fail (error, SME_DOCUMENT_ERROR_EMPTY, "The file has no bytes");
  if (size > SME_DOCUMENT_MAX_BYTES)
    return fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "The file has too many bytes");
  if (memmem (data, reach, "%PDF-", 5) == NULL)
    return fail (error, SME_DOCUMENT_ERROR_NOT_PDF, "The file does not begin as PDF");
  if (memmem (data + size - reach, reach, "%%EOF", 5) == NULL)
    return fail (error, SME_DOCUMENT_ERROR_DAMAGED, "The file ends before its end mark");
  return TRUE;
}

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

static gboolean
has_huge_image (GBytes *bytes)
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

gboolean
sme_document_guard_check (GBytes *bytes, GError **error)
{
  if (!check_marks (bytes, error))
    return FALSE;
  if (has_huge_image (bytes))
    return fail (error, SME_DOCUMENT_ERROR_TOO_LARGE, "A picture has too many pixels");
  return TRUE;
}
