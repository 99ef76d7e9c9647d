/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-assistant.h"

/* As people type them: with marks and without, in haste, with typing errors and everyday
 * abbreviations. None is a way of asking that the guide itself lists. */
static const struct
{
  const char *question;
  const char *article;
} known[] = {
  /* Choosing and buying */
  { "Tôi muốn mua chữ ký số smartca thì bắt đầu như thế nào?", "step-1" },
  { "huong dan dat mua vnpt smartca", "step-1" },
  { "smartca la cai gi vay", "faq-smartca" },
  { "có phải cắm usb token vào máy không em", "faq-token" },
  { "goi co ban va goi ps khac nhau cho nao", "faq-plan" },
  { "gói 0 đồng có thật là miễn phí không", "faq-plan" },
  { "giá 1 năm bao nhiêu tiền vậy shop", "faq-price" },
  { "gia smartca da gom thue gtgt chua", "faq-price" },
  { "hết lượt ký rồi mua thêm ở đâu", "faq-packs" },
  { "co ma giam gia khong", "faq-coupon" },
  /* Accounts */
  { "chưa có tài khoản, tạo thế nào", "step-account" },
  { "đăng ký xong mà ko thấy mail kích hoạt", "faq-activation-mail" },
  { "chua nhan dc email kich hoat tai khoan", "faq-activation-mail" },
  { "quên mk rồi lấy lại sao", "faq-password" },
  { "quen mat khau onesme", "faq-password" },
  { "quen mat khua", "faq-password" },
  { "sao tôi đăng nhập mãi không được", "faq-sign-in" },
  { "dang nhap bao sai mat khau", "faq-sign-in" },
  { "công ty tôi đăng ký thì chọn loại đối tượng nào", "faq-types" },
  { "hkd dang ky loai nao", "faq-types" },
  { "mst bị báo không hợp lệ", "faq-tax" },
  { "muốn đổi sdt trong tài khoản", "faq-contact" },
  { "lỡ đăng nhập ở máy người khác quên đăng xuất", "faq-devices" },
  { "toi muon xoa tai khoan", "faq-data" },
  { "không muốn nhận mail quảng cáo nữa", "faq-consent" },
  /* Declaring */
  { "cmnd 9 số có đăng ký được không", "faq-papers" },
  { "dung ho chieu de dang ky duoc ko", "faq-papers" },
  { "địa chỉ mới sau sáp nhập tỉnh nhập sao", "faq-address" },
  { "nhập dở mà cúp điện thì có mất không", "faq-draft" },
  { "dau sao do nghia la gi", "step-2" },
  /* Paying */
  { "có những hình thức thanh toán nào", "faq-pay" },
  { "thanh toan bang the visa duoc khong", "faq-pay" },
  { "mình ck rồi mà đơn vẫn báo chờ thanh toán", "faq-pay-missing" },
  { "ngan hang tru tien roi ma chua ky duoc hop dong", "faq-pay-missing" },
  { "lỡ chuyển tiền 2 lần thì sao", "faq-pay-wrong" },
  { "chuyển khoản thiếu tiền", "faq-pay-wrong" },
  { "bao lâu thì được hoàn tiền", "faq-refund" },
  { "huỷ đơn hàng", "faq-cancel" },
  { "xuat hoa don vat cho cong ty", "faq-invoice" },
  /* Signing */
  { "otp báo sai hoài", "problem-otp" },
  { "nhập sai opt 3 lần bị khóa", "problem-otp" },
  { "mã otp có hiệu lực mấy phút", "problem-otp" },
  { "khong nhan duoc ma otp", "faq-otp-missing" },
  { "chờ mãi ko thấy otp gửi về đt", "faq-otp-missing" },
  { "không thấy hợp đồng hiện ra để ký", "problem-popup" },
  { "trinh duyet chan cua so bat len", "problem-popup" },
  { "đang ký thì nó báo hết phiên", "problem-session" },
  { "hợp đồng ghi sai họ tên của tôi", "problem-data" },
  { "ký xong rồi mới phát hiện sai địa chỉ", "problem-data-signed" },
  { "hôm qua ký chưa xong giờ ký tiếp ở đâu", "faq-resume" },
  { "ve chu ky bang chuot xau qua", "faq-signature" },
  { "vẽ chữ ký như vậy có giá trị pháp lý ko", "faq-legal" },
  { "ky bien ban nghiem thu khong thanh cong", "problem-acceptance" },
  { "bbnt bị lỗi không ký được", "problem-acceptance" },
  /* Afterwards */
  { "tải hợp đồng đã ký về máy", "faq-download" },
  { "mat khau econtract la gi", "faq-econtract-password" },
  { "ký xong mà chưa có mã kích hoạt smartca", "faq-activation-code" },
  { "ekyc chụp khuôn mặt không được", "faq-ekyc" },
  { "vì sao chứng thư số không được cấp", "faq-refused" },
  { "đổi sang điện thoại mới thì làm sao", "faq-phone" },
  { "quên pin smartca", "faq-pin" },
  { "sap het han thi gia han o dau", "faq-renew" },
  { "làm sao biết hợp đồng không bị sửa", "faq-seal" },
  /* Everything else */
  { "cho tôi số điện thoại tổng đài", "faq-hotline" },
  { "tôi muốn nói chuyện với nhân viên", "faq-hotline" },
  { "có người gọi điện hỏi mã otp của tôi", "faq-scam" },
  { "mất mạng thì chương trình có dùng được không", "faq-offline" },
  { "chữ nhỏ quá phóng to thế nào", "faq-keyboard" },
  { "đổi giao diện tối", "faq-appearance" },
  { "luật giao dịch điện tử 2005 còn hiệu lực không", "law-2005" },
  { "nghi dinh 130/2018", "law-130" },
  { "trợ lý có lưu câu hỏi của tôi không", "faq-assistant" },
  /* In English, in a Vietnamese session too */
  { "I forgot my password", "faq-password" },
  { "the otp never arrives", "faq-otp-missing" },
  { "how can I pay?", "faq-pay" },
  { "I paid twice by mistake", "faq-pay-wrong" },
  { "my name is wrong in the contract", "problem-data" },
  { "where can I download my contract", "faq-download" },
  { "wich plan shoud I choose", "faq-plan" },
};

