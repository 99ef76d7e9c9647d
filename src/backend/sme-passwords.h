/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Argon2id by libsodium. Both take tenths of a second and much memory on purpose: never within a
 * transaction. */
char *sme_password_hash (const char *password);

/* @hash: NULL does the same work and answers FALSE, so that the time does not tell who exists. */
gboolean sme_password_verify (const char *hash, const char *password);

G_END_DECLS
