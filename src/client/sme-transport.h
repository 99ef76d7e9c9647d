/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

G_BEGIN_DECLS

#define SME_TYPE_TRANSPORT (sme_transport_get_type ())
G_DECLARE_FINAL_TYPE (SmeTransport, sme_transport, SME, TRANSPORT, GObject)

/**
 * SmeTransport:
 *
 * The one way to a server: a base URL and HTTP. Sends an operation, gives an answer or an error of
 * %SME_PROBLEM. It owns time-outs, retries (only of GET and of calls with an Idempotency-Key, which
 * it makes itself and keeps as long as the outcome is unknown, so that the person's own second try
 * cannot do a thing twice), ETags and If-Match (writes to one thing go one after the other), size
 * limits and Accept-Language. A document whose connection breaks goes on where it broke. Nothing is
 * cached, no redirect is followed.
 *
 * A #SmeCaller. All of it belongs to the thread that made it.
 */

/**
 * SmeTokenFunc:
 *
 * Asked for each try. Returns: (transfer full) (nullable): the bearer token for @auth, freed with
 * sme_secret_free().
 */
typedef char *(*SmeTokenFunc) (SmeAuth auth, gpointer user_data);

/**
 * sme_transport_new:
 * @base_url: "https://host[:port]", without path; plain http for a loopback address only
 *
 * Returns: (nullable): %NULL with %SME_PROBLEM_INSECURE for any other URL
 */
SmeTransport *sme_transport_new (const char *base_url, GError **error);

const char *sme_transport_get_base_url (SmeTransport *self);

void sme_transport_set_token_func (SmeTransport *self, SmeTokenFunc func, gpointer user_data);

/* A language tag ("vi", "en"); by default the process's languages. */
void sme_transport_set_language (SmeTransport *self, const char *tag);

/* @connect_ms: to a connection; @idle_s: without a byte; @total_ms: one try of a call that answers
 * JSON. The defaults are 10 s, 30 s and 60 s. */
void
sme_transport_set_timeouts (SmeTransport *self, guint connect_ms, guint idle_s, guint total_ms);

/* @tries: of one call in all; @first_delay_ms doubles with each; @budget_ms: no new try after. */
void
sme_transport_set_retries (SmeTransport *self, guint tries, guint first_delay_ms, guint budget_ms);

/* Forgets what belongs to a person: ETags and Idempotency-Keys. */
void sme_transport_forget (SmeTransport *self);

G_END_DECLS
