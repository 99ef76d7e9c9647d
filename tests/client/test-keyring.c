/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-keyring.h"
#include "client/sme-secret.h"
#include "mock-secrets.h"
#include "test-server.h"

#include <libsecret/secret.h>

/*
 * One program for all situations; which one it is in is said by its first argument, see
 * tests/tools/run-with-keyring.sh. The prompts of "none" are those of a service in the test.
 */

#define SERVER "https://onesme.vn"

typedef struct
{
  SmeKeyring *keyring;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->keyring = sme_keyring_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_assert_finalizes (fixture->keyring);
  secret_service_disconnect ();
}

static void
store (Fixture *fixture, const char *server, const char *account, const char *secret)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_keyring_store_async (fixture->keyring, "session", server, account, "OneSME test", secret,
                           NULL, test_on_ready, &call);
  g_assert_true (sme_keyring_store_finish (fixture->keyring, test_await (&call), &error));
  g_assert_no_error (error);
}

static void
assert_holds (Fixture *fixture, const char *server, const char *account, const char *expected)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  char *secret;

  sme_keyring_lookup_async (fixture->keyring, "session", server, account, NULL, test_on_ready,
                            &call);
  secret = sme_keyring_lookup_finish (fixture->keyring, test_await (&call), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, expected);
  sme_secret_free (secret);
}

static void
clear (Fixture *fixture, const char *server, const char *account)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_keyring_clear_async (fixture->keyring, "session", server, account, NULL, test_on_ready,
                           &call);
  g_assert_true (sme_keyring_clear_finish (fixture->keyring, test_await (&call), &error));
  g_assert_no_error (error);
}

static GStrv
list (Fixture *fixture, const char *server)
{
  g_auto (TestCall) call = { 0 };

  sme_keyring_list_async (fixture->keyring, "session", server, NULL, test_on_ready, &call);
  return sme_keyring_list_finish (fixture->keyring, test_await (&call), NULL);
}

static gboolean
unlock (Fixture *fixture)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean unlocked;

  sme_keyring_unlock_async (fixture->keyring, NULL, test_on_ready, &call);
  unlocked = sme_keyring_unlock_finish (fixture->keyring, test_await (&call), &error);
  g_assert_no_error (error);
  return unlocked;
}

static void
assert_state (Fixture *fixture, SmeKeyringState state)
{
  g_assert_cmpint (sme_keyring_get_state (fixture->keyring), ==, state);
  g_assert_cmpint (sme_keyring_get_persistent (fixture->keyring), ==,
                   state == SME_KEYRING_AVAILABLE);
}

/* Anything works in memory; another object, another run, knows nothing of it. */
static void
assert_memory_only (Fixture *fixture, SmeKeyringState state)
{
  SmeKeyring *first = fixture->keyring;
  g_auto (GStrv) accounts = NULL;

  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, state);
  store (fixture, SERVER, "a1", "bí mật");
  store (fixture, SERVER, "a2", "2");
  assert_holds (fixture, SERVER, "a1", "bí mật");
  accounts = list (fixture, SERVER);
  g_assert_cmpuint (g_strv_length (accounts), ==, 2);
  g_assert_cmpstr (accounts[0], ==, "a2");
  clear (fixture, SERVER, "a2");
  assert_holds (fixture, SERVER, "a2", NULL);
  fixture->keyring = sme_keyring_new ();
  assert_holds (fixture, SERVER, "a1", NULL);
  test_assert_finalizes (first);
}

/* unlocked */

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  SmeKeyring *first = fixture->keyring;

  assert_state (fixture, SME_KEYRING_UNKNOWN);
  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_AVAILABLE);
  store (fixture, SERVER, "a1", "bí mật");
  store (fixture, SERVER, "a1", "bí mật mới");
  store (fixture, "https://other.vn", "a1", "of the other");
  fixture->keyring = sme_keyring_new ();
  test_assert_finalizes (first);
  assert_holds (fixture, SERVER, "a1", "bí mật mới");
  assert_holds (fixture, "https://other.vn", "a1", "of the other");
  clear (fixture, SERVER, "a1");
  clear (fixture, SERVER, "a1");
  assert_holds (fixture, SERVER, "a1", NULL);
  assert_holds (fixture, "https://other.vn", "a1", "of the other");
  clear (fixture, "https://other.vn", "a1");
}

