/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"
#include "client/sme-live-table.h"

G_BEGIN_DECLS

/**
 * SmeRefetcher:
 *
 * Fetches what is alive again when it, or the order it belongs to, is said to have changed. One
 * fetch per object is under way at a time; what changes meanwhile is fetched once more. Failures
 * are dropped: the next change, or the page's own "try again", asks anew.
 */
typedef struct _SmeRefetcher SmeRefetcher;

/* Both must outlive it. Answers pass @table on their way through @caller. */
SmeRefetcher *sme_refetcher_new (SmeCaller *caller, SmeLiveTable *table);
void sme_refetcher_free (SmeRefetcher *self);

/* @op: fetches a thing of its response type; @kind: the word that events have for it. */
void sme_refetcher_add (SmeRefetcher *self, const char *kind, SmeOperationId op);

void sme_refetcher_changed (SmeRefetcher *self, const char *kind, const char *id);
void sme_refetcher_resync (SmeRefetcher *self);

/* Ends what is under way: it holds the caller. */
void sme_refetcher_cancel (SmeRefetcher *self);

G_END_DECLS
