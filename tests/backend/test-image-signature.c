/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate-fixture.h"

#include "core/sme-enums.h"
#include "core/sme-record-json.h"
#include "core/sme-signature-input.h"
#include "ink/sme-ink-image.h"
#include "seal/sme-pdf-stream.h"
#include "seal/sme-seal-check.h"

#include <glib/gstdio.h>
#include <string.h>

#define BOX_WIDTH 600.0
#define BOX_HEIGHT 250.0
#define IMAGE_WIDTH 800
#define IMAGE_HEIGHT 300

/* Thick blue strokes, transparent between. */
static cairo_surface_t *
draw (int width, int height, double line)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.1, 0.15, 0.6);
  cairo_set_line_width (cr, line);
  cairo_move_to (cr, 0.05 * width, 0.9 * height);
  cairo_curve_to (cr, 0.3 * width, -0.8 * height, 0.5 * width, 1.8 * height, 0.95 * width,
                  0.1 * height);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return surface;
}

static SmeInkImage *
make_image (void)
{
  g_autoptr (GError) error = NULL;
  SmeInkImage *image = sme_ink_image_new (draw (IMAGE_WIDTH, IMAGE_HEIGHT, 14), &error);

  g_assert_no_error (error);
  return image;
}

static char *
encode (GBytes *bytes)
{
  return g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static Answer *
put (Customer *customer, const char *image, double width)
{
  g_autoptr (SmeSignatureInput) signature = sme_signature_input_new ();
  SmeRecord *record = SME_RECORD (signature);
  g_autofree char *json = NULL;

  sme_record_set_int (record, "kind", SME_SIGNATURE_IMAGE);
  sme_record_set_number (record, "width", width);
  sme_record_set_number (record, "height", BOX_HEIGHT);
  if (image != NULL)
    sme_record_set_text (record, "image", image);
  json = sme_record_to_json (record);
  return fixture_dossier_call (customer->fixture, customer->signing, "PUT", "/signature", json);
}

static void
assert_holds (GBytes *sealed, gsize from, GBytes *content)
{
  g_autoptr (GBytes) stream = sme_pdf_stream_deflate (content);
  gsize all, n;
  const char *data = g_bytes_get_data (sealed, &all);
  const char *wanted = g_bytes_get_data (stream, &n);

  g_assert_nonnull (memmem (data + from, all - from, wanted, n));
}

/* The pixels as they were sent, colours and coverage, behind the file that was read. */
static void
assert_pixels (GBytes *read, GBytes *sealed, SmeInkImage *image)
{
  g_autoptr (GBytes) colours = sme_ink_image_get_colours (image);
  g_autoptr (GBytes) coverage = sme_ink_image_get_coverage (image);
  gsize before, all;
  const char *old = g_bytes_get_data (read, &before);
  const char *data = g_bytes_get_data (sealed, &all);

  g_assert_cmpuint (all, >, before);
  g_assert_cmpmem (data, before, old, before);
  assert_holds (sealed, before, colours);
  assert_holds (sealed, before, coverage);
  g_assert_nonnull (memmem (data + before, all - before, "/SMask", strlen ("/SMask")));
}

/* NULL, and the test is skipped, where the program is not installed. */
static char *
run (const char *const *argv)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *said = NULL;

  if (program == NULL)
    {
      g_test_skip (argv[0]);
      return NULL;
    }
  process = g_subprocess_newv (
    argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  return said;
}

static void
assert_said (char *said, const char *what)
{
  if (said != NULL && strstr (said, what) == NULL)
    g_error ("Not found: \"%s\" in:\n%s", what, said);
  g_free (said);
}

/* How many pixels of the pages are as blue as the ink. */
static guint
count_blue (const char *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdftoppm");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  const guint8 *data;
  gsize size;
  guint n = 0;

  if (program == NULL)
    return 0;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "-r", "50", pdf, NULL);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &out, NULL, NULL));
  data = g_bytes_get_data (out, &size);
  for (gsize i = 0; i + 2 < size; i += 3)
    n += data[i + 2] > 100 && data[i] < 80 && data[i + 1] < 90;
  return n;
}

