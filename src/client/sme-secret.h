/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Text and bytes that are overwritten before their memory is given back. */

void sme_secret_free (char *secret);
void sme_secret_clear (char **secret);
/* Replaces *@secret by a copy of @value (nullable). */
void sme_secret_set (char **secret, const char *value);

/* Takes @data over; it is overwritten when the last reference goes. */
GBytes *sme_secret_bytes_new_take (gpointer data, gsize size);
void sme_secret_array_free (GByteArray *array);

/* @n_bytes random bytes as URL-safe base64 without padding; free with sme_secret_free(). */
char *sme_secret_random_text (gsize n_bytes);

/* libsodium is ready; FALSE (never seen) when the system has no randomness. */
gboolean sme_secret_init (void);

G_END_DECLS
