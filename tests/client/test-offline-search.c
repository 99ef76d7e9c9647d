/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found with the server is found without it, in the same order: one rule for both. */
#include "client/sme-catalog-cache.h"
#include "client/sme-local-backend.h"
#include "client/sme-transport.h"
#include "core/sme-enums.h"
#include "core/sme-service-query.h"
#include "test-server.h"

#include <glib/gstdio.h>

/* ($ONESME_BACKEND) with the catalog that is shipped. */
typedef struct
{
  SmeLocalBackend *backend;
  SmeTransport *transport;
  SmeCatalogCache *cache;
  char *data_dir;
  char *directory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  fixture->data_dir = g_dir_make_tmp ("onesme-backend-XXXXXX", NULL);
  fixture->directory = g_dir_make_tmp ("onesme-cache-XXXXXX", NULL);
  fixture->backend = sme_local_backend_new (NULL, fixture->data_dir);
  sme_local_backend_set_limits (fixture->backend, 60000, 5);
  sme_local_backend_start_async (fixture->backend, NULL, test_on_ready, &call);
  sme_local_backend_start_finish (fixture->backend, test_await (&call), &error);
  g_assert_no_error (error);
  fixture->transport = sme_transport_new (sme_local_backend_get_base_url (fixture->backend), NULL);
  sme_transport_set_retries (fixture->transport, 0, 10, 1000);
  fixture->cache =
    sme_catalog_cache_new (SME_CALLER (fixture->transport), "test", fixture->directory);
}

/* It listens as long as the object is there. */
static void
stop (Fixture *fixture)
{
  g_auto (TestCall) call = { 0 };

  sme_local_backend_stop_async (fixture->backend, NULL, test_on_ready, &call);
  sme_local_backend_stop_finish (fixture->backend, test_await (&call), NULL);
  test_call_clear (&call);
  test_assert_finalizes (fixture->backend);
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
  test_assert_finalizes (fixture->cache);
  test_assert_finalizes (fixture->transport);
  remove_tree (fixture->data_dir);
  remove_tree (fixture->directory);
  g_free (fixture->data_dir);
  g_free (fixture->directory);
}

/* @fewer: without the server the names of plans and the texts in the other language are not there
 * to be searched, so some things are found less. */
typedef struct
{
  const char *words;
  int sort;
  gboolean fewer;
  const char *filter;
  gint64 value;
} Row;

static void
add_filter (SmeRecord *query, const Row *row)
{
  if (row->filter != NULL)
    sme_record_set_int (query, row->filter, row->value);
}

/* The ids, in their order, in one text. */
static char *
ask (Fixture *fixture, const Row *row)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) query = SME_RECORD (sme_service_query_new ());
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (SmeAnswer) answer = NULL;

  if (row->words != NULL)
    sme_record_set_text (query, "query", row->words);
  if (row->sort != SME_SORT_RELEVANCE)
    sme_record_set_int (query, "sort", row->sort);
  add_filter (query, row);
  sme_record_set_int (query, "limit", 100);
  sme_caller_send_async (SME_CALLER (fixture->cache), SME_OP_LIST_SERVICES, NULL, query, NULL, NULL,
                         test_on_ready, &call);
  answer = sme_caller_send_finish (SME_CALLER (fixture->cache), test_await (&call), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (answer->items)); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (G_LIST_MODEL (answer->items), i);

      g_string_append_printf (ids, "%s ", sme_record_get_text (item, "id"));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
is_settled (gpointer cache)
{
  return sme_catalog_cache_is_settled (cache);
}

