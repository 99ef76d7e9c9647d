/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card and bank gateway: the page in a browser, the notice that decides, and what is refused.
 */
#include "payment-fixture.h"

#include "core/sme-vnpay.h"

#include <string.h>

static void
test_redirect_is_signed (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) params = sme_vnpay_parse_query (strchr (paying->url, '?') + 1);
  static const char *const names[] = { "vnp_CreateDate", "vnp_ExpireDate", "vnp_IpAddr",
                                       "vnp_Locale",     "vnp_OrderInfo",  "vnp_OrderType",
                                       "vnp_ReturnUrl",  "vnp_TmnCode",    "vnp_TxnRef" };
  g_autofree char *unsigned_url = NULL;

  g_assert_cmpstr (g_hash_table_lookup (params, "vnp_Version"), ==, "2.1.0");
  g_assert_cmpstr (g_hash_table_lookup (params, "vnp_Command"), ==, "pay");
  g_assert_cmpstr (g_hash_table_lookup (params, "vnp_CurrCode"), ==, "VND");
  g_assert_cmpstr (g_hash_table_lookup (params, "vnp_Amount"), ==, "22000000");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (g_hash_table_lookup (params, names[i]));
  g_assert_cmpuint (strlen (g_hash_table_lookup (params, "vnp_SecureHash")), ==, 128);
  g_assert_true (g_str_is_ascii (g_hash_table_lookup (params, "vnp_OrderInfo")));
}

static void
test_pays_in_a_browser (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Browser) browser = browser_new ("vi");

  browser_open (browser, paying->url);
  g_assert_cmpuint (browser->status, ==, 200);
  g_assert_nonnull (strstr (browser->page, "<html lang=\"vi\">"));
  g_assert_nonnull (strstr (browser->page, "Không chuyển tiền thật"));
  g_assert_nonnull (strstr (browser->page, "220.000"));
  g_assert_null (strstr (browser->page, "<script"));
  g_assert_nonnull (strstr (browser->csp, "frame-ancestors 'none'"));
  browser_press (browser, "00");
  g_assert_cmpuint (browser->status, ==, 200);
  g_assert_nonnull (strstr (browser->address, "/v1/payments/gateway/return?"));
  g_assert_nonnull (strstr (browser->page, "onesme://payment-return?payment="));
  paying_await_order (paying, "paid");
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

/* The shop's language decides, not the browser's. */
static void
test_page_in_english (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Browser) browser = browser_new ("vi"), english = browser_new ("en");
  const char *query = strchr (paying->url, '?') + 1;
  g_autoptr (GHashTable) params = sme_vnpay_parse_query (query);
  g_autofree char *page = g_strndup (paying->url, (gsize) (query - paying->url));
  g_autofree char *in_english = NULL, *url = NULL;

  browser_open (english, paying->url);
  g_assert_nonnull (strstr (english->page, "<html lang=\"vi\">"));
  g_hash_table_remove (params, "vnp_SecureHash");
  g_hash_table_replace (params, g_strdup ("vnp_Locale"), g_strdup ("en"));
  in_english = gateway_sign (paying, params, NULL);
  url = g_strconcat (page, in_english, NULL);
  browser_open (browser, url);
  g_assert_nonnull (strstr (browser->page, "<html lang=\"en\">"));
  g_assert_nonnull (strstr (browser->page, "No real money moves"));
}

/* What the browser brings back decides nothing. */
static void
test_return_decides_nothing (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) params = gateway_new_result (paying, "00", "777");
  g_autofree char *query = gateway_sign (paying, params, NULL);
  g_autofree char *url =
    g_strconcat (paying->fixture->base, "/v1/payments/gateway/return?", query, NULL);
  g_autofree char *forged = g_strconcat (url, "0", NULL);
  g_autoptr (Browser) browser = browser_new ("en");

  browser_open (browser, url);
  g_assert_cmpuint (browser->status, ==, 200);
  g_assert_nonnull (strstr (browser->page, "waiting for the confirmation"));
  browser_open (browser, forged);
  g_assert_nonnull (strstr (browser->page, "could not be read"));
  paying_assert_order (paying, "awaiting_payment");
}

