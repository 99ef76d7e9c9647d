/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "seal/sme-seal-certificate.h"

G_BEGIN_DECLS

/*
 * Whom to believe that a seal is whose it says: the authorities that the configured contract system
 * lists, and whoever the person names. Arrays are of SmeSealCertificate.
 */

GPtrArray *sme_issuers_new (void);

/* What list_authorities answered; one that cannot be read vouches for nobody. */
void sme_issuers_add_authorities (GPtrArray *issuers, GListModel *authorities);

/* @file: PEM, one certificate or more. Blocks: for the command line and threads. */
gboolean sme_issuers_add_file (GPtrArray *issuers, const char *path, GError **error);

/**
 * sme_issuers_fetch_async:
 * @econtract: (nullable): whose authorities; without one the finish function answers none
 *
 * Errors: those of the call.
 */
void sme_issuers_fetch_async (SmeEcontract *econtract,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *sme_issuers_fetch_finish (GAsyncResult *result, GError **error);

G_END_DECLS
