/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

G_BEGIN_DECLS

/* Returns: (nullable): the digest @algorithm names, if it is one of the SHA-2 family that still
 *   count as safe; MD5 and SHA-1 do not */
const EVP_MD *sme_cms_digest_from_algorithm (const X509_ALGOR *algorithm);

/* Hashes @parts one after the other. Returns: the size of the digest, 0 on failure */
guint sme_cms_digest_parts (const EVP_MD *md,
                            GBytes *const *parts,
                            guint n_parts,
                            guint8 digest[EVP_MAX_MD_SIZE]);

G_END_DECLS
