/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the local bank, for the system browser: what a banking app does after scanning the
 * code. Vietnamese or English, no script. */
#include "backend/bank/sme-bank-receive.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-ids.h"
#include "base/sme-format.h"
#include "core/sme-bank-link.h"
#include "core/sme-problem.h"
#include "core/sme-vietqr.h"

#include <string.h>

#define NONCE_PREFIX "bank_nonce:"
#define SESSION_PREFIX "bank_session:"
#define COOKIE "onesme-bank="

static gboolean
put_setting (SmeCall *call,
             const char *prefix,
             const char *secret,
             const char *value,
             GError **error)
{
  g_autofree char *mac = sme_keys_mac (sme_backend_get_keys (call->backend), prefix, secret, NULL);
  g_autofree char *name = g_strconcat (prefix, mac, NULL);

  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO setting (name, value) VALUES (:name, :value)", "name:s", name,
                     "value:s", value, NULL);
}

/* Reads and, when @once, removes it; NULL when there is none. */
static char *
take_setting (SmeCall *call, const char *prefix, const char *secret, gboolean once, GError **error)
{
  g_autofree char *mac = sme_keys_mac (sme_backend_get_keys (call->backend), prefix, secret, NULL);
  g_autofree char *name = g_strconcat (prefix, mac, NULL);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT value FROM setting WHERE name = :name", "name:s", name, NULL);

  if (rows == NULL || sme_rows_count (rows) == 0 ||
      (once && !sme_db_run (call->db, NULL, error, "DELETE FROM setting WHERE name = :name",
                            "name:s", name, NULL)))
    return NULL;
  return g_strdup (sme_rows_text (rows, 0, "value"));
}

SmeReply *
sme_handle_local_pay_link (SmeCall *call, GError **error)
{
  const char *payload = sme_record_get_text (call->request, "payload");
  g_autoptr (SmeVietqr) code = sme_vietqr_parse (payload, NULL);
  g_autofree char *nonce = sme_secret_new ();
  g_autofree char *url = NULL;
  g_autoptr (SmeBankLink) link = sme_bank_link_new ();

  if (code == NULL)
    {
      sme_problem_set_field (error, "/payload", "format");
      return NULL;
    }
  if (!put_setting (call, NONCE_PREFIX, nonce, payload, error))
    return NULL;
  url = g_strdup_printf ("%s/local/bank/pay/%s", sme_backend_get_url (call->backend), nonce);
  sme_record_set_text (SME_RECORD (link), "url", url);
  return sme_reply_new_record (201, SME_RECORD (link));
}

static const char *
say (SmeCall *call, const char *vi, const char *en)
{
  return g_str_equal (call->language, "en") ? en : vi;
}

static SmeReply *
make_page (SmeCall *call, guint status, const char *content)
{
  const char *title = say (call, "Ngân hàng trình diễn", "Demonstration bank");
  g_autofree char *html = g_strdup_printf (
    "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title><meta"
    " name=\"viewport\" content=\"width=device-width\"><style>body{font:1.1rem "
    "sans-serif;max-width:"
    "30rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.7rem "
    "1.5rem}p.warn{border:2px"
    " solid;padding:.7rem}</style></head><body><h1>%s</h1><p class=\"warn\">%s</p>%s</body></html>",
    call->language, title, title,
    say (call, "Không chuyển tiền thật: ngân hàng này chỉ có trên máy tính này.",
         "No real money moves: this bank exists on this computer only."),
    content);
  g_autoptr (GBytes) body = g_bytes_new (html, strlen (html));

  return sme_reply_new (status, "text/html; charset=utf-8", body);
}

static SmeReply *
make_gone (SmeCall *call)
{
  g_autofree char *content = g_strdup_printf (
    "<p>%s</p>", say (call, "Liên kết này đã được dùng hoặc không đúng. Anh/Chị mở lại từ OneSME.",
                      "This link was used before or is wrong. Open it again from OneSME."));

  return make_page (call, 410, content);
}