static void
test_lists_accounts (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) none = list (fixture, SERVER);
  g_auto (GStrv) accounts = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  store (fixture, SERVER, "a1", "1");
  store (fixture, SERVER, "a2", "2");
  store (fixture, "https://other.vn", "a3", "3");
  accounts = list (fixture, SERVER);
  g_assert_cmpuint (g_strv_length (accounts), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) accounts, "a1"));
  g_assert_true (g_strv_contains ((const char *const *) accounts, "a2"));
  clear (fixture, SERVER, "a1");
  clear (fixture, SERVER, "a2");
  clear (fixture, "https://other.vn", "a3");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_keyring_lookup_async (fixture->keyring, "session", SERVER, "a1", cancellable, test_on_ready,
                            &call);
  g_cancellable_cancel (cancellable);
  g_assert_null (sme_keyring_lookup_finish (fixture->keyring, test_await (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_state (fixture, SME_KEYRING_UNKNOWN);
  assert_holds (fixture, SERVER, "a1", NULL);
}

static void
test_asked_first_done_first (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) a = { 0 };
  g_auto (TestCall) b = { 0 };
  g_auto (TestCall) c = { 0 };
  char *secret;

  sme_keyring_store_async (fixture->keyring, "session", SERVER, "a1", "label", "1", NULL,
                           test_on_ready, &a);
  sme_keyring_store_async (fixture->keyring, "session", SERVER, "a1", "label", "2", NULL,
                           test_on_ready, &b);
  sme_keyring_lookup_async (fixture->keyring, "session", SERVER, "a1", NULL, test_on_ready, &c);
  secret = sme_keyring_lookup_finish (fixture->keyring, test_await (&c), NULL);
  g_assert_cmpstr (secret, ==, "2");
  g_assert_nonnull (a.result);
  g_assert_nonnull (b.result);
  sme_secret_free (secret);
  clear (fixture, SERVER, "a1");
}

/* Locked while we run (the screen saver, the person): nothing is taken for "nothing stored". */
static void
test_locked_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SecretService) service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, NULL);
  g_autoptr (SecretCollection) collection = secret_collection_for_alias_sync (
    service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, NULL);
  g_autoptr (GList) collections = g_list_prepend (NULL, collection);

  sme_keyring_set_limits (fixture->keyring, 5000, 300);
  store (fixture, SERVER, "a1", "1");
  assert_state (fixture, SME_KEYRING_AVAILABLE);
  secret_service_lock_sync (service, collections, NULL, NULL, NULL);
  test_let_pass (100);
  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_LOCKED);
}

/* locked, none, no-bus */

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  sme_keyring_set_limits (fixture->keyring, 5000, 300);
  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_LOCKED);
  store (fixture, SERVER, "a1", "for this run");
  assert_holds (fixture, SERVER, "a1", "for this run");
  assert_state (fixture, SME_KEYRING_LOCKED);
}

/* The person unlocks it in the end: what was kept for this run moves in. */
static void
test_unlocked_in_the_end (Fixture *fixture, gconstpointer data)
{
  SmeKeyring *first = fixture->keyring;
  g_autoptr (GError) error = NULL;
  int status;

  sme_keyring_set_limits (fixture->keyring, 5000, 300);
  store (fixture, SERVER, "a1", "bí mật");
  assert_state (fixture, SME_KEYRING_LOCKED);
  g_spawn_command_line_sync (
    "sh -c 'printf onesme-test | env -u G_DEBUG gnome-keyring-daemon "
    "--replace --unlock --components=secrets --daemonize >/dev/null 2>&1 && gdbus wait --session "
    "--timeout 20 org.freedesktop.secrets'",
    NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (unlock (fixture));
  assert_state (fixture, SME_KEYRING_AVAILABLE);
  fixture->keyring = sme_keyring_new ();
  test_assert_finalizes (first);
  assert_holds (fixture, SERVER, "a1", "bí mật");
}

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  assert_memory_only (fixture, SME_KEYRING_ABSENT);
}

/* with the service in the test */

