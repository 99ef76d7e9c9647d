/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-attachment-page.h"

#include "app-fixture.h"
#include "viewer/sme-document-pane.h"

#define ROUTE "attachment:m3?name=1C26TOS-00000001.pdf"

/* A page of white; readers find the table of objects of so small a file themselves. */
static const char pdf[] = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                          "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                          "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>\nendobj\n"
                          "trailer\n<</Root 1 0 R>>\n%%EOF\n";

static void
set_up (AppFixture *f, gconstpointer data)
{
  app_fixture_set_up (f, data);
  sme_context_set_local_tools (f->context, (SmeLocalTools *) f->shop);
}

static SmeDocumentPane *
find_pane (SmePage *page)
{
  return SME_DOCUMENT_PANE (app_find (GTK_WIDGET (page), SME_TYPE_DOCUMENT_PANE, NULL));
}

static gboolean
has_document (gpointer page)
{
  return find_pane (page) != NULL && sme_document_pane_get_document (find_pane (page)) != NULL;
}

static void
test_opens (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_LOCAL_MAIL_ATTACHMENT, "m3", pdf);
  page = app_fixture_show_page (f, SME_TYPE_ATTACHMENT_PAGE, ROUTE);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (has_document, page);
  g_assert_cmpstr (sme_page_get_title (page), ==, "1C26TOS-00000001");
  g_assert_cmpstr (sme_document_pane_get_name (find_pane (page)), ==, "1C26TOS-00000001");
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, NULL));
  app_assert_named (GTK_WIDGET (page));
}

static void
test_fails (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_LOCAL_MAIL_ATTACHMENT, SME_PROBLEM_UNAVAILABLE);
  page = app_fixture_show_page (f, SME_TYPE_ATTACHMENT_PAGE, ROUTE);
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_LOCAL_MAIL_ATTACHMENT, "m3", pdf);
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until_state (page, SME_PAGE_CONTENT);
}

static void
test_elsewhere (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  sme_context_set_local_tools (f->context, NULL);
  page = app_fixture_show_page (f, SME_TYPE_ATTACHMENT_PAGE, ROUTE);
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_ERROR);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_LOCAL_MAIL_ATTACHMENT), ==, 0);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a30/an-attachment-is-read-in-the-app", test_opens);
  ADD ("/attachment-page/failure-can-be-tried-again", test_fails);
  ADD ("/attachment-page/a-real-server-has-none", test_elsewhere);
  return g_test_run ();
}
