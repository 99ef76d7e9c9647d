/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-certificate.h"

#include <openssl/x509.h>

G_BEGIN_DECLS

/*
 * Trust in this room: a set of certificates the caller chose, any of which may end a chain, and a
 * time at which the chain has to hold. The system's certificates are never looked at, revocation
 * is not asked for. Inside this room only.
 */

typedef enum
{
  SME_SEAL_TRUST_FULL,
  SME_SEAL_TRUST_NO_ISSUER, /* the chain does not end with a trusted certificate, or is no good */
  SME_SEAL_TRUST_NO_TIME,   /* the chain is good, but not at that time */
} SmeSealTrust;

/**
 * sme_seal_trust_make_store:
 * @trusted: (nullable) (element-type SmeSealCertificate): what to trust
 * @at: (nullable): when; %NULL: whenever
 *
 * Returns: (transfer full): a store that wants keys and digests of 112 bits of security at least
 */
X509_STORE *sme_seal_trust_make_store (GPtrArray *trusted, GDateTime *at);

/* Looks for a chain from @leaf over @others (nullable, not trusted) to one of @trusted. */
SmeSealTrust
sme_seal_trust_judge (X509 *leaf, STACK_OF (X509) * others, GPtrArray *trusted, GDateTime *at);

/* Whether the certificate's own words allow it to sign documents (RFC 5280, 4.2.1.3 and .12). */
gboolean sme_seal_trust_may_sign (X509 *x509);

G_END_DECLS
