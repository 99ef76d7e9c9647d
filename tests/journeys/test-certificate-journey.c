/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes after the contract: the code, the phone app (played here), a refusal, the certificate,
 * the acceptance record and the subscription that works. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-paper.h"
#include "journey-signing.h"
#include "journey-steps.h"

#define PLAN "SMARTCA PS (PAY AS YOU GO)"

static Journey *journey;

static void
test_contract (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Finish the order"));
  journey_see_contract (journey);
  journey_read_contract (journey);
  journey_choose_econtract_password (journey, "mật khẩu hợp đồng 7");
  journey_enter_otp (journey);
  journey_draw_signature (journey);
  journey_finish_signing (journey);
}

static void
test_code (void)
{
  journey_press (journey, T ("Follow the certificate"));
  journey_see (journey, T ("Activation code sent"));
  journey_see (journey, "0912 *** 678");
  journey_see (journey, L ("Trải nghiệm ngay"));
  journey_picture (journey, "code-sent");
  journey_press (journey, T ("Take the code from the inbox"));
  journey_press (journey, T ("Activate the account"));
  journey_see (journey, T ("Identify yourself (eKYC)"));
}

static void
test_phone (void)
{
  journey_press (journey, T ("Identify yourself (eKYC)"));
  journey_press (journey, T ("Refuse the certificate"));
  journey_see (journey, T ("The face is not the one on the identity paper."));
  journey_picture (journey, "refused");
  journey_press (journey, T ("Identify yourself (eKYC)"));
  journey_press (journey, T ("Issue the certificate"));
  journey_see (journey, T ("Serial number"));
  journey_picture (journey, "issued");
}

/* Another day: it waits among the orders. */
static void
test_waits (void)
{
  journey_quit (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, journey_message_in ("section", "Orders"));
  journey_press (journey, T ("Sign the acceptance record"));
  journey_see (journey, T ("E-sign the acceptance record"));
  journey_see (journey, T ("Please read the acceptance record first"));
}

static void
test_sign (void)
{
  journey_save_contract (journey, T ("Save a copy"), "record.pdf");
  journey_read_record (journey);
  journey_see (journey, L ("Biên bản nghiệm thu"));
  journey_enter_record_otp (journey);
  journey_draw_signature (journey);
  journey_finish_record (journey);
  journey_picture (journey, "record-done");
  journey_save_contract (journey, T ("Save…"), "record-signed.pdf");
}

static void
test_paper (void)
{
  g_autofree char *read = journey_build_path (journey, "record.pdf");
  g_autofree char *signed_path = journey_build_path (journey, "record-signed.pdf");
  const char *words[] = { "BIÊN BẢN NGHIỆM THU",
                          journey_person.full_name,
                          journey_person.address,
                          "0912 345 678",
                          "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ",
                          NULL };

  journey_paper_check_unsigned (journey, read);
  journey_paper_check_says (journey, read, words);
  journey_paper_check_continues (journey, read, signed_path);
  journey_paper_check_signature (journey, signed_path);
  journey_paper_check_says (journey, signed_path, words);
  journey_paper_check_ink (journey, read, signed_path);
}

static void
test_subscription (void)
{
  journey_press (journey, T ("View the acceptance record"));
  journey_see (journey, T ("Unchanged since then."));
  journey_go_to (journey, L ("Quản lý thuê bao"));
  journey_open_row (journey, PLAN);
  journey_see (journey, journey_message_in ("subscription", "In use"));
  journey_picture (journey, "in-use");
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("certificate");
  g_test_add_func ("/certificate-journey/a46/the-contract-is-signed", test_contract);
  g_test_add_func ("/certificate-journey/a3-a4/the-code-is-entered-in-the-app", test_code);
  g_test_add_func ("/certificate-journey/a3/refused-then-issued", test_phone);
  g_test_add_func ("/certificate-journey/a50/the-record-waits-among-the-orders", test_waits);
  g_test_add_func ("/certificate-journey/a50/the-record-is-signed-like-the-contract", test_sign);
  g_test_add_func ("/certificate-journey/a50/others-find-the-record-sealed", test_paper);
  g_test_add_func ("/certificate-journey/a50-a70/the-subscription-is-in-use", test_subscription);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
