/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog seen last, when the server is cut off. */
#include "client/sme-catalog-cache.h"
#include "client/sme-transport.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  TestServer *server;
  SmeTransport *transport;
  SmeCatalogCache *cache;
  char *directory;
} Fixture;

#define REMOTE \
  "{\"id\":\"smartca-on\",\"portal_id\":231,\"name\":\"Ký số từ xa - VNPT SmartCA " \
  "ON\",\"provider\":\"VNPT\"," \
  "\"category_id\":\"e-transactions\",\"category_name\":\"Giao dịch Điện tử\",\"likes\":7," \
  "\"liked\":true,\"price_from\":220000,\"price_cycle_months\":12,\"customer_types\":[\"person\"," \
  "\"enterprise\"]," \
  "\"own_review\":{\"id\":\"r1\",\"service_id\":\"smartca-on\",\"author\":\"Lan\",\"stars\":5," \
  "\"created_at\":\"2026-11-20T03:00:00Z\"}}"
#define HOSTING \
  "{\"id\":\"hosting\",\"name\":\"Web Hosting\",\"provider\":\"VNPT\",\"likes\":9," \
  "\"category_id\":\"infrastructure\",\"summary\":\"Lưu trữ hòa " \
  "bình\",\"price_from\":990000,\"price_per_month\":66000," \
  "\"free_trial\":true,\"customer_types\":[\"enterprise\"]}"
#define INVOICE \
  "{\"id\":\"invoice\",\"name\":\"Hóa đơn điện tử\",\"provider\":\"VNPT\",\"likes\":1," \
  "\"category_id\":\"management\",\"customer_types\":[\"household\"]}"
#define LIST(items, n) "{\"items\":[" items "],\"total\":" #n "}"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_server_new ();
  fixture->directory = g_dir_make_tmp ("onesme-cache-XXXXXX", NULL);
  fixture->transport = sme_transport_new (test_server_get_url (fixture->server), NULL);
  sme_transport_set_retries (fixture->transport, 1, 10, 1000);
  fixture->cache =
    sme_catalog_cache_new (SME_CALLER (fixture->transport), "test", fixture->directory);
}

static void
remove_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_assert_finalizes (fixture->cache);
  test_assert_finalizes (fixture->transport);
  test_server_free (fixture->server);
  remove_files (fixture->directory);
  g_free (fixture->directory);
}

static SmeAnswer *
call (Fixture *fixture, SmeOperationId op, const char *id, SmeRecord *query, GError **error)
{
  g_auto (TestCall) pending = { NULL };

  sme_caller_send_async (SME_CALLER (fixture->cache), op, id, query, NULL, NULL, test_on_ready,
                         &pending);
  return sme_caller_send_finish (SME_CALLER (fixture->cache), test_await (&pending), error);
}

static gboolean
is_settled (gpointer cache)
{
  return sme_catalog_cache_is_settled (cache);
}

