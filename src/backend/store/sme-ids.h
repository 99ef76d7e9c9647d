/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An opaque id: 128 random bits in lower-case hexadecimal. */
char *sme_id_new (void);

/* A bearer token or link secret: 256 random bits, URL-safe. */
char *sme_secret_new (void);

/* @n random decimal digits. */
char *sme_digits_new (guint n);

/* A first password or activation code: @n letters and digits that are not mistaken for each other.
 */
char *sme_readable_new (guint n);

G_END_DECLS
