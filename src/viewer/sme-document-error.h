/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SME_DOCUMENT_ERROR: the domain of the errors below. Messages are for logs and tell no content.
 */
#define SME_DOCUMENT_ERROR (sme_document_error_quark ())

/**
 * SmeDocumentError:
 * @SME_DOCUMENT_ERROR_EMPTY: no byte at all
 * @SME_DOCUMENT_ERROR_NOT_PDF: the file is something else
 * @SME_DOCUMENT_ERROR_ENCRYPTED: a password is needed
 * @SME_DOCUMENT_ERROR_DAMAGED: cut off or broken; a contract with pages missing is never shown
 * @SME_DOCUMENT_ERROR_TOO_LARGE: beyond the limits of sme-document-limits.h
 * @SME_DOCUMENT_ERROR_UNREADABLE: the file could not be read from its place
 * @SME_DOCUMENT_ERROR_TOO_COMPLEX: a page takes more time or memory than one may
 * @SME_DOCUMENT_ERROR_FAILED: a page could not be drawn, written or printed
 */
typedef enum
{
  SME_DOCUMENT_ERROR_EMPTY,
  SME_DOCUMENT_ERROR_NOT_PDF,
  SME_DOCUMENT_ERROR_ENCRYPTED,
  SME_DOCUMENT_ERROR_DAMAGED,
  SME_DOCUMENT_ERROR_TOO_LARGE,
  SME_DOCUMENT_ERROR_UNREADABLE,
  SME_DOCUMENT_ERROR_TOO_COMPLEX,
  SME_DOCUMENT_ERROR_FAILED,
} SmeDocumentError;

GQuark sme_document_error_quark (void);

/**
 * sme_document_error_get_text:
 *
 * Returns: what to tell a person about @error, of any domain, translated; never empty.
 */
const char *sme_document_error_get_text (const GError *error);

/** sme_document_error_can_retry: whether trying again may help (the bytes may come out whole). */
gboolean sme_document_error_can_retry (const GError *error);

G_END_DECLS
