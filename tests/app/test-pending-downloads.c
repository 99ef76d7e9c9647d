/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A download that did not come to its end: it is offered again, also after the end of the program.
 */
#include "app/lookup/sme-dossier-page.h"
#include "app/lookup/sme-download-bar.h"
#include "app/lookup/sme-lookup-page.h"
#include "client/sme-vault.h"
#include "lookup-fixture.h"

#include <glib/gstdio.h>

#define PDF "%PDF-1.4 and so on"
#define DOSSIER "GET /econtract/v1/dossiers/d1"
#define FIRST "GET /econtract/v1/documents/p1/content"
#define SECOND "GET /econtract/v1/documents/p2/content"
#define OFFER "A download was interrupted: 1 document is not saved yet."
#define GO_ON "Go on with the download"
#define OFFER_IN_LIST "Go on with an interrupted download"
#define WHOLE ((TestReply){ 200, PDF, .type = "application/pdf" })

typedef struct
{
  LookupFixture lookup;
  char *path;
  char *first;
  char *second;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (SmeVault) vault = NULL;

  lookup_fixture_set_up (&desk->lookup, data);
  vault = sme_vault_new (desk->lookup.keyring, NULL);
  sme_context_set_vault (desk->lookup.app.context, vault);
  lookup_fixture_sign_in (&desk->lookup);
  desk->path = g_dir_make_tmp ("onesme-XXXXXX", NULL);
  desk->first = g_build_filename (desk->path, "12726-01-Hợp đồng.pdf", NULL);
  desk->second = g_build_filename (desk->path, "12726-02-Điều khoản.pdf", NULL);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_unlink (desk->first);
  g_unlink (desk->second);
  g_assert_cmpint (g_rmdir (desk->path), ==, 0);
  g_free (desk->path);
  g_free (desk->first);
  g_free (desk->second);
  lookup_fixture_tear_down (&desk->lookup, data);
}

static GtkWidget *
show (Desk *desk)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);
  g_autofree char *json = g_strdup_printf (
    LOOKUP_DOSSIER (
      "d1", "Hợp đồng SmartCA", "12726", "completed",
      ",\"documents\":["
      "{\"id\":\"p1\",\"kind\":\"contract\",\"name\":\"Hợp đồng\","
      "\"state\":\"effective\",\"changed_on\":\"2026-11-22\",\"sha256\":\"%s\",\"bytes\":18},"
      "{\"id\":\"p2\",\"kind\":\"terms\",\"name\":\"Điều khoản\","
      "\"state\":\"effective\",\"changed_on\":\"2026-11-22\",\"sha256\":\"%s\",\"bytes\":18}]"),
    hash, hash);
  SmePage *page;

  test_server_reply_always (desk->lookup.server, DOSSIER, (TestReply){ 200, json });
  page = app_fixture_show_page (&desk->lookup.app, SME_TYPE_DOSSIER_PAGE, "dossier:d1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static SmeDownloadBar *
find_bar (GtkWidget *page)
{
  return SME_DOWNLOAD_BAR (
    gtk_widget_get_template_child (page, SME_TYPE_DOSSIER_PAGE, "download_bar"));
}

static gboolean
is_idle (gpointer page)
{
  return !sme_download_bar_get_busy (find_bar (page));
}

static gboolean
is_offered (gpointer page)
{
  return app_shows (page, OFFER);
}

/* Both documents, as if they had been chosen. */
static void
download (Desk *desk, GtkWidget *page)
{
  g_autoptr (GFile) folder = g_file_new_for_path (desk->path);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);

  for (guint i = 0; i < 2; i++)
    {
      SmeRecord *info = SME_RECORD (sme_document_info_new ());

      sme_record_set_text (info, "id", i == 0 ? "p1" : "p2");
      sme_record_set_text (info, "name", i == 0 ? "Hợp đồng" : "Điều khoản");
      sme_record_set_text (info, "sha256", hash);
      g_ptr_array_add (infos, info);
    }
  sme_download_bar_start_in (find_bar (page), desk->lookup.econtract, infos, "12726", folder);
  app_run_until (is_idle, page);
}

