/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A certificate of "localhost" and 127.0.0.1 with its key, signed by itself: nobody has vouched for
 * it. Returns: (transfer full) */
GTlsCertificate *test_certificate_new (void);

G_END_DECLS
