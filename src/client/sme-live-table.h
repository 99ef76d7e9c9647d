/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-answer.h"

G_BEGIN_DECLS

/**
 * SmeLiveTable:
 *
 * One object per id, as long as anyone holds it: orders, payments, certificates, subscriptions,
 * dossiers and accounts that come in answers update the object that is there. An answer to a
 * question asked before the one that was answered last, or an older order, is not let in.
 */
typedef struct _SmeLiveTable SmeLiveTable;

SmeLiveTable *sme_live_table_new (void);
void sme_live_table_free (SmeLiveTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeLiveTable, sme_live_table_free)

/* Call it when a question is asked; the number goes to sme_live_table_absorb(). */
guint64 sme_live_table_begin (SmeLiveTable *self);

/* Puts the live objects in the places of their twins in @answer. */
void
sme_live_table_absorb (SmeLiveTable *self, SmeAnswer *answer, SmeOperationId op, guint64 begun);

/* (transfer none) (nullable) */
gpointer sme_live_table_peek (SmeLiveTable *self, GType type, const char *id);

/* (element-type SmeRecord): what is alive of @type, held. */
GPtrArray *sme_live_table_list (SmeLiveTable *self, GType type);

/* From here on answers make new objects (another person's). */
void sme_live_table_clear (SmeLiveTable *self);

G_END_DECLS
