/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-schema.h"
#include "backend/store/sme-store-order-list.h"

#include <glib/gstdio.h>

typedef struct
{
  char *directory;
  SmeDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->directory = g_dir_make_tmp ("onesme-schema-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->directory, "onesme.db", NULL);
  fixture->db = sme_db_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "onesme.db", "onesme.db-wal", "onesme.db-shm" };

  g_clear_pointer (&fixture->db, sme_db_close);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
}

static void
bring_up_to (Fixture *fixture, guint version)
{
  g_autoptr (GError) error = NULL;

  sme_schema_bring_up_to (fixture->db, version, &error);
  g_assert_no_error (error);
}

static char *
read_setting (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = sme_db_query (
    fixture->db, &error, "SELECT value FROM setting WHERE name = :name", "name:s", name, NULL);

  g_assert_no_error (error);
  return sme_rows_count (rows) > 0 ? g_strdup (sme_rows_text (rows, 0, "value")) : NULL;
}

static void
assert_setting (Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *value = read_setting (fixture, name);

  g_assert_cmpstr (value, ==, expected);
}

/* Every released version's data go on with this program. */
static void
test_data_of_an_older_program_go_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *newest = g_strdup_printf ("%u", SME_SCHEMA_VERSION);

  bring_up_to (fixture, 1);
  sme_db_run (fixture->db, NULL, &error, "INSERT INTO setting (name, value) VALUES ('kept', 'yes')",
              NULL);
  g_assert_no_error (error);
  for (guint version = 2; version <= SME_SCHEMA_VERSION; version++)
    bring_up_to (fixture, version);
  assert_setting (fixture, "kept", "yes");
  assert_setting (fixture, "schema", newest);
}

/* What the first program could hold: a payment with its money. */
static const char old_rows[] =
  "INSERT INTO account (id, email, email_key, password_hash, customer_type, full_name, phone,"
  " state, language, version, created_at) VALUES ('a', 'a@vidu.vn', 'a@vidu.vn', '', 'person',"
  " 'An', '+84912345678', 'active', 'vi', 1, 1);"
  "INSERT INTO orders (id, number, account_id, state, version, language, request, plan, quote,"
  " total, created_at, updated_at) VALUES ('o', 'OSM1', 'a', 'paid', 1, 'vi', '{}', '{}', '{}',"
  " 220000, 1, 1);"
  "INSERT INTO payment (id, order_id, account_id, state, method, amount, received, reference,"
  " created_at) VALUES ('p', 'o', 'a', 'succeeded', 'vietqr', 220000, 220000, 'OSM1P1', 1);"
  "INSERT INTO receipt (id, payment_id, amount, state, reference, received_at) VALUES ('r', 'p',"
  " 220000, 'applied', 'OSM1P1', 1), ('s', 'p', 5000, 'duplicate', 'OSM1P1', 2);";

static gint64
count (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = sme_db_query (fixture->db, &error, sql, NULL);

  g_assert_no_error (error);
  return sme_rows_int (rows, 0, "n");
}

/* A payment of before is one for a single order. */
static void
test_payments_get_their_orders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bring_up_to (fixture, 1);
  sme_db_run_script (fixture->db, old_rows, &error);
  g_assert_no_error (error);
  bring_up_to (fixture, SME_SCHEMA_VERSION);
  g_assert_cmpint (count (fixture, "SELECT amount AS n FROM payment_order WHERE payment_id = 'p'"
                                   " AND order_id = 'o'"),
                   ==, 220000);
  g_assert_cmpint (
    count (fixture, "SELECT COUNT (*) AS n FROM receipt WHERE gateway_number IS NULL"), ==, 2);
}

