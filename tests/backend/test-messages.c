/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What customer and operator write about a dossier, over real HTTP (acceptance A61). */
#include "certificate-fixture.h"

#include <string.h>

#define PDF_IN_BASE64 "JVBERi0xLjQK"
#define EXE_IN_BASE64 "TVqQAAMAAAAEAAAA"

static Answer *
call (Customer *customer, const char *method, const char *what, const char *body)
{
  return fixture_dossier_call (customer->fixture, customer->signing, method, what, body);
}

static Answer *
answer_as_operator (Customer *customer, const char *dossier, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/local/dossiers/%s/messages", dossier);

  return fixture_call (customer->fixture, "POST", path, "local-token-of-the-tests", body);
}

static void
test_both_ways (void)
{
  g_autoptr (Customer) customer = customer_new ();
  const char *dossier = customer->signing->dossier;
  g_autoptr (Answer) none = call (customer, "GET", "/messages", NULL);
  g_autoptr (Answer) sent =
    call (customer, "POST", "/messages", "{\"text\":\"Xin sửa điều 5.\\nCảm ơn.\"}");
  g_autoptr (Answer) answered =
    answer_as_operator (customer, dossier, "{\"text\":\"Đã gửi bản sửa.\"}");
  g_autoptr (Answer) before = call (customer, "GET", "", NULL);
  g_autoptr (Answer) list = call (customer, "GET", "/messages", NULL);
  g_autoptr (Answer) read = call (customer, "POST", "/messages/read", NULL);
  g_autoptr (Answer) after = call (customer, "GET", "", NULL);

  g_assert_cmpint (answer_int (none, "total"), ==, 0);
  assert_status (sent, 201);
  g_assert_cmpstr (answer_text (sent, "author"), ==, "customer");
  assert_status (answered, 201);
  g_assert_cmpint (answer_int (before, "unread_messages"), ==, 1);
  g_assert_cmpint (answer_int (list, "total"), ==, 2);
  g_assert_cmpstr (answer_text (list, "items.0.text"), ==, "Xin sửa điều 5.\nCảm ơn.");
  g_assert_cmpstr (answer_text (list, "items.1.author"), ==, "operator");
  /* Who answers has read. */
  g_assert_nonnull (answer_text (list, "items.0.read_at"));
  g_assert_null (answer_text (list, "items.1.read_at"));
  assert_status (read, 200);
  g_assert_cmpint (answer_int (after, "unread_messages"), ==, 0);
}

static void
test_attachments (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) sent =
    call (customer, "POST", "/messages",
          "{\"text\":\"Đây\",\"attachment\":{\"name\":\"bản sửa.pdf\",\"content\":\"" PDF_IN_BASE64
          "\"}}");
  g_autofree char *path = NULL;
  g_autoptr (Answer) file = NULL;

  assert_status (sent, 201);
  g_assert_cmpstr (answer_text (sent, "attachment_type"), ==, "application/pdf");
  g_assert_cmpint (answer_int (sent, "attachment_bytes"), ==, 9);
  path = g_strdup_printf ("/econtract/v1/messages/%s/attachment", answer_text (sent, "id"));
  file = fixture_call (customer->fixture, "GET", path, customer->signing->token, NULL);
  assert_status (file, 200);
  g_assert_cmpstr (file->content_type, ==, "application/pdf");
  g_assert_cmpmem (g_bytes_get_data (file->body, NULL), g_bytes_get_size (file->body), "%PDF-1.4\n",
                   9);
}

static void
test_what_may_not_be_attached (void)
{
  static const struct
  {
    const char *attachment;
    const char *code;
  } cases[] = {
    { "{\"name\":\"a.pdf\",\"content\":\"" EXE_IN_BASE64 "\"}", "type" },
    { "{\"name\":\"../a.pdf\",\"content\":\"" PDF_IN_BASE64 "\"}", "name" },
    { "{\"name\":\".pdf\",\"content\":\"" PDF_IN_BASE64 "\"}", "name" },
  };
  g_autoptr (Customer) customer = customer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body =
        g_strdup_printf ("{\"text\":\"x\",\"attachment\":%s}", cases[i].attachment);
      g_autoptr (Answer) refused = call (customer, "POST", "/messages", body);

      assert_status (refused, 422);
      g_assert_cmpstr (answer_text (refused, "errors.0.code"), ==, cases[i].code);
    }
}

static void
test_too_large (void)
{
  g_autoptr (Customer) customer = customer_new ();
  gsize size = 2 * 1024 * 1024 + 3;
  g_autofree guchar *data = g_malloc0 (size);
  g_autofree char *content = NULL, *body = NULL;
  g_autoptr (Answer) refused = NULL;

  memcpy (data, "%PDF-", 5);
  content = g_base64_encode (data, size);
  body = g_strdup_printf ("{\"text\":\"x\",\"attachment\":{\"name\":\"a.pdf\",\"content\":\"%s\"}}",
                          content);
  refused = call (customer, "POST", "/messages", body);
  assert_status (refused, 422);
}

static void
test_nobody_else (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *other = fixture_sign_up (customer->fixture, "binh@vidu.vn");
  g_autoptr (Signing) theirs = fixture_open_signing (customer->fixture, other);
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/dossiers/%s/messages", customer->signing->dossier);
  g_autoptr (Answer) sent =
    call (customer, "POST", "/messages",
          "{\"text\":\"x\",\"attachment\":{\"name\":\"a.pdf\",\"content\":\"" PDF_IN_BASE64 "\"}}");
  g_autofree char *file =
    g_strdup_printf ("/econtract/v1/messages/%s/attachment", answer_text (sent, "id"));
  g_autoptr (Answer) list = fixture_call (customer->fixture, "GET", path, theirs->token, NULL);
  g_autoptr (Answer) post =
    fixture_call (customer->fixture, "POST", path, theirs->token, "{\"text\":\"x\"}");
  g_autoptr (Answer) get = fixture_call (customer->fixture, "GET", file, theirs->token, NULL);
  g_autoptr (Answer) as_customer = fixture_call (
    customer->fixture, "POST", "/local/dossiers/x/messages", theirs->token, "{\"text\":\"x\"}");

  assert_problem (list, 404, "not-found");
  assert_problem (post, 404, "not-found");
  assert_problem (get, 404, "not-found");
  assert_status (as_customer, 401);
}

/* Kept, and not without end. */
static void
test_limits (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) empty = call (customer, "POST", "/messages", "{\"text\":\"\"}"), last = NULL,
                     list = NULL;

  assert_status (empty, 422);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (Answer) sent = call (customer, "POST", "/messages", "{\"text\":\"x\"}");

      assert_status (sent, 201);
    }
  last = call (customer, "POST", "/messages", "{\"text\":\"x\"}");
  assert_problem (last, 429, "too-many-requests");
  fixture_stop (customer->fixture, TRUE);
  fixture_start (customer->fixture);
  list = call (customer, "GET", "/messages", NULL);
  g_assert_cmpint (answer_int (list, "total"), ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/messages/a61-both-ways", test_both_ways);
  g_test_add_func ("/messages/attachments", test_attachments);
  g_test_add_func ("/messages/what-may-not-be-attached", test_what_may_not_be_attached);
  g_test_add_func ("/messages/too-large", test_too_large);
  g_test_add_func ("/messages/nobody-else", test_nobody_else);
  g_test_add_func ("/messages/limits", test_limits);
  return g_test_run ();
}
