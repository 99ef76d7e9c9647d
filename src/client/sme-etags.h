/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-operations.h"

G_BEGIN_DECLS

/**
 * SmeEtags:
 *
 * The ETags seen last, one per thing: a thing is named by its path up to its id, so that an order
 * and its parts (draft, profile, billing) share one.
 */
typedef struct _SmeEtags SmeEtags;

SmeEtags *sme_etags_new (void);
void sme_etags_free (SmeEtags *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeEtags, sme_etags_free)

/* What a call is about; free with g_free(). */
char *sme_etags_name_thing (SmeOperationId op, const char *path_id);

/* Call it when a question is asked; the number goes to sme_etags_remember(). */
guint64 sme_etags_begin (SmeEtags *self);

/* Keeps the ETag (nullable) of an answer; @record (nullable) is what was answered. What was asked
 * for reading before the last write was answered may be older than that write, and is dropped. */
void sme_etags_remember (SmeEtags *self,
                         SmeOperationId op,
                         const char *path_id,
                         SmeRecord *record,
                         const char *etag,
                         guint64 begun);
/* What @op, a write, has to have seen: for the draft and the declaration the draft as it was seen
 * last, if it was. */
const char *sme_etags_lookup (SmeEtags *self, SmeOperationId op, const char *thing);
void sme_etags_forget_all (SmeEtags *self);

G_END_DECLS
