/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lookup-fixture.h"

void
lookup_fixture_set_up (LookupFixture *self, gconstpointer data)
{
  app_fixture_set_up (&self->app, data);
  self->server = test_server_new ();
  self->keyring = sme_keyring_new ();
  self->econtract = sme_econtract_new (test_server_get_url (self->server), NULL);
  sme_transport_set_retries (sme_econtract_get_transport (self->econtract), 1, 10, 100);
  sme_context_set_keyring (self->app.context, self->keyring);
  sme_context_set_econtract (self->app.context, self->econtract);
}

void
lookup_fixture_tear_down (LookupFixture *self, gconstpointer data)
{
  app_fixture_tear_down (&self->app, data);
  test_assert_finalizes (self->econtract);
  test_assert_finalizes (self->keyring);
  test_server_free (self->server);
}

void
lookup_fixture_sign_in (LookupFixture *self)
{
  g_auto (TestCall) call = { 0 };

  test_server_reply (self->server, "POST /econtract/v1/sessions",
                     (TestReply){ 201, LOOKUP_SESSION });
  sme_econtract_sign_in_async (self->econtract, "an-12726", "mat-khau-dau", NULL, test_on_ready,
                               &call);
  g_assert_true (sme_econtract_sign_in_finish (self->econtract, test_await (&call), NULL));
}
