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
make_page (SmeCall *call, guint status, const char *content)
{
  return sme_bank_html_new (
    call, status, sme_bank_say (call, "Ngân hàng trình diễn", "Demonstration bank"), TRUE, content);
}

typedef enum
{
  AMOUNT_RIGHT,
  AMOUNT_NO_NUMBER,
  AMOUNT_OUT_OF_RANGE,
} AmountState;

/* What stands in the form: what the code says, or what was typed. */
typedef struct
{
  const char *csrf;
  gint64 asked; /* đồng */
  const char *amount;
  const char *reference;
  AmountState state;
} Form;

/* Below its field, which names it for screen readers. */
static char *
describe_error (SmeCall *call, AmountState state)
{
  g_autofree char *most = sme_format_money (SME_MAX_MONEY);
  g_autofree char *range =
    g_strconcat (sme_bank_say (call, "Số tiền phải từ 1 ₫ đến ", "The amount must be from 1 ₫ to "),
                 most, sme_bank_say (call, ", ví dụ 220.000.", ", for example 220.000."), NULL);
  const char *text =
    state == AMOUNT_OUT_OF_RANGE
      ? range
      : sme_bank_say (call, "Số tiền chỉ gồm chữ số, ví dụ 220000 hoặc 220.000.",
                      "The amount has digits only, for example 220000 or 220.000.");

  return g_strdup_printf ("<br><strong id=\"wrong\" role=\"alert\">%s</strong>", text);
}

static SmeReply *
make_form (SmeCall *call, const Form *form)
{
  g_autofree char *money = sme_format_money (form->asked);
  g_autofree char *amount = g_markup_escape_text (form->amount, -1);
  g_autofree char *reference = g_markup_escape_text (form->reference, -1);
  gboolean wrong = form->state != AMOUNT_RIGHT;
  g_autofree char *error = wrong ? describe_error (call, form->state) : g_strdup ("");
  g_autofree char *content = g_strdup_printf (
    "<dl><dt>%s</dt><dd>%s</dd></dl><form method=\"post\"><input type=\"hidden\" name=\"csrf\" "
    "value=\"%s\"><p><label>%s <input name=\"amount\" inputmode=\"numeric\" "
    "value=\"%s\"%s></label>%s</p><p><label>%s <input name=\"reference\" "
    "maxlength=\"200\" value=\"%s\"></label></p><p><button>%s</button></p></form>",
    sme_bank_say (call, "Số tiền", "Amount"), money, form->csrf,
    sme_bank_say (call, "Chuyển (đồng)", "Transfer (đồng)"), amount,
    wrong ? " aria-invalid=\"true\" aria-describedby=\"wrong\" autofocus" : "", error,
    sme_bank_say (call, "Nội dung", "Reference"), reference,
    sme_bank_say (call, "Chuyển tiền", "Transfer"));

  return make_page (call, wrong ? 422 : 200, content);
}

static SmeReply *
make_first_form (SmeCall *call, const char *csrf, SmeVietqr *code)
{
  g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, code->amount);

  return make_form (call, &(Form){ .csrf = csrf,
                                   .asked = code->amount,
                                   .amount = amount,
                                   .reference = code->reference != NULL ? code->reference : "" });
}

/* The nonce in the address works once; from then on the cookie says who it is. */
SmeReply *
sme_handle_local_pay_page (SmeCall *call, GError **error)
{
  g_autofree char *payload = sme_bank_nonce_take (call, call->path_id, error);
  g_autoptr (SmeVietqr) code = payload != NULL ? sme_vietqr_parse (payload, NULL) : NULL;
  g_autofree char *cookie = NULL, *csrf = NULL;
  SmeReply *reply;

  if (code == NULL)
    return *error == NULL ? sme_bank_html_new_gone (call) : NULL;
  cookie = sme_bank_session_new (call, payload, &csrf, error);
  if (cookie == NULL)
    return NULL;
  reply = make_first_form (call, csrf, code);
  reply->set_cookie = g_steal_pointer (&cookie);
  return reply;
}

/* In groups of three digits too, as it is written: "220.000". */
static AmountState
read_amount (const char *typed, gint64 *amount)
{
  static const char pattern[] = "^[0-9]+$|^[0-9]{1,3}([ .,][0-9]{3})+$";
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!g_regex_match_simple (pattern, text, 0, 0))
    return AMOUNT_NO_NUMBER;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return g_ascii_string_to_signed (digits->str, 10, 1, SME_MAX_MONEY, amount, NULL)
           ? AMOUNT_RIGHT
           : AMOUNT_OUT_OF_RANGE;
}

/* The form again, with all that was typed; it can be sent again. */
static SmeReply *
ask_again (SmeCall *call, GHashTable *form, AmountState state, GError **error)
{
  g_autofree char *payload = sme_bank_session_peek (call, error);
  g_autoptr (SmeVietqr) code = payload != NULL ? sme_vietqr_parse (payload, NULL) : NULL;
  const char *amount = g_hash_table_lookup (form, "amount");
  const char *reference = g_hash_table_lookup (form, "reference");

  if (code == NULL)
    return *error == NULL ? sme_bank_html_new_gone (call) : NULL;
  return make_form (call, &(Form){ .csrf = g_hash_table_lookup (form, "csrf"),
                                   .asked = code->amount,
                                   .amount = amount != NULL ? amount : "",
                                   .reference = reference != NULL ? reference : "",
                                   .state = state });
}

SmeReply *
sme_handle_local_pay_submit (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) form = sme_bank_session_read_form (call);
  const char *text = form != NULL ? g_hash_table_lookup (form, "amount") : NULL;
  const char *reference = form != NULL ? g_hash_table_lookup (form, "reference") : NULL;
  g_autofree char *payload = NULL, *content = NULL;
  g_autoptr (SmeReceipt) receipt = NULL;
  AmountState state;
  gint64 amount = 0;

  if (form == NULL)
    return sme_bank_html_new_gone (call);
  state = text != NULL ? read_amount (text, &amount) : AMOUNT_NO_NUMBER;
  if (state != AMOUNT_RIGHT)
    return ask_again (call, form, state, error);
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
  return make_page (call, 200, content);
}
