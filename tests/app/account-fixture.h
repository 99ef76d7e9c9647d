/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "client/sme-shop.h"
#include "test-server.h"

G_BEGIN_DECLS

/* Who signs in. */
#define ACCOUNT_SAMPLE \
  "{\"id\":\"a1\",\"customer_type\":\"person\",\"email\":\"lan@example.vn\"," \
  "\"full_name\":\"Nguyễn Thị Lan\",\"state\":\"active\"}"

/**
 * AccountFixture:
 *
 * As AppFixture, with the real shop talking to a server inside the test: signing in, and answers
 * that name fields, need both.
 */
typedef struct
{
  AppFixture app;
  TestServer *server;
  SmeKeyring *keyring;
  SmeShop *shop;
} AccountFixture;

void account_fixture_set_up (AccountFixture *self, gconstpointer data);
void account_fixture_tear_down (AccountFixture *self, gconstpointer data);

/* Signs in as ACCOUNT_SAMPLE. */
void account_fixture_sign_in (AccountFixture *self);

/* The mapped field whose name is @title; fails without. */
SmeFieldRow *account_find_field (GtkWidget *root, const char *title);
/* As a person would type it. */
void account_type (GtkWidget *root, const char *title, const char *text);
/* Presses the button (SmeBusyButton) with @caption; fails if it can't be pressed. */
void account_press (GtkWidget *root, const char *caption);
gboolean account_can_press (GtkWidget *root, const char *caption);
/* What SmeNotice says; NULL if it says nothing. */
const char *account_get_notice (GtkWidget *root);

/* Counts in @user_data (guint) how often the page said that it is done. */
void account_count_finished (SmePage *page, guint *n);

G_END_DECLS
