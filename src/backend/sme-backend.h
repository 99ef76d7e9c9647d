/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/bank/sme-gateway-config.h"
#include "backend/sme-keys.h"
#include "backend/store/sme-db.h"
#include "base/sme-clock.h"

G_BEGIN_DECLS

/**
 * SmeBackend:
 *
 * What every worker of the backend shares: the clock, the keys, where the database is. Made once at
 * the start; everything in it is immutable or takes care of its own locking.
 */
typedef struct _SmeBackend SmeBackend;

SmeBackend *
sme_backend_new (const char *data_dir, const char *keys_dir, gboolean local, GError **error);
/* Of an operator who works beside a server, or without one: takes no lock and changes no schema;
 * the data have to be of this version. */
SmeBackend *sme_backend_new_beside (const char *data_dir, const char *keys_dir, GError **error);
void sme_backend_free (SmeBackend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeBackend, sme_backend_free)

SmeClock *sme_backend_get_clock (SmeBackend *self);
SmeKeys *sme_backend_get_keys (SmeBackend *self);
/* NULL when this backend has no card and bank gateway. */
const SmeGatewayConfig *sme_backend_get_gateway (SmeBackend *self);
gboolean sme_backend_is_local (SmeBackend *self);

/* A connection of one's own; the schema is up to date. */
SmeDb *sme_backend_open_db (SmeBackend *self, GError **error);

/* Held while a transaction writes: SQLite has one writer, and waiting here is fair. */
void sme_backend_lock_writer (SmeBackend *self);
void sme_backend_unlock_writer (SmeBackend *self);

/* "http://127.0.0.1:PORT": what the eContract side is reached at. */
const char *sme_backend_get_url (SmeBackend *self);
void sme_backend_set_url (SmeBackend *self, const char *url);

/* Of a timestamping authority (RFC 3161); NULL: the backend stamps by itself. */
const char *sme_backend_get_timestamp_url (SmeBackend *self);
void sme_backend_set_timestamp_url (SmeBackend *self, const char *url);

/* The token of the local-only routes; NULL without --local. */
const char *sme_backend_get_local_token (SmeBackend *self);
void sme_backend_set_local_token (SmeBackend *self, const char *token);

G_END_DECLS
