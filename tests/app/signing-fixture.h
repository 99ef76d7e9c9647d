/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"
#include "client/sme-local-tools.h"
#include "client/sme-shop.h"
#include "client/sme-vault.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * SigningFixture:
 * @order_id: an order that is paid and waits for its contract
 *
 * A person with an account, signed in, and an order to sign, at a real local backend that all tests
 * of a program share. Of g_test_add() with signing_fixture_set_up() and _tear_down().
 */
typedef struct
{
  SmeKeyring *keyring;
  SmeVault *vault;
  SmeShop *shop;
  SmeEcontract *econtract;
  SmeLocalTools *tools;
  char *email;
  char *order_id;
} SigningFixture;

/* In place of g_test_run(): with the backend round it. */
int signing_fixture_run (void);
const char *signing_fixture_get_url (void);

void signing_fixture_set_up (SigningFixture *self, gconstpointer data);
void signing_fixture_tear_down (SigningFixture *self, gconstpointer data);

/* Runs the main loop until @condition; fails after 20 s. */
typedef gboolean (*SigningCondition) (gpointer data);
void signing_run_until (SigningCondition condition, gpointer data);
/* Takes a reference over and asserts that it was the last one. */
void signing_assert_finalizes (gpointer object);

/* For any async call: signing_await() gives its result, which the caller owns. */
void signing_on_ready (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *signing_await (GAsyncResult **result);

/* A call with a body (nullable) of JSON; NULL with @error, or without for 204. */
gpointer signing_call (gpointer caller,
                       SmeOperationId op,
                       const char *path_id,
                       const char *json,
                       GError **error);

/* The code of the last SMS to the person. */
char *signing_fixture_read_code (SigningFixture *self);
guint signing_fixture_count_codes (SigningFixture *self);
/* Six digits that are not @code. */
char *signing_make_wrong_code (const char *code);
/* Moves the backend's clock. */
void signing_fixture_advance (SigningFixture *self, guint seconds);

/* Strokes that pass for a signature. */
void signing_draw (SmeInk *ink);

G_END_DECLS
