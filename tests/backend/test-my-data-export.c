/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken along of "Dữ liệu của tôi": all papers, and what is only typed. */
#include "certificate-fixture.h"

#include <string.h>

#define EMAIL "an@vidu.vn"

static Answer *export(Customer *customer)
{
  Answer *answer = fixture_call (customer->fixture, "GET", "/v1/me/export", customer->access, NULL);

  assert_status (answer, 200);
  return answer;
}

static Customer *
customer_new_who_paid (void)
{
  Fixture *fixture = fixture_new ();
  char *token = fixture_sign_up (fixture, EMAIL);
  char *order = fixture_order (fixture, token, "smartca-on-ca-nhan-co-ban");

  fixture_declare (fixture, token, order);
  return customer_new_paying (fixture, token, order);
}

static void
assert_pdf (Customer *customer, const char *path, const char *sha256)
{
  g_autofree char *other = fixture_sign_up (customer->fixture, "binh@vidu.vn");
  g_autoptr (Answer) pdf = fixture_call (customer->fixture, "GET", path, customer->access, NULL);
  g_autoptr (Answer) foreign = fixture_call (customer->fixture, "GET", path, other, NULL);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf->body);

  assert_status (pdf, 200);
  g_assert_cmpstr (pdf->content_type, ==, "application/pdf");
  if (sha256 != NULL)
    g_assert_cmpstr (sum, ==, sha256);
  assert_problem (foreign, 404, "not-found");
}

static void
test_invoices (void)
{
  g_autoptr (Customer) customer = customer_new_who_paid ();
  g_autoptr (Answer) taken = export(customer);
  g_autofree char *path = NULL;

  g_assert_cmpstr (answer_text (taken, "invoices.0.order_id"), ==, customer->signing->order);
  g_assert_cmpstr (answer_text (taken, "invoices.0.buyer"), ==, "Nguyễn Văn An");
  path = g_strdup_printf ("/v1/invoices/%s/content", answer_text (taken, "invoices.0.id"));
  assert_pdf (customer, path, NULL);
}

static void
test_evidence (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) taken = export(customer);
  g_autofree char *path =
    g_strdup_printf ("/v1/me/evidence/%s/content", answer_text (taken, "evidence.0.dossier_id"));

  g_assert_cmpstr (answer_text (taken, "evidence.0.dossier_id"), ==, customer->signing->dossier);
  g_assert_nonnull (answer_text (taken, "evidence.0.facts.0.name"));
  assert_pdf (customer, path, answer_text (taken, "evidence.0.sha256"));
}

static void
test_certificate (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Answer) taken = export(customer);
  g_autoptr (Answer) certificate = customer_get_certificate (customer);

  g_assert_cmpstr (answer_text (taken, "certificates.0.serial_number"), ==,
                   answer_text (certificate, "serial_number"));
  g_assert_cmpstr (answer_text (taken, "certificates.0.order_id"), ==, customer->signing->order);
}

/* What came with a message: named in the data, and there by a call of its own. */
static void
test_attachments (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) sent =
    fixture_dossier_call (customer->fixture, customer->signing, "POST", "/messages",
                          "{\"text\":\"Đây\",\"attachment\":{\"name\":\"bản sửa.pdf\","
                          "\"content\":\"JVBERi0xLjQK\"}}");
  g_autoptr (Answer) plain = fixture_dossier_call (customer->fixture, customer->signing, "POST",
                                                   "/messages", "{\"text\":\"Cảm ơn\"}");
  g_autofree char *path = NULL, *without = NULL;
  g_autoptr (Answer) taken = NULL, nothing = NULL;

  assert_status (sent, 201);
  assert_status (plain, 201);
  taken = export(customer);
  g_assert_cmpstr (answer_text (taken, "negotiations.0.attachment_name"), ==, "bản sửa.pdf");
  g_assert_cmpint (answer_int (taken, "negotiations.0.attachment_bytes"), ==, 9);
  path = g_strdup_printf ("/v1/me/messages/%s/attachment", answer_text (sent, "id"));
  assert_pdf (customer, path, answer_text (taken, "negotiations.0.attachment_sha256"));
  without = g_strdup_printf ("/v1/me/messages/%s/attachment", answer_text (plain, "id"));
  nothing = fixture_call (customer->fixture, "GET", without, customer->access, NULL);
  assert_problem (nothing, 404, "not-found");
}

/* The way into eContract, but not its password. */
static void
test_econtract (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *username = fixture_find_in_inbox (customer->fixture, "Tên đăng nhập: ");
  g_autoptr (Answer) taken = export(customer);

  g_assert_cmpstr (answer_text (taken, "econtract_username"), ==, username);
}

/* As far as it goes: three words of a declaration that asks for twenty. */
static void
test_draft (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *order = fixture_order (customer->fixture, customer->access, "smartca-on-ps");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/draft", order);
  g_autoptr (Answer) draft = fixture_call (customer->fixture, "GET", path, customer->access, NULL);
  Request request = { "PUT", path, "{\"full_name\":\"Lê Thị Bưởi\"}", customer->access,
                      .if_match = draft->etag };
  g_autoptr (Answer) typed = fixture_send (customer->fixture, &request);
  g_autoptr (Answer) taken = export(customer);

  assert_status (typed, 200);
  g_assert_cmpstr (answer_text (taken, "drafts.0.order_id"), ==, order);
  g_assert_cmpstr (answer_text (taken, "drafts.0.draft.full_name"), ==, "Lê Thị Bưởi");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/my-data-export/invoices-and-their-files", test_invoices);
  g_test_add_func ("/my-data-export/evidence-and-its-files", test_evidence);
  g_test_add_func ("/my-data-export/what-came-with-messages", test_attachments);
  g_test_add_func ("/my-data-export/certificates", test_certificate);
  g_test_add_func ("/my-data-export/the-name-in-econtract", test_econtract);
  g_test_add_func ("/my-data-export/what-is-only-typed", test_draft);

  return g_test_run ();
}
