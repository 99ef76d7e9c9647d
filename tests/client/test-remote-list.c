/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-remote-list.h"
#include "client/sme-transport.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#include <string.h>

typedef struct
{
  TestServer *server;
  SmeTransport *transport;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_server_new ();
  fixture->transport = sme_transport_new (test_server_get_url (fixture->server), NULL);
  sme_transport_set_retries (fixture->transport, 1, 10, 1000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_assert_finalizes (fixture->transport);
  test_server_free (fixture->server);
}

/* A page of services s@first ... s@last. */
static char *
page (guint first, guint last, guint total, const char *next)
{
  GString *text = g_string_new ("{\"items\":[");

  for (guint i = first; i <= last; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"s%u\",\"portal_id\":%u,\"name\":\"Service "
                            "%u\",\"provider\":\"VNPT\",\"category_id\":\"c1\"}",
                            i == first ? "" : ",", i, i, i);
  g_string_append_printf (text, "],\"total\":%u", total);
  if (next != NULL)
    g_string_append_printf (text, ",\"next\":\"%s\"", next);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
reply_page (Fixture *fixture, guint first, guint last, guint total, const char *next)
{
  g_autofree char *body = page (first, last, total, next);

  /* The server keeps the reply, not its text. */
  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 200, g_intern_string (body) });
}

static gboolean
is_settled (gpointer list)
{
  return sme_remote_list_get_state (list) != SME_REMOTE_LIST_LOADING;
}

static SmeRemoteList *
new_list (Fixture *fixture, SmeRecord *query)
{
  return sme_remote_list_new (SME_CALLER (fixture->transport), SME_OP_LIST_SERVICES, NULL, query);
}

static const char *
id_at (SmeRemoteList *list, guint i)
{
  g_autoptr (SmeRecord) item = g_list_model_get_item (G_LIST_MODEL (list), i);

  return item != NULL ? g_intern_string (sme_record_get_text (item, "id")) : NULL;
}

static guint
length (SmeRemoteList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_loads_the_first_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRemoteList) list = NULL;

  reply_page (fixture, 1, 3, 3, NULL);
  list = new_list (fixture, NULL);
  g_assert_cmpint (sme_remote_list_get_state (list), ==, SME_REMOTE_LIST_LOADING);
  g_assert_cmpint (sme_remote_list_get_total (list), ==, -1);
  g_assert_cmpuint (length (list), ==, 0);
  test_wait_until (is_settled, list);
  g_assert_cmpint (sme_remote_list_get_state (list), ==, SME_REMOTE_LIST_READY);
  g_assert_cmpuint (length (list), ==, 3);
  g_assert_cmpint (sme_remote_list_get_total (list), ==, 3);
  g_assert_false (sme_remote_list_get_has_more (list));
  g_assert_cmpstr (id_at (list, 2), ==, "s3");
  g_assert_null (id_at (list, 3));
}

typedef struct
{
  SmeRemoteList *list;
  guint n;
} Length;

static gboolean
has_length (gpointer user_data)
{
  Length *expected = user_data;

  return length (expected->list) == expected->n;
}

static void
test_pages_itself_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRemoteList) list = NULL;

  reply_page (fixture, 1, 30, 45, "c30");
  reply_page (fixture, 31, 45, 45, NULL);
  list = new_list (fixture, NULL);
  test_wait_until (is_settled, list);
  g_assert_cmpstr (id_at (list, 5), ==, "s6");
  test_let_pass (30);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/services"), ==, 1);
  g_assert_cmpstr (id_at (list, 25), ==, "s26");
  test_wait_until (has_length, &(Length){ list, 45 });
  g_assert_cmpstr (test_server_get (fixture->server, "GET /v1/services", 1)->query, ==,
                   "after=c30");
  g_assert_cmpstr (id_at (list, 44), ==, "s45");
  test_let_pass (30);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/services"), ==, 2);
}

static void
test_auto_load_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRemoteList) list = NULL;

  reply_page (fixture, 1, 3, 4, "c3");
  reply_page (fixture, 4, 4, 4, NULL);
  list = new_list (fixture, NULL);
  sme_remote_list_set_auto_load (list, FALSE);
  test_wait_until (is_settled, list);
  g_assert_cmpstr (id_at (list, 2), ==, "s3");
  test_let_pass (30);
  g_assert_cmpuint (length (list), ==, 3);
  sme_remote_list_load_more (list);
  test_wait_until (is_settled, list);
  g_assert_cmpuint (length (list), ==, 4);
  sme_remote_list_load_more (list);
  g_assert_cmpint (sme_remote_list_get_state (list), ==, SME_REMOTE_LIST_READY);
}

/* The list moved between two pages: what came twice is there once. */
static void
test_no_item_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRemoteList) list = NULL;

  reply_page (fixture, 1, 3, 5, "c3");
  reply_page (fixture, 3, 5, 5, NULL);
  list = new_list (fixture, NULL);
  test_wait_until (is_settled, list);
  sme_remote_list_load_more (list);
  test_wait_until (is_settled, list);
  g_assert_cmpuint (length (list), ==, 5);
  g_assert_cmpstr (id_at (list, 3), ==, "s4");
}