/* The guide says nothing about these. */
static const char *const unknown[] = {
  "thời tiết hôm nay thế nào",
  "gia vang hom nay",
  "kể chuyện cười đi",
  "ai là chủ tịch nước",
  "mua vé máy bay đi Đà Nẵng",
  "công thức nấu phở bò",
  "tỷ số trận bóng đá tối qua",
  "cách giảm cân nhanh",
  "đặt phòng khách sạn",
  "giải phương trình bậc hai",
  "dịch câu này sang tiếng Nhật",
  "lãi suất tiết kiệm ngân hàng",
  "bạn có người yêu chưa",
  "lịch chiếu phim rạp",
  "asdf qwer zxcv",
  "????",
  "12345",
  "what is the weather in Hanoi",
  "write me a poem about the sea",
  "who won the world cup",
  "best restaurant in Saigon",
};

static const char *
name_of (SmeAssistantMessage *reply)
{
  SmeGuideArticle *article = sme_assistant_message_get_article (reply);

  return article != NULL ? sme_guide_article_get_id (article) : "(none)";
}

/* Most questions have one answer; a few may get their article offered among others. */
static gboolean
offers (SmeAssistantMessage *reply, const char *id)
{
  for (guint i = 0; i < sme_assistant_message_get_n_others (reply); i++)
    if (g_str_equal (sme_guide_article_get_id (sme_assistant_message_get_other (reply, i)), id))
      return TRUE;
  return FALSE;
}

static void
test_known (gconstpointer language)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new (language);
  guint wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (SmeAssistantMessage) reply =
        sme_assistant_find_reply (assistant, known[i].question);

      if (sme_assistant_message_get_kind (reply) == SME_MESSAGE_ANSWER &&
          g_str_equal (name_of (reply), known[i].article))
        continue;
      wrong++;
      g_test_message ("“%s”: %s (kind %d, %s) and not %s", known[i].question, name_of (reply),
                      sme_assistant_message_get_kind (reply),
                      offers (reply, known[i].article) ? "offered" : "not offered",
                      known[i].article);
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_unknown (void)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new ("vi");
  guint wrong = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (SmeAssistantMessage) reply = sme_assistant_find_reply (assistant, unknown[i]);

      if (sme_assistant_message_get_kind (reply) == SME_MESSAGE_UNKNOWN)
        continue;
      wrong++;
      g_test_message ("“%s”: kind %d, %s", unknown[i], sme_assistant_message_get_kind (reply),
                      name_of (reply));
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static SmeMessageKind
kind_of_reply (SmeAssistant *assistant, const char *question)
{
  g_autoptr (SmeAssistantMessage) reply = sme_assistant_find_reply (assistant, question);

  return sme_assistant_message_get_kind (reply);
}

