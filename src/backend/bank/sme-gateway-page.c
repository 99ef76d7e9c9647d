/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web page of the local gateway: what a customer sees at VNPAY, with nothing to type that could
 * be real. */
#include "backend/bank/sme-bank-html.h"
#include "backend/bank/sme-bank-session.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/http/sme-handlers.h"
#include "base/sme-format.h"
#include "core/sme-vnpay.h"

#include <string.h>

/* How a payment can be made to end here; the first two stand out. */
static const struct
{
  const char *code;
  const char *vi;
  const char *en;
} endings[] = {
  { SME_GATEWAY_PAID, "Thanh toán", "Pay" },
  { SME_GATEWAY_CANCELLED, "Hủy giao dịch", "Cancel the payment" },
  { "51", "Tài khoản không đủ số dư", "Not enough money in the account" },
  { "65", "Vượt hạn mức trong ngày", "Over the limit of the day" },
  { "13", "Nhập sai mã OTP", "Wrong OTP" },
  { "12", "Thẻ hoặc tài khoản bị khóa", "Card or account blocked" },
  { "75", "Ngân hàng đang bảo trì", "The bank is under maintenance" },
  { "99", "Lỗi khác, không nêu lý do", "Another failure, for no reason given" },
  { SME_GATEWAY_SUSPECTED, "Đã trừ tiền, ngân hàng còn kiểm tra",
    "Money taken, the bank is still checking" },
};

static const char *
get_title (SmeCall *call)
{
  return sme_bank_say (call, "Cổng thanh toán trình diễn", "Demonstration payment gateway");
}

static SmeReply *
make_notice (SmeCall *call, guint status, const char *text, const char *link)
{
  g_autofree char *escaped = link != NULL ? g_markup_escape_text (link, -1) : NULL;
  g_autofree char *button =
    escaped == NULL ? g_strdup ("")
                    : g_strdup_printf ("<p><a class=\"button\" href=\"%s\">%s</a></p>", escaped,
                                       sme_bank_say (call, "Về nơi bán", "Back to the shop"));
  g_autofree char *content = g_strdup_printf ("<p>%s</p>%s", text, button);

  return sme_bank_html_new (call, status, get_title (call), TRUE, content);
}

/* The shop's request, if it is one of ours and genuine. */
static GHashTable *
read_request (SmeCall *call, const char *query)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  g_autoptr (GHashTable) params = query != NULL ? sme_vnpay_parse_query (query) : NULL;

  if (params == NULL || config == NULL || !sme_vnpay_verify (params, config->secret) ||
      g_strcmp0 (g_hash_table_lookup (params, "vnp_Command"), "pay") != 0 ||
      g_strcmp0 (g_hash_table_lookup (params, "vnp_TmnCode"), config->tmn_code) != 0 ||
      sme_gateway_read_amount (g_hash_table_lookup (params, "vnp_Amount")) < 0 ||
      g_hash_table_lookup (params, "vnp_TxnRef") == NULL ||
      g_hash_table_lookup (params, "vnp_ReturnUrl") == NULL)
    return NULL;
  return g_steal_pointer (&params);
}

/* The shop says in which language it sent its customer here, whatever the browser's own is. */
static void
speak (SmeCall *call, GHashTable *request)
{
  const char *locale = request != NULL ? g_hash_table_lookup (request, "vnp_Locale") : NULL;

  if (locale == NULL)
    return;
  g_free (call->language);
  call->language = g_strdup (g_str_equal (locale, "en") ? "en" : "vi");
}

static gboolean
is_expired (SmeCall *call, GHashTable *request)
{
  const char *until = g_hash_table_lookup (request, "vnp_ExpireDate");
  g_autofree char *now = sme_gateway_format_time (call->now);

  return until != NULL && strcmp (until, now) < 0;
}

static void
add_button (SmeCall *call, GString *html, guint i)
{
  g_string_append_printf (html, "<button name=\"result\" value=\"%s\">%s</button> ",
                          endings[i].code, sme_bank_say (call, endings[i].vi, endings[i].en));
}

