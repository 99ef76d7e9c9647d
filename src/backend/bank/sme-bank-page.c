/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the local bank, for the system browser: what a banking app does after scanning the
 * code. */
#include "backend/bank/sme-bank-html.h"
#include "backend/bank/sme-bank-receive.h"
#include "backend/bank/sme-bank-session.h"
#include "backend/http/sme-handlers.h"
#include "base/sme-format.h"
#include "core/sme-bank-link.h"
#include "core/sme-problem.h"
#include "core/sme-vietqr.h"

SmeReply *
sme_handle_local_pay_link (SmeCall *call, GError **error)
{
  const char *payload = sme_record_get_text (call->request, "payload");
  g_autoptr (SmeVietqr) code = sme_vietqr_parse (payload, NULL);
  g_autofree char *nonce = NULL, *url = NULL;
  g_autoptr (SmeBankLink) link = sme_bank_link_new ();

  if (code == NULL)
    {
      sme_problem_set_field (error, "/payload", "format");
      return NULL;
    }
  nonce = sme_bank_nonce_new (call, payload, error);
  if (nonce == NULL)
    return NULL;
  url = g_strdup_printf ("%s/local/bank/pay/%s", sme_backend_get_url (call->backend), nonce);
  sme_record_set_text (SME_RECORD (link), "url", url);
  return sme_reply_new_record (201, SME_RECORD (link));
}

static SmeReply *
make_page (SmeCall *call, const char *content)
{
  return sme_bank_html_new (
    call, 200, sme_bank_say (call, "Ngân hàng trình diễn", "Demonstration bank"), TRUE, content);
}

static SmeReply *
make_form (SmeCall *call, char *cookie, const char *csrf, SmeVietqr *code)
{
  g_autofree char *money = sme_format_money (code->amount);
  g_autofree char *reference =
    g_markup_escape_text (code->reference != NULL ? code->reference : "", -1);
  g_autofree char *content = g_strdup_printf (
    "<dl><dt>%s</dt><dd>%s</dd></dl><form method=\"post\"><input type=\"hidden\" name=\"csrf\" "
    "value=\"%s\"><p><label>%s <input name=\"amount\" inputmode=\"numeric\" "
    "value=\"%" G_GINT64_FORMAT "\"></label></p><p><label>%s <input name=\"reference\" "
    "maxlength=\"200\" value=\"%s\"></label></p><p><button>%s</button></p></form>",
    sme_bank_say (call, "Số tiền", "Amount"), money, csrf,
    sme_bank_say (call, "Chuyển (đồng)", "Transfer (đồng)"), code->amount,
    sme_bank_say (call, "Nội dung", "Reference"), reference,
    sme_bank_say (call, "Chuyển tiền", "Transfer"));
  SmeReply *reply = make_page (call, content);

  reply->set_cookie = cookie;
  return reply;
}

/* The nonce in the address works once; from then on the cookie says who it is. */
SmeReply *
sme_handle_local_pay_page (SmeCall *call, GError **error)
{
  g_autofree char *payload = sme_bank_nonce_take (call, call->path_id, error);
  g_autoptr (SmeVietqr) code = payload != NULL ? sme_vietqr_parse (payload, NULL) : NULL;
  g_autofree char *cookie = NULL, *csrf = NULL;

  if (code == NULL)
    return *error == NULL ? sme_bank_html_new_gone (call) : NULL;
  cookie = sme_bank_session_new (call, payload, &csrf, error);
  return cookie != NULL ? make_form (call, g_steal_pointer (&cookie), csrf, code) : NULL;
}

SmeReply *
sme_handle_local_pay_submit (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) form = sme_bank_session_read_form (call);
  const char *text = form != NULL ? g_hash_table_lookup (form, "amount") : NULL;
  const char *reference = form != NULL ? g_hash_table_lookup (form, "reference") : NULL;
  g_autofree char *payload = NULL, *content = NULL;
  g_autoptr (SmeReceipt) receipt = NULL;
  gint64 amount;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 1, SME_MAX_MONEY, &amount, NULL))
    return sme_bank_html_new_gone (call);
  payload = sme_bank_session_take (call, error);
  if (payload == NULL)
    return *error == NULL ? sme_bank_html_new_gone (call) : NULL;
  /* What is scanned can be changed before it is sent, as in a banking app. */
  receipt = reference != NULL ? sme_bank_receive_text (call, reference, amount, error)
                              : sme_bank_receive (call, payload, amount, error);
  if (receipt == NULL)
    return NULL;
  content =
    g_strdup_printf ("<p>%s</p>", sme_bank_say (call, "Đã chuyển. Anh/Chị có thể quay lại OneSME.",
                                                "Transferred. You can go back to OneSME."));
  return make_page (call, content);
}
