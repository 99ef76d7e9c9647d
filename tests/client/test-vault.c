/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-vault.h"
#include "test-server.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME "draft/an@example.vn/12726"
#define DRAFT "{\"full_name\":\"Nguyễn Văn An\"}"

/* The first argument says whether there is a keyring: see tests/tools/run-with-keyring.sh. */
typedef struct
{
  char *home;
  char *directory;
  SmeKeyring *keyring;
  SmeVault *vault;
} Fixture;

static void
open_vault (Fixture *fixture)
{
  fixture->keyring = sme_keyring_new ();
  sme_keyring_set_limits (fixture->keyring, 5000, 300);
  fixture->vault = sme_vault_new (fixture->keyring, fixture->directory);
}

static void
close_vault (Fixture *fixture)
{
  test_assert_finalizes (fixture->vault);
  test_assert_finalizes (fixture->keyring);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = g_dir_make_tmp ("onesme-vault-XXXXXX", NULL);
  fixture->directory = g_build_filename (fixture->home, "deep", "vault", NULL);
  open_vault (fixture);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_vault (fixture);
  remove_tree (fixture->home);
  g_free (fixture->directory);
  g_free (fixture->home);
}

static void
put (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_vault_put_async (fixture->vault, name, bytes, NULL, test_on_ready, &call);
  g_assert_true (sme_vault_put_finish (fixture->vault, test_await (&call), &error));
  g_assert_no_error (error);
}

static GBytes *
get (Fixture *fixture, const char *name, GError **error)
{
  g_auto (TestCall) call = { 0 };

  sme_vault_get_async (fixture->vault, name, NULL, test_on_ready, &call);
  return sme_vault_get_finish (fixture->vault, test_await (&call), error);
}

static void
assert_holds (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = get (fixture, name, &error);

  g_assert_no_error (error);
  if (text == NULL)
    g_assert_null (bytes);
  else
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
take_away (Fixture *fixture, const char *name)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_vault_remove_async (fixture->vault, name, NULL, test_on_ready, &call);
  g_assert_true (sme_vault_remove_finish (fixture->vault, test_await (&call), &error));
  g_assert_no_error (error);
}

static GStrv
list_files (Fixture *fixture)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
      g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

static char *
only_file (Fixture *fixture)
{
  g_auto (GStrv) files = list_files (fixture);

  g_assert_cmpuint (g_strv_length (files), ==, 1);
  return g_strdup (files[0]);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  assert_holds (fixture, NAME, NULL);
  put (fixture, NAME, DRAFT);
  assert_holds (fixture, NAME, DRAFT);
  put (fixture, NAME, "");
  assert_holds (fixture, NAME, "");
  put (fixture, NAME, "newer");
  put (fixture, "other", "2");
  assert_holds (fixture, NAME, "newer");
  take_away (fixture, NAME);
  take_away (fixture, NAME);
  assert_holds (fixture, NAME, NULL);
  assert_holds (fixture, "other", "2");
}

static void
test_next_run_reads_it (Fixture *fixture, gconstpointer data)
{
  put (fixture, NAME, DRAFT);
  g_assert_true (sme_vault_get_persistent (fixture->vault));
  close_vault (fixture);
  open_vault (fixture);
  assert_holds (fixture, NAME, DRAFT);
}

static void
test_files_tell_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *base = NULL, *content = NULL;
  GStatBuf info;
  gsize length;

  put (fixture, NAME, DRAFT);
  path = only_file (fixture);
  base = g_path_get_basename (path);
  g_assert_cmpuint (strlen (base), ==, 64);
  g_assert_cmpuint (strspn (base, "0123456789abcdef"), ==, 64);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->directory, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_null (memmem (content, length, "full_name", strlen ("full_name")));
  g_assert_null (memmem (content, length, "12726", strlen ("12726")));
}

static void
assert_damaged (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get (fixture, name, &error));
  g_assert_error (error, SME_VAULT_ERROR, SME_VAULT_ERROR_DAMAGED);
}