static void
test_manners (void)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new ("vi");

  g_assert_cmpint (kind_of_reply (assistant, "Xin chào!"), ==, SME_MESSAGE_GREETING);
  g_assert_cmpint (kind_of_reply (assistant, "chao ban"), ==, SME_MESSAGE_GREETING);
  g_assert_cmpint (kind_of_reply (assistant, "hello"), ==, SME_MESSAGE_GREETING);
  g_assert_cmpint (kind_of_reply (assistant, "Cảm ơn nhiều"), ==, SME_MESSAGE_THANKS);
  g_assert_cmpint (kind_of_reply (assistant, "thank you"), ==, SME_MESSAGE_THANKS);
  /* Politeness round a question is none of these. */
  g_assert_cmpint (kind_of_reply (assistant, "chào em, cho hỏi quên mật khẩu thì làm sao"), ==,
                   SME_MESSAGE_ANSWER);
}

static SmeAssistantMessage *
peek_last (SmeAssistant *assistant)
{
  GListModel *messages = sme_assistant_get_messages (assistant);
  g_autoptr (SmeAssistantMessage) last =
    g_list_model_get_item (messages, g_list_model_get_n_items (messages) - 1);

  return last;
}

static void
test_conversation (void)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new ("vi");
  GListModel *messages = sme_assistant_get_messages (assistant);
  g_autofree char *long_question = g_strnfill (5000, 'a');
  SmeAssistantMessage *reply;

  /* It greets first, and offers something to begin with. */
  g_assert_cmpuint (g_list_model_get_n_items (messages), ==, 1);
  g_assert_cmpint (sme_assistant_message_get_kind (peek_last (assistant)), ==,
                   SME_MESSAGE_GREETING);
  g_assert_cmpuint (sme_assistant_message_get_n_others (peek_last (assistant)), >, 0);
  sme_assistant_ask (assistant, "   ");
  g_assert_cmpuint (g_list_model_get_n_items (messages), ==, 1);
  sme_assistant_ask (assistant, "quên mật khẩu");
  g_assert_cmpuint (g_list_model_get_n_items (messages), ==, 3);
  reply = peek_last (assistant);
  g_assert_cmpstr (name_of (reply), ==, "faq-password");
  /* What is offered to ask next is asked by its title. */
  g_assert_cmpuint (sme_assistant_message_get_n_others (reply), >, 0);
  sme_assistant_ask_for (assistant, sme_assistant_message_get_other (reply, 0));
  g_assert_cmpuint (g_list_model_get_n_items (messages), ==, 5);
  g_assert_cmpint (sme_assistant_message_get_kind (peek_last (assistant)), ==, SME_MESSAGE_ANSWER);
  sme_assistant_ask (assistant, long_question);
  g_assert_cmpint (sme_assistant_message_get_kind (peek_last (assistant)), ==, SME_MESSAGE_UNKNOWN);
  sme_assistant_ask (assistant, "\xff\xfe kh\xc3");
  sme_assistant_clear (assistant);
  g_assert_cmpuint (g_list_model_get_n_items (messages), ==, 1);
}

static void
test_length (void)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new ("en");
  GListModel *messages = sme_assistant_get_messages (assistant);

  for (guint i = 0; i < 300; i++)
    sme_assistant_ask (assistant, "otp");
  g_assert_cmpuint (g_list_model_get_n_items (messages), <=, 200);
}

/* Every article is found by each way of asking that it lists itself, in its language. */
static void
test_asks (gconstpointer language)
{
  g_autoptr (SmeAssistant) assistant = sme_assistant_new (language);
  SmeGuide *guide = sme_assistant_get_guide (assistant);
  guint wrong = 0;

  for (guint i = 0; i < sme_guide_get_n_articles (guide); i++)
    {
      SmeGuideArticle *article = sme_guide_get_article (guide, i);
      const char *const *asks = sme_guide_article_get_asks (article);

      for (guint j = 0; asks[j] != NULL; j++)
        {
          g_autoptr (SmeAssistantMessage) reply = sme_assistant_find_reply (assistant, asks[j]);

          if (sme_assistant_message_get_article (reply) == article ||
              offers (reply, sme_guide_article_get_id (article)))
            continue;
          wrong++;
          g_test_message ("“%s”: %s and not %s", asks[j], name_of (reply),
                          sme_guide_article_get_id (article));
        }
    }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/a7/questions-find-their-article", "vi", test_known);
  g_test_add_data_func ("/a7/questions-in-both-languages", "en", test_known);
  g_test_add_func ("/a7/it-does-not-pretend-to-know", test_unknown);
  g_test_add_func ("/a7/it-greets", test_manners);
  g_test_add_func ("/assistant/conversation", test_conversation);
  g_test_add_func ("/assistant/forgets-the-oldest", test_length);
  g_test_add_data_func ("/assistant/every-way-of-asking-vi", "vi", test_asks);
  g_test_add_data_func ("/assistant/every-way-of-asking-en", "en", test_asks);
  return g_test_run ();
}
