/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-operations.h"

G_BEGIN_DECLS

/* The address of a call; @query (nullable) holds texts, numbers, words and booleans only. */
char *sme_request_build_url (const char *base_url,
                             SmeOperationId op,
                             const char *path_id,
                             SmeRecord *query);

/* The body of a call, overwritten when it goes: it may hold a password. */
GBytes *sme_request_encode (SmeRecord *body);

G_END_DECLS