static void
test_any_changed_byte_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *content = NULL;
  gsize length;

  put (fixture, NAME, DRAFT);
  path = only_file (fixture);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      content[i] ^= 1;
      g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
      assert_damaged (fixture, NAME);
      content[i] ^= 1;
    }
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  assert_holds (fixture, NAME, DRAFT);
  for (gsize n = 0; n < length; n += 7)
    {
      g_assert_true (g_file_set_contents (path, content, (gssize) n, NULL));
      assert_damaged (fixture, NAME);
    }
  put (fixture, NAME, "again");
  assert_holds (fixture, NAME, "again");
}

static void
test_files_are_not_exchanged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *aside = g_build_filename (fixture->home, "aside", NULL);

  put (fixture, "a", "of a");
  first = only_file (fixture);
  g_assert_cmpint (g_rename (first, aside), ==, 0);
  put (fixture, "b", "of b");
  {
    g_autofree char *second = only_file (fixture);
    g_assert_cmpint (g_rename (aside, second), ==, 0);
  }
  assert_damaged (fixture, "b");
}

/* Another key: the files are as if they were not there. */
static void
test_other_key_opens_nothing (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };

  put (fixture, NAME, DRAFT);
  sme_keyring_clear_async (fixture->keyring, "vault-key", "", "", NULL, test_on_ready, &call);
  g_assert_true (sme_keyring_clear_finish (fixture->keyring, test_await (&call), NULL));
  test_call_clear (&call);
  close_vault (fixture);
  open_vault (fixture);
  assert_holds (fixture, NAME, NULL);
}

static void
test_half_written_files_go (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL, *half = NULL;

  put (fixture, NAME, DRAFT);
  path = only_file (fixture);
  half = g_strconcat (path, ".A1B2C3", NULL);
  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  close_vault (fixture);
  open_vault (fixture);
  assert_holds (fixture, NAME, DRAFT);
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
}

/* Typing fast: what was put last is what stays. */
static void
test_calls_keep_their_order (Fixture *fixture, gconstpointer data)
{
  TestCall calls[20] = { 0 };
  g_auto (TestCall) reading = { 0 };
  g_autoptr (GBytes) read = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      sme_vault_put_async (fixture->vault, NAME, bytes, NULL, test_on_ready, &calls[i]);
    }
  sme_vault_get_async (fixture->vault, NAME, NULL, test_on_ready, &reading);
  read = sme_vault_get_finish (fixture->vault, test_await (&reading), NULL);
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), "19", 2);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    test_call_clear (&calls[i]);
}

/* The page went away; what was typed is kept all the same. */
static void
test_cancelled_put_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (DRAFT, strlen (DRAFT));
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_vault_put_async (fixture->vault, NAME, bytes, cancellable, test_on_ready, &call);
  g_cancellable_cancel (cancellable);
  g_assert_false (sme_vault_put_finish (fixture->vault, test_await (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (fixture, NAME, DRAFT);
}

static void
test_disk_that_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DRAFT, strlen (DRAFT));
  g_autofree char *deep = g_path_get_dirname (fixture->directory);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (deep, "a file in the way", -1, NULL));
  sme_vault_put_async (fixture->vault, NAME, bytes, NULL, test_on_ready, &call);
  g_assert_false (sme_vault_put_finish (fixture->vault, test_await (&call), &error));
  g_assert_error (error, SME_VAULT_ERROR, SME_VAULT_ERROR_FAILED);
}

static void
forget (Fixture *fixture, const char *account_id)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_vault_forget_account_async (fixture->vault, account_id, NULL, test_on_ready, &call);
  g_assert_true (sme_vault_forget_account_finish (fixture->vault, test_await (&call), &error));
  g_assert_no_error (error);
}

