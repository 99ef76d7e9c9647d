/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend-fixture.h"

G_BEGIN_DECLS

/*
 * The account's event stream, as the program listens to it: tests wait for what happens, and do not
 * ask again and again. Opened before one looks how things are, it misses nothing.
 */
typedef struct _Listener Listener;

/* NULL when nobody answers. */
Listener *listener_new (Fixture *fixture, const char *token);
void listener_free (Listener *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listener, listener_free)

/* Blocks until something has changed, or the stream shows that it lives; FALSE when it has ended.
 */
gboolean listener_wait (Listener *self);

G_END_DECLS
