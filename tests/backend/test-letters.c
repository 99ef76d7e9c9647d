/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "backend/outbox/sme-letter-template.h"
#include "backend/outbox/sme-letter.h"

static const char *const languages[] = { "vi", "en" };

static SmeLetterFacts
make_facts (void)
{
  return (SmeLetterFacts){
    .name = "Nguyễn Thị Phương Thảo",
    .user_name = "0912345678",
    .inviter = "CÔNG TY TNHH BIỂN XANH",
    .code = "483920",
    .dossier_id = "dos_7Hx",
    .order_id = "ord_7Hx",
    .order_number = "12726",
    .plan_name = "SMARTCA CÁ NHÂN CƠ BẢN",
    .case_number = "482913",
    .invoice_number = "1C26TOS-00000001",
    .choice = "other",
    .amount = 220000,
    .expires_at = G_GINT64_CONSTANT (1795317300000),
    .contact = "b***h@vidu.vn",
    .kept = "5 hợp đồng",
    .happened_at = G_GINT64_CONSTANT (1795317300000),
    .ends_on = 20271122,
    .demonstration = TRUE,
  };
}

static SmeLetter *
compose (SmeLetterKind kind, const char *language)
{
  SmeLetterFacts facts = make_facts ();

  return sme_letter_compose (kind, language, &facts);
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in “%s”", words, text);
}

static gboolean
is_sms (SmeLetterKind kind)
{
  return kind == SME_LETTER_OTP_CONTRACT || kind == SME_LETTER_OTP_ACCEPTANCE ||
         kind == SME_LETTER_SMARTCA_CODE_SMS || kind == SME_LETTER_PHONE_CODE;
}

static void
test_activation (void)
{
  g_autoptr (SmeLetter) letter = compose (SME_LETTER_ACTIVATION, "vi");

  g_assert_cmpint (letter->kind, ==, SME_MESSAGE_EMAIL);
  g_assert_cmpstr (letter->subject, ==, "Kích hoạt tài khoản OneSME");
  g_assert_cmpstr (letter->code, ==, "483920");
  g_assert_cmpstr (letter->link, ==, "onesme://activate?token=483920");
  assert_says (letter->body, "\nKính gửi Anh/Chị Nguyễn Thị Phương Thảo,\n");
  assert_says (letter->body, "\nonesme://activate?token=483920\n");
  assert_says (letter->body, "hiệu lực đến 22/11/2026 10:15.");
}

static void
test_econtract (void)
{
  g_autoptr (SmeLetter) letter = compose (SME_LETTER_ECONTRACT_ACCESS, "vi");
  g_autoptr (SmeLetter) again = compose (SME_LETTER_ECONTRACT_DOSSIER, "vi");

  g_assert_cmpstr (letter->link, ==, "onesme://econtract/dos_7Hx");
  g_assert_cmpstr (letter->code, ==, "483920");
  assert_says (letter->body, "\nTên đăng nhập: 0912345678\nMật khẩu lần đầu: 483920\n");
  assert_says (letter->body, "phải đổi mật khẩu này trước khi ký");
  assert_says (letter->subject, "đơn hàng 12726");

  g_assert_cmpstr (again->link, ==, "onesme://econtract/dos_7Hx");
  g_assert_null (again->code);
  g_assert_null (strstr (again->body, "483920"));
}

static void
test_otp (void)
{
  g_autoptr (SmeLetter) letter = compose (SME_LETTER_OTP_CONTRACT, "vi");
  g_autoptr (SmeLetter) acceptance = compose (SME_LETTER_OTP_ACCEPTANCE, "vi");

  g_assert_cmpint (letter->kind, ==, SME_MESSAGE_SMS);
  g_assert_null (letter->subject);
  g_assert_null (letter->link);
  g_assert_cmpstr (letter->code, ==, "483920");
  g_assert_cmpstr (
    letter->body, ==,
    "[Trinh dien tren may nay] Ma OTP ky hop dong don hang 12726 la 483920, hieu luc 5 "
    "phut. Khong cung cap ma nay cho bat ky ai.");
  assert_says (acceptance->body, "Ma OTP ky bien ban nghiem thu don hang 12726 la 483920");
}

