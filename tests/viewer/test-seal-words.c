/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in Vietnamese of signed files, and of files that cannot be shown. */
#include "config.h"

#include "seal-cases.h"
#include "seal-fixture.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-error.h"
#include "viewer/sme-seal-findings.h"

#include <glib/gi18n.h>
#include <locale.h>

static void
assert_says (GBytes *pdf, GPtrArray *trusted, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealFindings) findings = NULL;
  g_autofree char *text = NULL;

  sme_seal_findings_check_async (pdf, trusted, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  findings = sme_seal_findings_check_finish (result, &error);
  g_assert_no_error (error);
  text = sme_seal_findings_describe (findings);
  if (strstr (text, expected) == NULL)
    g_error ("\"%s\" does not say \"%s\"", text, expected);
}

/* Each state of a file has its own wording. */
static void
test_states (void)
{
  GPtrArray *trusted = seal_cases_get_trusted ();
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GBytes) bare = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 0);
  g_autoptr (GBytes) longer = seal_cases_add_nothing_visible (sealed);
  g_autoptr (GBytes) twice = seal_cases_make_twice_signed ();
  g_autoptr (GBytes) broken =
    seal_fixture_replace (sealed, 0, "/MediaBox [ 0 0 595", "/MediaBox [ 0 0 594");
  g_autoptr (GBytes) other =
    seal_fixture_replace (sealed, 0, "/ETSI.CAdES.detached", "/ETSI.CAdES.deliched");

  assert_says (bare, trusted, "Chưa được niêm phong.");
  assert_says (sealed, trusted, "Do OneSME demo niêm phong ngày ");
  assert_says (sealed, trusted, "Từ đó không thay đổi. Bên cấp chứng thư được biết ở đây.");
  assert_says (forged, trusted,
               "Sau đó trang 1 đã bị thay đổi: không còn hiển thị đúng nội dung đã niêm phong.");
  assert_says (longer, trusted,
               "Sau đó tệp đã được thêm nội dung; mọi trang vẫn hiển thị đúng nội dung đã niêm "
               "phong.");
  assert_says (twice, trusted, "Có tất cả 2 chữ ký.");
  assert_says (broken, trusted,
               "Tệp này đã bị sửa sau khi niêm phong. Anh/Chị đừng tin vào nội dung của tệp.");
  assert_says (sealed, nobody, "không có bên nào được biết ở đây xác nhận tên này.");
  assert_says (other, trusted, "Không đánh giá: thuộc loại không được kiểm tra ở đây.");
}

/* A Vietnamese session never shows an English reason. */
static void
test_reasons (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= SME_DOCUMENT_ERROR_FAILED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (SME_DOCUMENT_ERROR, code, "internal");
      const char *in_vietnamese = sme_document_error_get_text (error);
      g_autofree char *in_english = NULL;

      g_setenv ("LANGUAGE", "en", TRUE);
      setlocale (LC_ALL, ""); /* makes gettext look again */
      in_english = g_strdup (sme_document_error_get_text (error));
      g_setenv ("LANGUAGE", "vi", TRUE);
      setlocale (LC_ALL, "");
      g_assert_cmpstr (in_vietnamese, !=, in_english);
      g_assert_true (g_hash_table_add (texts, g_strdup (in_vietnamese)));
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "vi", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a46/seal-words/states", test_states);
  g_test_add_func ("/a40/seal-words/reasons", test_reasons);
  return g_test_run ();
}
