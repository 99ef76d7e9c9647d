/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions as they come in chats: in haste, without marks, with everyday abbreviations and typing
 * errors, half of them in English; with the passage that answers, and where its main button leads
 * (acceptance A7). */
#include "app/guide/sme-assistant.h"

static const struct
{
  const char *question;
  const char *article;
  const char *target; /* NULL: only the hotline, or nothing to open */
} questions[] = {
  /* Choosing and buying */
  { "bn tien 1 nam vay", "faq-price", "service:231?tab=pricing" },
  { "goi nao re nhat", "faq-plan", "service:231?tab=pricing" },
  { "ca nhan dung goi nao thi hop", "faq-plan", "service:231?tab=pricing" },
  { "mua chu ky so o dau", "step-1", "service:231?tab=pricing" },
  { "dung thu dc ko", "faq-trial", "categories" },
  { "co dc dung thu mien phi truoc khi mua khong", "faq-trial", "categories" },
  { "so sanh 2 goi giup minh", "faq-compare", "service:231?tab=pricing" },
  { "danh gia nay co that ko", "faq-reviews", "service:231?tab=reviews" },
  { "minh muon viet danh gia dich vu", "faq-reviews", "service:231?tab=reviews" },
  { "nhap ma giam gia cho nao", "faq-coupon", "news" },
  { "giá gói cá nhân bao nhiêu", "faq-price", "service:231?tab=pricing" },
  { "gia goi ca nhan bao nhieu", "faq-price", "service:231?tab=pricing" },
  { "gói cơ bản bao nhiêu tiền một năm", "faq-price", "service:231?tab=pricing" },
  { "giá đã có thuế chưa", "faq-price", "service:231?tab=pricing" },
  { "một ngày ký được bao nhiêu lần", "faq-limit", "service:231?tab=pricing" },
  { "mot ngay ky duoc bao nhieu lan", "faq-limit", "service:231?tab=pricing" },
  { "co gioi han so lan ky ko", "faq-limit", "service:231?tab=pricing" },
  { "gói này dùng được bao lâu", "faq-duration", "service:231?tab=pricing" },
  { "mua 1 lan dung duoc may nam", "faq-duration", "service:231?tab=pricing" },
  { "tra tien theo thang hay theo nam", "faq-duration", "service:231?tab=pricing" },
  /* Accounts */
  { "đổi số điện thoại nhận OTP ở đâu", "faq-contact", "account" },
  { "doi so nhan otp", "faq-contact", "account" },
  { "ko dang nhap dc", "faq-sign-in", "sign-in" },
  { "quen mk onesme", "faq-password", "reset-password" },
  { "ko thay mail kich hoat", "faq-activation-mail", "activate" },
  { "dk tai khoan cty can gi", "faq-types", "register" },
  { "mst bao sai la sao", "faq-tax", NULL },
  { "doi email dang nhap", "faq-contact", "account" },
  { "2 tai khoan tren 1 may dc ko", "faq-accounts", "account" },
  { "chuyen qua lai giua cac tai khoan", "faq-accounts", "account" },
  /* Declaring */
  { "cmnd cu con dung dc ko", "faq-papers", "orders" },
  { "nhap sai ngay sinh roi sua o dau", "faq-edit", "orders" },
  { "sua thong tin da khai bao truoc khi tra tien", "faq-edit", "orders" },
  { "dia chi moi sau sap nhap ghi sao", "faq-address", "orders" },
  /* Paying */
  { "the tin dung co tra duoc khong", "faq-pay", "orders" },
  { "tra gop dc ko", "faq-pay", "orders" },
  { "thanh toan bang visa dc k", "faq-pay", "orders" },
  { "minh ck roi ma chua thay gi", "faq-pay-missing", "orders" },
  { "lo ck 2 lan", "faq-pay-wrong", "orders" },
  { "ma qr het han roi", "faq-pay-wrong", "orders" },
  { "bao gio dc hoan tien", "faq-refund", "orders" },
  { "huy don hang kieu gi", "faq-cancel", "orders" },
  { "xuat hd do cho cty", "faq-invoice", "orders" },
  /* Signing */
  { "khong nhan duoc ma otp", "faq-otp-missing", "continue-signing" },
  { "otp mai ko ve", "faq-otp-missing", "continue-signing" },
  { "gui lai otp o dau", "faq-otp-missing", "continue-signing" },
  { "nhap otp sai 3 lan bi khoa", "problem-otp", "continue-signing" },
  { "otp het han sau may phut", "problem-otp", "continue-signing" },
  { "bao het phien giao dich", "problem-session", "continue-signing" },
  { "hom qua ky chua xong", "faq-resume", "continue-signing" },
  { "hop dong doc o dau", "faq-read", "orders" },
  { "muon xem hop dong truoc khi ky", "faq-read", "orders" },
  { "hop dong sai ten roi", "problem-data", "orders" },
  { "ky bang chuot xau qua", "faq-signature", NULL },
  { "ky dien tu co hop phap ko", "faq-legal", NULL },
  /* Afterwards */
  { "xem lai hop dong da ky", "step-lookup", "lookup" },
  { "tai hop dong ve may", "faq-download", "lookup" },
  { "file hop dong nay co ai sua ko", "faq-seal", "lookup" },
  { "ma kich hoat smartca chua ve", "faq-activation-code", "orders" },
  { "kich hoat smartca tren dt the nao", "step-activate", "orders" },
  { "doi dt moi thi sao", "faq-phone", NULL },
  { "quen ma pin", "faq-pin", NULL },
  { "khi nao het han chu ky so", "faq-renew", "subscriptions" },
  { "gia han kieu gi", "faq-renew", "subscriptions" },
  { "chung thu so co thoi han may nam", "word-certificate", NULL },
  { "toi muon gap nhan vien tu van", "faq-hotline", NULL },
  { "gia hạn thêm một năm thì làm sao", "faq-renew", "subscriptions" },
  { "tat tu dong gia han", "faq-renew", "subscriptions" },
  { "có xuất hóa đơn cho công ty không", "faq-invoice", "orders" },
  { "bao giờ có hóa đơn", "faq-invoice", "orders" },
  { "tổng đài làm việc mấy giờ", "faq-hotline", NULL },
  { "chu nhat co ho tro ko", "faq-hotline", NULL },
  { "co nguoi goi xin otp", "faq-scam", NULL },
  /* In English, in either session */
  { "can i pay by credit card", "faq-pay", "orders" },
  { "where do i read the contract", "faq-read", "orders" },
  { "i dont recieve the otp", "faq-otp-missing", "continue-signing" },
  { "resend the code", "faq-otp-missing", "continue-signing" },
  { "how much does it cost per year", "faq-price", "service:231?tab=pricing" },
  { "how much is the personal plan", "faq-price", "service:231?tab=pricing" },
  { "how many times can i sign per day", "faq-limit", "service:231?tab=pricing" },
  { "how long does the plan last", "faq-duration", "service:231?tab=pricing" },
  { "change the phone number for otp", "faq-contact", "account" },
  { "what are your support hours", "faq-hotline", NULL },
  { "is there a free trial", "faq-trial", "categories" },
  { "forgot pasword", "faq-password", "reset-password" },
  { "how do i cancel my order", "faq-cancel", "orders" },
  { "when do i get my money back", "faq-refund", "orders" },
  { "are these reviews real", "faq-reviews", "service:231?tab=reviews" },
};

