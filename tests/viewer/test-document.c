/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document.h"

#include "viewer-fixture.h"
#include "viewer/sme-document-error.h"
#include "viewer/sme-document-limits.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static void
test_open (void)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (6);
  g_autoptr (GError) error = NULL;
  SmeDocument *document = fixture_open (bytes, &error);
  const SmePageSize *sizes;

  g_assert_no_error (error);
  g_assert_cmpuint (sme_document_get_n_pages (document), ==, 6);
  g_assert_cmpstr (sme_document_get_title (document), ==, "Hợp đồng dịch vụ");
  g_assert_true (g_bytes_equal (sme_document_get_bytes (document), bytes));
  sizes = sme_document_get_page_sizes (document);
  for (int i = 0; i < 6; i++)
    {
      g_assert_cmpfloat_with_epsilon (sizes[i].width, 595.276, 0.01);
      g_assert_cmpfloat_with_epsilon (sizes[i].height, 841.89, 0.01);
    }
  g_assert_finalize_object (document);
}

static void
assert_refused (GBytes *bytes, SmeDocumentError code, gboolean can_retry)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_open (bytes, &error));
  g_assert_error (error, SME_DOCUMENT_ERROR, (int) code);
  g_assert_cmpint (sme_document_error_can_retry (error), ==, can_retry);
  g_assert_cmpint (strlen (sme_document_error_get_text (error)), >, 10);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);

  assert_refused (bytes, SME_DOCUMENT_ERROR_EMPTY, TRUE);
}

static void
test_not_pdf (void)
{
  g_autoptr (GBytes) page = g_bytes_new_static ("<html>%%EOF</html>", 18);
  g_autoptr (GBytes) byte = g_bytes_new_static ("%", 1);

  assert_refused (page, SME_DOCUMENT_ERROR_NOT_PDF, FALSE);
  assert_refused (byte, SME_DOCUMENT_ERROR_NOT_PDF, FALSE);
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = fixture_make_contract (6);
  gsize size = g_bytes_get_size (whole);

  for (int i = 1; i < 20; i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size * i / 20);

      assert_refused (part, SME_DOCUMENT_ERROR_DAMAGED, TRUE);
    }
}

/* A file with head and end mark and nonsense between is no document. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7\nnonsense\n%%EOF\n", 24);

  assert_refused (bytes, SME_DOCUMENT_ERROR_DAMAGED, TRUE);
}

/* Whatever bytes turn over, it ends with a document or a reason. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) whole = fixture_make_contract (1);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (int i = 0; i < 60; i++)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
      g_autoptr (SmeDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      for (int k = 0; k < 40; k++)
        copy[g_test_rand_int_range (8, (gint32) size)] ^= (guint8) g_test_rand_int_range (1, 256);
      document = fixture_open (bytes, &error);
      g_assert_true ((document != NULL) != (error != NULL));
      if (error != NULL)
        g_assert_true (error->domain == SME_DOCUMENT_ERROR);
    }
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) bytes = fixture_make_bare_pdf (
    "0 0 595 842", "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
                   "/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                   "/O<0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20>"
                   "/U<2102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20>>>");

  assert_refused (bytes, SME_DOCUMENT_ERROR_ENCRYPTED, FALSE);
}

static GdkTexture *
render (SmeDocument *document, const SmePageArea *area, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_document_render_async (document, area, SME_RENDER_VISIBLE, NULL, NULL, fixture_keep_result,
                             &result);
  fixture_await (&result);
  return sme_document_render_finish (document, result, error);
}

static void
test_huge_page (void)
{
  g_autoptr (GBytes) bytes = fixture_make_bare_pdf ("0 0 2000000000 1000000000", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = fixture_open (bytes, &error);
  SmePageArea area = { 0, 100000, 50000, { 0, 0, 100000, 50000 } };
  g_autoptr (GdkTexture) texture = NULL;
  const SmePageSize *size;

  g_assert_no_error (error);
  size = sme_document_get_page_sizes (document);
  g_assert_cmpfloat (size->width, ==, SME_PAGE_MAX_POINTS);
  g_assert_cmpfloat_with_epsilon (size->height, SME_PAGE_MAX_POINTS / 2, 1);

  g_assert_null (render (document, &area, &error));
  g_assert_error (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  area = (SmePageArea){ 0, 100000, 50000, { 99000, 49000, 1000, 1000 } };
  texture = render (document, &area, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1000);
}

static void
test_odd_pages (void)
{
  static const char *const boxes[] = { "0 0 0 0", "0 0 -5 10", "0 0 1e300 1e300", "a b c d", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (GBytes) bytes = fixture_make_bare_pdf (boxes[i], "");
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeDocument) document = fixture_open (bytes, &error);
      const SmePageSize *size;

      g_assert_no_error (error);
      size = sme_document_get_page_sizes (document);
      g_assert_cmpfloat (size->width, >=, 1);
      g_assert_cmpfloat (size->height, >=, 1);
      g_assert_cmpfloat (size->width, <=, SME_PAGE_MAX_POINTS);
      g_assert_cmpfloat (size->height, <=, SME_PAGE_MAX_POINTS);
    }
}

static guint
count_ink (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  guint ink = 0;

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    {
      g_assert_cmpuint (pixels[i] >> 24, ==, 0xFF); /* the paper is not transparent */
      ink += (pixels[i] & 0xFF) < 0x80;
    }
  return ink;
}

