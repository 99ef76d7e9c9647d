/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The chain of events of an order or an account: every row holds the hash of the row before, so
 * that none can be changed, taken from the middle or put in without all that follow it showing it.
 * docs/seal.md says what it proves.
 */

/* What the first row of a chain names as the hash before it. */
#define SME_AUDIT_GENESIS "0"

/**
 * sme_audit_chain_hash:
 * @scope: what the chain is about ("order:ID")
 * @at: in milliseconds since the epoch
 * @from: (nullable): state before, as @to (after) and @detail
 *
 * Returns: (transfer full): SHA-256 of the row, in hexadecimal
 */
char *sme_audit_chain_hash (const char *scope,
                            gint64 seq,
                            gint64 at,
                            const char *event,
                            const char *from,
                            const char *to,
                            const char *detail,
                            const char *previous);

/**
 * sme_audit_chain_check:
 * @rows: (element-type SmeAuditRow): a chain from its beginning
 *
 * Returns: whether it holds from its first row to its last; %FALSE for one without rows
 */
gboolean sme_audit_chain_check (const char *scope, GListModel *rows);

G_END_DECLS
