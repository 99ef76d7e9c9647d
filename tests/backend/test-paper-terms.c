/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-terms.h"
#include "paper-fixture.h"

static void
test_current (void)
{
  g_autoptr (SmeTerms) terms = sme_terms_get (SME_TERMS_CURRENT_VERSION, "vi");
  const char *body = sme_record_get_text (SME_RECORD (terms), "body");
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);

  g_assert_cmpstr (sme_record_get_text (SME_RECORD (terms), "version"), ==, "2026-11");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (terms), "title"), ==,
                   "Điều khoản sử dụng dịch vụ");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (terms), "sha256"), ==, sha256);
  g_assert_nonnull (strstr (body, "\n\n5.2. Mã OTP có hiệu lực 05 phút kể từ khi gửi."));
  g_assert_cmpuint (strlen (body), <, 60000);
  g_assert_null (strpbrk (body, "{}|*_"));
}

/* A version that was agreed to never changes. A new text is a new file, with a new line here. */
static void
test_versions_stay (void)
{
  static const struct
  {
    const char *version;
    const char *language;
    const char *sha256;
  } rows[] = {
    { "2026-11", "vi", "e2d553b8887d6a64d61fe5365dbf462dc3b98358e7d50e6848238686e665cfa8" },
    { "service-2026-11-23", "vi",
      "8f593a9d6ed8a3a2fe85e149fe06cee2e9c10dbab3d51006fbed14025439a8fa" },
    { "service-2026-11-23", "en",
      "7c8515468ac126b424fb870034554c3d4508f262ee2345ba17f48027af92c632" },
    { "personal-data-2026-11-23", "vi",
      "5a73c9dc82bc19dbad582919ef432f92072b40b8eaff2dba8d25d3ecb9821f93" },
    { "personal-data-2026-11-23", "en",
      "e4f3cda1b1dfa493d48a0b7dafb9e77f297bde10f91c178a562857be96d6979f" },
    { "marketing-2026-11-23", "vi",
      "7229f558dccb0f4de229c92011f92ed479c1afc0cc2757a6ed44c7614efc9487" },
    { "marketing-2026-11-23", "en",
      "92a67ee9bdf2b5d028cd7b87ddcf4d6bc8fb6faaee833ecb0bda4cb5dfab75a3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeTerms) terms = sme_terms_get (rows[i].version, rows[i].language);

      g_assert_cmpstr (sme_record_get_text (SME_RECORD (terms), "sha256"), ==, rows[i].sha256);
    }
}

static void
test_unknown (void)
{
  static const char *const versions[] = { "",
                                          "2026",
                                          "2026-12",
                                          "2026-11x",
                                          "../../x",
                                          "2026-1",
                                          "selling-2026-11-23",
                                          "marketing-2026-11",
                                          "marketing-2026-11-24",
                                          "marketing" };

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sme_terms_get (versions[i], "vi"));
      g_assert_null (sme_paper_draw_terms (versions[i], NULL, FIXTURE_TIME, TRUE, &error));
      g_assert_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE);
    }
}

/* A document of its own for each purpose and language, and a title that says which it is. */
static void
test_consents (void)
{
  static const struct
  {
    const char *version;
    const char *language;
    const char *title;
    const char *says;
  } rows[] = {
    { SME_TERMS_SERVICE_VERSION, "vi", "Điều khoản sử dụng tài khoản OneSME", "đăng ký tài khoản" },
    { SME_TERMS_SERVICE_VERSION, "en", "Terms of using the OneSME account", "Article 10." },
    { SME_TERMS_PERSONAL_DATA_VERSION, "vi", "Thông báo và đồng ý xử lý dữ liệu cá nhân",
      "Bên kiểm soát" },
    { SME_TERMS_PERSONAL_DATA_VERSION, "en",
      "Notice of and consent to the processing of personal data", "How long data are kept" },
    { SME_TERMS_MARKETING_VERSION, "vi", "Đồng ý nhận tin tức và khuyến mại qua email",
      "Nhiều nhất 01 thư trong một tuần" },
    { SME_TERMS_MARKETING_VERSION, "en", "Consent to news and promotions by e-mail",
      "How to stop" },
  };
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SmeTerms) terms = sme_terms_get (rows[i].version, rows[i].language);
      SmeRecord *record = SME_RECORD (terms);
      const char *body = sme_record_get_text (record, "body");
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);

      g_assert_cmpstr (sme_record_get_text (record, "version"), ==, rows[i].version);
      g_assert_cmpstr (sme_record_get_text (record, "title"), ==, rows[i].title);
      g_assert_cmpstr (sme_record_get_text (record, "sha256"), ==, sha256);
      g_assert_nonnull (strstr (body, rows[i].says));
      g_assert_nonnull (strstr (body, "2026-11-23"));
      g_assert_null (strpbrk (body, "{}|*_"));
      g_assert_true (g_hash_table_add (hashes, g_steal_pointer (&sha256)));
    }
}

/* What is drawn is what was agreed to, word by word. */
static void
test_drawn (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = sme_paper_draw_terms ("2026-11", "12726", FIXTURE_TIME, TRUE, &error);
  g_autoptr (FixtureDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SmeTerms) terms = sme_terms_get ("2026-11", "en");
  g_auto (GStrv) paragraphs =
    g_strsplit (sme_record_get_text (SME_RECORD (terms), "body"), "\n\n", -1);

  g_assert_no_error (error);
  document = fixture_open (pdf);
  g_assert_cmpint (poppler_document_get_n_pages (document), >=, 2);
  g_assert_cmpint (poppler_document_get_n_pages (document), <=, 4);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *page = fixture_get_page_text (document, i);

      fixture_assert_says (page, "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ");
      fixture_assert_says (page, "Đơn hàng 12726 - Điều khoản phiên bản 2026-11");
    }

  text = fixture_get_text (pdf);
  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *start =
        g_utf8_substring (paragraphs[i], 0, MIN (60, g_utf8_strlen (paragraphs[i], -1)));

      fixture_assert_says (text, start);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-terms/current-version-is-plain-text-with-its-hash", test_current);
  g_test_add_func ("/paper-terms/versions-stay-as-they-were", test_versions_stay);
  g_test_add_func ("/paper-terms/other-versions-are-unknown", test_unknown);
  g_test_add_func ("/paper-terms/a-document-for-each-purpose-and-language", test_consents);
  g_test_add_func ("/paper-terms/drawn-terms-say-the-same", test_drawn);

  return g_test_run ();
}
