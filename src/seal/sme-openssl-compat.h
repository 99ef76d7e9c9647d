/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <openssl/opensslv.h>

/* OpenSSL 3.4 says in the names of these who owns what is given; OpenSSL 3.0 (Debian 12) has them
 * under their old ones. */
#if OPENSSL_VERSION_NUMBER < 0x30400000L
#define TS_VERIFY_CTX_set0_store TS_VERIFY_CTX_set_store
#define TS_VERIFY_CTX_set0_imprint TS_VERIFY_CTX_set_imprint
#endif
