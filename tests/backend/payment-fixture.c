/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payment-fixture.h"

#include "core/sme-vnpay.h"
#include "listener.h"

#include <string.h>

#define PATIENCE (20 * G_USEC_PER_SEC)

void
paying_free (Paying *self)
{
  fixture_free (self->fixture);
  g_free (self->token);
  g_free (self->order);
  g_free (self->payment);
  g_free (self->payload);
  g_free (self->url);
  g_free (self);
}

Answer *
paying_ask (Paying *self, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", self->order);

  return fixture_call (self->fixture, "POST", path, self->token, body);
}

Answer *
paying_ask_jointly (Paying *self, const char *method, const char *const *ids)
{
  g_autofree char *list = g_strjoinv ("\",\"", (GStrv) ids);
  g_autofree char *body = g_strdup_printf (
    "{\"method\":\"%s\",\"terms_version\":\"2026-11\",\"order_ids\":[\"%s\"]}", method, list);

  return fixture_call (self->fixture, "POST", "/v1/payments", self->token, body);
}

void
paying_take (Paying *self, Answer *payment, guint status)
{
  JsonObject *object;

  assert_status (payment, status);
  object = json_node_get_object (payment->json);
  g_free (self->payment);
  self->payment = g_strdup (answer_text (payment, "id"));
  g_clear_pointer (&self->payload, g_free);
  g_clear_pointer (&self->url, g_free);
  if (json_object_has_member (object, "vietqr"))
    self->payload = g_strdup (answer_text (payment, "vietqr.payload"));
  if (json_object_has_member (object, "redirect_url"))
    self->url = g_strdup (answer_text (payment, "redirect_url"));
}

char *
paying_add_order (Paying *self)
{
  char *order = fixture_order (self->fixture, self->token, "smartca-on-ca-nhan-co-ban");

  fixture_declare (self->fixture, self->token, order);
  return order;
}

void
paying_renew (Paying *self, const char *body)
{
  g_autoptr (Answer) payment = NULL;

  g_free (self->order);
  self->order = paying_add_order (self);
  payment = paying_ask (self, body);
  paying_take (self, payment, 201);
  g_assert_cmpint (answer_int (payment, "amount"), ==, PRICE);
}

Paying *
paying_new (const char *body)
{
  Paying *self = g_new0 (Paying, 1);

  self->fixture = fixture_new ();
  self->token = fixture_sign_up (self->fixture, "an@vidu.vn");
  paying_renew (self, body);
  return self;
}

Answer *
paying_transfer (Paying *self, const char *payload, gint64 amount)
{
  g_autofree char *body =
    g_strdup_printf ("{\"payload\":\"%s\",\"amount\":%" G_GINT64_FORMAT "}", payload, amount);

  return fixture_call (self->fixture, "POST", "/local/bank/transfers", LOCAL_TOKEN, body);
}

Answer *
paying_get (Paying *self)
{
  g_autofree char *path = g_strdup_printf ("/v1/payments/%s", self->payment);

  return fixture_call (self->fixture, "GET", path, self->token, NULL);
}

static Answer *
get_order (Paying *self)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", self->order);

  return fixture_call (self->fixture, "GET", path, self->token, NULL);
}

void
paying_assert_order (Paying *self, const char *state)
{
  g_autoptr (Answer) order = get_order (self);

  g_assert_cmpstr (answer_text (order, "state"), ==, state);
}

static gint64
sum_amounts (Answer *payment, const char *member)
{
  JsonObject *object = json_node_get_object (payment->json);
  JsonArray *array =
    json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
  gint64 sum = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    sum += json_object_get_int_member (json_array_get_object_element (array, i), "amount");
  return sum;
}

void
paying_assert_balanced (Paying *self, gint64 kept)
{
  g_autoptr (Answer) payment = paying_get (self);

  g_assert_cmpint (answer_int (payment, "received"), ==, kept);
  g_assert_cmpint (sum_amounts (payment, "receipts"), ==, kept + sum_amounts (payment, "refunds"));
}

static void
await (Paying *self, Answer *(*get) (Paying *), const char *state)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  g_autoptr (Listener) listener = listener_new (self->fixture, self->token);

  g_assert_nonnull (listener);
  for (;;)
    {
      g_autoptr (Answer) found = get (self);

      if (g_str_equal (answer_text (found, "state"), state))
        return;
      if (g_get_monotonic_time () > deadline || !listener_wait (listener))
        g_error ("Still %s, not %s", answer_text (found, "state"), state);
    }
}

void
paying_await_order (Paying *self, const char *state)
{
  await (self, get_order, state);
}

void
paying_await_payment (Paying *self, const char *state)
{
  await (self, paying_get, state);
}

Browser *
browser_new (const char *language)
{
  Browser *self = g_new0 (Browser, 1);
  g_autoptr (SoupCookieJar) jar = soup_cookie_jar_new ();

  self->session = soup_session_new ();
  soup_session_add_feature (self->session, SOUP_SESSION_FEATURE (jar));
  soup_session_set_accept_language (self->session, language);
  return self;
}

