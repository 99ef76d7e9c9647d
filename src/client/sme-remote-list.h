/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

G_BEGIN_DECLS

#define SME_TYPE_REMOTE_LIST (sme_remote_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeRemoteList, sme_remote_list, SME, REMOTE_LIST, GObject)

/**
 * SmeRemoteListState:
 * @SME_REMOTE_LIST_LOADING: a page is under way; there may be items already
 * @SME_REMOTE_LIST_READY: nothing is under way; there may be more to load
 * @SME_REMOTE_LIST_ERROR: the last page did not come; items that came before are kept
 */
typedef enum
{
  SME_REMOTE_LIST_LOADING,
  SME_REMOTE_LIST_READY,
  SME_REMOTE_LIST_ERROR,
} SmeRemoteListState;

#define SME_TYPE_REMOTE_LIST_STATE (sme_remote_list_state_get_type ())
GType sme_remote_list_state_get_type (void);

/**
 * SmeRemoteList:
 *
 * A #GListModel of records that pages itself in: the first page starts at once, the next when an
 * item near the end is asked for (unless `auto-load` is off).
 *
 * Properties: `state` (#SmeRemoteListState), `total` (gint64, -1 until known), `error` (#GError,
 * nullable), `has-more`, `auto-load`, `n-items`.
 */

/* @op: one with %SME_OP_LIST; @query (nullable) is copied, its `after` is ours. */
SmeRemoteList *
sme_remote_list_new (SmeCaller *caller, SmeOperationId op, const char *path_id, SmeRecord *query);

SmeRemoteListState sme_remote_list_get_state (SmeRemoteList *self);
gint64 sme_remote_list_get_total (SmeRemoteList *self);
const GError *sme_remote_list_get_error (SmeRemoteList *self);
gboolean sme_remote_list_get_has_more (SmeRemoteList *self);
void sme_remote_list_set_auto_load (SmeRemoteList *self, gboolean auto_load);

/* From the first page; the items stay until it has come, and those that stay keep their place
 * without a flicker. */
void sme_remote_list_reload (SmeRemoteList *self);

/* The next page (after an error: the one that did not come). */
void sme_remote_list_load_more (SmeRemoteList *self);

/* Another question: what was under way is dropped, the items go when the answer comes. */
void sme_remote_list_set_query (SmeRemoteList *self, SmeRecord *query);

G_END_DECLS
