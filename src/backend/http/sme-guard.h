/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "core/sme-problem.h"

G_BEGIN_DECLS

/**
 * sme_guard_check:
 * @message: with its headers read
 * @port: the one we listen on
 *
 * Loopback is not private: a page in a browser can send requests to it, and a name can be rebound
 * to it. Refuses an unknown Host (421), a foreign Origin (403), and a body that is not JSON (415).
 */
gboolean sme_guard_check (SoupServerMessage *message, guint port, GError **error);

G_END_DECLS