void
browser_free (Browser *self)
{
  g_object_unref (self->session);
  g_free (self->page);
  g_free (self->address);
  g_free (self->csp);
  g_free (self);
}

static gboolean
go (Browser *self, SoupMessage *message)
{
  g_autoptr (GBytes) body = soup_session_send_and_read (self->session, message, NULL, NULL);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (body == NULL)
    return FALSE;
  g_free (self->page);
  g_free (self->address);
  g_free (self->csp);
  self->status = soup_message_get_status (message);
  self->page = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  self->address = g_uri_to_string (soup_message_get_uri (message));
  self->csp = g_strdup (soup_message_headers_get_one (headers, "Content-Security-Policy"));
  return TRUE;
}

gboolean
browser_try_open (Browser *self, const char *url)
{
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);

  soup_message_set_first_party (message, soup_message_get_uri (message));
  soup_message_set_site_for_cookies (message, soup_message_get_uri (message));
  soup_message_set_is_top_level_navigation (message, TRUE);
  return go (self, message);
}

void
browser_open (Browser *self, const char *url)
{
  g_assert_true (browser_try_open (self, url));
}

static char *
read_field (Browser *self, const char *name)
{
  g_autofree char *mark = g_strdup_printf ("name=\"%s\" value=\"", name);
  const char *found = strstr (self->page, mark);

  g_assert_nonnull (found);
  found += strlen (mark);
  return g_strndup (found, strcspn (found, "\""));
}

/* @path: where the form goes to; "" for the page that it stands on */
static gboolean
send_form (Browser *self, const char *path, const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (GUri) base = g_uri_parse (self->address, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GUri) target = g_uri_parse_relative (base, path, G_URI_FLAGS_NONE, NULL);
  g_autoptr (SoupMessage) message = soup_message_new_from_uri ("POST", target);

  soup_message_set_first_party (message, target);
  soup_message_set_site_for_cookies (message, target);
  soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, bytes);
  return go (self, message);
}

gboolean
browser_try_press (Browser *self, const char *result)
{
  g_autofree char *csrf = read_field (self, "csrf");
  g_autofree char *body = soup_form_encode ("csrf", csrf, "result", result, NULL);

  return send_form (self, "/local/bank/gateway", body);
}

void
browser_transfer (Browser *self, const char *amount, const char *reference)
{
  g_autofree char *csrf = read_field (self, "csrf");
  g_autofree char *body =
    soup_form_encode ("csrf", csrf, "amount", amount, "reference", reference, NULL);

  g_assert_true (send_form (self, "", body));
}

void
browser_press (Browser *self, const char *result)
{
  g_assert_true (browser_try_press (self, result));
}

char *
gateway_read_config (Paying *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->fixture->directory, "keys", "vnpay.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  char *value;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  value = g_key_file_get_string (file, "vnpay", name, &error);
  g_assert_no_error (error);
  return value;
}

void
gateway_set (GHashTable *params, const char *name, const char *value)
{
  g_hash_table_insert (params, g_strdup (name), g_strdup (value));
}

GHashTable *
gateway_new_result (Paying *self, const char *code, const char *number)
{
  GHashTable *params = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) asked = sme_vnpay_parse_query (strchr (self->url, '?') + 1);
  g_autofree char *tmn_code = gateway_read_config (self, "tmn_code");

  gateway_set (params, "vnp_TmnCode", tmn_code);
  gateway_set (params, "vnp_Amount", g_hash_table_lookup (asked, "vnp_Amount"));
  gateway_set (params, "vnp_TxnRef", g_hash_table_lookup (asked, "vnp_TxnRef"));
  gateway_set (params, "vnp_OrderInfo", g_hash_table_lookup (asked, "vnp_OrderInfo"));
  gateway_set (params, "vnp_BankCode", "DEMO");
  gateway_set (params, "vnp_PayDate", "20261123093000");
  gateway_set (params, "vnp_ResponseCode", code);
  gateway_set (params, "vnp_TransactionStatus", g_str_equal (code, "00") ? "00" : "02");
  gateway_set (params, "vnp_TransactionNo", number);
  return params;
}

char *
gateway_sign (Paying *self, GHashTable *params, const char *secret)
{
  g_autofree char *right = gateway_read_config (self, "hash_secret");
  g_autofree char *url = sme_vnpay_make_url ("", params, secret != NULL ? secret : right);

  return g_strdup (url + 1);
}

char *
gateway_send (Paying *self, const char *query)
{
  g_autofree char *path = g_strconcat ("/v1/payments/gateway/ipn?", query, NULL);
  g_autoptr (Answer) answer = fixture_call (self->fixture, "GET", path, NULL, NULL);

  assert_status (answer, 200);
  return g_strdup (answer_text (answer, "RspCode"));
}

char *
gateway_tell (Paying *self, GHashTable *params)
{
  g_autofree char *query = gateway_sign (self, params, NULL);

  return gateway_send (self, query);
}
