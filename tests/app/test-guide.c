/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide.h"
#include "app/sme-routes.h"

#include <string.h>

static const struct
{
  const char *text;
  gboolean right;
} texts[] = {
  { "== a\nkind: faq\ntitle: T\nask: b\n\nText.\n", TRUE },
  { "; a comment\n== a\nkind: step\ntitle: T\nopen: Go | order:1\ncall: hotline\nsee: a\nask: b; "
    "c\n\n1. One\n- Two\n",
    TRUE },
  { "== a\nkind: faq\ntitle: T\nask: b\n", FALSE },                          /* no text */
  { "== a\ntitle: T\nask: b\n\nText.\n", FALSE },                            /* no kind */
  { "== a\nkind: faq\nask: b\n\nText.\n", FALSE },                           /* no title */
  { "== a\nkind: faq\ntitle: T\n\nText.\n", FALSE },                         /* nobody asks */
  { "== a\nkind: poem\ntitle: T\nask: b\n\nText.\n", FALSE },                /* of no kind */
  { "== a\nkind: faq\nkind: faq\ntitle: T\nask: b\n\nText.\n", FALSE },      /* twice */
  { "== a\nkind: faq\ntitle: T\nask: b\nsee: c\n\nText.\n", FALSE },         /* leads nowhere */
  { "== a\nkind: faq\ntitle: T\nask: b\nopen: Go\n\nText.\n", FALSE },       /* no route */
  { "== a\nkind: faq\ntitle: T\nask: b\nopen: Go | A B\n\nText.\n", FALSE }, /* no route */
  { "== a\nkind: faq\ntitle: T\nask: b\ncolour: red\n\nText.\n", FALSE },    /* unknown key */
  { "== a\nkind: faq\ntitle: T\nask: b;;\n\nText.\n", FALSE },               /* empty */
  { "== A b\nkind: faq\ntitle: T\nask: b\n\nText.\n", FALSE },               /* no id */
  { "Text.\n", FALSE },                                                      /* of nothing */
  { "== a\nkind: faq\ntitle: T\nask: b\n\nT\n== a\nkind: faq\ntitle: T\nask: b\n\nT\n", FALSE },
  { "== a\nkind: faq\ntitle: \xff\nask: b\n\nText.\n", FALSE },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].text, strlen (texts[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeGuide) guide = sme_guide_new (bytes, &error);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      if (texts[i].right)
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true ((guide != NULL) == texts[i].right);
    }
}

static void
test_blocks (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (texts[1].text, strlen (texts[1].text));
  g_autoptr (SmeGuide) guide = sme_guide_new (bytes, NULL);
  SmeGuideArticle *article = sme_guide_find (guide, "a");
  g_autofree char *first = sme_guide_article_format_block (article, 0);
  g_autofree char *second = sme_guide_article_format_block (article, 1);

  g_assert_cmpstr (first, ==, "1. One");
  g_assert_cmpstr (second, ==, "• Two");
  g_assert_cmpint (sme_guide_article_get_call (article), ==, SME_GUIDE_CALL_HOTLINE);
  g_assert_cmpstr (sme_guide_article_get_link (article, 0)->route, ==, "order:1");
  g_assert_cmpstr (sme_guide_article_get_asks (article)[1], ==, "c");
}

/* What does not depend on the language. */
static void
assert_same (SmeGuideArticle *vi, SmeGuideArticle *en)
{
  const char *const *see_vi = sme_guide_article_get_see (vi);
  const char *const *see_en = sme_guide_article_get_see (en);

  g_test_message ("%s", sme_guide_article_get_id (vi));
  g_assert_cmpstr (sme_guide_article_get_id (vi), ==, sme_guide_article_get_id (en));
  g_assert_cmpint (sme_guide_article_get_kind (vi), ==, sme_guide_article_get_kind (en));
  g_assert_cmpint (sme_guide_article_get_call (vi), ==, sme_guide_article_get_call (en));
  g_assert_true (g_strv_equal (see_vi, see_en));
  g_assert_cmpuint (sme_guide_article_get_n_links (vi), ==, sme_guide_article_get_n_links (en));
  for (guint i = 0; i < sme_guide_article_get_n_links (vi); i++)
    g_assert_cmpstr (sme_guide_article_get_link (vi, i)->route, ==,
                     sme_guide_article_get_link (en, i)->route);
  g_assert_cmpuint (sme_guide_article_get_n_blocks (vi), ==, sme_guide_article_get_n_blocks (en));
  for (guint i = 0; i < sme_guide_article_get_n_blocks (vi); i++)
    g_assert_cmpint (sme_guide_article_get_block (vi, i)->kind, ==,
                     sme_guide_article_get_block (en, i)->kind);
}

static void
test_languages (void)
{
  g_autoptr (SmeGuide) vi = sme_guide_load ("vi");
  g_autoptr (SmeGuide) en = sme_guide_load ("en");

  g_assert_cmpuint (sme_guide_get_n_articles (vi), ==, sme_guide_get_n_articles (en));
  for (guint i = 0; i < sme_guide_get_n_articles (vi); i++)
    assert_same (sme_guide_get_article (vi, i), sme_guide_get_article (en, i));
}