/* All of an account goes at once, and nothing of anybody else. */
static void
test_accounts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = sme_vault_name_own ("an", "draft/1");
  g_autofree char *ink = sme_vault_name_own ("an", "ink/2");
  g_autofree char *other = sme_vault_name_own ("anh", "draft/1");

  put (fixture, draft, "1");
  put (fixture, ink, "2");
  put (fixture, other, "3");
  put (fixture, "draft/1", "4");
  assert_holds (fixture, draft, "1");
  forget (fixture, "an");
  assert_holds (fixture, draft, NULL);
  assert_holds (fixture, ink, NULL);
  assert_holds (fixture, other, "3");
  assert_holds (fixture, "draft/1", "4");
  /* Nor does a second time, or nobody, hurt. */
  forget (fixture, "an");
  forget (fixture, "nobody");
  put (fixture, draft, "5");
  assert_holds (fixture, draft, "5");
}

/* No name of an account is on the disk. */
static void
test_account_folders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = sme_vault_name_own ("an", "draft/1");
  g_autofree char *folder = NULL;
  GStatBuf status;

  put (fixture, draft, "1");
  folder = only_file (fixture);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpuint (strlen (strrchr (folder, '/') + 1), ==, 64);
  close_vault (fixture);
  open_vault (fixture);
  assert_holds (fixture, draft, "1");
  forget (fixture, "an");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_without_keyring (Fixture *fixture, gconstpointer data)
{
  put (fixture, NAME, DRAFT);
  assert_holds (fixture, NAME, DRAFT);
  g_assert_false (sme_vault_get_persistent (fixture->vault));
  g_assert_false (g_file_test (fixture->directory, G_FILE_TEST_EXISTS));
  take_away (fixture, NAME);
  assert_holds (fixture, NAME, NULL);
}

/* What was in memory moves to the disk. */
static void
test_keyring_comes_late (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  put (fixture, NAME, DRAFT);
  g_assert_false (sme_vault_get_persistent (fixture->vault));
  g_spawn_command_line_sync (
    "sh -c 'printf onesme-test | env -u G_DEBUG gnome-keyring-daemon "
    "--replace --unlock --components=secrets --daemonize >/dev/null 2>&1 && gdbus wait --session "
    "--timeout 20 org.freedesktop.secrets'",
    NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  sme_keyring_unlock_async (fixture->keyring, NULL, test_on_ready, &call);
  g_assert_true (sme_keyring_unlock_finish (fixture->keyring, test_await (&call), &error));
  test_call_clear (&call);
  put (fixture, "other", "2");
  g_assert_true (sme_vault_get_persistent (fixture->vault));
  close_vault (fixture);
  open_vault (fixture);
  assert_holds (fixture, NAME, DRAFT);
  assert_holds (fixture, "other", "2");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("/vault/what-belongs-to-an-account-goes-at-once", test_accounts);
  ADD ("/vault/accounts-are-named-nowhere", test_account_folders);
  ADD ("/vault/round-trip", test_round_trip);
  ADD ("/vault/next-run-reads-it", test_next_run_reads_it);
  ADD ("/vault/files-tell-nothing", test_files_tell_nothing);
  ADD ("/vault/any-changed-byte-is-noticed", test_any_changed_byte_is_noticed);
  ADD ("/vault/files-are-not-exchanged", test_files_are_not_exchanged);
  ADD ("/vault/other-key-opens-nothing", test_other_key_opens_nothing);
  ADD ("/vault/half-written-files-go", test_half_written_files_go);
  ADD ("/vault/calls-keep-their-order", test_calls_keep_their_order);
  ADD ("/vault/cancelled-put-is-kept", test_cancelled_put_is_kept);
  ADD ("/vault/disk-that-refuses-is-told", test_disk_that_refuses);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  if (g_str_equal (argv[1], "unlocked"))
    add_tests ();
  else
    {
      ADD ("/vault/without-keyring-in-memory-only", test_without_keyring);
      ADD ("/vault/keyring-unlocked-late", test_keyring_comes_late);
      ADD ("/vault/accounts-in-memory", test_accounts);
    }
  return g_test_run ();
}