static void
test_prompt_dismissed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MockSecrets) mock = mock_secrets_new (MOCK_PROMPT_DISMISSED);

  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_LOCKED);
  store (fixture, SERVER, "a1", "for this run");
  assert_holds (fixture, SERVER, "a1", "for this run");
  /* Who said no is not asked again by the way. */
  g_assert_cmpuint (mock_secrets_count_prompts (mock), ==, 1);
  g_assert_false (unlock (fixture));
  g_assert_cmpuint (mock_secrets_count_prompts (mock), ==, 2);
  mock_secrets_set_behaviour (mock, MOCK_PROMPT_ACCEPTED);
  clear (fixture, SERVER, "a1");
  g_assert_true (unlock (fixture));
  assert_state (fixture, SME_KEYRING_AVAILABLE);
}

static void
test_prompt_accepted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MockSecrets) mock = mock_secrets_new (MOCK_PROMPT_ACCEPTED);

  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_AVAILABLE);
  assert_holds (fixture, SERVER, "a2", NULL);
  g_assert_cmpuint (mock_secrets_count_prompts (mock), ==, 1);
}

/* At the start nobody has done anything yet that needs it. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MockSecrets) mock = mock_secrets_new (MOCK_PROMPT_DISMISSED);

  sme_keyring_set_quiet (fixture->keyring, TRUE);
  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_LOCKED);
  g_assert_cmpuint (mock_secrets_count_prompts (mock), ==, 0);
  sme_keyring_set_quiet (fixture->keyring, FALSE);
  store (fixture, SERVER, "a1", "for this run");
  assert_state (fixture, SME_KEYRING_LOCKED);
  g_assert_cmpuint (mock_secrets_count_prompts (mock), ==, 1);
  store (fixture, SERVER, "a1", "for this run");
  g_assert_cmpuint (mock_secrets_count_prompts (mock), ==, 1);
}

static void
test_prompt_unanswered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MockSecrets) mock = mock_secrets_new (MOCK_PROMPT_UNANSWERED);

  sme_keyring_set_limits (fixture->keyring, 5000, 200);
  store (fixture, SERVER, "a1", "for this run");
  assert_state (fixture, SME_KEYRING_LOCKED);
  assert_holds (fixture, SERVER, "a1", "for this run");
}

static void
test_cancelled_at_the_prompt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MockSecrets) mock = mock_secrets_new (MOCK_PROMPT_UNANSWERED);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_keyring_lookup_async (fixture->keyring, "session", SERVER, "a1", cancellable, test_on_ready,
                            &call);
  while (mock_secrets_count_prompts (mock) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  g_assert_null (sme_keyring_lookup_finish (fixture->keyring, test_await (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_service_hangs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MockSecrets) mock = mock_secrets_new (MOCK_SERVICE_HANGS);
  gint64 begun;

  sme_keyring_set_limits (fixture->keyring, 200, 5000);
  assert_holds (fixture, SERVER, "a1", NULL);
  assert_state (fixture, SME_KEYRING_FAILED);
  begun = g_get_monotonic_time ();
  assert_memory_only (fixture, SME_KEYRING_FAILED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 15 * G_TIME_SPAN_SECOND);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (const char *kind)
{
  if (g_str_equal (kind, "unlocked"))
    {
      ADD ("/keyring/round-trip", test_round_trip);
      ADD ("/keyring/lists-accounts", test_lists_accounts);
      ADD ("/keyring/cancelled", test_cancelled);
      ADD ("/keyring/asked-first-done-first", test_asked_first_done_first);
      ADD ("/keyring/locked-meanwhile", test_locked_meanwhile);
    }
  else if (g_str_equal (kind, "locked"))
    {
      ADD ("/keyring/locked-is-not-nothing", test_locked);
      ADD ("/keyring/unlocked-in-the-end", test_unlocked_in_the_end);
    }
  else
    ADD ("/keyring/absent-is-memory", test_absent);
  if (g_str_equal (kind, "none"))
    {
      ADD ("/keyring/prompt-dismissed", test_prompt_dismissed);
      ADD ("/keyring/prompt-accepted", test_prompt_accepted);
      ADD ("/keyring/nobody-is-asked-while-it-is-quiet", test_quiet);
      ADD ("/keyring/prompt-unanswered", test_prompt_unanswered);
      ADD ("/keyring/cancelled-at-the-prompt", test_cancelled_at_the_prompt);
      ADD ("/keyring/service-hangs", test_service_hangs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  add_tests (argv[1]);
  return g_test_run ();
}
