/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate-fixture.h"

#include "core/sme-enums.h"
#include "core/sme-record-json.h"
#include "core/sme-signature-input.h"
#include "ink/sme-ink-pdf.h"
#include "ink/sme-ink-svg.h"
#include "ink/sme-ink-typed.h"
#include "seal/sme-pdf-stream.h"
#include "seal/sme-seal-check.h"

#include <string.h>

#define NAME "Nguyễn Thị Hường"
#define WIDTH 600.0
#define HEIGHT 250.0
/* The field's own space. */
#define FIELD_WIDTH 240.0
#define FIELD_HEIGHT 100.0

static SmeInkPath *
make_outline (void)
{
  g_autoptr (GError) error = NULL;
  SmeInkPath *outline = sme_ink_typed (NAME, NULL, WIDTH, HEIGHT, &error);

  g_assert_no_error (error);
  return outline;
}

static Answer *
put (Customer *customer, const char *name, const char *outline)
{
  g_autoptr (SmeSignatureInput) signature = sme_signature_input_new ();
  SmeRecord *record = SME_RECORD (signature);
  g_autofree char *json = NULL;

  sme_record_set_int (record, "kind", SME_SIGNATURE_TYPED);
  sme_record_set_number (record, "width", WIDTH);
  sme_record_set_number (record, "height", HEIGHT);
  if (name != NULL)
    sme_record_set_text (record, "name", name);
  if (outline != NULL)
    sme_record_set_text (record, "outline", outline);
  json = sme_record_to_json (record);
  return fixture_dossier_call (customer->fixture, customer->signing, "PUT", "/signature", json);
}

/* The letters as they were sent, curve by curve, behind the file that was read. */
static void
assert_vector (GBytes *read, GBytes *sealed)
{
  g_autoptr (SmeInkPath) outline = make_outline ();
  g_autofree char *svg = sme_ink_path_to_svg (outline);
  g_autoptr (SmeInkPath) sent = sme_ink_path_new_from_svg (svg, NULL);
  cairo_rectangle_t from = { 0, 0, WIDTH, HEIGHT }, to = { 0, 0, FIELD_WIDTH, FIELD_HEIGHT };
  g_autoptr (GBytes) operators = sme_ink_path_to_pdf (sent, &from, &to, NULL, NULL);
  g_autoptr (GBytes) stream = sme_pdf_stream_deflate (operators);
  gsize before, all, n;
  const char *old = g_bytes_get_data (read, &before);
  const char *data = g_bytes_get_data (sealed, &all);
  const char *wanted = g_bytes_get_data (stream, &n);

  g_assert_cmpuint (all, >, before);
  g_assert_cmpmem (data, before, old, before);
  g_assert_nonnull (memmem (data + before, all - before, wanted, n));
}

static void
test_completes (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (GBytes) read = customer_read_contract (customer), sealed = NULL;
  g_autoptr (SmeInkPath) outline = make_outline ();
  g_autofree char *svg = sme_ink_path_to_svg (outline);
  g_autoptr (Answer) saved = NULL, completed = NULL, evidence = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  customer_sign_until (customer, customer->signing, "otp_verified");
  saved = put (customer, NAME, svg);
  assert_status (saved, 200);
  completed =
    fixture_dossier_call (customer->fixture, customer->signing, "POST", "/completion", NULL);
  assert_status (completed, 200);
  sealed = customer_read_contract (customer);
  assert_vector (read, sealed);
  report = sme_seal_check (sealed, NULL, NULL, NULL);
  g_assert_true (sme_seal_signature_is_intact (sme_seal_report_get_signature (report, 0)));
  evidence = fixture_dossier_call (customer->fixture, customer->signing, "GET", "/evidence", NULL);
  g_assert_cmpstr (evidence_find_fact (evidence, "signature-kind", "value"), ==, "typed");
  g_assert_cmpstr (evidence_find_fact (evidence, "signature-kind", "source"), ==, "app");
  g_assert_cmpuint (strlen (evidence_find_fact (evidence, "outline", "value")), ==, 64);
  g_assert_null (evidence_find_fact (evidence, "ink", "value"));
}

static void
test_drawn_is_told_from_typed (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) evidence =
    fixture_dossier_call (customer->fixture, customer->signing, "GET", "/evidence", NULL);

  g_assert_cmpstr (evidence_find_fact (evidence, "signature-kind", "value"), ==, "drawn");
  g_assert_nonnull (evidence_find_fact (evidence, "ink", "value"));
  g_assert_null (evidence_find_fact (evidence, "outline", "value"));
}

static void
test_refused (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (SmeInkPath) outline = make_outline ();
  g_autofree char *good = sme_ink_path_to_svg (outline);
  const struct
  {
    const char *name, *outline, *pointer, *code;
  } cases[] = {
    { NULL, good, "/name", "ink-empty" },
    { "   ", good, "/name", "ink-empty" },
    { "...", good, "/name", "ink-empty" },
    { NAME, NULL, "/outline", "ink-empty" },
    { NAME, "M1 2L3 4", "/outline", "format" },
    { NAME, "M10 10L12 10L12 12Z", "/outline", "ink-too-short" },
    { NAME, "M-900 0L900 0L900 900Z", "/outline", "ink-outside" },
  };

  customer_sign_until (customer, customer->signing, "otp_verified");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Answer) answer = put (customer, cases[i].name, cases[i].outline);

      g_test_message ("%u: %s %s", i, answer_text (answer, "errors.0.pointer"),
                      answer_text (answer, "errors.0.code"));
      assert_problem (answer, 422, "invalid");
      g_assert_cmpstr (answer_text (answer, "errors.0.pointer"), ==, cases[i].pointer);
      g_assert_cmpstr (answer_text (answer, "errors.0.code"), ==, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a45/a-typed-name-completes-the-contract", test_completes);
  g_test_add_func ("/a45/evidence-says-how-it-was-made", test_drawn_is_told_from_typed);
  g_test_add_func ("/a45/what-is-no-typed-signature", test_refused);
  return g_test_run ();
}