static void
test_smartca (void)
{
  g_autoptr (SmeLetter) mail = compose (SME_LETTER_SMARTCA_CODE, "vi");
  g_autoptr (SmeLetter) sms = compose (SME_LETTER_SMARTCA_CODE_SMS, "vi");

  g_assert_cmpint (mail->kind, ==, SME_MESSAGE_EMAIL);
  g_assert_cmpint (sms->kind, ==, SME_MESSAGE_SMS);
  g_assert_cmpstr (mail->code, ==, "483920");
  g_assert_cmpstr (sms->code, ==, "483920");
  assert_says (mail->body, "\n483920\n");
  assert_says (sms->body, "Ma kich hoat VNPT SmartCA cua don hang 12726 la 483920.");
}

static void
test_smartca_decisions (void)
{
  SmeLetterFacts facts = make_facts ();
  g_autoptr (SmeLetter) issued = compose (SME_LETTER_SMARTCA_ISSUED, "vi");
  g_autoptr (SmeLetter) refused = NULL;

  facts.choice = "face_mismatch";
  facts.note = "Xin chụp lại\nnơi đủ sáng.";
  refused = sme_letter_compose (SME_LETTER_SMARTCA_REFUSED, "vi", &facts);
  assert_says (issued->body, "có hiệu lực đến hết ngày 22/11/2027.");
  assert_says (issued->body, "Biên bản nghiệm thu");
  assert_says (issued->body, "chọn Nhánh 1.");
  g_assert_cmpstr (issued->link, ==, "onesme://certificate/ord_7Hx");
  assert_says (refused->body, "Lý do: Khuôn mặt không khớp với ảnh trên giấy tờ. Xin chụp lại nơi "
                              "đủ sáng.\n");
}

/* Every kind of case, and the other way to resolve one, has its sentence in both languages. */
static void
test_cases (void)
{
  static const char *const choices[] = { "wrong_data", "locked", "acceptance_failed", "other",
                                         "unchanged" };
  SmeLetterFacts facts = make_facts ();

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        g_autoptr (SmeLetter) resolved = NULL, opened = NULL;

        facts.choice = choices[i];
        resolved = sme_letter_compose (SME_LETTER_CASE_RESOLVED, languages[k], &facts);
        g_assert_nonnull (resolved);
        assert_says (resolved->body, " 482913 ");
        if (i == G_N_ELEMENTS (choices) - 1)
          continue;
        opened = sme_letter_compose (SME_LETTER_CASE_OPENED, languages[k], &facts);
        g_assert_nonnull (opened);
        assert_says (opened->subject, " 482913 ");
      }
}

static void
test_payment (void)
{
  g_autoptr (SmeLetter) letter = compose (SME_LETTER_PAYMENT_RECEIVED, "vi");

  assert_says (letter->subject, "Đã nhận thanh toán cho đơn hàng 12726");
  assert_says (letter->body,
               "đã nhận 220.000\302\240₫ cho đơn hàng 12726 (SMARTCA CÁ NHÂN CƠ BẢN)");
  assert_says (letter->body, "“Hoàn thiện hợp đồng”");
}

static void
test_english (void)
{
  g_autoptr (SmeLetter) letter = compose (SME_LETTER_ACTIVATION, "en");
  g_autoptr (SmeLetter) other = compose (SME_LETTER_ACTIVATION, "fr");
  g_autoptr (SmeLetter) none = compose (SME_LETTER_ACTIVATION, NULL);

  g_assert_cmpstr (letter->subject, ==, "Activate your OneSME account");
  g_assert_cmpstr (other->subject, ==, "Kích hoạt tài khoản OneSME");
  g_assert_cmpstr (other->body, ==, none->body);
}