static void
test_links (void)
{
  g_autoptr (SmeGuide) guide = sme_guide_load ("vi");

  for (guint i = 0; i < sme_guide_get_n_articles (guide); i++)
    {
      SmeGuideArticle *article = sme_guide_get_article (guide, i);
      SmeGuideKind kind = sme_guide_article_get_kind (article);

      g_test_message ("%s", sme_guide_article_get_id (article));
      /* Every step and every error leads to the page where it is done or solved. */
      if (kind == SME_GUIDE_STEP || kind == SME_GUIDE_PROBLEM)
        g_assert_cmpuint (sme_guide_article_get_n_links (article), >, 0);
      for (guint j = 0; j < sme_guide_article_get_n_links (article); j++)
        {
          const SmeGuideLink *link = sme_guide_article_get_link (article, j);
          g_autoptr (SmeRoute) route = sme_route_parse (link->route);

          g_assert_nonnull (sme_routes_find (sme_route_get_name (route)));
        }
    }
}

static gboolean
says (SmeGuideArticle *article, const char *text)
{
  for (guint i = 0; i < sme_guide_article_get_n_blocks (article); i++)
    if (strstr (sme_guide_article_get_block (article, i)->text, text) != NULL)
      return TRUE;
  return FALSE;
}

/* An article that names the hotline has its button, and the other way round. */
static void
test_hotline (gconstpointer language)
{
  g_autoptr (SmeGuide) guide = sme_guide_load (language);
  const char *branch = g_str_equal (language, "vi") ? "Nhánh 1" : "branch 1";

  for (guint i = 0; i < sme_guide_get_n_articles (guide); i++)
    {
      SmeGuideArticle *article = sme_guide_get_article (guide, i);
      SmeGuideCall call = sme_guide_article_get_call (article);

      g_test_message ("%s", sme_guide_article_get_id (article));
      g_assert_true (says (article, "1800 1260") == (call != SME_GUIDE_CALL_NONE));
      if (call == SME_GUIDE_CALL_BRANCH_1)
        g_assert_true (says (article, branch));
    }
}

/* Facts that may not get lost when the guide is written anew. */
static void
test_facts (gconstpointer language)
{
  static const struct
  {
    const char *article;
    const char *fact;
  } facts[] = {
    { "law-2005", "20/2023/QH15" },
    { "law-130", "23/2025/NĐ-CP" },
    { "law-22", "15/2025/TT-BKHCN" },
    { "law-data", "91/2025/QH15" },
    { "law-data", "356/2025/NĐ-CP" },
    { "law-consumer", "19/2023/QH15" },
    { "problem-otp", "1800 1260" },
    { "problem-acceptance", "1800 1260" },
    { "problem-data", "1800 1260" },
    { "problem-data-signed", "1800 1260" },
    { "step-4", "VNPT eContract" },
    { "faq-price", "220.000 ₫" },
    { "faq-password", "OneSME" },
    { "word-onesme", "onesme.vn" },
    { "problem-popup", "support.google.com/chrome/answer/95472" },
  };
  g_autoptr (SmeGuide) guide = sme_guide_load (language);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_test_message ("%s: %s", facts[i].article, facts[i].fact);
      g_assert_true (says (sme_guide_find (guide, facts[i].article), facts[i].fact));
    }
}

static void
test_exact_titles (void)
{
  g_autoptr (SmeGuide) guide = sme_guide_load ("vi");
  static const struct
  {
    const char *article;
    const char *title;
  } titles[] = {
    { "step-2", "Bước 2. Khai báo thông tin" },
    { "step-3", "Bước 3. Thanh toán" },
    { "step-4", "Bước 4. Ký điện tử hợp đồng cung cấp dịch vụ" },
    { "step-lookup", "Tra cứu hợp đồng điện tử" },
    { "problem-session", "Hết phiên giao dịch" },
    { "problem-otp", "Nhập mã OTP sai" },
    { "problem-acceptance", "Ký Biên bản nghiệm thu không thành công" },
    { "word-id", "CCCD/CMND/HC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (sme_guide_article_get_title (sme_guide_find (guide, titles[i].article)), ==,
                     titles[i].title);
  g_assert_null (sme_guide_find (guide, "nothing"));
  g_assert_null (sme_guide_find (guide, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/format", test_format);
  g_test_add_func ("/guide/blocks", test_blocks);
  g_test_add_func ("/guide/languages-agree", test_languages);
  g_test_add_func ("/a8/every-step-and-error-has-its-page", test_links);
  g_test_add_data_func ("/a6/articles-that-name-the-hotline-offer-it", "vi", test_hotline);
  g_test_add_data_func ("/a6/articles-that-name-the-hotline-offer-it-in-english", "en",
                        test_hotline);
  g_test_add_data_func ("/a8/laws-and-what-replaced-them", "vi", test_facts);
  g_test_add_data_func ("/a8/laws-and-what-replaced-them-in-english", "en", test_facts);
  g_test_add_func ("/a8/titles-of-the-guide", test_exact_titles);
  return g_test_run ();
}
