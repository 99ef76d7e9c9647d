/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-operations.h"

G_BEGIN_DECLS

/**
 * sme_last_call_send:
 * @op: ends a session
 * @token: (transfer full) (nullable): of that session; %NULL when there is none
 * @task: (transfer full): answers a boolean
 *
 * Tells a server that a session is over which is forgotten here already. The token goes with the
 * call and never meets another. That the server knows of no such session is a success.
 */
void sme_last_call_send (const char *base_url, SmeOperationId op, char *token, GTask *task);

G_END_DECLS