/* Both languages have all letters, made of the same facts. */
static void
test_all (void)
{
  for (SmeLetterKind kind = 0; kind < SME_LETTER_N_KINDS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_autoptr (SmeLetter) letter = compose (kind, languages[i]);
        g_autoptr (SmeLetter) vi = compose (kind, "vi");

        g_assert_nonnull (letter);
        g_assert_cmpint (letter->kind, ==, is_sms (kind) ? SME_MESSAGE_SMS : SME_MESSAGE_EMAIL);
        g_assert_cmpstr (letter->code, ==, vi->code);
        g_assert_cmpstr (letter->link, ==, vi->link);
        g_assert_null (strpbrk (letter->body, "{}"));
        g_assert_true (letter->code == NULL || strstr (letter->body, letter->code) != NULL);
        g_assert_true (letter->link == NULL || strstr (letter->body, letter->link) != NULL);
        g_assert_true ((letter->subject == NULL) == is_sms (kind));
      }
}

static void
test_sms (void)
{
  SmeLetterFacts facts = make_facts ();

  facts.order_number = "ONESME-2026-0012345678";
  facts.code = "QKZ7-9M2X-44TB";
  for (SmeLetterKind kind = 0; kind < SME_LETTER_N_KINDS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_autoptr (SmeLetter) letter = sme_letter_compose (kind, languages[i], &facts);

        if (letter->kind != SME_MESSAGE_SMS)
          continue;
        g_assert_true (g_str_is_ascii (letter->body));
        g_assert_null (strpbrk (letter->body, "?\n"));
        g_assert_cmpuint (strlen (letter->body), <=, 2 * 153); /* two parts of a long message */
      }
}

/* The first words, before anything that could be taken for real. */
static void
test_demonstration (void)
{
  static const char *const words[][2] = {
    { "THƯ TRÌNH DIỄN.", "[Trinh dien tren may nay]" },
    { "DEMONSTRATION.", "[Demonstration on this computer]" },
  };
  SmeLetterFacts facts = make_facts ();

  for (SmeLetterKind kind = 0; kind < SME_LETTER_N_KINDS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_autoptr (SmeLetter) letter = NULL;
        g_autoptr (SmeLetter) real = NULL;

        facts.demonstration = TRUE;
        letter = sme_letter_compose (kind, languages[i], &facts);
        facts.demonstration = FALSE;
        real = sme_letter_compose (kind, languages[i], &facts);

        g_assert_true (g_str_has_prefix (letter->body, words[i][is_sms (kind)]));
        g_assert_null (strstr (real->body, words[i][is_sms (kind)]));
        g_assert_true (g_str_has_suffix (real->body, "\n") != is_sms (kind));
      }
}

/* Where the hotline is named in the demonstration, the text says first that the order is only here.
 */
static void
test_hotline (void)
{
  static const char *const only_here[] = { "Đơn hàng này chỉ có trên máy tính này.",
                                           "This order exists on this computer only." };
  guint n = 0;

  for (SmeLetterKind kind = 0; kind < SME_LETTER_N_KINDS; kind++)
    for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_autoptr (SmeLetter) letter = compose (kind, languages[i]);
        const char *hotline = strstr (letter->body, "1800 1260");
        const char *first = strstr (letter->body, only_here[i]);

        if (hotline == NULL)
          continue;
        g_assert_nonnull (first);
        g_assert_true (first < hotline);
        n++;
      }

  g_assert_cmpuint (n, >=, 10);
}