static const Row rows[] = {
  { NULL, SME_SORT_RELEVANCE, FALSE }, /* first, as the home page does */
  { "vnpt smartca", SME_SORT_RELEVANCE, FALSE },
  { "231", SME_SORT_RELEVANCE, FALSE },
  { "smartca 231", SME_SORT_RELEVANCE, FALSE },
  { "hoa don dien tu", SME_SORT_RELEVANCE, FALSE },
  { "smartac", SME_SORT_RELEVANCE, FALSE },
  { "smarttca", SME_SORT_RELEVANCE, FALSE },
  { "econtrat", SME_SORT_RELEVANCE, FALSE },
  { "hostnig", SME_SORT_RELEVANCE, FALSE },
  { "sll", SME_SORT_RELEVANCE, FALSE },
  { "camrea", SME_SORT_RELEVANCE, FALSE },
  { "hoa dob", SME_SORT_RELEVANCE, FALSE },
  { "hoa dpn", SME_SORT_RELEVANCE, FALSE },
  { "tem mien", SME_SORT_RELEVANCE, FALSE },
  { "fber", SME_SORT_RELEVANCE, FALSE },
  { "ESEL", SME_SORT_RELEVANCE, FALSE },
  { "hrn", SME_SORT_RELEVANCE, FALSE },
  { "usv", SME_SORT_RELEVANCE, FALSE },
  { "xyzzyqw", SME_SORT_RELEVANCE, FALSE },
  { "dien tu", SME_SORT_RELEVANCE, FALSE },
  { "dien tu", SME_SORT_NAME, FALSE },
  { "dien tu", SME_SORT_PRICE, FALSE },
  { "dien tu", SME_SORT_PRICE_DESC, FALSE },
  { NULL, SME_SORT_NAME, FALSE },
  { NULL, SME_SORT_PRICE, FALSE },
  { NULL, SME_SORT_PRICE_DESC, FALSE },
  { NULL, SME_SORT_RELEVANCE, FALSE, "free_trial", TRUE },
  { NULL, SME_SORT_RELEVANCE, FALSE, "price_max", 0 },
  { NULL, SME_SORT_PRICE, FALSE, "price_max", 100000 },
  { NULL, SME_SORT_PRICE, FALSE, "price_min", 500000 },
  { "dien tu", SME_SORT_PRICE, FALSE, "price_max", 100000 },
  { "ky so tu xa", SME_SORT_RELEVANCE, TRUE },
  { "KÝ SỐ", SME_SORT_RELEVANCE, TRUE },
  { "kí số", SME_SORT_RELEVANCE, TRUE },
  { "hoá đơn", SME_SORT_RELEVANCE, TRUE },
  { "hop dong", SME_SORT_RELEVANCE, TRUE },
  { "invoise", SME_SORT_RELEVANCE, TRUE },
  { "smart ca", SME_SORT_RELEVANCE, TRUE },
  { "hoa don xyzzyqw dien tu", SME_SORT_RELEVANCE, TRUE },
};

/* Nothing else is found, and something is. */
static void
assert_among (const char *found, const char *all)
{
  g_auto (GStrv) ids = g_strsplit (found, " ", -1), others = g_strsplit (all, " ", -1);

  g_assert_cmpstr (found, !=, "");
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) others, ids[i]));
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) online = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_ptr_array_add (online, ask (fixture, &rows[i]));
      test_wait_until (is_settled, fixture->cache);
    }
  g_assert_cmpint (sme_catalog_cache_get_as_of (fixture->cache), ==, 0);
  stop (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *before = g_ptr_array_index (online, i);
      g_autofree char *offline = ask (fixture, &rows[i]);

      g_test_message ("%s, %s", rows[i].words, rows[i].filter);
      if (rows[i].filter != NULL)
        g_assert_cmpstr (before, !=, "");
      if (rows[i].fewer)
        assert_among (offline, before);
      else
        g_assert_cmpstr (offline, ==, before);
    }
  g_assert_cmpint (sme_catalog_cache_get_as_of (fixture->cache), >, 0);
}

int
main (int argc, char *argv[])
{
  /* As most people use it; only the language of the session is kept. */
  g_setenv ("LANGUAGE", "vi", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/offline-search/a11-a82/as-with-the-server", Fixture, NULL, set_up, test_same,
              tear_down);
  return g_test_run ();
}