static void
test_cancelled_and_paid_again (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Browser) browser = browser_new ("vi");
  g_autoptr (Answer) failed = NULL, again = NULL;
  g_autofree char *first = g_strdup (paying->payment);

  browser_open (browser, paying->url);
  browser_press (browser, "24");
  paying_await_payment (paying, "failed");
  failed = paying_get (paying);
  g_assert_cmpstr (answer_text (failed, "failure"), ==, "cancelled");
  paying_assert_order (paying, "awaiting_payment");
  again = paying_ask (paying, GATEWAY_BODY);
  paying_take (paying, again, 201);
  g_assert_cmpstr (paying->payment, !=, first);
  browser_open (browser, paying->url);
  browser_press (browser, "00");
  paying_await_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

static void
test_reasons_of_failures (void)
{
  static const struct
  {
    const char *code;
    const char *failure;
  } cases[] = {
    { "24", "cancelled" },     { "51", "no_funds" },        { "65", "limit" },
    { "13", "not_confirmed" }, { "12", "account_blocked" }, { "75", "bank_unavailable" },
    { "11", "expired" },       { "99", "other" },
  };
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) params = gateway_new_result (paying, cases[i].code, "0");
      g_autofree char *told = gateway_tell (paying, params);
      g_autoptr (Answer) payment = paying_get (paying), again = NULL;

      g_assert_cmpstr (told, ==, "00");
      g_assert_cmpstr (answer_text (payment, "state"), ==, "failed");
      g_assert_cmpstr (answer_text (payment, "failure"), ==, cases[i].failure);
      again = paying_ask (paying, GATEWAY_BODY);
      paying_take (paying, again, 201);
    }
}

static void
assert_refused (Paying *paying, const char *query, const char *code)
{
  g_autofree char *told = gateway_send (paying, query);

  g_assert_cmpstr (told, ==, code);
  paying_assert_order (paying, "awaiting_payment");
  paying_assert_state (paying, "pending");
  paying_assert_balanced (paying, 0);
}

static void
test_forged_notices (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) params = gateway_new_result (paying, "00", "1");
  g_autofree char *good = gateway_sign (paying, params, NULL);
  g_autofree char *wrong_secret = gateway_sign (paying, params, "not the secret");
  g_autofree char *changed = g_strdup (good);
  g_autofree char *twice = g_strconcat (good, "&vnp_ResponseCode=00", NULL);
  g_autofree char *cut = g_strndup (good, strlen (good) - 1);
  g_autofree char *unsigned_query = sme_vnpay_canonical (params);
  g_autofree char *other_shop = NULL;

  *(strstr (changed, "vnp_Amount=") + strlen ("vnp_Amount=")) = '9';
  assert_refused (paying, wrong_secret, "97");
  assert_refused (paying, changed, "97");
  assert_refused (paying, twice, "97");
  assert_refused (paying, cut, "97");
  assert_refused (paying, unsigned_query, "97");
  assert_refused (paying, "", "97");
  assert_refused (paying, "vnp_SecureHash=%ff", "97");
  gateway_set (params, "vnp_TmnCode", "SOMEBODY");
  other_shop = gateway_sign (paying, params, NULL);
  assert_refused (paying, other_shop, "97");
}

static void
test_wrong_amount (void)
{
  static const char *const amounts[] = { "21999900", "22000100",   "100",
                                         "220000",   "22000001",   "-22000000",
                                         "0",        "2200000000", "" };
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (GHashTable) params = gateway_new_result (paying, "00", "1");
      g_autofree char *query = NULL;

      gateway_set (params, "vnp_Amount", amounts[i]);
      query = gateway_sign (paying, params, NULL);
      assert_refused (paying, query, "04");
    }
}

static void
test_unknown_orders (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) params = gateway_new_result (paying, "00", "1");
  g_autofree char *nobody = NULL, *of_a_transfer = NULL;
  g_autofree char *second = g_strdup (paying->order);
  g_autoptr (Answer) transfer = NULL;

  gateway_set (params, "vnp_TxnRef", "OSM0000000000P1");
  nobody = gateway_sign (paying, params, NULL);
  assert_refused (paying, nobody, "01");
  g_free (paying->order);
  paying->order = paying_add_order (paying);
  transfer = paying_ask (paying, VIETQR_BODY);
  gateway_set (params, "vnp_TxnRef", answer_text (transfer, "vietqr.reference"));
  of_a_transfer = gateway_sign (paying, params, NULL);
  paying->payment = (g_free (paying->payment), g_strdup (answer_text (transfer, "id")));
  assert_refused (paying, of_a_transfer, "01");
}

static void
test_replayed (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) params = gateway_new_result (paying, "00", "1");
  g_autofree char *first = gateway_tell (paying, params);

  g_assert_cmpstr (first, ==, "00");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *again = gateway_tell (paying, params);

      g_assert_cmpstr (again, ==, "02");
    }
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