static void
test_hostile_facts (void)
{
  SmeLetterFacts facts = make_facts ();
  g_autoptr (SmeLetter) letter = NULL;

  facts.name = "{{code}}\r\nBcc: x@example.vn\342\200\256";
  facts.code = "a b&c=d#{{name}}/";
  letter = sme_letter_compose (SME_LETTER_ACTIVATION, "vi", &facts);

  assert_says (letter->body, "Kính gửi Anh/Chị {{code}}  Bcc: x@example.vn,\n");
  g_assert_cmpstr (letter->code, ==, "a b&c=d#{{name}}/");
  g_assert_cmpstr (letter->link, ==, "onesme://activate?token=a%20b%26c%3Dd%23%7B%7Bname%7D%7D%2F");

  facts.inviter = "A\nB";
  g_clear_pointer (&letter, sme_letter_free);
  letter = sme_letter_compose (SME_LETTER_SIGNER_INVITATION, "vi", &facts);
  g_assert_true (g_str_has_prefix (letter->subject, "A B mời"));
}

static char *
look_up_nothing (const char *name, gpointer data)
{
  return NULL;
}

static void
test_missing_fact (void)
{
  SmeLetterFacts facts = { .name = "An", .demonstration = TRUE };

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "A letter lacks “code”");
  g_assert_null (sme_letter_template_expand ("{{code}}", look_up_nothing, NULL));
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "A letter lacks *");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "A letter lacks *");
  g_assert_null (sme_letter_compose (SME_LETTER_OTP_CONTRACT, "vi", &facts));
  g_test_assert_expected_messages ();
}

static void
test_templates (void)
{
  g_autoptr (SmeLetterTemplate) whole = sme_letter_template_find ("vi", "smartca-code-sms");
  g_autoptr (SmeLetterTemplate) shorter = sme_letter_template_find ("vi", "smartca-code");

  g_assert_cmpint (sme_letter_template_get_kind (whole), ==, SME_MESSAGE_SMS);
  g_assert_cmpint (sme_letter_template_get_kind (shorter), ==, SME_MESSAGE_EMAIL);
  g_assert_null (sme_letter_template_find ("vi", "smartca"));
  g_assert_null (sme_letter_template_get_header (whole, "link"));
}

static void
test_languages (void)
{
  static const struct
  {
    const char *header;
    const char *language;
  } rows[] = {
    { NULL, "vi" },
    { "", "vi" },
    { "*", "vi" },
    { "fr, de;q=0.5", "vi" },
    { "en", "en" },
    { "en-GB", "en" },
    { "EN-us;q=0.3", "en" },
    { "eng", "vi" },
    { "vi, en", "vi" },
    { "en, vi", "en" },
    { "en;q=0.5, vi;q=0.8", "vi" },
    { "vi;q=0.2,\ten;q=0.9 , fr", "en" },
    { "en;q=0", "vi" },
    { "en;q=x", "vi" },
    { ";;;,,,q=1", "vi" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (sme_letter_pick_language (rows[i].header), ==, rows[i].language);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letters/a4/activation-has-code-and-link", test_activation);
  g_test_add_func ("/letters/a4/econtract-mail-has-link-user-name-and-password", test_econtract);
  g_test_add_func ("/letters/otp-is-a-short-message", test_otp);
  g_test_add_func ("/letters/a4/smartca-code-goes-both-ways", test_smartca);
  g_test_add_func ("/letters/smartca-decisions-say-what-to-do", test_smartca_decisions);
  g_test_add_func ("/letters/cases-have-a-sentence-for-every-end", test_cases);
  g_test_add_func ("/letters/payment-states-the-amount", test_payment);
  g_test_add_func ("/letters/english-for-who-asked-for-it", test_english);
  g_test_add_func ("/letters/both-languages-have-all", test_all);
  g_test_add_func ("/letters/short-messages-are-short-ascii", test_sms);
  g_test_add_func ("/letters/demonstration-says-so-first", test_demonstration);
  g_test_add_func ("/letters/hotline-is-not-for-this-order", test_hotline);
  g_test_add_func ("/letters/facts-are-only-text", test_hostile_facts);
  g_test_add_func ("/letters/a-missing-fact-is-told", test_missing_fact);
  g_test_add_func ("/letters/sections-are-found-by-their-whole-name", test_templates);
  g_test_add_func ("/letters/language-is-the-one-asked-for-most", test_languages);

  return g_test_run ();
}