/* Another run of the program: nothing is in memory. */
static void
restart (Desk *desk)
{
  g_object_set_data (G_OBJECT (desk->lookup.app.context), "sme-pending-downloads", NULL);
}

static void
break_off (Desk *desk)
{
  GtkWidget *page = show (desk);

  test_server_reply_always (desk->lookup.server, FIRST, WHOLE);
  test_server_reply (desk->lookup.server, SECOND, (TestReply){ 500, "{\"code\":\"internal\"}" });
  test_server_reply_always (desk->lookup.server, SECOND, WHOLE);
  download (desk, page);
  g_assert_true (is_offered (page));
}

static void
test_goes_on (Desk *desk, gconstpointer data)
{
  g_autofree char *content = NULL;
  GtkWidget *page;

  break_off (desk);
  restart (desk);
  page = show (desk);
  app_run_until (is_offered, page);
  app_assert_named (page);
  app_click (page, GO_ON);
  app_run_until (is_idle, page);
  g_assert_false (is_offered (page));
  g_assert_true (g_file_get_contents (desk->second, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, PDF);
  /* What was saved is not fetched again. */
  g_assert_cmpuint (test_server_count (desk->lookup.server, FIRST), ==, 1);
  restart (desk);
  page = show (desk);
  app_run_idle ();
  g_assert_false (is_offered (page));
}

static gboolean
leads_there (gpointer page)
{
  GtkWidget *button = app_find (page, GTK_TYPE_BUTTON, OFFER_IN_LIST);

  return button != NULL && gtk_widget_get_visible (button);
}

static void
test_in_the_list (Desk *desk, gconstpointer data)
{
  SmePage *page;

  break_off (desk);
  restart (desk);
  test_server_reply_always (
    desk->lookup.server, "GET /econtract/v1/dossiers",
    (TestReply){ 200, "{\"items\":[" LOOKUP_DOSSIER ("d1", "Hợp đồng SmartCA", "12726", "completed",
                                                     "") "],\"total\":1}" });
  page = app_fixture_show_page (&desk->lookup.app, SME_TYPE_LOOKUP_PAGE, "lookup");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (leads_there, page);
  app_run_idle ();
  app_click (GTK_WIDGET (page), OFFER_IN_LIST);
  g_assert_cmpstr (app_fixture_last_action (&desk->lookup.app), ==, "open dossier:d1");
}

static void
test_given_up (Desk *desk, gconstpointer data)
{
  GtkWidget *page;

  break_off (desk);
  page = show (desk);
  app_run_until (is_offered, page);
  app_click (page, "Don't go on");
  g_assert_false (is_offered (page));
  restart (desk);
  page = show (desk);
  app_run_idle ();
  g_assert_false (is_offered (page));
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window; /* the toolkit holds it */
    }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog () != NULL;
}

/* Where another file lies by now it is asked, as at the first time. */
static void
test_asks_again (Desk *desk, gconstpointer data)
{
  g_autofree char *content = NULL;
  GtkWidget *page;

  break_off (desk);
  g_assert_true (g_file_set_contents (desk->second, "mine", -1, NULL));
  page = show (desk);
  app_run_until (is_offered, page);
  app_click (page, GO_ON);
  app_run_until (is_asked, NULL);
  gtk_window_close (find_dialog ());
  app_run_until (is_idle, page);
  g_assert_true (is_offered (page));
  g_assert_true (g_file_get_contents (desk->second, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

#define ADD(path, function) g_test_add (path, Desk, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a62/pending/goes-on-after-the-end-of-the-program", test_goes_on);
  ADD ("/a62/pending/the-list-leads-there", test_in_the_list);
  ADD ("/a62/pending/can-be-given-up", test_given_up);
  ADD ("/a62/pending/nothing-is-replaced-unasked", test_asks_again);
  return g_test_run ();
}
