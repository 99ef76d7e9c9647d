/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-update.h"

#include <string.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
assert_unreadable (const char *text, SmeSealError code)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_pdf_file_new (bytes, &error));
  g_assert_error (error, SME_SEAL_ERROR, (int) code);
}

/* A file of one table. @table follows "xref", @trailer is the trailer's dictionary. */
static GBytes *
make_file (const char *body, const char *table, const char *trailer)
{
  GString *text = g_string_new ("%PDF-1.4\n");
  gsize start;

  g_string_append (text, body);
  start = text->len;
  g_string_append_printf (text, "xref\n%s\ntrailer\n%s\nstartxref\n%zu\n%%%%EOF\n", table, trailer,
                          start);
  return g_string_free_to_bytes (text);
}

static void
test_not_a_pdf (void)
{
  assert_unreadable ("", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable ("%PDF", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable ("%PDF-1.4\n", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable (" %PDF-1.4\nstartxref\n0\n", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable ("%PDF-1.4\nstartxref", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable ("%PDF-1.4\nstartxref\nx", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable ("%PDF-1.4\nstartxref\n99999999999999999999999999", SME_SEAL_ERROR_MALFORMED);
  assert_unreadable ("%PDF-1.4\nstartxref\n9\n%%EOF", SME_SEAL_ERROR_MALFORMED);
}

static void
test_prev_loops (void)
{
  /* The table is at byte 9 and names itself as the one before it. */
  g_autoptr (GBytes) loop = make_file ("", "0 0", "<< /Size 1 /Prev 9 >>");
  g_autoptr (GBytes) outside = make_file ("", "0 0", "<< /Size 1 /Prev 100000 >>");
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_pdf_file_new (loop, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_null (sme_pdf_file_new (outside, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED);
}

static void
test_absurd_tables (void)
{
  static const char *tables[] = {
    "0 99999999999",
    "0 1\n0000000000 65535 x",
    "0 1\n0000000000 99999 n",
    "999999999 1\n0000000000 00000 n",
    "-1 1\n0000000000 00000 n",
    "0",
    "0 1\n00000000000000000000000 00000 n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GBytes) bytes = make_file ("", tables[i], "<< /Size 1 >>");

      g_assert_null (sme_pdf_file_new (bytes, NULL));
    }
}

static void
test_objects_that_are_not_there (void)
{
  g_autoptr (GBytes) bytes = make_file (
    "1 0 obj\n<< /A 2 0 R /B 3 0 R /C 4 0 R >>\nendobj\n", /* 9 */
    "1 4\n0000000009 00000 n \n0000000009 00000 n \n0000099999 00000 n \n0000000000 00000 f ",
    "<< /Size 5 /Root 1 0 R >>");
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (bytes, NULL);
  g_autoptr (SmePdfObject) first = NULL;
  g_autoptr (SmePdfObject) wrong_number = NULL;
  g_autoptr (SmePdfObject) outside = NULL;
  g_autoptr (SmePdfObject) free_entry = NULL;

  g_assert_nonnull (file);
  first = sme_pdf_file_load (file, 1);
  g_assert_true (sme_pdf_object_is (first, SME_PDF_DICT));
  wrong_number = sme_pdf_file_get (file, first, "A");
  outside = sme_pdf_file_get (file, first, "B");
  free_entry = sme_pdf_file_get (file, first, "C");
  g_assert_null (wrong_number);
  g_assert_null (outside);
  g_assert_null (free_entry);
}

/* A file of the objects 1, 2, ... with these values; 1 is the catalog. */
static GBytes *
make_numbered (const char *const *values)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *trailer = NULL;
  guint count = g_strv_length ((char **) values);

  g_string_printf (table, "1 %u\n", count);
  for (guint i = 0; i < count; i++)
    {
      g_string_append_printf (table, "%010zu 00000 n \n", strlen ("%PDF-1.4\n") + body->len);
      g_string_append_printf (body, "%u 0 obj\n%s\nendobj\n", i + 1, values[i]);
    }
  trailer = g_strdup_printf ("<< /Size %u /Root 1 0 R >>", count + 1);
  return make_file (body->str, table->str, trailer);
}

static void
test_references_go_in_circles (void)
{
  g_autoptr (GBytes) bytes = make_numbered ((const char *[]){ "2 0 R", "1 0 R", NULL });
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (bytes, NULL);
  g_autoptr (SmePdfObject) reference = sme_pdf_object_new_reference (1, 0);
  g_autoptr (SmePdfObject) second = NULL;

  g_assert_nonnull (file);
  second = sme_pdf_file_load (file, 2);
  g_assert_true (sme_pdf_object_is (second, SME_PDF_REFERENCE));
  g_assert_null (sme_pdf_file_resolve (file, reference));
}

/* Page tree and fields that contain themselves come to an end. */
static void
test_trees_contain_themselves (void)
{
  g_autoptr (GBytes) bytes = make_numbered ((const char *[]){
    "<< /Pages 2 0 R /AcroForm << /Fields [ 3 0 R ] >> >>", "<< /Kids [ 2 0 R 2 0 R ] >>",
    "<< /T (a) /FT /Sig /Kids [ 3 0 R ] >>", NULL });
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (bytes, NULL);
  g_autoptr (SmePdfObject) third = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  guint32 number = 0;

  g_assert_nonnull (file);
  third = sme_pdf_file_load (file, 3);
  g_assert_nonnull (third);
  g_assert_null (sme_pdf_file_get_page (file, 0, &number));
  fields = sme_pdf_form_list (file);
  g_assert_cmpuint (fields->len, ==, 0);
}

/* A parent hands its type, its name and its value down; kids without a name are only widgets. */
static void
test_fields_inherit (void)
{
  g_autoptr (GBytes) bytes = make_numbered ((const char *[]){
    "<< /AcroForm << /Fields [ 2 0 R 5 0 R ] >> >>",
    "<< /T (a) /FT /Sig /V 9 0 R /Kids [ 3 0 R 4 0 R ] >>", "<< /T (b) >>", "<< /T (c) /FT /Tx >>",
    "<< /T (d) /FT /Sig /Kids [ << /Subtype /Widget >> ] >>", NULL });
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (bytes, NULL);
  g_autoptr (GPtrArray) fields = sme_pdf_form_list (file);
  const SmePdfField *b = sme_pdf_form_find (fields, "a.b");
  const SmePdfField *c = sme_pdf_form_find (fields, "a.c");
  const SmePdfField *d = sme_pdf_form_find (fields, "d");

  g_assert_cmpuint (fields->len, ==, 3);
  g_assert_true (b != NULL && b->is_signature && sme_pdf_field_is_signed (b));
  g_assert_true (c != NULL && !c->is_signature && !sme_pdf_field_is_signed (c));
  g_assert_true (d != NULL && d->is_signature && !sme_pdf_field_is_signed (d));
}

static void
test_newest_entry_holds (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (SmePdfFile) old = sme_pdf_file_new (pdf, NULL);
  g_autoptr (SmePdfUpdate) update = sme_pdf_update_new (old);
  guint32 number = 0;
  g_autoptr (SmePdfObject) page = sme_pdf_file_get_page (old, 0, &number);
  g_autoptr (SmePdfObject) changed = sme_pdf_object_copy (page);
  g_autoptr (SmePdfObject) reread = NULL;
  g_autoptr (GBytes) updated = NULL;
  g_autoptr (SmePdfFile) file = NULL;

  sme_pdf_object_set (changed, "Rotate", sme_pdf_object_new_integer (90));
  sme_pdf_update_put (update, number, changed);
  updated = g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
  file = sme_pdf_file_new (updated, NULL);
  reread = sme_pdf_file_load (file, number);
  g_assert_null (sme_pdf_object_get (page, "Rotate"));
  g_assert_cmpint (sme_pdf_object_get_integer (sme_pdf_object_get (reread, "Rotate"), 0), ==, 90);
  g_assert_cmpuint (
    sme_pdf_xref_count_sections_from (sme_pdf_file_get_xref (file), g_bytes_get_size (pdf)), ==, 1);
}

static void
test_pages_are_counted (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (40);
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, NULL);
  guint32 numbers[2] = { 0, 0 };
  g_autoptr (SmePdfObject) first = sme_pdf_file_get_page (file, 0, &numbers[0]);
  g_autoptr (SmePdfObject) last = sme_pdf_file_get_page (file, 39, &numbers[1]);
  guint32 none = 0;

  g_assert_true (sme_pdf_object_is_name (sme_pdf_object_get (first, "Type"), "Page"));
  g_assert_true (sme_pdf_object_is_name (sme_pdf_object_get (last, "Type"), "Page"));
  g_assert_cmpuint (numbers[0], !=, numbers[1]);
  g_assert_null (sme_pdf_file_get_page (file, 40, &none));
}

static void
test_streams (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_stream_pdf ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, &error);
  guint32 number = 0;
  g_autoptr (SmePdfObject) page = NULL;
  g_autoptr (GBytes) prepared = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  g_assert_no_error (error);
  page = sme_pdf_file_get_page (file, 0, &number);
  g_assert_nonnull (page);
  g_assert_cmpuint (number, ==, 3);
  g_assert_true (sme_pdf_xref_is_stream (sme_pdf_file_get_xref (file)));

  prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD,
                              seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  report = seal_fixture_check (sealed);
  seal_fixture_get_only (report);
  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
}

/* The same bytes, however often they are made: a file is known by its hash. */
static void
test_updates_are_deterministic (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) first = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) second = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);

  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-file/not-a-pdf", test_not_a_pdf);
  g_test_add_func ("/pdf-file/prev-loops", test_prev_loops);
  g_test_add_func ("/pdf-file/absurd-tables", test_absurd_tables);
  g_test_add_func ("/pdf-file/objects-that-are-not-there", test_objects_that_are_not_there);
  g_test_add_func ("/pdf-file/references-go-in-circles", test_references_go_in_circles);
  g_test_add_func ("/pdf-file/trees-contain-themselves", test_trees_contain_themselves);
  g_test_add_func ("/pdf-file/fields-inherit", test_fields_inherit);
  g_test_add_func ("/pdf-file/newest-entry-holds", test_newest_entry_holds);
  g_test_add_func ("/pdf-file/pages-are-counted", test_pages_are_counted);
  g_test_add_func ("/pdf-file/streams", test_streams);
  g_test_add_func ("/pdf-file/updates-are-deterministic", test_updates_are_deterministic);
  return g_test_run ();
}
