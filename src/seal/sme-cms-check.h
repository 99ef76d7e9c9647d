/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-signature.h"

G_BEGIN_DECLS

/**
 * sme_cms_check:
 * @cms: a detached CMS signature; after it only zeros, as PDF pads with them
 * @parts: (array length=n_parts): what it should be a signature of, in pieces
 * @n_parts: how many
 * @must_name_certificate: whether signing-certificate-v2 is required (CAdES); it has to fit
 *   wherever it is
 * @trusted: (nullable) (element-type SmeSealCertificate): whom to trust
 * @now: the time to judge at, unless a trusted timestamp proves an earlier one
 * @into: gets the flaw, the certificate and what is known of the timestamp
 */
void sme_cms_check (GBytes *cms,
                    GBytes *const *parts,
                    guint n_parts,
                    gboolean must_name_certificate,
                    GPtrArray *trusted,
                    GDateTime *now,
                    SmeSealSignature *into);

/* The first object of DER or BER in @padded, if zeros alone follow it; else %NULL. */
GBytes *sme_cms_unpad (const guint8 *padded, gsize size);

G_END_DECLS
