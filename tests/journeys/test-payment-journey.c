/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paying as it goes wrong in every way that the two methods know, and right in the end: each time
 * the screen says what happened and offers what can be done. */
#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"
#include "journey-world.h"

#include <string.h>

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"
#define AGREE T ("I have read and agree to the terms of service")
#define QR T ("VietQR code to scan with a banking app")
#define NBSP "\xc2\xa0"

static Journey *journey;

/* "Hủy" leaves the form, and what was typed is there when one comes back. */
static void
leave_and_return (void)
{
  journey_press (journey, L ("Hủy"));
  journey_see (journey, T ("What you typed is kept. You find it under Orders."));
  journey_go_to (journey, T ("Home"));
  journey_press (journey, T ("Declare information"));
  journey_see (journey, journey_person.address);
}

/* A coupon that is refused, one that changes the price, and off again. */
static void
try_coupons (void)
{
  journey_enter (journey, T ("Coupon"), "HETHAN");
  journey_press (journey, T ("Apply the coupon"));
  journey_see (journey, T ("This coupon has expired."));
  journey_enter (journey, T ("Coupon"), "TRINHDIEN10");
  journey_press (journey, T ("Apply the coupon"));
  journey_see (journey, "198.000" NBSP "₫");
  journey_picture (journey, "coupon");
  journey_press (journey, T ("Remove the coupon"));
  journey_see (journey, T ("Coupon"));
  journey_see_no_more (journey, "198.000" NBSP "₫");
}

/* From the plan to the payment, with what was declared for the order before. */
static void
order_again (void)
{
  /* Beside a contract the keys of the search are the contract's. */
  journey_go_to (journey, T ("Home"));
  journey_choose_plan (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_press (journey, T ("Use"));
  journey_see (journey, journey_person.address);
}

static void
test_begin (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_press (journey, L ("Tiếp theo"));
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, AGREE);
  journey_press (journey, T ("Card or bank account"));
}

/* @result: the button of the gateway; @text: what the program then says. */
static void
fail_at_gateway (const char *result, const char *text)
{
  journey_browser_set_result (journey, result);
  journey_press_button (journey, T ("Pay"));
  journey_see (journey, text);
  journey_press_button (journey, T ("Pay again"));
}

static void
test_refused (void)
{
  fail_at_gateway ("51", T ("There was not enough money in the account. No money was taken. You can"
                            " pay again, also in another way."));
}

static void
test_cancelled (void)
{
  fail_at_gateway ("24", T ("You cancelled the payment at the bank. No money was taken. You can pay"
                            " again."));
}

/* The page is closed: nothing was decided, and it can be opened again. */
static void
test_closed (void)
{
  g_autoptr (JourneyNode) reopen = NULL, other = NULL;

  journey_browser_set_result (journey, NULL);
  journey_press_button (journey, T ("Pay"));
  journey_see (journey,
               T ("Pay on the page that opened in your browser. This page goes on by itself"
                  " as soon as the bank reports it."));
  reopen = journey_find (journey, T ("Open the payment page again"), JOURNEY_BUTTON);
  other = journey_find (journey, T ("Pay in another way"), JOURNEY_BUTTON);
  journey_picture (journey, "gateway");
}

/* The value of a parameter in the address that was opened last. */
static char *
read_parameter (const char *address, const char *name)
{
  g_autofree char *mark = g_strconcat (name, "=", NULL);
  const char *found = strstr (address, mark);

  g_assert_nonnull (found);
  found += strlen (mark);
  return g_strndup (found, strcspn (found, "&\n"));
}

