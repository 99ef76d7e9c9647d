/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "account-fixture.h"
#include "client/sme-econtract.h"

G_BEGIN_DECLS

#define LOOKUP_SESSION \
  "{\"access_token\":\"look-1\",\"expires_in\":3600,\"password_change_required\":false}"

/* @more: further members, beginning with a comma, or "". */
#define LOOKUP_DOSSIER(id, name, number, state, more) \
  "{\"id\":\"" id "\",\"kind\":\"contract\",\"name\":\"" name "\"," \
  "\"customer\":\"Nguyễn Thị Lan\",\"product_type\":\"VNPT SmartCA\"," \
  "\"template\":\"Mẫu hợp đồng SmartCA OneSME\"," \
  "\"template_code\":\"SMARTCAONESME_ONESME\",\"order_number\":\"" number "\"," \
  "\"state\":\"" state "\"" more "}"

/**
 * LookupFixture:
 *
 * As AppFixture, with the real eContract client talking to a server inside the test, and a keyring
 * that keeps everything in memory.
 */
typedef struct
{
  AppFixture app;
  TestServer *server;
  SmeKeyring *keyring;
  SmeEcontract *econtract;
} LookupFixture;

void lookup_fixture_set_up (LookupFixture *self, gconstpointer data);
void lookup_fixture_tear_down (LookupFixture *self, gconstpointer data);

/* A lookup session, without a page. */
void lookup_fixture_sign_in (LookupFixture *self);

G_END_DECLS
