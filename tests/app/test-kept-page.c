/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/lookup/sme-kept-page.h"

#include "app/lookup/sme-document-page.h"
#include "app/lookup/sme-lookup-memory.h"
#include "app/lookup/sme-lookup-page.h"
#include "app/lookup/sme-lookup-shelf.h"
#include "client/sme-vault.h"
#include "lookup-fixture.h"

#define DOSSIER "GET /econtract/v1/dossiers/d1"
#define CONTENT "GET /econtract/v1/documents/p1/content"
#define AUTHORITIES "GET /econtract/v1/authorities"

/* One that poppler opens. */
#define PDF \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" \
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" \
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n" \
  "trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"

static void
set_up (LookupFixture *f, gconstpointer data)
{
  g_autoptr (SmeVault) vault = NULL;

  lookup_fixture_set_up (f, data);
  vault = sme_vault_new (f->keyring, NULL);
  sme_context_set_vault (f->app.context, vault);
}

static char *
make_dossier (void)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);

  return g_strdup_printf (LOOKUP_DOSSIER ("d1", "Hợp đồng SmartCA", "12726", "completed",
                                          ",\"documents\":["
                                          "{\"id\":\"p1\",\"kind\":\"terms\",\"name\":\"Điều "
                                          "khoản\",\"state\":\"effective\","
                                          "\"changed_on\":\"2026-11-22\",\"sha256\":\"%s\","
                                          "\"bytes\":18},"
                                          "{\"id\":\"p2\",\"kind\":\"contract\",\"name\":\"Hợp "
                                          "đồng\",\"state\":\"effective\","
                                          "\"changed_on\":\"2026-11-20\",\"sha256\":\"%s\","
                                          "\"bytes\":18}]"),
                          hash, hash);
}

static gboolean
is_remembered (gpointer data)
{
  LookupFixture *f = data;
  g_auto (TestCall) call = { 0 };
  g_auto (GStrv) accounts = NULL;

  sme_keyring_list_async (f->keyring, SME_LOOKUP_MEMORY_KIND,
                          sme_lookup_memory_get_server (f->app.context), NULL, test_on_ready,
                          &call);
  accounts = sme_keyring_list_finish (f->keyring, test_await (&call), NULL);
  return accounts != NULL && accounts[0] != NULL;
}

static GListModel *
get_kept (LookupFixture *f)
{
  return sme_lookup_shelf_get_dossiers (sme_lookup_shelf_get (f->app.context));
}

static gboolean
keeps_something (gpointer f)
{
  return g_list_model_get_n_items (get_kept (f)) > 0;
}

static gboolean
keeps_nothing (gpointer f)
{
  return !keeps_something (f);
}

static SmePage *
open_document (LookupFixture *f)
{
  g_autofree char *json = make_dossier ();
  SmePage *page;

  lookup_fixture_sign_in (f);
  test_server_reply_always (f->server, DOSSIER, (TestReply){ 200, json });
  test_server_reply_always (f->server, CONTENT, (TestReply){ 200, PDF, .type = "application/pdf" });
  page = app_fixture_show_page (&f->app, SME_TYPE_DOCUMENT_PAGE, "document:d1?document=p1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  return page;
}

static void
remember (LookupFixture *f)
{
  sme_lookup_memory_keep (f->app.context, "an-12726", "mat-khau-dau");
  app_run_until (is_remembered, f);
}

/* Neither a sign-in nor a request: only what is here. */
static void
test_offline (LookupFixture *f, gconstpointer data)
{
  SmePage *page;
  guint asked;

  remember (f);
  open_document (f);
  app_run_until (keeps_something, f);
  test_server_reply (f->server, "DELETE /econtract/v1/sessions/current", (TestReply){ 204 });
  sme_econtract_sign_out_async (f->econtract, NULL, NULL, NULL);
  test_wait_for_requests (f->server, "DELETE /econtract/v1/sessions/current", 1);
  asked = test_server_count (f->server, CONTENT) + test_server_count (f->server, DOSSIER);

  page = app_fixture_show_page (&f->app, SME_TYPE_KEPT_PAGE, "kept");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  app_assert_named (GTK_WIDGET (page));
  g_assert_true (app_shows (GTK_WIDGET (page), "Điều khoản"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Hợp đồng SmartCA · Order 12726 · 22/11/2026"));
  gtk_widget_activate (app_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, NULL));
  g_assert_cmpstr (app_fixture_last_action (&f->app), ==, "open document:d1?document=p1&kept=1");
  page = app_fixture_show_page (&f->app, SME_TYPE_DOCUMENT_PAGE, "document:d1?document=p1&kept=1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  g_assert_cmpstr (sme_page_get_title (page), ==, "Điều khoản");
  g_assert_cmpuint (test_server_count (f->server, CONTENT) + test_server_count (f->server, DOSSIER),
                    ==, asked);
}

/* The other one was never opened. */
static void
test_only_what_was_opened (LookupFixture *f, gconstpointer data)
{
  SmePage *page;

  remember (f);
  open_document (f);
  app_run_until (keeps_something, f);
  page = app_fixture_show_page (&f->app, SME_TYPE_DOCUMENT_PAGE, "document:d1?document=p2&kept=1");
  app_run_until_state (page, SME_PAGE_ERROR);
}

/* As long as the keyring answers and a document goes on, so that "nothing" is not "not yet". */
static void
test_unasked (LookupFixture *f, gconstpointer data)
{
  open_document (f);
  g_assert_false (is_remembered (f));
  app_run_idle ();
  g_assert_true (keeps_nothing (f));
}

static void
test_sign_out (LookupFixture *f, gconstpointer data)
{
  GtkWidget *page;

  remember (f);
  open_document (f);
  app_run_until (keeps_something, f);
  test_server_reply_always (f->server, "GET /econtract/v1/dossiers",
                            (TestReply){ 200, "{\"items\":[],\"total\":0}" });
  page = GTK_WIDGET (app_fixture_show_page (&f->app, SME_TYPE_LOOKUP_PAGE, "lookup"));
  app_run_until_state (SME_PAGE (page), SME_PAGE_EMPTY);
  app_run_idle ();
  test_server_reply (f->server, "DELETE /econtract/v1/sessions/current", (TestReply){ 204 });
  app_click (page, "Sign out");
  app_run_until (keeps_nothing, f);
  test_wait_for_requests (f->server, "DELETE /econtract/v1/sessions/current", 1);
}

static void
test_remove (LookupFixture *f, gconstpointer data)
{
  SmePage *page;

  remember (f);
  open_document (f);
  app_run_until (keeps_something, f);
  page = app_fixture_show_page (&f->app, SME_TYPE_KEPT_PAGE, "kept");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  app_click (GTK_WIDGET (page), "Remove them from this computer");
  app_run_until_state (page, SME_PAGE_EMPTY);
  g_assert_true (keeps_nothing (f));
}

#define ADD(path, function) \
  g_test_add (path, LookupFixture, NULL, set_up, function, lookup_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a62/what-was-opened-is-there-without-a-connection", test_offline);
  ADD ("/a62/only-what-was-opened-is-kept", test_only_what_was_opened);
  ADD ("/a62/nothing-is-kept-unasked", test_unasked);
  ADD ("/a60/signing-out-removes-what-was-kept", test_sign_out);
  ADD ("/a62/what-is-kept-can-be-removed", test_remove);
  return g_test_run ();
}
