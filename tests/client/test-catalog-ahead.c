/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nobody has opened yet is there without the server too. */
#include "client/sme-catalog-cache.h"
#include "client/sme-catalog-disk.h"
#include "client/sme-transport.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#include <glib/gstdio.h>
#include <utime.h>

typedef struct
{
  TestServer *server;
  SmeTransport *transport;
  SmeCatalogCache *cache;
  char *directory;
} Fixture;

#define CARD(id, price) \
  "{\"id\":\"" id "\",\"name\":\"" id "\",\"provider\":\"VNPT\",\"likes\":7," \
  "\"category_id\":\"e-transactions\",\"price_from\":" price ",\"price_cycle_months\":12"
#define WHOLE(id, price) CARD (id, price) ",\"guide\":[\"First, of " id "\"]}"
#define LIST(items) "{\"items\":[" items "],\"total\":2}"
#define NEWS(kind, title) \
  "{\"items\":[{\"id\":\"n-" kind "\",\"kind\":\"" kind "\",\"title\":\"" title \
  "\",\"body\":\"x\"," \
  "\"published_on\":\"2026-11-20\"}],\"total\":1}"
#define TWO LIST (CARD ("smartca-on", "220000") "}," CARD ("hosting", "990000") "}")

static void
reply (Fixture *f, const char *what, guint status, const char *body)
{
  test_server_reply_always (f->server, what, (TestReply){ status, body });
}

static void
cut (Fixture *f)
{
  static const char *const all[] = { "GET /v1/services", "GET /v1/services/smartca-on",
                                     "GET /v1/services/hosting", "GET /v1/news",
                                     "GET /v1/categories" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    test_server_reply_always (f->server, all[i], (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
}

static SmeCatalogCache *
make_cache (Fixture *f)
{
  return sme_catalog_cache_new (SME_CALLER (f->transport), "test", f->directory);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->server = test_server_new ();
  f->directory = g_dir_make_tmp ("onesme-ahead-XXXXXX", NULL);
  f->transport = sme_transport_new (test_server_get_url (f->server), NULL);
  sme_transport_set_retries (f->transport, 1, 10, 1000);
  f->cache = make_cache (f);
  reply (f, "GET /v1/services", 200, TWO);
  reply (f, "GET /v1/services/smartca-on", 200, WHOLE ("smartca-on", "220000"));
  reply (f, "GET /v1/services/hosting", 200, WHOLE ("hosting", "990000"));
  reply (f, "GET /v1/news", 200, NEWS ("earn", "Earn"));
  reply (f, "GET /v1/categories", 200, LIST (""));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->directory, 0, NULL);
  const char *name;

  if (f->cache != NULL)
    test_assert_finalizes (f->cache);
  test_assert_finalizes (f->transport);
  test_server_free (f->server);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->directory);
  g_free (f->directory);
}

static SmeAnswer *
call (Fixture *f, SmeOperationId op, const char *id, SmeRecord *query)
{
  g_auto (TestCall) pending = { NULL };
  g_autoptr (GError) error = NULL;
  SmeAnswer *answer;

  sme_caller_send_async (SME_CALLER (f->cache), op, id, query, NULL, NULL, test_on_ready, &pending);
  answer = sme_caller_send_finish (SME_CALLER (f->cache), test_await (&pending), &error);
  g_assert_no_error (error);
  return answer;
}

static gboolean
is_settled (gpointer cache)
{
  return sme_catalog_cache_is_settled (cache);
}

/* Home is seen, and all that comes after it is waited for. */
static void
see_home (Fixture *f)
{
  g_autoptr (SmeAnswer) seen = call (f, SME_OP_LIST_SERVICES, NULL, NULL);

  test_wait_until (is_settled, f->cache);
}

static void
test_never_opened (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeRecord) query = SME_RECORD (sme_news_query_new ());
  g_autoptr (SmeAnswer) service = NULL;
  g_autoptr (SmeAnswer) news = NULL;
  g_autoptr (SmeAnswer) earn = NULL;
  g_autoptr (SmeAnswer) categories = NULL;
  g_autoptr (SmeRecord) item = NULL;

  see_home (f);
  cut (f);
  service = call (f, SME_OP_GET_SERVICE, "hosting", NULL);
  g_assert_cmpstr (sme_record_get_texts (service->record, "guide")[0], ==, "First, of hosting");
  news = call (f, SME_OP_LIST_NEWS, NULL, query);
  sme_record_set_int (query, "kind", SME_NEWS_EARN);
  earn = call (f, SME_OP_LIST_NEWS, NULL, query);
  item = g_list_model_get_item (G_LIST_MODEL (earn->items), 0);
  g_assert_cmpstr (sme_record_get_text (item, "title"), ==, "Earn");
  categories = call (f, SME_OP_LIST_CATEGORIES, NULL, NULL);
  g_assert_cmpint (sme_catalog_cache_get_as_of (f->cache), >, 0);
}

/* At the next start. */
static void
start_again (Fixture *f)
{
  test_assert_finalizes (f->cache);
  f->cache = make_cache (f);
}

