/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-dossier-page.h"

#include "app/lookup/sme-document-row.h"
#include "app/lookup/sme-download-bar.h"
#include "core/sme-dossier.h"
#include "lookup-fixture.h"

#include <glib/gstdio.h>

#define PDF "%PDF-1.4 and so on"
#define DOSSIER "GET /econtract/v1/dossiers/d1"

static char *
make_dossier (void)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);

  return g_strdup_printf (
    LOOKUP_DOSSIER ("d1", "Hợp đồng SmartCA", "12726", "completed",
                    ",\"transaction_code\":\"GD-77\",\"documents\":["
                    "{\"id\":\"p1\",\"kind\":\"contract\",\"name\":\"Hợp đồng\","
                    "\"state\":\"effective\",\"changed_on\":\"2026-11-22\",\"sha256\":\"%s\","
                    "\"bytes\":18},"
                    "{\"id\":\"p2\",\"kind\":\"terms\",\"name\":\"Điều khoản\","
                    "\"state\":\"effective\",\"changed_on\":\"2026-11-20\",\"sha256\":\"%s\","
                    "\"bytes\":18}]"),
    hash, hash);
}

static GtkWidget *
show (LookupFixture *f)
{
  g_autofree char *json = make_dossier ();
  SmePage *page;

  lookup_fixture_sign_in (f);
  test_server_reply_always (f->server, DOSSIER, (TestReply){ 200, json });
  page = app_fixture_show_page (&f->app, SME_TYPE_DOSSIER_PAGE, "dossier:d1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static void
test_facts (LookupFixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "Contract file set name",
    "Customer",
    "Product/service type",
    "Template set",
    "Contract file set code",
    "Order number",
    "Transaction code",
    "SMARTCAONESME_ONESME",
    "Nguyễn Thị Lan",
    "12726",
    "GD-77",
    "Signed and sealed",
  };
  GtkWidget *page = show (f);

  app_assert_named (page);
  g_assert_cmpstr (sme_page_get_title (SME_PAGE (page)), ==, "Contract file set information");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (app_shows (page, texts[i]));
}

static void
test_documents (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  GtkWidget *row = app_find (page, SME_TYPE_DOCUMENT_ROW, NULL);
  GtkWidget *all = app_find (page, GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget *download = app_find (page, GTK_TYPE_BUTTON, "Download");

  g_assert_true (app_shows (row, "Document in force"));
  g_assert_true (app_shows (row, "22/11/2026"));
  g_assert_false (gtk_widget_is_sensitive (download));
  sme_document_row_set_selected (SME_DOCUMENT_ROW (row), TRUE);
  g_assert_true (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (all)));
  g_assert_true (gtk_widget_is_sensitive (download));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), TRUE);
  g_assert_false (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (all)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), FALSE);
  g_assert_false (sme_document_row_get_selected (SME_DOCUMENT_ROW (row)));
  gtk_widget_activate_action (page, "dossier.view", "s", "p1");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open document:d1?document=p1");
}

static gboolean
has_told (gpointer f)
{
  return g_str_has_prefix (app_fixture_last_action (f), "toast ");
}

static void
test_download (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  g_autofree char *path = g_dir_make_tmp ("onesme-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (path, "12726-01-Hợp đồng.pdf", NULL);
  g_autofree char *second = g_build_filename (path, "12726-02-Điều khoản.pdf", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkWidget) bar = g_object_ref_sink (sme_download_bar_new ());
  g_autofree char *content = NULL;
  GtkWidget *row = app_find (page, SME_TYPE_DOCUMENT_ROW, NULL);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (infos, g_object_ref (sme_document_row_get_info (SME_DOCUMENT_ROW (row))));
  g_assert_cmpuint (infos->len, ==, 2);
  test_server_reply_always (f->server, "GET /econtract/v1/documents/p1/content",
                            (TestReply){ 200, PDF, .type = "application/pdf" });
  test_server_reply_always (f->server, "GET /econtract/v1/documents/p2/content",
                            (TestReply){ 200, PDF, .type = "application/pdf" });
  app_fixture_show (&f->app, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), 600, 400);
  gtk_box_append (GTK_BOX (gtk_window_get_child (GTK_WINDOW (f->app.window))), bar);
  sme_download_bar_start_in (SME_DOWNLOAD_BAR (bar), f->econtract, infos, "12726", folder);
  g_assert_true (sme_download_bar_get_busy (SME_DOWNLOAD_BAR (bar)));
  app_run_until (has_told, &f->app);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "toast 2 documents were saved");
  g_assert_true (g_file_get_contents (first, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, PDF);
  g_assert_cmpint (g_unlink (first), ==, 0);
  g_assert_cmpint (g_unlink (second), ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bar)), bar);
}

static void
test_evidence_and_archive (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  g_autoptr (GtkWidget) bar = g_object_ref_sink (sme_download_bar_new ());
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "onesme-archive.zip", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;

  g_assert_true (app_shows (page, "Evidence record"));
  gtk_widget_activate_action (page, "dossier.evidence", NULL);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open document:d1?evidence=1");
  test_server_reply_always (f->server, "GET /econtract/v1/dossiers/d1/archive",
                            (TestReply){ 200, "PK and so on", .type = "application/zip" });
  app_fixture_show (&f->app, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), 600, 400);
  gtk_box_append (GTK_BOX (gtk_window_get_child (GTK_WINDOW (f->app.window))), bar);
  sme_download_bar_start_archive_at (SME_DOWNLOAD_BAR (bar), f->econtract, "d1", file);
  app_run_until (has_told, &f->app);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "toast 1 document was saved");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "PK and so on");
  g_assert_cmpint (g_unlink (path), ==, 0);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bar)), bar);
}

static void
test_signed_out (LookupFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (&f->app, SME_TYPE_DOSSIER_PAGE, "dossier:d1");

  app_run_until_state (page, SME_PAGE_EMPTY);
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Sign in to eContract");
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "replace lookup:d1");
}

static void
test_error (LookupFixture *f, gconstpointer data)
{
  g_autofree char *json = make_dossier ();
  SmePage *page;

  lookup_fixture_sign_in (f);
  test_server_reply (f->server, DOSSIER, (TestReply){ 500, "{\"code\":\"internal\"}" });
  test_server_reply_always (f->server, DOSSIER, (TestReply){ 200, json });
  page = app_fixture_show_page (&f->app, SME_TYPE_DOSSIER_PAGE, "dossier:d1");
  app_run_until_state (page, SME_PAGE_ERROR);
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

#define ADD(path, function) \
  g_test_add (path, LookupFixture, NULL, lookup_fixture_set_up, function, lookup_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a61/a-dossier-says-all-about-itself", test_facts);
  ADD ("/a62/the-whole-dossier-in-one-file", test_evidence_and_archive);
  ADD ("/a61/a-dossier-needs-the-session", test_signed_out);
  ADD ("/a61/a-dossier-can-be-tried-again", test_error);
  ADD ("/a62/documents-are-selected-one-by-one-or-all", test_documents);
  ADD ("/a62/several-go-to-one-folder-in-order", test_download);
  return g_test_run ();
}