static const char *const nonsense[] = {
  "hom nay an gi",
  "ty gia usd hom nay",
  "lam sao de giau",
  "ban may tuoi",
  "mo nhac di",
  "abc xyz",
  "aaaaaaa",
  "blah blah blah",
  "!!!",
  "dat ve tau tet",
  "thoi tiet ha noi ngay mai",
  "how tall is mount everest",
  "tell me a joke",
  "recipe for spring rolls",
};

static const char *
get_target (SmeGuideArticle *article)
{
  return sme_guide_article_get_n_links (article) > 0
           ? sme_guide_article_get_link (article, 0)->route
           : NULL;
}

static gboolean
is_answered (SmeAssistant *assistant, gsize i)
{
  g_autoptr (SmeAssistantMessage) reply =
    sme_assistant_find_reply (assistant, questions[i].question);
  SmeGuideArticle *article = sme_assistant_message_get_article (reply);
  const char *id = article != NULL ? sme_guide_article_get_id (article) : "nothing";
  const char *target = article != NULL ? get_target (article) : NULL;

  if (sme_assistant_message_get_kind (reply) == SME_MESSAGE_ANSWER &&
      g_str_equal (id, questions[i].article) && g_strcmp0 (target, questions[i].target) == 0)
    return TRUE;
  g_test_message ("“%s”: %s, %s (kind %d); not %s, %s", questions[i].question, id, target,
                  sme_assistant_message_get_kind (reply), questions[i].article,
                  questions[i].target);
  return FALSE;
}

static void
test_questions (gconstpointer language)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new (language);
  guint wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    wrong += !is_answered (assistant, i);
  g_assert_cmpuint (wrong, ==, 0);
}

/* It says that it does not know, which offers the hotline (see test-assistant-page.c). */
static void
test_nonsense (gconstpointer language)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new (language);
  guint wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (SmeAssistantMessage) reply = sme_assistant_find_reply (assistant, nonsense[i]);
      SmeGuideArticle *article = sme_assistant_message_get_article (reply);

      if (sme_assistant_message_get_kind (reply) == SME_MESSAGE_UNKNOWN)
        continue;
      wrong++;
      g_test_message ("“%s”: kind %d, %s", nonsense[i], sme_assistant_message_get_kind (reply),
                      article != NULL ? sme_guide_article_get_id (article) : "nothing");
    }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/a7/questions-of-a-chat-vi", "vi", test_questions);
  g_test_add_data_func ("/a7/questions-of-a-chat-en", "en", test_questions);
  g_test_add_data_func ("/a7/nonsense-is-not-answered-vi", "vi", test_nonsense);
  g_test_add_data_func ("/a7/nonsense-is-not-answered-en", "en", test_nonsense);
  return g_test_run ();
}
