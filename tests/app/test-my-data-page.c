/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-my-data-page.h"

#include "account-fixture.h"
#include "app/account/sme-take-along-bar.h"

#include <glib/gstdio.h>

#define DATA \
  "{\"account\":" ACCOUNT_SAMPLE ",\"holdings\":[" \
  "{\"kind\":\"orders\",\"count\":3,\"ground\":\"contract\",\"stays\":false}," \
  "{\"kind\":\"signers\",\"count\":2,\"ground\":\"contract\",\"stays\":false}," \
  "{\"kind\":\"contracts\",\"count\":1,\"ground\":\"e_transactions_law\"," \
  "\"law\":\"Luật Giao dịch điện tử số 20/2023/QH15\",\"keep_until\":\"2036-12-31\"," \
  "\"stays\":true}],\"history_intact\":true,\"generated_at\":\"2026-11-22T03:00:00Z\"}"
#define PDF "%PDF-1.4 a contract"
#define EVIDENCE "%PDF-1.4 the evidence"
#define EVIDENCE_SUM "d6b839e577542f036871650f75a583278ea14ee07f766cbedbb70c2de0bcdfa0"
#define INVOICE "%PDF-1.4 an invoice"
#define ATTACHMENT "PNG and so on"
#define ATTACHMENT_SUM "6801855341d8c93315d4f71b49a2f92e9735e0bb7adcdde628c65427c71702db"
#define EXPORT \
  "{\"generated_at\":\"2026-11-22T18:00:00Z\",\"account\":" ACCOUNT_SAMPLE "," \
  "\"likes\":[\"smartca-on\"],\"dossiers\":[{\"id\":\"d1\",\"kind\":\"contract\"," \
  "\"name\":\"Hợp đồng\",\"customer\":\"Lan\",\"product_type\":\"SmartCA\"," \
  "\"template\":\"t\",\"template_code\":\"t1\",\"order_number\":\"12726\"," \
  "\"state\":\"completed\",\"documents\":[{\"id\":\"f1\",\"kind\":\"contract\"," \
  "\"name\":\"Hợp đồng\",\"state\":\"effective\",\"changed_on\":\"2026-11-22\"," \
  "\"sha256\":\"%s\",\"bytes\":19}]}],\"econtract_username\":\"lan-1\"," \
  "\"drafts\":[{\"order_id\":\"o2\",\"order_number\":\"12727\"," \
  "\"draft\":{\"full_name\":\"Lan\"}}]," \
  "\"evidence\":[{\"dossier_id\":\"d1\",\"order_number\":\"12726\"," \
  "\"audit_scope\":\"order:o1\",\"sealed_at\":\"2026-11-22T03:00:00Z\"," \
  "\"sha256\":\"" EVIDENCE_SUM "\"}]," \
  "\"invoices\":[{\"id\":\"i1\",\"series\":\"1C26TOS\",\"number\":7," \
  "\"order_id\":\"o1\",\"order_number\":\"12726\",\"payment_id\":\"p1\"," \
  "\"total\":220000,\"issued_at\":\"2026-11-22T03:00:00Z\"}]," \
  "\"negotiations\":[{\"id\":\"m1\",\"dossier_id\":\"d1\",\"author\":\"operator\"," \
  "\"text\":\"Xin xem.\",\"sent_at\":\"2026-11-22T03:00:00Z\"}," \
  "{\"id\":\"m2\",\"dossier_id\":\"d1\",\"author\":\"customer\",\"text\":\"Đây\"," \
  "\"attachment_name\":\"../bản sửa.png\",\"attachment_type\":\"image/png\"," \
  "\"attachment_bytes\":11,\"attachment_sha256\":\"" ATTACHMENT_SUM "\"," \
  "\"sent_at\":\"2026-11-22T03:00:00Z\"}]}"

static GtkWidget *
show (AccountFixture *f)
{
  SmePage *page;

  account_fixture_sign_in (f);
  test_server_reply (f->server, "GET /v1/me/data", (TestReply){ 200, DATA });
  page = app_fixture_show_page (&f->app, SME_TYPE_MY_DATA_PAGE, "my-data");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static void
test_seen (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);

  app_assert_named (page);
  g_assert_true (app_shows (page, "As of 22/11/2026 10:00."));
  g_assert_true (app_shows (page, "Held to perform the contract with you"));
  g_assert_true (app_shows (page, "Kept until 31/12/2036"));
  g_assert_true (app_shows (page, "People invited to sign"));
  g_assert_true (app_shows (page, "Luật Giao dịch điện tử số 20/2023/QH15"));
}

static gboolean
was_toasted (gpointer data)
{
  AccountFixture *f = data;

  return g_str_has_prefix (app_fixture_last_action (&f->app), "toast ");
}