/* What is fetched ahead besides the list. */
static void
answer_ahead (Fixture *fixture)
{
  static const char *const lists[] = { "GET /v1/news", "GET /v1/categories" };
  static const char *const services[] = { "smartca-on", "hosting", "invoice" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    test_server_reply_always (fixture->server, lists[i],
                              (TestReply){ 200, "{\"items\":[],\"total\":0}" });
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    {
      g_autofree char *path = g_strconcat ("GET /v1/services/", services[i], NULL);

      test_server_reply_always (fixture->server, path,
                                (TestReply){ 404, "{\"code\":\"not-found\"}" });
    }
}

/* Sees the three services, as a page of the catalog does; then the server is gone. */
static void
see_and_cut (Fixture *fixture)
{
  g_autoptr (SmeAnswer) seen = NULL;

  answer_ahead (fixture);
  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 200, LIST (REMOTE "," HOSTING, 2) });
  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 200, LIST (HOSTING "," INVOICE, 2) });
  seen = call (fixture, SME_OP_LIST_SERVICES, NULL, NULL, NULL);
  g_assert_nonnull (seen);
  g_assert_cmpint (sme_catalog_cache_get_as_of (fixture->cache), ==, 0);
  test_wait_until (is_settled, fixture->cache);
  test_server_reply_always (fixture->server, "GET /v1/services",
                            (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
}

static SmeAnswer *
ask (Fixture *fixture, const char *words, SmeServiceSort sort)
{
  g_autoptr (SmeRecord) query = SME_RECORD (sme_service_query_new ());
  SmeAnswer *answer;

  if (words != NULL)
    sme_record_set_text (query, "query", words);
  if (sort != SME_SORT_RELEVANCE)
    sme_record_set_int (query, "sort", sort);
  answer = call (fixture, SME_OP_LIST_SERVICES, NULL, query, NULL);
  g_assert_nonnull (answer);
  return answer;
}

static SmeRecord *
get (SmeAnswer *answer, guint i)
{
  g_autoptr (SmeRecord) item = g_list_model_get_item (G_LIST_MODEL (answer->items), i);

  return item;
}

static void
assert_found (Fixture *fixture, const char *words, const char *id)
{
  g_autoptr (SmeAnswer) answer = ask (fixture, words, SME_SORT_RELEVANCE);

  g_test_message ("%s", words);
  g_assert_cmpint (answer->total, ==, id != NULL ? 1 : 0);
  if (id != NULL)
    g_assert_cmpstr (sme_record_get_text (get (answer, 0), "id"), ==, id);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeAnswer) all = NULL;

  see_and_cut (fixture);
  all = ask (fixture, NULL, SME_SORT_POPULAR);
  /* Also what was only fetched ahead. */
  g_assert_cmpint (all->total, ==, 3);
  g_assert_cmpstr (sme_record_get_text (get (all, 0), "id"), ==, "hosting");
  g_assert_cmpint (sme_catalog_cache_get_as_of (fixture->cache), >, 0);
  assert_found (fixture, "ky so tu xa", "smartca-on");
  assert_found (fixture, "KÝ SMART", "smartca-on");
  assert_found (fixture, "hoá đơn", "invoice");
  assert_found (fixture, "hoà bình", "hosting");
  assert_found (fixture, "giao dich", "smartca-on");
  assert_found (fixture, "231", "smartca-on");
  assert_found (fixture, "invoice", NULL);
  assert_found (fixture, "osting", "hosting"); /* one letter is missing */
  assert_found (fixture, "sting", NULL);
  /* Slips of the finger, words that nothing has, and most of the words. */
  assert_found (fixture, "smatrca", "smartca-on");
  assert_found (fixture, "hostnig", "hosting");
  assert_found (fixture, "giao dihc", "smartca-on");
  assert_found (fixture, "chữ kí", NULL);
  assert_found (fixture, "kí số", "smartca-on");
  assert_found (fixture, "xyzzyqw", NULL);
  assert_found (fixture, "ky so tu xa xyzzyqw", "smartca-on");
  assert_found (fixture, "smart ca", "smartca-on");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) query = SME_RECORD (sme_service_query_new ());
  g_autoptr (SmeAnswer) answer = NULL;

  see_and_cut (fixture);
  sme_record_set_int (query, "customer_type", SME_CUSTOMER_ENTERPRISE);
  sme_record_set_int (query, "price_max", 50000);
  answer = call (fixture, SME_OP_LIST_SERVICES, NULL, query, NULL);
  g_assert_cmpint (answer->total, ==, 1);
  g_assert_cmpstr (sme_record_get_text (get (answer, 0), "id"), ==, "smartca-on");
}

