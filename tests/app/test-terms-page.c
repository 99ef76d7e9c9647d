/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-terms-page.h"

#include "app-fixture.h"

#define TERMS \
  "{\"version\":\"2026-11\",\"title\":\"Điều khoản sử dụng dịch vụ\"," \
  "\"body\":\"Điều 1. Giải thích từ ngữ\\n\\n1.1. Dịch vụ là dịch vụ ký số.\"," \
  "\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}"

static char *
get_text (SmePage *page)
{
  GtkWidget *view = app_find (GTK_WIDGET (page), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_text (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  g_autofree char *text = NULL;

  fake_shop_answer (f->shop, SME_OP_GET_TERMS, "2026-11", TERMS);
  page = app_fixture_show_page (f, SME_TYPE_TERMS_PAGE, "terms:2026-11");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  g_assert_cmpstr (sme_page_get_title (page), ==, "Điều khoản sử dụng dịch vụ");
  text = get_text (page);
  g_assert_cmpstr (text, ==, "Điều 1. Giải thích từ ngữ\n\n1.1. Dịch vụ là dịch vụ ký số.\n");
  app_assert_named (GTK_WIDGET (page));
}

/* Loaded again it is there once. */
static void
test_again (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fake_shop_answer (f->shop, SME_OP_GET_TERMS, NULL, TERMS);
  page = app_fixture_show_page (f, SME_TYPE_TERMS_PAGE, "terms:2026-11");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  before = get_text (page);
  sme_page_reload (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  after = get_text (page);
  g_assert_cmpstr (before, ==, after);
}

static void
test_unknown (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_TERMS_PAGE, "terms:1999-01");

  app_run_until_state (page, SME_PAGE_ERROR);
}

static void
test_no_version (AppFixture *f, gconstpointer data)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_TERMS_PAGE, "terms");

  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_ERROR);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_GET_TERMS), ==, 0);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a32/terms-are-readable-in-the-app", test_text);
  ADD ("/terms-page/loads-again", test_again);
  ADD ("/terms-page/an-unknown-version-is-an-error", test_unknown);
  ADD ("/terms-page/a-route-without-version-is-an-error", test_no_version);
  return g_test_run ();
}