static void
assert_counts (Fixture *f, guint smartca, guint hosting)
{
  g_assert_cmpuint (test_server_count (f->server, "GET /v1/services/smartca-on"), ==, smartca);
  g_assert_cmpuint (test_server_count (f->server, "GET /v1/services/hosting"), ==, hosting);
}

static void
make_old (Fixture *f, const char *id)
{
  g_autofree char *path = sme_catalog_disk_make_path (f->directory, SME_OP_GET_SERVICE, id, NULL);
  struct utimbuf old = { 1000000000, 1000000000 };

  g_assert_cmpint (utime (path, &old), ==, 0);
}

/* Not what is there already; what costs something else now, and what is old. */
static void
test_only_what_changed (Fixture *f, gconstpointer data)
{
  see_home (f);
  assert_counts (f, 1, 1);
  see_home (f);
  start_again (f);
  see_home (f);
  assert_counts (f, 1, 1);
  reply (f, "GET /v1/services", 200,
         LIST (CARD ("smartca-on", "220000") "}," CARD ("hosting", "770000") "}"));
  reply (f, "GET /v1/services/hosting", 200, WHOLE ("hosting", "770000"));
  start_again (f);
  see_home (f);
  assert_counts (f, 1, 2);
  make_old (f, "smartca-on");
  start_again (f);
  see_home (f);
  assert_counts (f, 2, 2);
}

/* Nothing while a person waits for something. */
static void
test_people_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SmeAnswer) seen = call (f, SME_OP_LIST_SERVICES, NULL, NULL);
  g_auto (TestCall) waited_for = { NULL };
  g_autoptr (SmeAnswer) none = NULL;

  test_server_reply (f->server, "GET /v1/services/231", (TestReply){ .kind = TEST_REPLY_NEVER });
  sme_caller_send_async (SME_CALLER (f->cache), SME_OP_GET_SERVICE, "231", NULL, NULL, cancellable,
                         test_on_ready, &waited_for);
  test_let_pass (100);
  g_assert_cmpuint (test_server_count (f->server, "GET /v1/services"), ==, 1);
  g_assert_false (sme_catalog_cache_is_settled (f->cache));
  g_cancellable_cancel (cancellable);
  none = sme_caller_send_finish (SME_CALLER (f->cache), test_await (&waited_for), NULL);
  g_assert_null (none);
  test_wait_until (is_settled, f->cache);
  assert_counts (f, 1, 1);
}

/* It ends with the cache, wherever it is. */
static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeAnswer) seen = NULL;

  test_server_reply_always (f->server, "GET /v1/services/smartca-on",
                            (TestReply){ .kind = TEST_REPLY_NEVER });
  seen = call (f, SME_OP_LIST_SERVICES, NULL, NULL);
  test_wait_for_requests (f->server, "GET /v1/services/smartca-on", 1);
  test_assert_finalizes (f->cache);
  f->cache = NULL;
  test_let_pass (50);
  assert_counts (f, 1, 0);
}

/* It is no matter of life and death: the next list is another occasion. */
static void
test_unreachable (Fixture *f, gconstpointer data)
{
  reply (f, "GET /v1/services/smartca-on", 503, "{\"code\":\"unavailable\"}");
  see_home (f);
  assert_counts (f, 1, 0);
  reply (f, "GET /v1/services/smartca-on", 200, WHOLE ("smartca-on", "220000"));
  see_home (f);
  assert_counts (f, 2, 1);
  see_home (f);
  assert_counts (f, 2, 1);
}

/* Of a service that is no longer there the others are fetched. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  reply (f, "GET /v1/services/smartca-on", 404, "{\"code\":\"not-found\"}");
  see_home (f);
  assert_counts (f, 1, 1);
}

/* The oldest go when it gets too much. */
static void
test_bounded (Fixture *f, gconstpointer data)
{
  g_autofree char *padding = g_strnfill (9 * 1024 * 1024, ' ');
  static const char *const names[] = { "a", "b", "c", "d" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
        sme_catalog_disk_make_path (f->directory, SME_OP_GET_SERVICE, names[i], NULL);

      g_assert_true (g_file_set_contents (path, padding, -1, NULL));
    }
  make_old (f, "c");
  sme_catalog_disk_prune (f->directory);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
        sme_catalog_disk_make_path (f->directory, SME_OP_GET_SERVICE, names[i], NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, !g_str_equal (names[i], "c"));
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/catalog-ahead/a82/what-nobody-opened-is-there", test_never_opened);
  ADD ("/catalog-ahead/only-what-changed", test_only_what_changed);
  ADD ("/catalog-ahead/people-come-first", test_people_first);
  ADD ("/catalog-ahead/it-ends-with-the-cache", test_cancelled);
  ADD ("/catalog-ahead/it-gives-up-until-the-next-list", test_unreachable);
  ADD ("/catalog-ahead/what-is-gone-is-left-out", test_gone);
  ADD ("/catalog-ahead/files-are-bounded", test_bounded);
  return g_test_run ();
}
