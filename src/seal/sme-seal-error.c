/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-error.h"

#include <openssl/err.h>

G_DEFINE_QUARK (sme - seal - error - quark, sme_seal_error)

void
sme_seal_error_from_openssl (GError **error, SmeSealError code, const char *what)
{
  unsigned long last = ERR_peek_last_error ();
  const char *reason = last != 0 ? ERR_reason_error_string (last) : NULL;

  g_set_error (error, SME_SEAL_ERROR, code, "%s: %s", what, reason != NULL ? reason : "failed");
  ERR_clear_error ();
}
