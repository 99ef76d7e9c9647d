/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-signer.h"

G_BEGIN_DECLS

typedef enum
{
  SME_SEAL_KEY_ECDSA_P256,
  SME_SEAL_KEY_RSA_2048,
  SME_SEAL_KEY_RSA_3072,
} SmeSealKeyKind;

typedef enum
{
  SME_SEAL_USAGE_DOCUMENTS,  /* signs documents (RFC 9336) */
  SME_SEAL_USAGE_TIMESTAMPS, /* signs timestamps (RFC 3161, 2.3) */
} SmeSealUsage;

/**
 * sme_seal_authority_new:
 * @organisation: its O, as UTF-8
 * @name: its CN, as UTF-8
 * @kind: the key to make
 * @now: (nullable): when its validity begins; %NULL for the system's time
 * @error: return location for a #SmeSealError
 *
 * Makes a certification authority of one's own, valid for ten years, which may only issue
 * end certificates. It proves nothing to anyone who does not choose to trust it.
 *
 * Returns: (transfer full): the authority; dropping it after issuing keeps its key from theft
 */
SmeSealSigner *sme_seal_authority_new (const char *organisation,
                                       const char *name,
                                       SmeSealKeyKind kind,
                                       GDateTime *now,
                                       GError **error);

/**
 * sme_seal_authority_issue:
 * @authority: as made above
 * @name: CN of the new signer, as UTF-8; its O is the authority's
 * @usage: what the new signer may sign
 * @kind: the key to make
 * @now: (nullable): when its validity of three years begins; %NULL for the system's time
 * @error: return location for a #SmeSealError
 *
 * Returns: (transfer full): a signer with a fresh key, whose chain ends with the authority
 */
SmeSealSigner *sme_seal_authority_issue (SmeSealSigner *authority,
                                         const char *name,
                                         SmeSealUsage usage,
                                         SmeSealKeyKind kind,
                                         GDateTime *now,
                                         GError **error);

G_END_DECLS
