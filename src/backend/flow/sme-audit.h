/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* Adds a row to the hash chain of an order or an account: what happened, never what was typed.
 * @kind: what it happened to ("order", "payment" ...); the states may be NULL. */
gboolean sme_audit_order (SmeCall *call,
                          const char *order_id,
                          const char *kind,
                          const char *event,
                          const char *from,
                          const char *to,
                          GError **error);
gboolean sme_audit_account (SmeCall *call,
                            const char *account_id,
                            const char *event,
                            const char *detail,
                            GError **error);

/* How the operator's name stands at the end of a row. */
#define SME_AUDIT_OPERATOR " operator="

/* Every row that the call writes from now on says what was decided and by whom: "case=123456
 * kind=locked outcome=granted note=no operator=lan". What a note says is not in it.
 * @about: what was decided on, in words of the wire */
void
sme_audit_set_decision (SmeCall *call, const char *about, const char *outcome, gboolean has_note);

/* In the chain of an operator; @thing: what was decided on */
gboolean sme_audit_operator (SmeCall *call,
                             const char *name,
                             const char *event,
                             const char *thing,
                             GError **error);

/* "order:ID", the chain of an order; new. */
char *sme_audit_order_scope (const char *order_id);

/* (element-type SmeAuditRow): the chain from its beginning */
GListModel *sme_audit_list (SmeCall *call, const char *scope, GError **error);

/* Whether no row of the chain was changed, removed from its middle, or put in. */
gboolean sme_audit_check (SmeCall *call, const char *scope, guint *n_rows, GError **error);

G_END_DECLS