/* Programs of others find the seal whole, the file clean and the picture on the page. */
static void
assert_others_agree (Customer *customer, GBytes *read, GBytes *sealed)
{
  g_autofree char *unsigned_path =
    g_build_filename (customer->fixture->directory, "read.pdf", NULL);
  g_autofree char *path = g_build_filename (customer->fixture->directory, "sealed.pdf", NULL);
  g_autofree char *size = g_strdup_printf ("%d   %d", IMAGE_WIDTH, IMAGE_HEIGHT);
  g_autofree char *program = g_find_program_in_path ("pdftoppm");
  guint before, after;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (sealed, NULL),
                                      (gssize) g_bytes_get_size (sealed), NULL));
  g_assert_true (g_file_set_contents (unsigned_path, g_bytes_get_data (read, NULL),
                                      (gssize) g_bytes_get_size (read), NULL));
  assert_said (run ((const char *[]){ "pdfsig", path, NULL }), "Signature is Valid.");
  assert_said (run ((const char *[]){ "pdfsig", path, NULL }), "Total document signed");
  assert_said (run ((const char *[]){ "mutool", "sign", "-v", path, NULL }),
               "The document is unchanged since signing");
  assert_said (run ((const char *[]){ "qpdf", "--check", path, NULL }),
               "No syntax or stream encoding errors found");
  before = count_blue (unsigned_path);
  after = count_blue (path);
  g_test_message ("pixels of ink at 50 dpi: %u before, %u after", before, after);
  if (program != NULL)
    g_assert_cmpuint (after, >, before + 100);
}

static void
assert_evidence (Customer *customer)
{
  g_autoptr (Answer) evidence =
    fixture_dossier_call (customer->fixture, customer->signing, "GET", "/evidence", NULL);

  g_assert_cmpstr (evidence_find_fact (evidence, "signature-kind", "value"), ==, "image");
  g_assert_cmpstr (evidence_find_fact (evidence, "signature-kind", "source"), ==, "app");
  g_assert_cmpuint (strlen (evidence_find_fact (evidence, "image", "value")), ==, 64);
  g_assert_null (evidence_find_fact (evidence, "ink", "value"));
  g_assert_null (evidence_find_fact (evidence, "outline", "value"));
}

static Answer *
complete (Customer *customer)
{
  return fixture_dossier_call (customer->fixture, customer->signing, "POST", "/completion", NULL);
}

static void
test_completes (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (GBytes) read = customer_read_contract (customer), sealed = NULL, same = NULL;
  g_autoptr (SmeInkImage) image = make_image ();
  g_autofree char *data = encode (sme_ink_image_get_png (image));
  g_autoptr (Answer) saved = NULL, completed = NULL, again = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  customer_sign_until (customer, customer->signing, "otp_verified");
  saved = put (customer, data, BOX_WIDTH);
  assert_status (saved, 200);
  completed = complete (customer);
  assert_status (completed, 200);
  sealed = customer_read_contract (customer);
  assert_pixels (read, sealed, image);
  report = sme_seal_check (sealed, NULL, NULL, NULL);
  g_assert_true (sme_seal_signature_is_intact (sme_seal_report_get_signature (report, 0)));
  again = complete (customer);
  assert_status (again, 200);
  same = customer_read_contract (customer);
  g_assert_true (g_bytes_equal (sealed, same));
  assert_evidence (customer);
  assert_others_agree (customer, read, sealed);
}

static char *
encode_surface (int width, int height, double line)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *path = NULL;
  cairo_surface_t *surface = draw (width, height, line);
  char *data = NULL;
  gsize size = 0;
  char *text;

  path = g_build_filename (g_get_tmp_dir (), "sme-image-XXXXXX", NULL);
  g_close (g_mkstemp (path), NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_unlink (path);
  text = g_base64_encode ((const guchar *) data, size);
  g_free (data);
  return text;
}

static void
test_refused (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *good = encode_surface (800, 300, 14);
  g_autofree char *large = encode_surface (1300, 300, 14), *small = encode_surface (30, 30, 3);
  g_autofree char *empty = encode_surface (800, 300, 0.01), *full = encode_surface (800, 300, 240);
  g_autofree char *jpeg = g_base64_encode ((const guchar *) "\xff\xd8\xff\xe0 and so on", 14);
  g_autofree char *cut = g_strndup (good, strlen (good) / 8 * 4);
  const struct
  {
    const char *image;
    double width;
    const char *pointer, *code;
  } cases[] = {
    { NULL, BOX_WIDTH, "/image", "ink-empty" },
    { "!!!!", BOX_WIDTH, "/image", "characters" },
    { jpeg, BOX_WIDTH, "/image", "format" },
    { cut, BOX_WIDTH, "/image", "format" },
    { large, BOX_WIDTH, "/image", "too-many" },
    { small, BOX_WIDTH, "/image", "image-coarse" },
    { empty, BOX_WIDTH, "/image", "image-paper" },
    { full, BOX_WIDTH, "/image", "image-solid" },
    { good, 10, "/width", "range" },
    { good, 9000, "/width", "range" },
  };

  customer_sign_until (customer, customer->signing, "otp_verified");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Answer) answer = put (customer, cases[i].image, cases[i].width);

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
  g_test_add_func ("/a45/image/completes-the-contract", test_completes);
  g_test_add_func ("/a45/image/what-is-no-picture-of-a-signature", test_refused);
  return g_test_run ();
}