/* An order of before is found like one of now. */
static void
test_orders_get_their_words (Fixture *fixture, gconstpointer data)
{
  static const char named[] = "UPDATE orders SET plan = '{\"name\":\"Gói Bạc\"}', profile = "
                              "'{\"full_name\":\"Đỗ Thị Bích\"}'";
  g_autoptr (GError) error = NULL;

  bring_up_to (fixture, 1);
  sme_db_run_script (fixture->db, old_rows, &error);
  g_assert_no_error (error);
  sme_db_run_script (fixture->db, named, &error);
  g_assert_no_error (error);
  bring_up_to (fixture, SME_SCHEMA_VERSION);
  g_assert_true (sme_store_fold_older_orders (fixture->db, &error));
  g_assert_no_error (error);
  g_assert_cmpint (
    count (fixture,
           "SELECT COUNT (*) AS n FROM orders WHERE folded LIKE 'goi bac osm1 do thi bich%'"),
    ==, 1);
}

static gboolean
insert_account (Fixture *fixture, const char *id, const char *state)
{
  g_autoptr (GError) error = NULL;
  gboolean done = sme_db_run (
    fixture->db, NULL, &error,
    "INSERT INTO account (id, email, email_key, former_key, password_hash, customer_type,"
    " full_name, phone, state, language, version, created_at) VALUES (:id, 'A@vidu.vn',"
    " 'a@vidu.vn', :id, '', 'person', 'An', '+84912345678', :state, 'vi', 1, 2)",
    "id:s", id, "state:s", state, NULL);

  if (!done)
    g_assert_error (error, SME_DB_ERROR, SME_DB_ERROR_CONSTRAINT);
  return done;
}

/* Addresses of before stay taken; registrations that wait do not take one. */
static void
test_one_active_account_has_an_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bring_up_to (fixture, 1);
  sme_db_run_script (fixture->db, old_rows, &error);
  g_assert_no_error (error);
  bring_up_to (fixture, SME_SCHEMA_VERSION);
  g_assert_true (insert_account (fixture, "b", "pending_activation"));
  g_assert_true (insert_account (fixture, "c", "pending_activation"));
  g_assert_false (insert_account (fixture, "d", "active"));
  g_assert_cmpint (
    count (fixture, "SELECT COUNT (*) AS n FROM account WHERE email_key = 'a@vidu.vn'"), ==, 3);
  g_assert_cmpint (
    count (fixture, "SELECT COUNT (*) AS n FROM orders o JOIN account a ON a.id = o.account_id"),
    ==, 1);
}

static void
test_nothing_is_done_twice (Fixture *fixture, gconstpointer data)
{
  bring_up_to (fixture, SME_SCHEMA_VERSION);
  bring_up_to (fixture, SME_SCHEMA_VERSION);
}

static void
test_data_of_a_newer_program_are_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bring_up_to (fixture, SME_SCHEMA_VERSION);
  g_assert_false (sme_schema_bring_up_to (fixture->db, SME_SCHEMA_VERSION - 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* A step that breaks off leaves the data as the step before made them. */
static void
test_a_step_is_whole_or_not_at_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bring_up_to (fixture, 1);
  sme_db_run (fixture->db, NULL, &error, "CREATE TABLE evidence (id TEXT)", NULL);
  g_assert_no_error (error);
  g_assert_false (sme_schema_bring_up_to (fixture->db, SME_SCHEMA_VERSION, &error));
  g_assert_error (error, SME_DB_ERROR, SME_DB_ERROR_FAILED);
  assert_setting (fixture, "schema", "1");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/schema/data-of-an-older-program-go-on", test_data_of_an_older_program_go_on);
  ADD ("/schema/payments-get-their-orders", test_payments_get_their_orders);
  ADD ("/schema/orders-get-their-words", test_orders_get_their_words);
  ADD ("/schema/one-active-account-has-an-address", test_one_active_account_has_an_address);
  ADD ("/schema/nothing-is-done-twice", test_nothing_is_done_twice);
  ADD ("/schema/data-of-a-newer-program-are-left-alone",
       test_data_of_a_newer_program_are_left_alone);
  ADD ("/schema/a-step-is-whole-or-not-at-all", test_a_step_is_whole_or_not_at_all);
  return g_test_run ();
}
