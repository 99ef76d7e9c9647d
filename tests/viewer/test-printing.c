/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-printing.h"

#include "viewer-fixture.h"

#include <glib/gstdio.h>

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  *(int *) user_data = (int) result;
}

static gboolean
is_done (gpointer result)
{
  return *(int *) result >= 0;
}

/* Prints into a file and opens it again. */
static SmeDocument *
print_and_open (SmeDocument *document)
{
  g_autoptr (GtkPrintOperation) operation = sme_document_print_operation_new (document, "test");
  g_autofree char *folder = g_dir_make_tmp ("printing-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SmeDocument *printed;
  int result = -1;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  fixture_run_until_func (is_done, &result);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  bytes = g_bytes_new (contents, length);
  printed = fixture_open (bytes, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return printed;
}

static void
test_vectors (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (6);
  g_autoptr (SmeDocument) printed = print_and_open (document);
  const SmePageSize *sizes = sme_document_get_page_sizes (printed);

  g_assert_cmpuint (sme_document_get_n_pages (printed), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *number = g_strdup_printf ("Hợp đồng số %u", i + 1);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (SmePageText) text = NULL;

      g_assert_cmpfloat_with_epsilon (sizes[i].width, 595.276, 1);
      g_assert_cmpfloat_with_epsilon (sizes[i].height, 841.89, 1);
      sme_document_get_text_async (printed, i, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
      fixture_await (&result);
      text = sme_document_get_text_finish (printed, result, NULL);
      g_assert_nonnull (strstr (sme_page_text_get_text (text), number)); /* text, not a picture */
    }
}

static void
test_landscape (void)
{
  g_autoptr (GBytes) bytes = fixture_make_bare_pdf ("0 0 1684 1191", "");
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = fixture_open (bytes, &error);
  g_autoptr (SmeDocument) printed = print_and_open (document);
  const SmePageSize *size = sme_document_get_page_sizes (printed);

  g_assert_cmpfloat (size->width, >, size->height);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/printing/pages-are-vectors", test_vectors);
  g_test_add_func ("/printing/wide-page-turns-the-paper", test_landscape);
  return g_test_run ();
}
