/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-certificate.h"

G_BEGIN_DECLS

#define SME_TYPE_SEAL_SIGNER (sme_seal_signer_get_type ())

/**
 * SmeSealSigner:
 *
 * A private key with its certificate and the chain above it. Reference counted, never changed,
 * usable from several threads. The key is wiped when the last reference goes.
 */
typedef struct _SmeSealSigner SmeSealSigner;

GType sme_seal_signer_get_type (void);

/**
 * sme_seal_signer_new_from_pem:
 * @pem: an unencrypted private key (RSA from 2048 bits or ECDSA on P-256 or P-384) and
 *   certificates, in any order; the signer's certificate is the one that has the key
 * @error: return location for a #SmeSealError
 *
 * Returns: (transfer full): the signer
 */
SmeSealSigner *sme_seal_signer_new_from_pem (GBytes *pem, GError **error);
SmeSealSigner *sme_seal_signer_new_from_file (const char *path, GError **error);

/**
 * sme_seal_signer_to_pem:
 * @self: a signer
 *
 * Returns: (transfer full): key and certificates, for a file that only its owner may read
 *   (mode 0600, the caller's duty); the bytes are wiped when they are freed
 */
GBytes *sme_seal_signer_to_pem (SmeSealSigner *self);

SmeSealSigner *sme_seal_signer_ref (SmeSealSigner *self);
void sme_seal_signer_unref (SmeSealSigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSealSigner, sme_seal_signer_unref)

/* Returns: (transfer none): the certificate of the key */
SmeSealCertificate *sme_seal_signer_get_certificate (SmeSealSigner *self);

/* Returns: (transfer none) (element-type SmeSealCertificate): the signer's certificate first, then
 *   the ones above it. The last one is what a checker has to trust. */
GPtrArray *sme_seal_signer_get_chain (SmeSealSigner *self);

/* For the rest of this room. new_from_key takes references of its own; the first of @chain must
 * have the key. */
struct evp_pkey_st;
SmeSealSigner *
sme_seal_signer_new_from_key (struct evp_pkey_st *key, GPtrArray *chain, GError **error);
struct evp_pkey_st *sme_seal_signer_get_key (SmeSealSigner *self);

G_END_DECLS
