/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the local bank, as a browser has it. */
#include "core/sme-vietqr.h"
#include "payment-fixture.h"

#include <string.h>

static void
open_page (Paying *paying, Browser *browser)
{
  g_autofree char *body = g_strdup_printf ("{\"payload\":\"%s\"}", paying->payload);
  g_autoptr (Answer) link =
    fixture_call (paying->fixture, "POST", "/local/bank/pay-links", LOCAL_TOKEN, body);

  browser_open (browser, answer_text (link, "url"));
  g_assert_cmpuint (browser->status, ==, 200);
}

/* The form is there again, with @amount and @reference as they were typed, and says what is wrong.
 */
static void
assert_asks_again (Browser *browser, const char *amount, const char *reference, const char *wrong)
{
  g_autofree char *typed = g_strdup_printf ("value=\"%s\" aria-invalid=\"true\"", amount);
  g_autofree char *kept = g_strdup_printf ("value=\"%s\"", reference);

  g_assert_cmpuint (browser->status, ==, 422);
  g_assert_nonnull (strstr (browser->page, typed));
  g_assert_nonnull (strstr (browser->page, kept));
  g_assert_nonnull (strstr (browser->page, wrong));
  g_assert_nonnull (strstr (browser->page, "220.000"));
}

static void
test_wrong_amounts (void)
{
  static const char *const none[] = { "abc", "", "12abc", "1.5", "22.00", "-5", "1e5" };
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Browser) browser = browser_new ("vi");

  open_page (paying, browser);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      browser_transfer (browser, none[i], "Tiền mua");
      assert_asks_again (browser, none[i], "Tiền mua", "Số tiền chỉ gồm chữ số");
    }
  browser_transfer (browser, "0", "Tiền mua");
  assert_asks_again (browser, "0", "Tiền mua", "Số tiền phải từ 1");
  browser_transfer (browser, "99999999999999999999", "Tiền mua");
  assert_asks_again (browser, "99999999999999999999", "Tiền mua", "Số tiền phải từ 1");
  paying_assert_state (paying, "pending");
}

static void
test_wrong_amount_in_english (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Browser) browser = browser_new ("en");

  open_page (paying, browser);
  browser_transfer (browser, "<b>", "\"a\"");
  assert_asks_again (browser, "&lt;b&gt;", "&quot;a&quot;", "The amount has digits only");
}

/* After the mistake the transfer goes through, written as people write sums; and only once. */
static void
test_goes_on (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Browser) browser = browser_new ("vi");
  g_autoptr (SmeVietqr) code = sme_vietqr_parse (paying->payload, NULL);

  open_page (paying, browser);
  browser_transfer (browser, "abc", code->reference);
  browser_transfer (browser, "220.000", code->reference);
  g_assert_cmpuint (browser->status, ==, 200);
  g_assert_nonnull (strstr (browser->page, "Đã chuyển"));
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a32/bank-page/a-wrong-amount-is-said-at-its-field", test_wrong_amounts);
  g_test_add_func ("/a32/bank-page/a-wrong-amount-in-english", test_wrong_amount_in_english);
  g_test_add_func ("/a32/bank-page/goes-on-after-a-mistake", test_goes_on);
  return g_test_run ();
}
