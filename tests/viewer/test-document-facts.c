/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links, outline and properties, as data. */
#include "viewer-fixture.h"
#include "viewer/sme-document.h"
#include "viewer/sme-link-question.h"

static SmeDocument *
open_linked (void)
{
  g_autoptr (GBytes) bytes = fixture_make_linked_contract (4);
  g_autoptr (GError) error = NULL;
  SmeDocument *document = fixture_open (bytes, &error);

  g_assert_no_error (error);
  return document;
}

static SmePageText *
get_text (SmeDocument *document, guint page)
{
  g_autoptr (GAsyncResult) result = NULL;
  SmePageText *text;

  sme_document_get_text_async (document, page, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  text = sme_document_get_text_finish (document, result, NULL);
  g_assert_nonnull (text);
  return text;
}

static void
test_links (void)
{
  g_autoptr (SmeDocument) document = open_linked ();
  g_autoptr (SmePageText) text = get_text (document, 0);
  g_autoptr (SmePageText) without = get_text (document, 1);
  const SmePageLink *link;

  g_assert_cmpuint (sme_page_text_get_links (text)->len, ==, 2);
  link = sme_page_text_get_link_at (text, 100, 30);
  g_assert_nonnull (link);
  g_assert_null (link->uri);
  g_assert_cmpuint (link->page, ==, 2);
  link = sme_page_text_get_link_at (text, 250, 30);
  g_assert_nonnull (link);
  g_assert_cmpstr (link->uri, ==, "https://smartca.vnpt.vn");
  g_assert_null (sme_page_text_get_link_at (text, 185, 30));
  g_assert_null (sme_page_text_get_link_at (text, 100, 60));
  g_assert_cmpuint (sme_page_text_get_links (without)->len, ==, 0);
}

static SmeOutlineItem *
get_outline (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  SmeOutlineItem *root;

  sme_document_get_outline_async (document, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  root = sme_document_get_outline_finish (document, result, NULL);
  g_assert_nonnull (root);
  return root;
}

static void
assert_heading (GListModel *model, guint index, const char *title, guint page, double top)
{
  g_autoptr (SmeOutlineItem) item = g_list_model_get_item (model, index);

  g_assert_nonnull (item);
  g_assert_cmpstr (sme_outline_item_get_title (item), ==, title);
  g_assert_cmpuint (sme_outline_item_get_page (item), ==, page);
  g_assert_cmpfloat_with_epsilon (sme_outline_item_get_top (item), top, 0.01);
}

static void
test_outline (void)
{
  g_autoptr (SmeDocument) document = open_linked ();
  g_autoptr (SmeOutlineItem) root = get_outline (document);
  GListModel *top = sme_outline_item_get_children (root);
  g_autoptr (SmeOutlineItem) third = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (top), ==, 3);
  assert_heading (top, 0, "Điều 1", 0, 0);
  assert_heading (top, 1, "Điều 2", 1, 0.5);
  third = g_list_model_get_item (top, 2);
  assert_heading (sme_outline_item_get_children (third), 0, "Khoản 3.1", 2, 400.0 / 842);
}

static void
test_no_outline (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (1);
  g_autoptr (SmeOutlineItem) root = get_outline (document);

  g_assert_cmpuint (g_list_model_get_n_items (sme_outline_item_get_children (root)), ==, 0);
}

static SmeDocumentFacts *
get_facts (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  SmeDocumentFacts *facts;

  sme_document_get_facts_async (document, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  facts = sme_document_get_facts_finish (document, result, NULL);
  g_assert_nonnull (facts);
  return facts;
}

static void
test_facts (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (3);
  g_autoptr (SmeDocumentFacts) facts = get_facts (document);

  g_assert_cmpstr (facts->title, ==, "Hợp đồng dịch vụ"); /* on one line */
  g_assert_cmpstr (facts->author, ==, "");
  g_assert_cmpuint (facts->n_pages, ==, 3);
  g_assert_cmpuint (facts->n_bytes, ==, g_bytes_get_size (sme_document_get_bytes (document)));
  g_assert_cmpfloat_with_epsilon (facts->first_page.height, 841.89, 0.1);
  g_assert_true (g_str_has_prefix (facts->producer, "cairo"));
  g_assert_nonnull (facts->created);
  g_assert_cmpstr (facts->fonts_missing, ==, "");
}

static void
test_addresses (void)
{
  static const char *const good[] = { "https://smartca.vnpt.vn/a?b=c#d", "http://127.0.0.1:8080",
                                      "HTTPS://vnpt.vn", "mailto:a@vnpt.vn", "tel:18001260" };
  static const char *const bad[] = { "file:///etc/passwd",
                                     "javascript:alert(1)",
                                     "data:text/html,x",
                                     "smb://server/share",
                                     "https:",
                                     "vnpt.vn",
                                     "",
                                     "ssh://host",
                                     "onesme:order",
                                     "http:///x" };
  g_autofree char *plain = sme_link_describe ("https://smartca.vnpt.vn/a");
  g_autofree char *lookalike = sme_link_describe ("https://vnрt.vn/\xe2\x80\xae"
                                                  "fdp");
  g_autofree char *endless = NULL;
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sme_link_is_allowed (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sme_link_is_allowed (bad[i]));
  g_assert_cmpstr (plain, ==, "https://smartca.vnpt.vn/a");
  /* A Cyrillic letter in the host, and one that turns the rest round. */
  g_assert_true (g_str_has_prefix (lookalike, "https://xn--"));
  g_assert_null (strstr (lookalike, "\xe2\x80\xae"));
  endless = g_strnfill (5000, 'a');
  shown = sme_link_describe (endless);
  g_assert_cmpuint (g_utf8_strlen (shown, -1), ==, 301);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/links-are-data", test_links);
  g_test_add_func ("/document/outline", test_outline);
  g_test_add_func ("/document/no-outline", test_no_outline);
  g_test_add_func ("/document/facts", test_facts);
  g_test_add_func ("/document/addresses-shown-and-refused", test_addresses);
  return g_test_run ();
}
