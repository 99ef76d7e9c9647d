/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeWorkers:
 *
 * Threads that answer calls, each with a database connection of its own. Answers come back in
 * batches on the main context that made the workers.
 */
typedef struct _SmeWorkers SmeWorkers;

/* Called on the main context; @call and @reply are lent for the time of the call. */
typedef void (*SmeAnswerFunc) (SmeCall *call, SmeReply *reply, gpointer tag, gpointer user_data);

/* A piece of work of the backend itself, without an HTTP request: runs on a worker. */
typedef void (*SmeJobFunc) (SmeCall *call);

SmeWorkers *sme_workers_new (SmeBackend *backend,
                             guint n_threads,
                             SmeAnswerFunc on_answer,
                             gpointer user_data,
                             GError **error);

/* Takes over @call. @tag comes back with the answer. */
void sme_workers_push (SmeWorkers *self, SmeCall *call, gpointer tag);
void sme_workers_push_job (SmeWorkers *self, SmeJobFunc job);

guint sme_workers_get_pending (SmeWorkers *self);

/* Lets what is under way end, delivers the answers, and stops the threads. */
void sme_workers_free (SmeWorkers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeWorkers, sme_workers_free)

G_END_DECLS
