/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The invoice comes by mail: the same PDF as in the list, attached. */
#include "payment-fixture.h"

#include <string.h>

static Answer *
ask_local (Paying *self, const char *path)
{
  return fixture_call (self->fixture, "GET", path, LOCAL_TOKEN, NULL);
}

/* The newest message whose @field begins with @prefix: its @wanted. */
static char *
find_message (Paying *self, const char *field, const char *prefix, const char *wanted)
{
  g_autoptr (Answer) inbox = ask_local (self, "/local/inbox");
  gint64 n = answer_int (inbox, "total");

  while (n-- > 0)
    {
      g_autofree char *key = g_strdup_printf ("items.%d.%s", (int) n, field);
      g_autofree char *path = g_strdup_printf ("items.%d.%s", (int) n, wanted);
      const char *text = answer_text (inbox, key);

      if (text != NULL && g_str_has_prefix (text, prefix))
        return g_strdup (answer_text (inbox, path));
    }
  return NULL;
}

static Paying *
paid_new (void)
{
  Paying *self = paying_new (VIETQR_BODY);
  g_autoptr (Answer) receipt = paying_transfer (self, self->payload, PRICE);

  assert_status (receipt, 201);
  return self;
}

static Answer *
get_listed (Paying *self)
{
  g_autoptr (Answer) list = fixture_call (self->fixture, "GET", "/v1/invoices", self->token, NULL);
  g_autofree char *path =
    g_strdup_printf ("/v1/invoices/%s/content", answer_text (list, "items.0.id"));

  g_assert_cmpint (answer_int (list, "total"), ==, 1);
  return fixture_call (self->fixture, "GET", path, self->token, NULL);
}

/* The file within the mail, as a mail program would take it out. */
static GBytes *
take_out (Answer *mail)
{
  g_autofree char *text =
    g_strndup (g_bytes_get_data (mail->body, NULL), g_bytes_get_size (mail->body));
  const char *part = strstr (text, "Content-Type: application/pdf;");
  const char *start = part != NULL ? strstr (part, "\r\n\r\n") : NULL;
  const char *end = start != NULL ? strstr (start, "\r\n--") : NULL;
  g_autofree char *code = NULL;
  guchar *data;
  gsize length;

  g_assert_nonnull (end);
  code = g_strndup (start, (gsize) (end - start));
  data = g_base64_decode (code, &length);
  return g_bytes_new_take (data, length);
}

/* @listed_first: whether the list is asked before the mail; either draws it */
static void
check_same (gboolean listed_first)
{
  g_autoptr (Paying) paying = paid_new ();
  g_autofree char *id = find_message (paying, "attachment_name", "1C", "id");
  g_autofree char *mail_path = g_strdup_printf ("/local/inbox/%s", id);
  g_autofree char *file_path = g_strdup_printf ("/local/inbox/%s/attachment", id);
  g_autoptr (Answer) early = listed_first ? get_listed (paying) : NULL;
  g_autoptr (Answer) mail = ask_local (paying, mail_path);
  g_autoptr (Answer) file = ask_local (paying, file_path);
  g_autoptr (Answer) listed = get_listed (paying);
  g_autoptr (GBytes) attached = NULL;

  g_assert_nonnull (id);
  assert_status (mail, 200);
  g_assert_cmpstr (mail->content_type, ==, "message/rfc822");
  assert_status (file, 200);
  g_assert_cmpstr (file->content_type, ==, "application/pdf");
  attached = take_out (mail);
  g_assert_cmpint (memcmp (g_bytes_get_data (attached, NULL), "%PDF-", 5), ==, 0);
  g_assert_true (g_bytes_equal (attached, listed->body));
  g_assert_true (g_bytes_equal (file->body, listed->body));
}

static void
test_attached (void)
{
  check_same (FALSE);
  check_same (TRUE);
}