static void
start_in (AccountFixture *f, GtkWidget *page, const char *sum, const char *directory)
{
  g_autofree char *export = g_strdup_printf (EXPORT, sum);
  g_autoptr (GFile) parent = g_file_new_for_path (directory);
  SmeTakeAlongBar *bar = NULL;

  for (GtkWidget *at = gtk_widget_get_first_child (page); at != NULL && bar == NULL;)
    {
      GtkWidget *next = gtk_widget_get_first_child (at);

      if (SME_IS_TAKE_ALONG_BAR (at))
        bar = SME_TAKE_ALONG_BAR (at);
      while (next == NULL && at != NULL && at != page)
        {
          next = gtk_widget_get_next_sibling (at);
          at = gtk_widget_get_parent (at);
        }
      at = next;
    }
  g_assert_nonnull (bar);
  test_server_reply (f->server, "GET /v1/me/export", (TestReply){ 200, export });
  test_server_reply (f->server, "GET /v1/me/documents/f1/content",
                     (TestReply){ 200, PDF, .type = "application/pdf" });
  test_server_reply (f->server, "GET /v1/me/evidence/d1/content",
                     (TestReply){ 200, EVIDENCE, .type = "application/pdf" });
  test_server_reply (f->server, "GET /v1/invoices/i1/content",
                     (TestReply){ 200, INVOICE, .type = "application/pdf" });
  test_server_reply (f->server, "GET /v1/me/messages/m2/attachment",
                     (TestReply){ 200, ATTACHMENT, .type = "image/png" });
  sme_take_along_bar_start_in (bar, SME_CALLER (f->shop), parent);
  app_run_until (was_toasted, f);
}

static void
check_file (const char *directory, const char *folder, const char *name, const char *holds)
{
  g_autofree char *path = g_build_filename (directory, folder, name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, holds));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 077, ==, 0);
  g_remove (path);
}

static void
remove_folder (const char *directory, const char *folder)
{
  g_autofree char *path = g_build_filename (directory, folder, NULL);

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* The data and every file, each by its own call, with size and hash. */
static void
check_index (const char *directory)
{
  static const char *const lines[] = {
    "\"name\":\"data.json\",\"operation\":\"export_my_data\"",
    "\"name\":\"12726-01-Hợp đồng.pdf\",\"operation\":\"get_my_document\",\"id\":\"f1\"",
    "\"name\":\"12726-02-Evidence record.pdf\",\"operation\":\"get_my_evidence\"",
    "\"operation\":\"get_invoice_content\"",
    "\"name\":\"12726-04-..-bản sửa.png\",\"operation\":\"get_my_attachment\",\"id\":\"m2\","
    "\"bytes\":13,\"sha256\":\"" ATTACHMENT_SUM "\"",
  };
  g_autofree char *path = g_build_filename (directory, "OneSME-2026-11-23-2", "index.json", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (content, lines[i]) == NULL)
      g_error ("Not in the index: %s\n%s", lines[i], content);
  g_remove (path);
}

static void
test_taken_along (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  g_autofree char *directory = g_dir_make_tmp ("my-data-XXXXXX", NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);
  g_autofree char *taken = g_build_filename (directory, "OneSME-2026-11-23", NULL);

  /* One of the same day is there already. */
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  start_in (f, page, sum, directory);
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==,
                   "toast Your data are saved in the folder “OneSME-2026-11-23-2”");
  check_file (directory, "OneSME-2026-11-23-2", "data.json", "\"smartca-on\"");
  check_file (directory, "OneSME-2026-11-23-2", "12726-01-Hợp đồng.pdf", PDF);
  check_file (directory, "OneSME-2026-11-23-2", "12726-02-Evidence record.pdf", EVIDENCE);
  check_file (directory, "OneSME-2026-11-23-2", "12726-03-Invoice 1C26TOS-00000007.pdf", INVOICE);
  check_file (directory, "OneSME-2026-11-23-2", "12726-04-..-bản sửa.png", ATTACHMENT);
  check_index (directory);
  remove_folder (directory, "OneSME-2026-11-23-2");
  remove_folder (directory, "OneSME-2026-11-23");
  g_rmdir (directory);
}

/* A document that is not the one that was signed is not passed off as it. */
static void
test_damaged (AccountFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  g_autofree char *directory = g_dir_make_tmp ("my-data-XXXXXX", NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "another", -1);

  start_in (f, page, sum, directory);
  g_assert_false (g_str_has_prefix (app_fixture_last_action (&f->app), "toast Your data are"));
  check_file (directory, "OneSME-2026-11-23", "data.json", "lan@example.vn");
  remove_folder (directory, "OneSME-2026-11-23");
  g_rmdir (directory);
}

#define ADD(path, function) \
  g_test_add (path, AccountFixture, NULL, account_fixture_set_up, function, \
              account_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/my-data-page/says-what-is-held-and-why", test_seen);
  ADD ("/my-data-page/everything-is-taken-along", test_taken_along);
  ADD ("/my-data-page/a-document-that-was-changed-is-refused", test_damaged);
  return g_test_run ();
}
