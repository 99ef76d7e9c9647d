/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of the catalog with the reduced rate of value added tax (8 %, Resolution 204/2025/QH15),
 * from the quote to the invoice. */
#include "certificate-fixture.h"

#include <poppler.h>
#include <string.h>

#define PLAN "camera-luu-7-ngay"
#define RATE 8

static void
test_quote (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) quote = fixture_call (fixture, "POST", "/v1/quotes", NULL,
                                           "{\"plan_id\":\"" PLAN "\",\"cycle_months\":12}");
  gint64 total = answer_int (quote, "total");

  assert_status (quote, 200);
  g_assert_cmpint (answer_int (quote, "vat_rate"), ==, RATE);
  g_assert_cmpint (total, >, 0);
  /* Rounded to the nearest đồng. */
  g_assert_cmpint (answer_int (quote, "net"), ==, (total * 200 + 100 + RATE) / (2 * (100 + RATE)));
  g_assert_cmpint (answer_int (quote, "vat"), ==, total - answer_int (quote, "net"));
}

static char *
read_invoice (Customer *customer)
{
  g_autoptr (Answer) list =
    fixture_call (customer->fixture, "GET", "/v1/invoices", customer->access, NULL);
  g_autofree char *path =
    g_strdup_printf ("/v1/invoices/%s/content", answer_text (list, "items.0.id"));
  g_autoptr (Answer) pdf = fixture_call (customer->fixture, "GET", path, customer->access, NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf->body, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (document, 0);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  g_object_unref (document);
  return text;
}

static void
test_invoice (void)
{
  Fixture *fixture = fixture_new ();
  char *token = fixture_sign_up (fixture, "an@vidu.vn");
  char *order = fixture_order (fixture, token, PLAN);
  g_autoptr (Customer) customer = NULL;
  g_autofree char *text = NULL;

  fixture_declare (fixture, token, order);
  customer = customer_new_paying (fixture, token, order);
  text = read_invoice (customer);
  g_assert_nonnull (strstr (text, "8%"));
  g_assert_null (strstr (text, "10%"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reduced-tax/a15-a30/of-a-quote", test_quote);
  g_test_add_func ("/reduced-tax/a30-a33/on-the-invoice", test_invoice);

  return g_test_run ();
}
