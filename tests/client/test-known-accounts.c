/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several accounts side by side: who is known, and going over from one to the other. */
#include "client/sme-known-accounts.h"

#include "test-server.h"

#define LAN \
  "{\"id\":\"a1\",\"customer_type\":\"person\",\"email\":\"lan@example.vn\"," \
  "\"full_name\":\"Nguyễn Thị Lan\",\"phone\":\"+84912345678\",\"state\":\"active\"}"
#define NAM \
  "{\"id\":\"a2\",\"customer_type\":\"person\",\"email\":\"nam@example.vn\"," \
  "\"full_name\":\"Trần Nam\",\"state\":\"active\"}"
#define SESSION(number, account) \
  "{\"access_token\":\"access-" number "\",\"expires_in\":900," \
  "\"refresh_token\":\"refresh-" number "\",\"account\":" account "}"

typedef struct
{
  TestServer *server;
  SmeKeyring *keyring;
  SmeVault *vault;
  SmeShop *shop;
  SmeKnownAccounts *known;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = test_server_new ();
  self->keyring = sme_keyring_new ();
  self->vault = sme_vault_new (self->keyring, NULL);
  self->shop = sme_shop_new (test_server_get_url (self->server), self->keyring, NULL);
  self->known = sme_known_accounts_new (self->shop, self->vault);
  test_server_reply_always (self->server, "GET /v1/events",
                            (TestReply){ 200, ":\n\n", .kind = TEST_REPLY_STREAM });
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_assert_finalizes (self->known);
  test_assert_finalizes (self->shop);
  test_assert_finalizes (self->vault);
  test_assert_finalizes (self->keyring);
  test_server_free (self->server);
}

static void
sign_in (Fixture *self, const char *session, const char *account)
{
  g_auto (TestCall) call = { 0 };

  test_server_reply_always (self->server, "GET /v1/me", (TestReply){ 200, account });
  test_server_reply (self->server, "POST /v1/sessions", (TestReply){ 201, session });
  sme_shop_sign_in_async (self->shop, "x@example.vn", "x", NULL, test_on_ready, &call);
  g_assert_true (sme_shop_sign_in_finish (self->shop, test_await (&call), NULL));
}

static gboolean
switch_to (Fixture *self, const char *id)
{
  g_auto (TestCall) call = { 0 };

  sme_shop_switch_async (self->shop, id, NULL, test_on_ready, &call);
  return sme_shop_switch_finish (self->shop, test_await (&call), NULL);
}

static const char *
get_name (Fixture *self, guint i)
{
  g_autoptr (SmeRecord) account =
    g_list_model_get_item (sme_known_accounts_get_list (self->known), i);

  return account != NULL ? sme_record_get_text (account, "full_name") : NULL;
}

static void
call_me (Fixture *self)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (SmeAccount) account = NULL;

  sme_shop_call_async (self->shop, SME_OP_GET_ME, NULL, NULL, NULL, NULL, test_on_ready, &call);
  account = sme_shop_call_finish (self->shop, test_await (&call), NULL);
  g_assert_nonnull (account);
}

static const char *
get_own_name (Fixture *self)
{
  SmeAccount *account = sme_shop_get_account (self->shop);

  return account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name") : NULL;
}

/* Both stay signed in; each call goes out with the token of who is in front. */
static void
test_switch (Fixture *self, gconstpointer data)
{
  TestRequest *request;

  sign_in (self, SESSION ("1", LAN), LAN);
  g_assert_false (switch_to (self, NULL));
  g_assert_false (sme_shop_get_signed_in (self->shop));
  g_assert_null (sme_shop_get_account (self->shop));
  sign_in (self, SESSION ("2", NAM), NAM);
  g_assert_cmpstr (get_name (self, 0), ==, "Trần Nam");
  g_assert_cmpstr (get_name (self, 1), ==, "Nguyễn Thị Lan");
  test_server_reply (self->server, "POST /v1/sessions/refresh",
                     (TestReply){ 200, SESSION ("3", LAN) });
  test_server_reply_always (self->server, "GET /v1/me", (TestReply){ 200, LAN });
  g_assert_true (switch_to (self, "a1"));
  g_assert_cmpstr (get_own_name (self), ==, "Nguyễn Thị Lan");
  call_me (self);
  g_assert_cmpstr (get_name (self, 0), ==, "Nguyễn Thị Lan");
  request = test_server_get (self->server, "POST /v1/sessions/refresh", 0);
  g_assert_cmpstr (request->body, ==, "{\"refresh_token\":\"refresh-1\"}");
  request = test_server_get (self->server, "GET /v1/me",
                             test_server_count (self->server, "GET /v1/me") - 1);
  g_assert_cmpstr (test_request_get_header (request, "Authorization"), ==, "Bearer access-3");
  /* The telephone number is nobody's business here. */
  g_assert_false (
    sme_record_has (SME_RECORD (sme_known_accounts_find (self->known, "a1")), "phone"));
}