static void
test_error_is_told_and_tried_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRemoteList) list = NULL;

  test_server_reply (fixture->server, "GET /v1/services", (TestReply){ 503, NULL });
  reply_page (fixture, 1, 3, 5, "c3");
  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 429, "{\"code\":\"too-many-requests\"}" });
  reply_page (fixture, 4, 5, 5, NULL);
  list = new_list (fixture, NULL);
  test_wait_until (is_settled, list);
  g_assert_cmpint (sme_remote_list_get_state (list), ==, SME_REMOTE_LIST_ERROR);
  g_assert_error (sme_remote_list_get_error (list), SME_PROBLEM, SME_PROBLEM_UNAVAILABLE);
  sme_remote_list_load_more (list);
  test_wait_until (is_settled, list);
  g_assert_null (sme_remote_list_get_error (list));
  g_assert_cmpuint (length (list), ==, 3);
  sme_remote_list_load_more (list);
  test_wait_until (is_settled, list);
  g_assert_error (sme_remote_list_get_error (list), SME_PROBLEM, SME_PROBLEM_TOO_MANY_REQUESTS);
  g_assert_cmpuint (length (list), ==, 3);
  sme_remote_list_load_more (list);
  test_wait_until (is_settled, list);
  g_assert_cmpuint (length (list), ==, 5);
  g_assert_cmpstr (test_server_get (fixture->server, "GET /v1/services", 3)->query, ==, "after=c3");
}

typedef struct
{
  guint position, removed, added, n;
} Change;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Change *change)
{
  *change = (Change){ position, removed, added, change->n + 1 };
}

static void
test_reload_changes_only_what_differs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRemoteList) list = NULL;
  Change change = { 0 };

  reply_page (fixture, 1, 5, 5, NULL);
  list = new_list (fixture, NULL);
  test_wait_until (is_settled, list);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &change);
  reply_page (fixture, 1, 5, 5, NULL);
  sme_remote_list_reload (list);
  g_assert_cmpuint (length (list), ==, 5);
  test_wait_until (is_settled, list);
  g_assert_cmpuint (change.n, ==, 0);
  reply_page (fixture, 1, 6, 6, NULL);
  sme_remote_list_reload (list);
  test_wait_until (is_settled, list);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.position, ==, 5);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 1);
  reply_page (fixture, 2, 6, 5, NULL);
  sme_remote_list_reload (list);
  test_wait_until (is_settled, list);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 0);
}

/* As one types: only the last question counts, however late the others are answered. */
static void
test_last_query_wins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeServiceQuery) query = sme_service_query_new ();
  g_autoptr (SmeRemoteList) list = NULL;
  g_autofree char *slow = page (1, 9, 9, NULL);

  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 200, slow, .delay_ms = 100 });
  reply_page (fixture, 7, 7, 1, NULL);
  sme_record_set_text (SME_RECORD (query), "query", "k");
  list = new_list (fixture, SME_RECORD (query));
  test_wait_for_requests (fixture->server, "GET /v1/services", 1);
  sme_record_set_text (SME_RECORD (query), "query", "ky so");
  sme_remote_list_set_query (list, SME_RECORD (query));
  test_wait_until (is_settled, list);
  test_let_pass (150);
  g_assert_cmpuint (length (list), ==, 1);
  g_assert_cmpstr (id_at (list, 0), ==, "s7");
  g_assert_cmpstr (test_server_get (fixture->server, "GET /v1/services", 1)->query, ==,
                   "query=ky%20so");
}

static void
test_disposed_list_hears_nothing (Fixture *fixture, gconstpointer data)
{
  SmeRemoteList *list;
  guint changes = 0;
  g_autofree char *slow = page (1, 9, 9, NULL);

  test_server_reply (fixture->server, "GET /v1/services", (TestReply){ 200, slow, .delay_ms = 50 });
  list = new_list (fixture, NULL);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_up), &changes);
  test_wait_for_requests (fixture->server, "GET /v1/services", 1);
  g_object_run_dispose (G_OBJECT (list));
  test_assert_finalizes (list);
  g_assert_cmpuint (changes, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/remote-list/loads-the-first-page", test_loads_the_first_page);
  ADD ("/remote-list/pages-itself-in", test_pages_itself_in);
  ADD ("/remote-list/auto-load-can-be-off", test_auto_load_off);
  ADD ("/remote-list/no-item-twice", test_no_item_twice);
  ADD ("/remote-list/error-is-told-and-tried-again", test_error_is_told_and_tried_again);
  ADD ("/remote-list/reload-changes-only-what-differs", test_reload_changes_only_what_differs);
  ADD ("/remote-list/last-query-wins", test_last_query_wins);
  ADD ("/remote-list/disposed-list-hears-nothing", test_disposed_list_hears_nothing);
  return g_test_run ();
}
