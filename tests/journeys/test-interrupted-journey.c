/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order whose program and whose backend are killed at every step: nothing that was acknowledged
 * is lost, and the program offers to go on. */
#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-paper.h"
#include "journey-signing.h"
#include "journey-steps.h"

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"

static Journey *journey;

/* As after a power cut; @offer: what the home page then offers to go on with. */
static void
kill_and_go_on (const char *offer)
{
  journey_kill (journey);
  journey_start (journey, NULL);
  journey_press (journey, offer);
}

static void
test_account (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &journey_person);
  journey_see (journey, T ("Open the inbox"));
  journey_kill (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, journey_message_in ("section", "Inbox"));
  journey_kill_backend (journey);
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  /* Back where the person was. */
  journey_see (journey, T ("Open link"));
}

static void
test_draft (void)
{
  g_autofree char *name = NULL, *number = NULL;

  journey_choose_plan (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_enter (journey, L ("Họ và Tên"), journey_person.full_name);
  journey_enter (journey, L ("Số giấy tờ"), "0311900");
  journey_see (journey, T ("Everything you typed is saved."));
  kill_and_go_on (T ("Declare information"));
  name = journey_read_entry (journey, L ("Họ và Tên"));
  g_assert_cmpstr (name, ==, journey_person.full_name);
  number = journey_read_entry (journey, L ("Số giấy tờ"));
  g_assert_cmpstr (number, ==, "0311900");
}

static void
test_declaration (void)
{
  journey_kill_backend (journey);
  journey_declare (journey, &journey_person);
  journey_see (journey, T ("Everything you typed is saved."));
  journey_kill_backend (journey);
  journey_confirm_declaration (journey, &journey_person);
  journey_see (journey, T ("I have read and agree to the terms of service"));
  kill_and_go_on (T ("Pay"));
  journey_see (journey, journey_person.address);
}

static void
test_payment (void)
{
  g_autofree char *answer = NULL;

  journey_kill_backend (journey);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  /* First at the gateway, and there not after all. */
  journey_browser_set_result (journey, "24");
  journey_press (journey, T ("Card or bank account"));
  journey_press (journey, T ("Pay"));
  journey_see (journey, T ("You cancelled the payment at the bank. No money was taken. You can pay"
                           " again."));
  journey_press (journey, T ("Pay again"));
  journey_press (journey, T ("Bank transfer by VietQR"));
  journey_press (journey, T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  kill_and_go_on (T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  journey_kill_backend (journey);
  journey_press (journey, T ("Open the demonstration bank"));
  answer = journey_browser_read (journey, "bank-answer.html");
  journey_see_contract (journey);
}

static void
test_reading (void)
{
  kill_and_go_on (T ("Sign the contract"));
  journey_see_contract (journey);
  journey_save_contract (journey, T ("Save a copy"), "read.pdf");
  journey_kill_backend (journey);
  journey_read_contract (journey);
  journey_see (journey, L ("Đổi mật khẩu tài khoản"));
}

static void
test_password (void)
{
  kill_and_go_on (T ("Sign the contract"));
  journey_read_contract (journey);
  journey_kill_backend (journey);
  journey_choose_econtract_password (journey, "mật khẩu hợp đồng 7");
  journey_see (journey, L ("Xác thực OTP"));
}

static void
test_code (void)
{
  kill_and_go_on (T ("Sign the contract"));
  journey_read_contract (journey);
  journey_see (journey, L ("Xác thực OTP"));
  journey_kill_backend (journey);
  journey_enter_otp (journey);
  journey_draw_signature (journey);
}

static void
test_drawing (void)
{
  kill_and_go_on (T ("Sign the contract"));
  journey_read_contract (journey);
  journey_enter_otp (journey);
  /* What was drawn is there. */
  journey_kill_backend (journey);
  journey_press_button (journey, L ("Tiếp tục"));
  journey_see (journey, T ("Your signature is saved"));
}

static void
test_completion (void)
{
  kill_and_go_on (T ("Sign the contract"));
  journey_read_contract (journey);
  journey_enter_otp (journey);
  journey_press_button (journey, L ("Tiếp tục"));
  journey_see (journey, T ("Your signature is saved"));
  journey_kill_backend (journey);
  journey_press_button (journey, L ("Hoàn thành"));
  journey_see (journey, T ("The contract is signed"));
  journey_save_contract (journey, T ("Save…"), "signed.pdf");
}

static void
test_afterwards (void)
{
  g_autofree char *read = journey_build_path (journey, "read.pdf");
  g_autofree char *signed_path = journey_build_path (journey, "signed.pdf");

  journey_paper_check_continues (journey, read, signed_path);
  journey_paper_check_signature (journey, signed_path);
  journey_paper_check_ink (journey, read, signed_path);
  journey_kill (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, L ("Quản lý thuê bao"));
  journey_open_row (journey, PLAN);
  journey_press (journey, T ("View contract"));
  journey_see (journey, T ("Unchanged since then."));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("interrupted");
  g_test_add_func ("/interrupted/a17/before-the-activation", test_account);
  g_test_add_func ("/interrupted/a24/in-the-middle-of-the-form", test_draft);
  g_test_add_func ("/interrupted/a20-a24/around-the-declaration", test_declaration);
  g_test_add_func ("/interrupted/a33/around-the-payment", test_payment);
  g_test_add_func ("/interrupted/a40-a47/while-reading", test_reading);
  g_test_add_func ("/interrupted/a41-a47/at-the-password", test_password);
  g_test_add_func ("/interrupted/a42-a47/at-the-code", test_code);
  g_test_add_func ("/interrupted/a45-a47/at-the-drawing", test_drawing);
  g_test_add_func ("/interrupted/a46-a47/at-the-end", test_completion);
  g_test_add_func ("/interrupted/a46-a70/afterwards", test_afterwards);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
