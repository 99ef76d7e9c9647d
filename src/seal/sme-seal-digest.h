/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a SHA-256 digest. */
#define SME_SEAL_DIGEST_SIZE 32

/**
 * sme_seal_digest:
 * @bytes: what to hash
 * @digest: (out caller-allocates): the SHA-256 of @bytes
 */
void sme_seal_digest (GBytes *bytes, guint8 digest[SME_SEAL_DIGEST_SIZE]);

/**
 * sme_seal_digest_hex:
 * @bytes: what to hash
 *
 * Returns: (transfer full): the SHA-256 of @bytes as 64 lower-case hexadecimal digits
 */
char *sme_seal_digest_hex (GBytes *bytes);

/**
 * sme_seal_digest_around:
 * @bytes: a file
 * @hole_start: first byte left out
 * @hole_end: first byte after the part left out
 * @end: where the hashed part ends; at most the size of @bytes
 * @digest: (out caller-allocates): the SHA-256 of [0, hole_start) and [hole_end, end)
 *
 * The digest a PDF signature is made over (ISO 32000-1, 12.8.1).
 */
void sme_seal_digest_around (GBytes *bytes,
                             gsize hole_start,
                             gsize hole_end,
                             gsize end,
                             guint8 digest[SME_SEAL_DIGEST_SIZE]);

G_END_DECLS