/* The file is called as the invoice is, and the letter says that it is there. */
static void
test_named (void)
{
  g_autoptr (Paying) paying = paid_new ();
  g_autoptr (Answer) list =
    fixture_call (paying->fixture, "GET", "/v1/invoices", paying->token, NULL);
  g_autofree char *name = find_message (paying, "attachment_name", "1C", "attachment_name");
  g_autofree char *expected = g_strdup_printf ("%s-%08d.pdf", answer_text (list, "items.0.series"),
                                               (int) answer_int (list, "items.0.number"));

  g_assert_cmpstr (name, ==, expected);
  g_assert_true (fixture_was_told (paying->fixture, "an@vidu.vn", "gửi kèm thư này"));
}

static void
test_without (void)
{
  g_autoptr (Paying) paying = paid_new ();
  g_autofree char *plain = find_message (paying, "subject", "Kích hoạt", "id");
  g_autofree char *mail_path = g_strdup_printf ("/local/inbox/%s", plain);
  g_autofree char *file_path = g_strdup_printf ("/local/inbox/%s/attachment", plain);
  g_autoptr (Answer) mail = ask_local (paying, mail_path);
  g_autoptr (Answer) file = ask_local (paying, file_path);
  g_autoptr (Answer) nothing = ask_local (paying, "/local/inbox/nothing");
  g_autoptr (Answer) foreign =
    fixture_call (paying->fixture, "GET", mail_path, paying->token, NULL);

  assert_status (mail, 200);
  assert_problem (file, 404, "not-found");
  assert_problem (nothing, 404, "not-found");
  g_assert_cmpuint (foreign->status, >=, 400);
}

/* Of a company it goes to the company, whoever of its people the certificate is for; unless another
 * address is asked for. */
static void
test_company (void)
{
  static const char profile[] =
    "{\"full_name\":\"Nguyễn Thị Lan\",\"id_type\":\"citizen_id\",\"id_number\":\"031186004567\","
    "\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\",\"born_on\":\"1986-02-03\","
    "\"sex\":\"female\",\"phone\":\"0912345678\",\"email\":\"lan@vidu.vn\",\"address\":"
    "{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\",\"street\":\"Khu "
    "3\"},"
    "\"organisation\":{\"name\":\"Biển Xanh\",\"tax_code\":\"0100684378\",\"registration_number\":"
    "\"0100684378\",\"representative\":\"Lê Văn Cả\",\"position\":\"Giám đốc\"}}";
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *path = NULL, *profile_path = NULL;
  g_autoptr (Answer) current = NULL, declared = NULL, payment = NULL, receipt = NULL;
  Request request = { "PUT", NULL, profile, NULL, NULL };

  g_free (paying->token);
  paying->token = fixture_sign_up_as (
    paying->fixture, "enterprise",
    ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684378\"", "bien@vidu.vn");
  g_free (paying->order);
  paying->order = fixture_order (paying->fixture, paying->token, "smartca-doanh-nghiep-co-ban");
  path = g_strdup_printf ("/v1/orders/%s", paying->order);
  profile_path = g_strconcat (path, "/profile", NULL);
  current = fixture_call (paying->fixture, "GET", path, paying->token, NULL);
  request.path = profile_path;
  request.token = paying->token;
  request.if_match = current->etag;
  declared = fixture_send (paying->fixture, &request);
  assert_status (declared, 200);
  payment = paying_ask (paying, VIETQR_BODY);
  paying_take (paying, payment, 201);
  receipt = paying_transfer (paying, paying->payload, answer_int (payment, "amount"));
  assert_status (receipt, 201);
  g_assert_true (fixture_was_told (paying->fixture, "bien@vidu.vn", "gửi kèm thư này"));
  g_assert_false (fixture_was_told (paying->fixture, "lan@vidu.vn", "gửi kèm thư này"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a30/invoice/attached-to-the-mail", test_attached);
  g_test_add_func ("/a30/invoice/the-mail-says-so", test_named);
  g_test_add_func ("/a30/invoice/of-a-company-goes-to-the-company", test_company);
  g_test_add_func ("/invoice-mail/other-mails-have-none", test_without);
  return g_test_run ();
}
