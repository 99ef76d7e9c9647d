/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-error.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (sme - document - error - quark, sme_document_error)

static const char *
get_text_of_code (int code)
{
  switch (code)
    {
    case SME_DOCUMENT_ERROR_EMPTY:
      return _ ("The file is empty. Please download it again.");
    case SME_DOCUMENT_ERROR_NOT_PDF:
      return _ ("The file is not a PDF document.");
    case SME_DOCUMENT_ERROR_ENCRYPTED:
      return _ ("The document is protected with a password and cannot be shown here.");
    case SME_DOCUMENT_ERROR_DAMAGED:
      return _ ("The file is damaged or incomplete. Please download it again.");
    case SME_DOCUMENT_ERROR_TOO_LARGE:
      return _ ("The document is too large to be shown here.");
    case SME_DOCUMENT_ERROR_UNREADABLE:
      return _ ("The file cannot be read.");
    case SME_DOCUMENT_ERROR_TOO_COMPLEX:
      return _ ("The document is too complicated to be shown here.");
    default:
      return _ ("The document cannot be shown.");
    }
}

const char *
sme_document_error_get_text (const GError *error)
{
  if (error != NULL && error->domain == SME_DOCUMENT_ERROR)
    return get_text_of_code (error->code);
  return get_text_of_code (SME_DOCUMENT_ERROR_FAILED);
}

gboolean
sme_document_error_can_retry (const GError *error)
{
  if (error == NULL || error->domain != SME_DOCUMENT_ERROR)
    return TRUE;
  return error->code != SME_DOCUMENT_ERROR_NOT_PDF && error->code != SME_DOCUMENT_ERROR_ENCRYPTED &&
         error->code != SME_DOCUMENT_ERROR_TOO_LARGE;
}