/* The words found are marked in the name as the server marks them. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeAnswer) answer = NULL;
  g_autoptr (SmeRecord) match = NULL;

  see_and_cut (fixture);
  answer = ask (fixture, "tu", SME_SORT_RELEVANCE);
  match = g_list_model_get_item (sme_record_get_list (get (answer, 0), "matches"), 0);
  g_assert_cmpint (sme_record_get_int (match, "start"), ==, 6);
  g_assert_cmpint (sme_record_get_int (match, "length"), ==, 2);
}

static void
test_service (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) seen = NULL;
  g_autoptr (SmeAnswer) kept = NULL;
  g_autoptr (SmeAnswer) other = NULL;

  test_server_reply (fixture->server, "GET /v1/services/smartca-on", (TestReply){ 200, REMOTE });
  seen = call (fixture, SME_OP_GET_SERVICE, "smartca-on", NULL, NULL);
  g_assert_true (sme_record_get_int (seen->record, "liked"));
  test_wait_until (is_settled, fixture->cache);
  test_server_reply_always (fixture->server, "GET /v1/services/smartca-on",
                            (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  test_server_reply_always (fixture->server, "GET /v1/services/hosting",
                            (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  kept = call (fixture, SME_OP_GET_SERVICE, "smartca-on", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sme_record_get_text (kept->record, "name"), ==, "Ký số từ xa - VNPT SmartCA ON");
  /* What never was seen is still not there. */
  other = call (fixture, SME_OP_GET_SERVICE, "hosting", NULL, &error);
  g_assert_null (other);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
}

static void
cut_services (Fixture *fixture)
{
  static const char *const paths[] = { "GET /v1/services/smartca-on", "GET /v1/services/231" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    test_server_reply_always (fixture->server, paths[i],
                              (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
}

/* A service has an id and a number in the portal's addresses, and links use either. */
static void
test_other_id (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "231", "smartca-on" };
  const char *read = data;
  g_autofree char *path = g_strdup_printf ("GET /v1/services/%s", read);
  g_autoptr (SmeAnswer) seen = NULL;

  test_server_reply (fixture->server, path, (TestReply){ 200, REMOTE });
  seen = call (fixture, SME_OP_GET_SERVICE, read, NULL, NULL);
  g_assert_nonnull (seen);
  test_wait_until (is_settled, fixture->cache);
  cut_services (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeAnswer) kept = call (fixture, SME_OP_GET_SERVICE, ids[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sme_record_get_text (kept->record, "id"), ==, "smartca-on");
      g_assert_false (sme_record_has (kept->record, "liked"));
    }
}

/* Nothing of the person's own is on the disk. */
static void
test_nothing_personal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "services.json", NULL);
  g_autofree char *text = NULL;

  see_and_cut (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "smartca-on"));
  g_assert_null (strstr (text, "liked\":"));
  g_assert_null (strstr (text, "own_review"));
  g_assert_null (strstr (text, "Lan"));
}

/* A refusal is an answer, not a missing network. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) seen = NULL;
  g_autoptr (SmeAnswer) gone = NULL;

  test_server_reply (fixture->server, "GET /v1/services/smartca-on", (TestReply){ 200, REMOTE });
  test_server_reply (fixture->server, "GET /v1/services/smartca-on",
                     (TestReply){ 404, "{\"code\":\"not-found\"}" });
  seen = call (fixture, SME_OP_GET_SERVICE, "smartca-on", NULL, NULL);
  test_wait_until (is_settled, fixture->cache);
  gone = call (fixture, SME_OP_GET_SERVICE, "smartca-on", NULL, &error);
  g_assert_null (gone);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NOT_FOUND);
}

/* Half a file, or another program's, is no answer. */
static void
test_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "services.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) answer = NULL;

  see_and_cut (fixture);
  g_assert_true (g_file_set_contents (path, "{\"items\":[{\"id\":", -1, NULL));
  answer = call (fixture, SME_OP_LIST_SERVICES, NULL, NULL, &error);
  g_assert_null (answer);
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/catalog-cache/searched-without-the-server", test_search);
  ADD ("/catalog-cache/narrowed-without-the-server", test_filters);
  ADD ("/catalog-cache/finds-are-marked", test_marks);
  ADD ("/catalog-cache/a-service-seen-before", test_service);
  g_test_add ("/catalog-cache/a10/found-by-its-other-id", Fixture, "231", set_up, test_other_id,
              tear_down);
  g_test_add ("/catalog-cache/a10/found-by-its-number", Fixture, "smartca-on", set_up,
              test_other_id, tear_down);
  ADD ("/catalog-cache/nothing-personal-is-kept", test_nothing_personal);
  ADD ("/catalog-cache/a-refusal-is-an-answer", test_refused);
  ADD ("/catalog-cache/a-broken-file-is-no-answer", test_broken_file);
  return g_test_run ();
}