static char *
make_form (SmeCall *call, GHashTable *request, const char *csrf)
{
  g_autofree char *money =
    sme_format_money (sme_gateway_read_amount (g_hash_table_lookup (request, "vnp_Amount")));
  const char *given = g_hash_table_lookup (request, "vnp_OrderInfo");
  g_autofree char *info = g_markup_escape_text (given != NULL ? given : "", -1);
  GString *html = g_string_new (NULL);

  g_string_printf (
    html,
    "<dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl><p>%s</p><form method=\"post\" "
    "action=\"" SME_GATEWAY_PAGE_PATH "\"><input type=\"hidden\" name=\"csrf\" value=\"%s\"><p>",
    sme_bank_say (call, "Số tiền", "Amount"), money, sme_bank_say (call, "Nội dung", "For"), info,
    sme_bank_say (call, "Ở đây không cần nhập số thẻ hay mật khẩu.",
                  "No card number and no password is asked for here."),
    csrf);
  add_button (call, html, 0);
  add_button (call, html, 1);
  g_string_append_printf (
    html, "</p><details><summary>%s</summary><p>",
    sme_bank_say (call, "Thử một kết quả khác", "Try out how else a payment can end"));
  for (guint i = 2; i < G_N_ELEMENTS (endings); i++)
    add_button (call, html, i);
  g_string_append (html, "</p></details></form>");
  return g_string_free (html, FALSE);
}

/* What ended stays as it ended; the browser is shown the way back once more. */
static SmeReply *
make_ended (SmeCall *call, SmeGatewayTransaction *transaction)
{
  g_autofree char *back = sme_gateway_make_result_url (call, transaction, transaction->return_url);

  return make_notice (call, 200,
                      sme_bank_say (call,
                                    "Giao dịch này đã được xử lý; không thể thanh toán lần nữa.",
                                    "This payment has ended; it cannot be made again."),
                      back);
}

SmeReply *
sme_handle_local_gateway_page (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) request = read_request (call, call->query);
  g_autoptr (SmeGatewayTransaction) ended = NULL;
  g_autofree char *cookie = NULL, *csrf = NULL, *form = NULL;
  SmeReply *reply;

  speak (call, request);
  if (request == NULL)
    return make_notice (call, 400,
                        sme_bank_say (call, "Yêu cầu thanh toán không đúng chữ ký.",
                                      "The signature of this payment request is wrong."),
                        NULL);
  ended = sme_gateway_books_find (call, g_hash_table_lookup (request, "vnp_TxnRef"), error);
  if (ended != NULL)
    return make_ended (call, ended);
  if (*error != NULL)
    return NULL;
  if (is_expired (call, request))
    return make_notice (call, 410,
                        sme_bank_say (call,
                                      "Yêu cầu thanh toán đã hết hạn. Anh/Chị mở lại từ OneSME.",
                                      "This payment request has expired. Open it again from "
                                      "OneSME."),
                        NULL);
  cookie = sme_bank_session_new (call, call->query, &csrf, error);
  if (cookie == NULL)
    return NULL;
  form = make_form (call, request, csrf);
  reply = sme_bank_html_new (call, 200, get_title (call), TRUE, form);
  reply->set_cookie = g_steal_pointer (&cookie);
  return reply;
}

static const char *
find_code (const char *given)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_strcmp0 (endings[i].code, given) == 0)
      return endings[i].code;
  return NULL;
}

/* Writes down how it ended; the shop is told by the courier, the browser sent back. */
static SmeReply *
finish (SmeCall *call, GHashTable *request, const char *code, GError **error)
{
  const char *reference = g_hash_table_lookup (request, "vnp_TxnRef");
  const char *info = g_hash_table_lookup (request, "vnp_OrderInfo");
  SmeGatewayTransaction line = {
    .reference = (char *) reference,
    .amount = sme_gateway_read_amount (g_hash_table_lookup (request, "vnp_Amount")),
    .order_info = (char *) (info != NULL ? info : ""),
    .return_url = g_hash_table_lookup (request, "vnp_ReturnUrl"),
    .code = (char *) code,
  };
  g_autoptr (SmeGatewayTransaction) done = NULL;
  SmeReply *reply;

  if (!sme_gateway_books_add (call, &line, error))
    return NULL;
  done = sme_gateway_books_find (call, reference, error);
  if (done == NULL)
    return NULL;
  call->tell_soon = TRUE;
  reply = sme_reply_new (303, NULL, NULL);
  reply->location = sme_gateway_make_result_url (call, done, done->return_url);
  return reply;
}

SmeReply *
sme_handle_local_gateway_submit (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) form = sme_bank_session_read_form (call);
  const char *code = form != NULL ? find_code (g_hash_table_lookup (form, "result")) : NULL;
  g_autofree char *query = code != NULL ? sme_bank_session_take (call, error) : NULL;
  g_autoptr (GHashTable) request = read_request (call, query);
  g_autoptr (SmeGatewayTransaction) ended = NULL;

  speak (call, request);
  if (request == NULL)
    return *error == NULL ? sme_bank_html_new_gone (call) : NULL;
  ended = sme_gateway_books_find (call, g_hash_table_lookup (request, "vnp_TxnRef"), error);
  if (ended != NULL)
    return make_ended (call, ended);
  return *error == NULL ? finish (call, request, code, error) : NULL;
}
