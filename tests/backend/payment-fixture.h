/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend-fixture.h"

G_BEGIN_DECLS

#define LOCAL_TOKEN "local-token-of-the-tests"
#define VIETQR_BODY "{\"method\":\"vietqr\",\"terms_version\":\"2026-11\"}"
#define GATEWAY_BODY "{\"method\":\"gateway\",\"terms_version\":\"2026-11\"}"
#define PRICE 220000

/**
 * Paying:
 *
 * A declared order of 220.000 đồng and the payment that was begun for it.
 */
typedef struct
{
  Fixture *fixture;
  char *token;
  char *order;
  char *payment;
  char *payload; /* of a VietQR */
  char *url;     /* of the gateway */
} Paying;

/* @body: how it is paid */
Paying *paying_new (const char *body);
void paying_free (Paying *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paying, paying_free)

/* Another order and payment, with the same backend and account, in the place of the one before. */
void paying_renew (Paying *self, const char *body);

/* Another declared order of the same account. (transfer full): its id */
char *paying_add_order (Paying *self);

Answer *paying_ask (Paying *self, const char *body);
/* For several orders; @ids ends with NULL. */
Answer *paying_ask_jointly (Paying *self, const char *method, const char *const *ids);
/* Takes over what @payment says; it was answered with @status. */
void paying_take (Paying *self, Answer *payment, guint status);
Answer *paying_transfer (Paying *self, const char *payload, gint64 amount);
Answer *paying_get (Paying *self);

#define paying_assert_state(self, expected) \
  G_STMT_START \
  { \
    g_autoptr (Answer) found_ = paying_get (self); \
    g_assert_cmpstr (answer_text (found_, "state"), ==, expected); \
  } \
  G_STMT_END

void paying_assert_order (Paying *self, const char *state);
/* Nothing received is ever dropped: receipts = kept + refunds. */
void paying_assert_balanced (Paying *self, gint64 kept);
/* Waits until the order is in @state, as the program does. */
void paying_await_order (Paying *self, const char *state);
void paying_await_payment (Paying *self, const char *state);

/**
 * Browser:
 *
 * A browser without scripts: cookies, redirects, one page at a time.
 */
typedef struct
{
  SoupSession *session;
  guint status;
  char *page;
  char *address; /* where it ended up */
  char *csp;
} Browser;

Browser *browser_new (const char *language);
void browser_free (Browser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Browser, browser_free)
void browser_open (Browser *self, const char *url);
/* FALSE when nobody answers. */
gboolean browser_try_open (Browser *self, const char *url);
gboolean browser_try_press (Browser *self, const char *result);
/* Presses the button of the gateway's form whose value is @result. */
void browser_press (Browser *self, const char *result);
/* Fills in and sends the form of the local bank's page. */
void browser_transfer (Browser *self, const char *amount, const char *reference);

/* The shop's contract with the local gateway, as the keys have it. (transfer full) */
char *gateway_read_config (Paying *self, const char *name);
GHashTable *gateway_new_result (Paying *self, const char *code, const char *number);
void gateway_set (GHashTable *params, const char *name, const char *value);
/* Signs and delivers it: the RspCode of the answer. (transfer full) */
char *gateway_tell (Paying *self, GHashTable *params);
/* The query string, signed with @secret, or with the right one for NULL. */
char *gateway_sign (Paying *self, GHashTable *params, const char *secret);
char *gateway_send (Paying *self, const char *query);

G_END_DECLS