/* Only who signs out goes. */
static void
test_sign_out (Fixture *self, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };

  sign_in (self, SESSION ("1", LAN), LAN);
  switch_to (self, NULL);
  sign_in (self, SESSION ("2", NAM), NAM);
  test_server_reply (self->server, "DELETE /v1/sessions/current", (TestReply){ 204 });
  sme_shop_sign_out_async (self->shop, NULL, test_on_ready, &call);
  sme_shop_sign_out_finish (self->shop, test_await (&call), NULL);
  g_assert_cmpstr (get_name (self, 0), ==, "Nguyễn Thị Lan");
  g_assert_null (get_name (self, 1));
  g_assert_null (sme_known_accounts_find (self->known, "a2"));
  g_assert_false (switch_to (self, "a2"));
}

/* Who was signed out by the server is asked for the password, and still known. */
static void
test_ended (Fixture *self, gconstpointer data)
{
  sign_in (self, SESSION ("1", LAN), LAN);
  switch_to (self, NULL);
  test_server_reply (self->server, "POST /v1/sessions/refresh",
                     (TestReply){ 401, "{\"code\":\"no-session\"}" });
  g_assert_false (switch_to (self, "a1"));
  g_assert_false (sme_shop_get_signed_in (self->shop));
  g_assert_nonnull (sme_known_accounts_find (self->known, "a1"));
}

static void
count (gpointer shop, guint *n)
{
  (*n)++;
}

static void
count_notice (gpointer shop, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* Nobody is signed out for an account that can't come. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  static const TestReply refusals[] = {
    { 401, "{\"code\":\"no-session\"}" },
    { 503, "{\"code\":\"unavailable\"}" },
  };
  guint n = 0;

  sign_in (self, SESSION ("1", LAN), LAN);
  switch_to (self, NULL);
  sign_in (self, SESSION ("2", NAM), NAM);
  g_signal_connect (self->shop, "notify::signed-in", G_CALLBACK (count_notice), &n);
  g_signal_connect (self->shop, "going-over", G_CALLBACK (count), &n);
  for (guint i = G_N_ELEMENTS (refusals); i > 0; i--)
    {
      g_autoptr (GError) error = NULL;
      g_auto (TestCall) call = { 0 };

      test_server_reply_always (self->server, "POST /v1/sessions/refresh", refusals[i - 1]);
      sme_shop_switch_async (self->shop, "a1", NULL, test_on_ready, &call);
      g_assert_false (sme_shop_switch_finish (self->shop, test_await (&call), &error));
      g_assert_true ((error != NULL) == (refusals[i - 1].status == 503));
      g_assert_cmpstr (get_own_name (self), ==, "Trần Nam");
    }
  /* What the server does not take any more is not shown to it again. */
  test_server_reply_always (self->server, "POST /v1/sessions/refresh",
                            (TestReply){ 200, SESSION ("3", LAN) });
  g_assert_false (switch_to (self, "a1"));
  g_assert_false (switch_to (self, "nobody"));
  g_assert_cmpuint (n, ==, 0);
  call_me (self);
  g_assert_cmpstr (
    test_request_get_header (test_server_get (self->server, "GET /v1/me", 0), "Authorization"), ==,
    "Bearer access-2");
}

static gboolean
knows_lan (gpointer known)
{
  return sme_known_accounts_find (known, "a1") != NULL;
}

/* The next run reads what this one kept. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (SmeShop) shop = NULL;
  g_autoptr (SmeKnownAccounts) next = NULL;

  sign_in (self, SESSION ("1", LAN), LAN);
  shop = sme_shop_new (test_server_get_url (self->server), self->keyring, NULL);
  next = sme_known_accounts_new (shop, self->vault);
  /* What this one puts comes before what the next one asks for, in the vault's order. */
  test_let_pass (100);
  sme_known_accounts_load (next);
  test_wait_until (knows_lan, next);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/known-accounts/one-goes-over-to-the-other", test_switch);
  ADD ("/known-accounts/only-who-signs-out-goes", test_sign_out);
  ADD ("/known-accounts/an-ended-session-is-not-forgotten", test_ended);
  ADD ("/known-accounts/a16-nobody-goes-for-one-who-cannot-come", test_gone);
  ADD ("/known-accounts/the-next-run-knows-them", test_kept);
  return g_test_run ();
}
