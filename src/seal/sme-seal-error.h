/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SME_SEAL_ERROR (sme_seal_error_quark ())

/**
 * SmeSealError:
 * @SME_SEAL_ERROR_MALFORMED: the bytes are not a PDF file that can be read
 * @SME_SEAL_ERROR_ENCRYPTED: the PDF is encrypted; nothing can be said about its signatures
 * @SME_SEAL_ERROR_UNSUPPORTED: a valid PDF whose form is not handled
 * @SME_SEAL_ERROR_LIMIT: larger or deeper than this code is willing to read
 * @SME_SEAL_ERROR_NO_PAGE: the page asked for does not exist
 * @SME_SEAL_ERROR_FIELD_EXISTS: a field of that name is there already
 * @SME_SEAL_ERROR_NO_FIELD: there is no signature field of that name
 * @SME_SEAL_ERROR_FIELD_SIGNED: the field holds a signature already
 * @SME_SEAL_ERROR_NOT_ALLOWED: an earlier certification forbids the change
 * @SME_SEAL_ERROR_KEY: the private key is missing, unusable or too weak
 * @SME_SEAL_ERROR_CERTIFICATE: a certificate is missing, unreadable or does not fit
 * @SME_SEAL_ERROR_TOO_LARGE: the signature does not fit the space kept for it
 * @SME_SEAL_ERROR_TIMESTAMP: the timestamp could not be had or is not a good one
 * @SME_SEAL_ERROR_FAILED: the cryptographic library failed
 *
 * What can go wrong while sealing or checking.
 */
typedef enum
{
  SME_SEAL_ERROR_MALFORMED,
  SME_SEAL_ERROR_ENCRYPTED,
  SME_SEAL_ERROR_UNSUPPORTED,
  SME_SEAL_ERROR_LIMIT,
  SME_SEAL_ERROR_NO_PAGE,
  SME_SEAL_ERROR_FIELD_EXISTS,
  SME_SEAL_ERROR_NO_FIELD,
  SME_SEAL_ERROR_FIELD_SIGNED,
  SME_SEAL_ERROR_NOT_ALLOWED,
  SME_SEAL_ERROR_KEY,
  SME_SEAL_ERROR_CERTIFICATE,
  SME_SEAL_ERROR_TOO_LARGE,
  SME_SEAL_ERROR_TIMESTAMP,
  SME_SEAL_ERROR_FAILED,
} SmeSealError;

GQuark sme_seal_error_quark (void);

/* Sets @error from OpenSSL's error queue and empties the queue. Never contains key material. */
void sme_seal_error_from_openssl (GError **error, SmeSealError code, const char *what);

G_END_DECLS