static SmeReply *
make_form (SmeCall *call, const char *session, const char *csrf, SmeVietqr *code)
{
  g_autofree char *money = sme_format_money (code->amount);
  g_autofree char *reference =
    g_markup_escape_text (code->reference != NULL ? code->reference : "", -1);
  g_autofree char *content = g_strdup_printf (
    "<dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl><form method=\"post\"><input "
    "type=\"hidden\""
    " name=\"csrf\" value=\"%s\"><label>%s <input name=\"amount\" inputmode=\"numeric\" "
    "value=\"%" G_GINT64_FORMAT "\"></label><p><button>%s</button></p></form>",
    say (call, "Số tiền", "Amount"), money, say (call, "Nội dung", "Reference"), reference, csrf,
    say (call, "Chuyển (đồng)", "Transfer (đồng)"), code->amount,
    say (call, "Chuyển tiền", "Transfer"));
  SmeReply *reply = make_page (call, 200, content);

  reply->set_cookie = g_strdup_printf (
    COOKIE "%s; HttpOnly; SameSite=Strict; Path=/local/bank; Max-Age=900", session);
  return reply;
}

/* The nonce in the address works once; from then on the cookie says who it is. */
SmeReply *
sme_handle_local_pay_page (SmeCall *call, GError **error)
{
  g_autofree char *payload = take_setting (call, NONCE_PREFIX, call->path_id, TRUE, error);
  g_autoptr (SmeVietqr) code = payload != NULL ? sme_vietqr_parse (payload, NULL) : NULL;
  g_autofree char *session = sme_secret_new ();
  g_autofree char *csrf = NULL;

  if (code == NULL)
    return *error == NULL ? make_gone (call) : NULL;
  if (!put_setting (call, SESSION_PREFIX, session, payload, error))
    return NULL;
  csrf = sme_keys_mac (sme_backend_get_keys (call->backend), "bank-csrf", session, NULL);
  return make_form (call, session, csrf, code);
}

static char *
read_cookie (SmeCall *call)
{
  const char *found = call->cookie != NULL ? strstr (call->cookie, COOKIE) : NULL;

  if (found == NULL)
    return NULL;
  found += strlen (COOKIE);
  return g_strndup (found, strcspn (found, ";, "));
}

static GHashTable *
read_form (SmeCall *call)
{
  gsize length;
  const char *data = g_bytes_get_data (call->body_bytes, &length);

  return data != NULL && g_utf8_validate_len (data, length, NULL)
           ? g_uri_parse_params (data, (gssize) length, "&", G_URI_PARAMS_WWW_FORM, NULL)
           : NULL;
}

static gboolean
is_genuine (SmeCall *call, const char *session, GHashTable *form)
{
  const char *given = form != NULL ? g_hash_table_lookup (form, "csrf") : NULL;
  g_autofree char *csrf =
    sme_keys_mac (sme_backend_get_keys (call->backend), "bank-csrf", session, NULL);

  return given != NULL && sme_keys_equal (given, csrf);
}

SmeReply *
sme_handle_local_pay_submit (SmeCall *call, GError **error)
{
  g_autofree char *session = read_cookie (call);
  g_autoptr (GHashTable) form = read_form (call);
  g_autofree char *payload = NULL, *content = NULL;
  g_autoptr (SmeReceipt) receipt = NULL;
  gint64 amount;

  if (session == NULL || !is_genuine (call, session, form))
    return make_gone (call);
  if (!g_ascii_string_to_signed (
        g_hash_table_lookup (form, "amount") != NULL ? g_hash_table_lookup (form, "amount") : "",
        10, 1, SME_MAX_MONEY, &amount, NULL))
    return make_gone (call);
  payload = take_setting (call, SESSION_PREFIX, session, TRUE, error);
  if (payload == NULL)
    return *error == NULL ? make_gone (call) : NULL;
  receipt = sme_bank_receive (call, payload, amount, error);
  if (receipt == NULL)
    return NULL;
  content = g_strdup_printf ("<p>%s</p>", say (call, "Đã chuyển. Anh/Chị có thể quay lại OneSME.",
                                               "Transferred. You can go back to OneSME."));
  return make_page (call, 200, content);
}
