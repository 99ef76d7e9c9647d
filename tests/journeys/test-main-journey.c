/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main journey: from the search to a signed contract that others can check. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-paper.h"
#include "journey-steps.h"

#define PLAN_FREE "SMARTCA PS (PAY AS YOU GO)"
#define PLAN_PAID "SMARTCA CÁ NHÂN CƠ BẢN"

static Journey *journey;

static void
test_search (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN_FREE);
  journey_see (journey, T ("You have no account yet?"));
}

static void
test_register (void)
{
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_see (journey, PLAN_FREE);
  journey_press (journey, L ("Tiếp theo"));
}

static void
test_declare (void)
{
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Finish the order"));
  journey_see (journey, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
  journey_see (journey, T ("Please read the contract first"));
  journey_picture (journey, "sign");
}

static void
save_contract (const char *button, const char *name)
{
  g_autofree char *path = journey_build_path (journey, name);

  journey_press (journey, button);
  journey_save_as (journey, path);
}

static void
test_read (void)
{
  journey_see (journey, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
  save_contract (T ("Save a copy"), "read.pdf");
  journey_read_contract (journey);
  journey_see (journey, L ("Đổi mật khẩu tài khoản"));
  journey_enter (journey, L ("Mật khẩu mới"), "mật khẩu hợp đồng 7");
  journey_enter (journey, L ("Nhập lại mật khẩu"), "mật khẩu hợp đồng 7");
  journey_press (journey, L ("Hoàn thành"));
}

static void
test_sign (void)
{
  journey_see (journey, L ("Xác thực OTP"));
  journey_see (journey, L ("Mẫu hợp đồng SmartCA OneSME"));
  journey_see (journey, L ("Vui lòng nhập mã OTP đã được gửi đến"));
  journey_see (journey, "0912 *** 678");
  journey_enter_otp (journey);
  journey_screen_dump (journey, "draw.txt");
  journey_draw_signature (journey);
  journey_picture (journey, "draw");
  journey_press (journey, L ("Tiếp tục"));
  journey_press (journey, L ("Hoàn thành"));
  journey_see (journey, T ("The contract is signed"));
  journey_picture (journey, "done");
  journey_screen_dump (journey, "done.txt");
  save_contract (T ("Save…"), "signed.pdf");
}

static void
test_paper (void)
{
  g_autofree char *read = journey_build_path (journey, "read.pdf");
  g_autofree char *signed_path = journey_build_path (journey, "signed.pdf");
  const char *words[] = { journey_person.full_name, journey_person.address, journey_person.id_number,
                          "0912 345 678", "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ", NULL };

  journey_paper_check_unsigned (journey, read);
  journey_paper_check_says (journey, read, words);
  journey_paper_check_continues (journey, read, signed_path);
  journey_paper_check_signature (journey, signed_path);
  journey_paper_check_says (journey, signed_path, words);
  journey_paper_check_ink (journey, read, signed_path);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("main");
  g_test_add_func ("/journey/a11-a12-a15/a-search-without-diacritics-leads-to-the-plan",
                   test_search);
  g_test_add_func ("/journey/a16-a17-a20/a-new-account-goes-on-with-the-order", test_register);
  g_test_add_func ("/journey/a21-a22-a24/b", test_declare);
  g_test_add_func ("/journey/a40-a41/c", test_read);
  g_test_add_func ("/journey/a42-a45-a46/d", test_sign);
  g_test_add_func ("/journey/a2-a46/e", test_paper);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
