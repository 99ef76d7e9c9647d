/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Argon2id by libsodium. Both take tenths of a second and much memory on purpose: never within a
 * transaction. */
char *sme_password_hash (const char *password);

/* @hash: NULL does the same work and answers FALSE, so that the time does not tell who exists. */
gboolean sme_password_verify (const char *hash, const char *password);

/* With the salt of @other, so that one computation compares a password with both. */
char *sme_password_hash_beside (const char *other, const char *password);

/**
 * sme_password_find:
 * @hashes: (array length=n): of one account, or of registrations of one address
 *
 * Which of them is @password's, or -1; one computation, however many there are, none among them.
 * Of several only those with the salt of the first are found.
 */
int sme_password_find (const char *const *hashes, guint n, const char *password);

/* How many of these slow computations there were, for tests of what their number tells. */
guint sme_password_count (void);
/* Whether what nobody's password is compared with costs what all others do. */
gboolean sme_password_nobody_is_like_others (void);

G_END_DECLS