/* A failure that comes after the success changes nothing; a success after the failure counts,
 * because the money was taken. */
static void
test_reordered (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) failure = gateway_new_result (paying, "24", "0");
  g_autoptr (GHashTable) success = gateway_new_result (paying, "00", "1");
  g_autofree char *a = gateway_tell (paying, failure);
  g_autofree char *b = gateway_tell (paying, success);
  g_autofree char *c = gateway_tell (paying, failure);

  g_assert_cmpstr (a, ==, "00");
  g_assert_cmpstr (b, ==, "00");
  g_assert_cmpstr (c, ==, "02");
  paying_assert_order (paying, "paid");
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

static void
assert_told (Paying *paying, GHashTable *params, const char *verdict, const char *state)
{
  g_autofree char *told = gateway_tell (paying, params);

  g_assert_cmpstr (told, ==, verdict);
  paying_assert_state (paying, state);
}

/* A suspicion, and how it ended, sent again by whoever has seen them: the past does not come back.
 */
static void
test_replayed_suspicion (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) suspected = gateway_new_result (paying, "07", "5");
  g_autoptr (GHashTable) failure = gateway_new_result (paying, "24", "5");

  assert_told (paying, suspected, "00", "checking");
  assert_told (paying, suspected, "02", "checking");
  assert_told (paying, failure, "00", "failed");
  assert_told (paying, suspected, "02", "failed");
  assert_told (paying, failure, "02", "failed");
}

/* The end of a transaction overtook the suspicion against it. */
static void
test_overtaken_suspicion (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) suspected = gateway_new_result (paying, "07", "5");
  g_autoptr (GHashTable) failure = gateway_new_result (paying, "75", "5");

  assert_told (paying, failure, "00", "failed");
  assert_told (paying, suspected, "02", "failed");
}

/* An attempt that was cancelled says nothing of the next one, whose money the bank holds. */
static void
test_overtaken_failure (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) cancelled = gateway_new_result (paying, "24", "0");
  g_autoptr (GHashTable) suspected = gateway_new_result (paying, "07", "5");
  g_autoptr (GHashTable) failure = gateway_new_result (paying, "99", "5");

  assert_told (paying, suspected, "00", "checking");
  assert_told (paying, cancelled, "02", "checking");
  assert_told (paying, failure, "00", "failed");
}

/* Of two attempts the later one counts, whichever is told first. */
static void
test_earlier_notice (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) later = gateway_new_result (paying, "51", "6");
  g_autoptr (GHashTable) earlier = gateway_new_result (paying, "07", "5");
  g_autoptr (GHashTable) money = gateway_new_result (paying, "00", "5");

  gateway_set (earlier, "vnp_PayDate", "20261123092959");
  gateway_set (money, "vnp_PayDate", "20261123092959");
  assert_told (paying, later, "00", "failed");
  assert_told (paying, earlier, "02", "failed");
  /* But money is money. */
  assert_told (paying, money, "00", "succeeded");
}

/* Another transaction for what is paid: the money goes back. */
static void
test_paid_twice (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) first = gateway_new_result (paying, "00", "1");
  g_autoptr (GHashTable) second = gateway_new_result (paying, "00", "2");
  g_autofree char *a = gateway_tell (paying, first);
  g_autofree char *b = gateway_tell (paying, second);
  g_autoptr (Answer) payment = paying_get (paying);

  g_assert_cmpstr (a, ==, "00");
  g_assert_cmpstr (b, ==, "02");
  g_assert_cmpstr (answer_text (payment, "receipts.1.state"), ==, "duplicate");
  g_assert_cmpint (answer_int (payment, "refunds.0.amount"), ==, PRICE);
  paying_assert_balanced (paying, PRICE);
}

/* The other method won meanwhile. */
static void
test_late_money_goes_back (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) success = gateway_new_result (paying, "00", "1");
  g_autoptr (Answer) qr = paying_ask (paying, VIETQR_BODY);
  g_autoptr (Answer) receipt = paying_transfer (paying, answer_text (qr, "vietqr.payload"), PRICE);
  g_autofree char *told = gateway_tell (paying, success);

  assert_status (receipt, 201);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_state (paying, "replaced");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 0);
}