/* Somebody writes the address to which the gateway sends back who has paid. */
static void
test_forged (void)
{
  g_autofree char *opened = journey_browser_read (journey, "bank-opened");
  const char *last = strrchr (g_strchomp (opened), '\n');
  const char *address = last != NULL ? last + 1 : opened;
  g_autofree char *base = g_strndup (address, (gsize) (strstr (address, "/local/") - address));
  g_autofree char *reference = read_parameter (address, "vnp_TxnRef");
  g_autofree char *amount = read_parameter (address, "vnp_Amount");
  g_autofree char *forged = g_strdup_printf (
    "%s/v1/payments/gateway/return?vnp_Amount=%s&vnp_ResponseCode=00&vnp_TransactionNo=1"
    "&vnp_TransactionStatus=00&vnp_TxnRef=%s&vnp_SecureHash=00",
    base, amount, reference);
  g_autofree char *page = journey_browser_open (journey, forged);

  g_assert_nonnull (strstr (page, "Không đọc được kết quả"));
  g_assert_null (strstr (page, "?payment="));
  journey_wait_until_calm (journey);
  journey_see (journey,
               T ("Pay on the page that opened in your browser. This page goes on by itself"
                  " as soon as the bank reports it."));
}

static void
test_gateway (void)
{
  g_autofree char *answer = NULL;

  journey_browser_set_result (journey, "00");
  journey_press_button (journey, T ("Open the payment page again"));
  answer = journey_browser_read (journey, "bank-answer.html");
  g_assert_nonnull (strstr (answer, "onesme://payment-return"));
  /* Nobody presses anything here. */
  journey_see (journey, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
}

static void
open_bank (const char *hold)
{
  journey_browser_hold (journey, hold);
  journey_press_button (journey, T ("Open the demonstration bank"));
  if (hold != NULL)
    journey_browser_see_held (journey, hold);
}

/* As it was told to pay, in the browser, to the end. */
static void
transfer (const char *amount, const char *reference)
{
  g_autofree char *answer = NULL;

  journey_browser_set_amount (journey, amount);
  journey_browser_set_reference (journey, reference);
  open_bank (NULL);
  answer = journey_browser_read (journey, "bank-answer.html");
  journey_browser_set_amount (journey, NULL);
  journey_browser_set_reference (journey, NULL);
}

static void
assert_entry (const char *name, const char *wanted)
{
  g_autofree char *text = journey_read_entry (journey, name);

  g_assert_cmpstr (text, ==, wanted);
}

#define HERE "Nguyễn Thị Ở Đây"
#define THERE "Nguyễn Thị Ở Kia"

/* @message with @value where it has its %s. */
static char *
fill_in (const char *message, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (message, "%s", 2);

  return g_strjoinv (value, parts);
}

/* Two computers change the same field, and one of them another: both names are shown and one is
 * chosen, the other field is taken up by itself. */
static void
test_two_computers (void)
{
  g_autofree char *here = fill_in (T ("Here: %s"), HERE);
  g_autofree char *there = fill_in (T ("Other computer: %s"), THERE);

  order_again ();
  journey_wait_until_calm (journey);
  journey_see (journey, T ("Everything you typed is saved."));
  journey_world_declare_elsewhere (journey, journey_person.email, journey_person.password,
                                   "full_name", THERE, "address.house_number", "16");
  journey_enter (journey, L ("Họ và Tên"), HERE);
  journey_see (journey, T ("Changed on another computer too"));
  journey_see (journey, here);
  journey_see (journey, there);
  journey_picture (journey, "conflict");
  journey_tick (journey, there);
  journey_press (journey, T ("Use these"));
  journey_see_no_more (journey, T ("Changed on another computer too"));
  journey_see (journey, T ("Everything you typed is saved."));
  assert_entry (L ("Họ và Tên"), THERE);
  assert_entry (L ("Số nhà"), "16");
  journey_enter (journey, L ("Họ và Tên"), journey_person.full_name);
  journey_enter (journey, L ("Số nhà"), journey_person.house_number);
}

/* A text that names no payment: the money goes back, and here it is still waited for. */
static void
test_mangled (void)
{
  leave_and_return ();
  journey_confirm_declaration (journey, &journey_person);
  try_coupons ();
  journey_tick (journey, AGREE);
  journey_press_button (journey, T ("Pay"));
  journey_see (journey, QR);
  open_bank ("early");
  transfer (NULL, "tien dien thang 11");
  journey_wait_until_calm (journey);
  journey_see (journey,
               T ("Waiting for the transfer. This page goes on by itself as soon as the bank"
                  " reports it."));
  journey_see (journey, QR);
}

static void
test_expired (void)
{
  journey_world_advance (journey, 16 * 60);
  journey_see (journey, T ("The code has expired. If you already transferred, wait: the money is"
                           " counted when it arrives. Otherwise ask for a new code."));
  journey_see_no_more (journey, QR);
  journey_picture (journey, "expired");
  journey_press_button (journey, T ("Ask for a new code"));
  journey_see (journey, QR);
}

/* What has come counts, and the code asks for the rest; banks write small and add words. */
static void
test_too_little (void)
{
  g_autofree char *page = NULL, *reference = NULL, *text = NULL;

  open_bank ("double");
  page = journey_browser_read (journey, "double.html");
  reference = g_strdup (strstr (page, "value=\"OSM") + strlen ("value=\""));
  *strchr (reference, '"') = '\0';
  text = g_ascii_strdown (reference, -1);
  g_free (reference);
  reference = g_strdup_printf ("MBVCB.7731.%s.CT tu 0123", text);
  transfer ("100000", reference);
  journey_see (journey, T ("Part of the amount has arrived. The code now shows the rest."));
  journey_see (journey, "120.000" NBSP "₫");
  journey_see (journey, QR);
  journey_picture (journey, "rest");
}

static void
test_too_much (void)
{
  transfer ("150000", NULL);
  journey_see (journey, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
}

/* The same code a second time, and the one that had expired. */
static void
test_twice_and_late (void)
{
  journey_browser_pay_held (journey, "double");
  journey_browser_pay_held (journey, "early");
  journey_go_to (journey, journey_message_in ("section", "Orders"));
  journey_press_button (journey, T ("Payments and invoices"));
  journey_see (journey, T ("Money on its way back"));
  journey_see (journey, "30.000" NBSP "₫");
  journey_see (journey, T ("More than was asked for had come"));
  journey_see (journey, T ("It was paid twice"));
  journey_see (journey, T ("It came when nothing had to be paid any more"));
  journey_picture (journey, "refunds");
}

/* Money that comes after the time, while the order still waits for it. */
static void
test_late (void)
{
  order_again ();
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, AGREE);
  journey_press_button (journey, T ("Pay"));
  journey_see (journey, QR);
  open_bank ("late");
  journey_world_advance (journey, 16 * 60);
  journey_see (journey, T ("Ask for a new code"));
  journey_browser_pay_held (journey, "late");
  journey_see (journey, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("payment");
  journey_world_install (journey);
  g_test_add_func ("/gateway-journey/a30/on-the-way-to-pay", test_begin);
  g_test_add_func ("/gateway-journey/a33/refused-at-the-gateway", test_refused);
  g_test_add_func ("/gateway-journey/a33/cancelled-in-the-browser", test_cancelled);
  g_test_add_func ("/gateway-journey/a33/browser-closed-without-deciding", test_closed);
  g_test_add_func ("/gateway-journey/a33/a-forged-return-decides-nothing", test_forged);
  g_test_add_func ("/gateway-journey/a32/paid-at-the-gateway", test_gateway);
  g_test_add_func ("/two-computers/a24/both-names-are-shown-and-one-is-chosen", test_two_computers);
  g_test_add_func ("/vietqr-journey/a24-a30-a33/a-coupon-then-a-mangled-text", test_mangled);
  g_test_add_func ("/vietqr-journey/a33/an-expired-code-is-asked-for-anew", test_expired);
  g_test_add_func ("/vietqr-journey/a33/too-little-asks-for-the-rest", test_too_little);
  g_test_add_func ("/vietqr-journey/a33/too-much-leads-on", test_too_much);
  g_test_add_func ("/vietqr-journey/a33/twice-and-too-late-go-back", test_twice_and_late);
  g_test_add_func ("/vietqr-journey/a33/late-money-counts-while-it-is-waited-for", test_late);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
