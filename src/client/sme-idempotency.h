/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-operations.h"

G_BEGIN_DECLS

/**
 * SmeIdempotency:
 *
 * Idempotency-Keys of calls whose outcome is not known: under way, broken off, timed out. The same
 * call gets the same key until its outcome is known, at most ten minutes, so that neither a double
 * click nor a person's second try does a thing twice. Calls are told apart by a keyed hash; bodies
 * are not kept.
 */
typedef struct _SmeIdempotency SmeIdempotency;

SmeIdempotency *sme_idempotency_new (void);
void sme_idempotency_free (SmeIdempotency *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeIdempotency, sme_idempotency_free)

/* @body: (nullable). Returns: (transfer full): 128 random bits as text. */
char *
sme_idempotency_get_key (SmeIdempotency *self, SmeOperationId op, const char *path, GBytes *body);

/* The outcome of the call that has @key is known. */
void sme_idempotency_settle (SmeIdempotency *self, const char *key);
void sme_idempotency_forget_all (SmeIdempotency *self);

G_END_DECLS