/* While the bank looks once more, nothing else is begun. */
static void
test_suspected (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) suspected = gateway_new_result (paying, "07", "1");
  g_autoptr (GHashTable) success = gateway_new_result (paying, "00", "1");
  g_autofree char *a = gateway_tell (paying, suspected);
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", paying->order);
  g_autofree char *b = NULL;
  g_autoptr (Answer) other = NULL, order = NULL;

  g_assert_cmpstr (a, ==, "00");
  paying_assert_state (paying, "checking");
  other = paying_ask (paying, VIETQR_BODY);
  assert_status (other, 200);
  g_assert_cmpstr (answer_text (other, "id"), ==, paying->payment);
  order = fixture_call (paying->fixture, "GET", path, paying->token, NULL);
  g_assert_cmpstr (answer_text (order, "next_actions.0"), ==, "check_payment");
  b = gateway_tell (paying, success);
  g_assert_cmpstr (b, ==, "00");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

/* The form needs its cookie and its token; an end is an end, whatever the browser sends again. */
static void
test_page_is_guarded (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Browser) browser = browser_new ("en"), stranger = browser_new ("en");
  g_autofree char *forged = g_strconcat (paying->url, "0", NULL);

  browser_open (stranger, forged);
  g_assert_cmpuint (stranger->status, ==, 400);
  browser_open (browser, paying->url);
  g_free (stranger->page);
  stranger->page = g_strdup (browser->page);
  browser_press (stranger, "00");
  g_assert_cmpuint (stranger->status, ==, 410);
  paying_assert_state (paying, "pending");
  browser_press (browser, "nonsense");
  g_assert_cmpuint (browser->status, ==, 410);
  browser_open (browser, paying->url);
  browser_press (browser, "24");
  paying_await_payment (paying, "failed");
  browser_open (browser, paying->url);
  g_assert_nonnull (strstr (browser->page, "không thể thanh toán lần nữa"));
}

/* The notice outlives the backend: it is delivered by the next one. */
static void
test_notice_survives_kill (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Browser) browser = browser_new ("en");

  browser_open (browser, paying->url);
  browser_press (browser, "00");
  fixture_stop (paying->fixture, TRUE);
  fixture_start (paying->fixture);
  paying_await_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

static void
test_expired (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) success = gateway_new_result (paying, "00", "1");
  g_autoptr (Browser) browser = browser_new ("en");
  g_autofree char *told = NULL;

  fixture_advance (paying->fixture, 16 * 60);
  g_free (paying->token);
  paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
  browser_open (browser, paying->url);
  g_assert_cmpuint (browser->status, ==, 410);
  paying_await_payment (paying, "expired");
  /* Paid in time, told late. */
  told = gateway_tell (paying, success);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_order (paying, "paid");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a32/gateway/redirect-is-signed", test_redirect_is_signed);
  g_test_add_func ("/a32/gateway/pays-in-a-browser", test_pays_in_a_browser);
  g_test_add_func ("/a32/gateway/page-in-english", test_page_in_english);
  g_test_add_func ("/a32/gateway/return-decides-nothing", test_return_decides_nothing);
  g_test_add_func ("/a32/gateway/page-is-guarded", test_page_is_guarded);
  g_test_add_func ("/a33/gateway/cancelled-and-paid-again", test_cancelled_and_paid_again);
  g_test_add_func ("/a33/gateway/reasons-of-failures", test_reasons_of_failures);
  g_test_add_func ("/a33/gateway/forged-notices", test_forged_notices);
  g_test_add_func ("/a33/gateway/wrong-amount", test_wrong_amount);
  g_test_add_func ("/a33/gateway/unknown-orders", test_unknown_orders);
  g_test_add_func ("/a33/gateway/replayed", test_replayed);
  g_test_add_func ("/a33/gateway/reordered", test_reordered);
  g_test_add_func ("/a33/gateway/replayed-suspicion", test_replayed_suspicion);
  g_test_add_func ("/a33/gateway/overtaken-suspicion", test_overtaken_suspicion);
  g_test_add_func ("/a33/gateway/overtaken-failure", test_overtaken_failure);
  g_test_add_func ("/a33/gateway/earlier-notice", test_earlier_notice);
  g_test_add_func ("/a33/gateway/paid-twice", test_paid_twice);
  g_test_add_func ("/a33/gateway/late-money-goes-back", test_late_money_goes_back);
  g_test_add_func ("/a33/gateway/suspected", test_suspected);
  g_test_add_func ("/a33/gateway/notice-survives-kill", test_notice_survives_kill);
  g_test_add_func ("/a33/gateway/expired", test_expired);
  return g_test_run ();
}
