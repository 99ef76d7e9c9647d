/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What guessing passwords costs, and that it tells nobody who exists: counted, not timed. */
#include "backend/http/sme-handlers.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"

#include <glib/gstdio.h>

#define PASSWORD "một mật khẩu dài"
#define NOW G_GINT64_CONSTANT (1795317300000)
#define HOUR (60 * 60)

typedef struct
{
  char *directory;
  SmeBackend *backend;
  SmeDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("guessing-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->backend = sme_backend_new (fixture->directory, fixture->directory, TRUE, &error);
  g_assert_no_error (error);
  fixture->db = sme_backend_open_db (fixture->backend, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  sme_db_close (fixture->db);
  sme_backend_free (fixture->backend);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static SmeCall *
new_call (Fixture *fixture, SmeOperationId operation)
{
  SmeCall *call = sme_call_new (operation);

  call->backend = fixture->backend;
  call->db = fixture->db;
  call->now = NOW;
  return call;
}

static void
add_account (Fixture *fixture, const char *id, const char *email, const char *state)
{
  g_autofree char *key = sme_email_to_key (email);
  g_autofree char *hash = sme_password_hash (PASSWORD);
  g_autoptr (GError) error = NULL;

  sme_db_run (fixture->db, NULL, &error,
              "INSERT INTO account (id, email, email_key, former_key, password_hash, customer_type,"
              " full_name, phone, state, language, version, created_at) VALUES (:id, :email, :key,"
              " :id, :hash, 'person', 'An', '+84912345678', :state, 'vi', 1, :now)",
              "id:s", id, "email:s", email, "key:s", key, "hash:s", hash, "state:s", state, "now:i",
              NOW, NULL);
  g_assert_no_error (error);
}

static guint
count_work (Fixture *fixture, const char *email, const char *password)
{
  g_autoptr (SmeCall) call = new_call (fixture, SME_OP_SIGN_IN);
  g_autoptr (GError) error = NULL;
  guint before = sme_password_count ();

  call->request = SME_RECORD (sme_credentials_new ());
  sme_record_set_text (call->request, "email", email);
  sme_record_set_text (call->request, "password", password);
  g_assert_true (sme_prepare_sign_in (call, &error));
  g_assert_no_error (error);
  return sme_password_count () - before;
}

/* Known, unknown, waiting in one registration or in many; with the right password or another one.
 */
static void
test_same_work (Fixture *fixture, gconstpointer data)
{
  static const char *const addresses[] = {
    "co@vidu.vn", "khong@vidu.vn", "cho@vidu.vn", "nhieu@vidu.vn", "khong phai dia chi",
  };
  guint expected = count_work (fixture, "ai@vidu.vn", PASSWORD);

  add_account (fixture, "a", "co@vidu.vn", "active");
  add_account (fixture, "b", "cho@vidu.vn", "pending_activation");
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      add_account (fixture, id, "nhieu@vidu.vn", "pending_activation");
    }
  g_assert_cmpuint (expected, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_assert_cmpuint (count_work (fixture, addresses[i], PASSWORD), ==, expected);
      g_assert_cmpuint (count_work (fixture, addresses[i], "một mật khẩu sai"), ==, expected);
    }
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_assert_true (sme_password_nobody_is_like_others ());
  g_assert_false (sme_password_verify (NULL, PASSWORD));
  g_assert_false (sme_password_verify (NULL, ""));
}

/* Registrations of an address share a salt, and a password is found among them at once. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = sme_password_hash ("mật khẩu thứ nhất");
  g_autofree char *second = sme_password_hash_beside (first, "mật khẩu thứ hai");
  g_autofree char *foreign = sme_password_hash ("mật khẩu thứ ba");
  g_autofree char *of_nothing = sme_password_hash_beside ("", "mật khẩu thứ tư");
  const char *hashes[] = { second, first, foreign };
  guint before = sme_password_count ();

  g_assert_cmpint (sme_password_find (hashes, 3, "mật khẩu thứ hai"), ==, 0);
  g_assert_cmpint (sme_password_find (hashes, 3, "mật khẩu thứ nhất"), ==, 1);
  g_assert_cmpint (sme_password_find (hashes, 3, "mật khẩu thứ ba"), ==, -1);
  g_assert_cmpint (sme_password_find (hashes, 1, "mật khẩu thứ nhất"), ==, -1);
  g_assert_cmpint (sme_password_find (hashes, 0, "mật khẩu thứ hai"), ==, -1);
  g_assert_cmpuint (sme_password_count () - before, ==, 5);
  /* It is a hash like any other. */
  g_assert_true (sme_password_verify (second, "mật khẩu thứ hai"));
  g_assert_true (sme_password_verify (of_nothing, "mật khẩu thứ tư"));
}

/* Seconds to wait, 0 for none. */
static int
ask (Fixture *fixture, gint64 seconds)
{
  g_autoptr (SmeCall) call = new_call (fixture, SME_OP_SIGN_IN);
  g_autoptr (GError) error = NULL;

  call->now += 1000 * seconds;
  if (sme_throttle_check (call, &sme_throttle_sign_in, "an@vidu.vn", &error))
    return 0;
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_TOO_MANY_REQUESTS);
  return sme_problem_get_retry_after (error);
}

static void
fail (Fixture *fixture, gint64 seconds)
{
  g_autoptr (SmeCall) call = new_call (fixture, SME_OP_SIGN_IN);
  g_autoptr (GError) error = NULL;

  call->now += 1000 * seconds;
  g_assert_true (sme_throttle_fail (call, &sme_throttle_sign_in, "an@vidu.vn", &error));
  g_assert_no_error (error);
}

/* After each failure so many seconds; who waits them out has the next try. */
static void
test_growth (Fixture *fixture, gconstpointer data)
{
  static const int waits[] = { 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900 };
  gint64 at = 0;

  g_assert_cmpint (ask (fixture, at), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      fail (fixture, at);
      g_assert_cmpint (ask (fixture, at), ==, waits[i]);
      if (waits[i] == 0)
        continue;
      g_assert_cmpint (ask (fixture, at + waits[i] - 1), ==, 1);
      at += waits[i];
      g_assert_cmpint (ask (fixture, at), ==, 0);
    }
  /* An hour without another one, and all is forgotten. */
  at += HOUR;
  g_assert_cmpint (ask (fixture, at), ==, 0);
  fail (fixture, at);
  g_assert_cmpint (ask (fixture, at), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/guessing/the-same-work-for-every-address", test_same_work);
  ADD ("/guessing/one-comparison-finds-any-of-an-address", test_beside);
  ADD ("/guessing/nobody-is-like-everybody", test_nobody);
  ADD ("/guessing/each-failure-doubles-the-wait", test_growth);

  return g_test_run ();
}
