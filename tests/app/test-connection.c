/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-connection.h"

#include "app-fixture.h"
#include "client/sme-local-backend.h"
#include "client/sme-shop.h"
#include "config.h"

#include <sys/resource.h>

/* The real backend, with its data in this test's own home. */

typedef struct
{
  GSettings *settings;
  SmeConnection *connection;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->settings = g_settings_new ("vn.onesme.Desktop");
  g_settings_reset (f->settings, "server-url");
  g_settings_reset (f->settings, "econtract-url");
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_connection_close_async (f->connection, NULL, on_done, &result);
  app_run_until (is_there, &result);
  g_assert_true (sme_connection_close_finish (f->connection, result, NULL));
  g_clear_object (&result);
  app_run_idle ();
  g_assert_finalize_object (f->connection);
  g_object_unref (f->settings);
}

static void
open_connection (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  f->connection = sme_connection_new (f->settings);
  sme_connection_open_async (f->connection, NULL, on_done, &result);
  app_run_until (is_there, &result);
  g_assert_false (sme_connection_open_finish (f->connection, result, &error));
  g_assert_no_error (error);
}

static void
test_local (Fixture *f, gconstpointer data)
{
  SmeContext *context;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) categories = NULL;
  g_autoptr (GError) error = NULL;

  open_connection (f);
  context = sme_connection_get_context (f->connection);
  g_assert_null (sme_connection_get_problem (f->connection));
  g_assert_true (sme_context_is_local (context));
  g_assert_nonnull (sme_context_get_econtract (context));
  /* Asked at once, while the backend is still starting. */
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (context)), SME_OP_LIST_CATEGORIES, NULL,
                         NULL, NULL, NULL, on_done, &result);
  app_run_until (is_there, &result);
  categories = sme_caller_list_finish (SME_CALLER (sme_context_get_shop (context)), result, NULL,
                                       NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (categories), >, 0);
}

static void
test_own_server (Fixture *f, gconstpointer data)
{
  SmeContext *context;

  g_settings_set_string (f->settings, "server-url", "http://127.0.0.1:9");
  open_connection (f);
  context = sme_connection_get_context (f->connection);
  g_assert_null (sme_connection_get_problem (f->connection));
  g_assert_false (sme_context_is_local (context));
  g_assert_cmpstr (sme_shop_get_base_url (sme_context_get_shop (context)), ==,
                   "http://127.0.0.1:9");
}

static void
test_unsafe (Fixture *f, gconstpointer data)
{
  g_settings_set_string (f->settings, "server-url", "http://shop.example.vn");
  open_connection (f);
  g_assert_error (sme_connection_get_problem (f->connection), SME_PROBLEM, SME_PROBLEM_INSECURE);
  g_assert_null (sme_context_get_shop (sme_connection_get_context (f->connection)));
}

static gboolean
has_problem (gpointer connection)
{
  return sme_connection_get_problem (connection) != NULL;
}

static void
assert_unreachable (SmeContext *context)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (context));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) categories = NULL;
  g_autoptr (GError) error = NULL;

  sme_caller_send_async (shop, SME_OP_LIST_CATEGORIES, NULL, NULL, NULL, NULL, on_done, &result);
  app_run_until (is_there, &result);
  categories = sme_caller_list_finish (shop, result, NULL, NULL, &error);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
}

/* It is a problem, and no reason to show nothing: calls fail at once, so that pages show what was
 * kept. */
static void
test_missing (Fixture *f, gconstpointer data)
{
  f->connection = sme_connection_new (f->settings);
  app_run_until (has_problem, f->connection);
  g_assert_error (sme_connection_get_problem (f->connection), SME_LOCAL_BACKEND_ERROR,
                  SME_LOCAL_BACKEND_ERROR_NOT_FOUND);
  g_assert_true (sme_connection_can_retry (f->connection));
  g_assert_nonnull (sme_context_get_catalog_cache (sme_connection_get_context (f->connection)));
  assert_unreachable (sme_connection_get_context (f->connection));
}

/* Not even a socket: no file can be opened any more while the connection is made. */
static void
test_no_socket (Fixture *f, gconstpointer data)
{
  SmeContext *context;
  struct rlimit limit, none;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  none = (struct rlimit){ 0, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &none), ==, 0);
  f->connection = sme_connection_new (f->settings);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  context = sme_connection_get_context (f->connection);
  g_assert_error (sme_connection_get_problem (f->connection), SME_LOCAL_BACKEND_ERROR,
                  SME_LOCAL_BACKEND_ERROR_FAILED);
  g_assert_nonnull (sme_context_get_catalog_cache (context));
  assert_unreachable (context);
  g_assert_false (sme_connection_can_retry (f->connection));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* "missing": as if the backend were not installed. */
int
main (int argc, char *argv[])
{
  gboolean missing = argc > 1 && g_str_equal (argv[1], "missing");

  g_setenv ("ONESME_BACKEND",
            missing ? "/nowhere/onesme-backend" : SME_BUILD_ROOT "/src/backend/onesme-backend",
            TRUE);
  g_setenv ("ONESME_CATALOG_DIR", SME_SOURCE_ROOT "/data/catalog", TRUE);
  app_test_init (&argc, &argv);
  if (missing)
    {
      ADD ("/a82/a-missing-backend-is-a-problem", test_missing);
      ADD ("/a82/no-socket-is-a-problem", test_no_socket);
      return g_test_run ();
    }
  ADD ("/connection/without-a-server-the-local-one-answers", test_local);
  ADD ("/connection/a-server-of-ones-own-has-no-local-tools", test_own_server);
  ADD ("/connection/an-unsafe-address-is-a-problem", test_unsafe);
  return g_test_run ();
}