static void
test_render (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (2);
  SmePageArea whole = { 1, 794, 1123, { 0, 0, 794, 1123 } };
  SmePageArea part = { 1, 794, 1123, { 90, 90, 600, 200 } };
  SmePageArea margin = { 1, 794, 1123, { 0, 0, 90, 1123 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = render (document, &whole, &error);
  g_autoptr (GdkTexture) part_texture = render (document, &part, &error);
  g_autoptr (GdkTexture) margin_texture = render (document, &margin, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 794);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1123);
  g_assert_cmpuint (count_ink (texture), >, 2000);
  g_assert_cmpuint (count_ink (part_texture), >, 1000);
  g_assert_cmpuint (count_ink (part_texture), <, count_ink (texture));
  g_assert_cmpuint (count_ink (margin_texture), ==, 0);
}

/* The document goes away while its page is being drawn: nothing crashes, the answer comes. */
static void
test_dropped (void)
{
  SmeDocument *document = fixture_open_contract (1);
  SmePageArea whole = { 0, 794, 1123, { 0, 0, 794, 1123 } };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  sme_document_render_async (document, &whole, SME_RENDER_VISIBLE, NULL, NULL, fixture_keep_result,
                             &result);
  g_object_unref (document);
  fixture_await (&result);
  texture = sme_document_render_finish (SME_DOCUMENT (g_task_get_source_object (G_TASK (result))),
                                        result, NULL);
  g_assert_nonnull (texture);
}

static void
test_text (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (3);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePageText) text = NULL;

  g_assert_null (sme_document_peek_text (document, 2));
  sme_document_get_text_async (document, 2, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  text = sme_document_get_text_finish (document, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (sme_page_text_get_text (text), "Hợp đồng số 3"));
  g_assert_true (sme_document_peek_text (document, 2) == text);

  g_clear_object (&result);
  sme_document_get_text_async (document, 2, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  g_assert_true (sme_document_get_text_finish (document, result, &error) == text);
  sme_page_text_unref (text);
}

static SmeDocument *
open_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sme_document_open_file_async (file, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  return sme_document_open_finish (result, error);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("viewer-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "hợp đồng.pdf", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GBytes) bytes = fixture_make_contract (40);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = NULL;

  g_assert_null (open_file (path, &error));
  g_assert_error (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  document = open_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sme_document_get_n_pages (document), ==, 40);
  g_assert_true (g_bytes_equal (sme_document_get_bytes (document), bytes));

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (open_file (pipe, &error));
  g_assert_error (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_UNREADABLE);

  g_unlink (path);
  g_unlink (pipe);
  g_rmdir (folder);
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("viewer-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bản sao.pdf", NULL);
  g_autofree char *elsewhere = g_build_filename (folder, "no", "such", "place.pdf", NULL);
  g_autoptr (SmeDocument) document = fixture_open_contract (2);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path (elsewhere);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) failure = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "an older file", -1, NULL));
  sme_document_save_async (document, file, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  g_assert_true (sme_document_save_finish (document, result, &error));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (sme_document_get_bytes (document), NULL),
                   g_bytes_get_size (sme_document_get_bytes (document)));

  sme_document_save_async (document, nowhere, NULL, fixture_keep_result, &failure);
  fixture_await (&failure);
  g_assert_false (sme_document_save_finish (document, failure, &error));
  g_assert_nonnull (error);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = fixture_make_contract (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sme_document_open_bytes_async (bytes, cancellable, fixture_keep_result, &result);
  g_cancellable_cancel (cancellable);
  fixture_await (&result);
  g_assert_null (sme_document_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/facts-are-there-once-it-is-open", test_open);
  g_test_add_func ("/document/no-bytes-are-refused", test_empty);
  g_test_add_func ("/document/other-files-are-refused", test_not_pdf);
  g_test_add_func ("/document/cut-off-files-are-refused", test_truncated);
  g_test_add_func ("/document/nonsense-is-refused", test_damaged);
  g_test_add_func ("/document/flipped-bytes-end-in-pages-or-a-reason", test_flipped);
  g_test_add_func ("/document/encrypted-files-are-refused", test_encrypted);
  g_test_add_func ("/document/huge-page-costs-no-memory", test_huge_page);
  g_test_add_func ("/document/odd-pages-have-a-size", test_odd_pages);
  g_test_add_func ("/document/page-is-drawn-on-white", test_render);
  g_test_add_func ("/document/dropped-while-drawing", test_dropped);
  g_test_add_func ("/document/text-is-kept", test_text);
  g_test_add_func ("/document/file-is-read-and-pipe-refused", test_file);
  g_test_add_func ("/document/copy-is-the-same-bytes", test_save);
  g_test_add_func ("/document/opening-can-be-cancelled", test_cancelled);
  return g_test_run ();
}
