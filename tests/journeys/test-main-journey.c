/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main journey: from the search to signed contracts that others can check, for the plan that
 * costs nothing and for one that is paid by VietQR; then another day. */
#include "journey-browser.h"
#include "journey-data.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-paper.h"
#include "journey-signing.h"
#include "journey-steps.h"

#define PLAN_FREE "SMARTCA PS (PAY AS YOU GO)"
#define PLAN_PAID "SMARTCA CÁ NHÂN CƠ BẢN"
#define ECONTRACT_PASSWORD "mật khẩu hợp đồng 7"
#define PRICE "220.000\xc2\xa0₫"

static Journey *journey;
static char *free_order, *paid_order; /* their numbers */

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
}

static void
test_nothing_to_pay (void)
{
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Finish the order"));
  journey_see_contract (journey);
}

static void
test_read (void)
{
  journey_save_contract (journey, T ("Save a copy"), "read.pdf");
  journey_read_contract (journey);
  journey_choose_econtract_password (journey, ECONTRACT_PASSWORD);
}

static void
test_code (void)
{
  journey_see (journey, L ("Xác thực OTP"));
  journey_see (journey, L ("Mẫu hợp đồng SmartCA OneSME"));
  journey_see (journey, L ("Vui lòng nhập mã OTP đã được gửi đến"));
  journey_see (journey, "0912 *** 678");
  journey_enter_otp (journey);
}

static void
test_sign (void)
{
  journey_draw_signature (journey);
  journey_picture (journey, "draw");
  journey_finish_signing (journey);
  journey_picture (journey, "done");
  journey_save_contract (journey, T ("Save…"), "signed.pdf");
}

/* Gives the number of the order that the contract names. */
static char *
check_paper (const char *read_name, const char *signed_name)
{
  g_autofree char *read = journey_build_path (journey, read_name);
  g_autofree char *signed_path = journey_build_path (journey, signed_name);
  const char *words[] = { journey_person.full_name,
                          journey_person.address,
                          journey_person.id_number,
                          "0912 345 678",
                          "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ",
                          NULL };

  journey_paper_check_unsigned (journey, read);
  journey_paper_check_says (journey, read, words);
  journey_paper_check_continues (journey, read, signed_path);
  journey_paper_check_signature (journey, signed_path);
  journey_paper_check_says (journey, signed_path, words);
  journey_paper_check_ink (journey, read, signed_path);
  return journey_paper_read_order_number (journey, signed_path);
}

static void
test_free_paper (void)
{
  free_order = check_paper ("read.pdf", "signed.pdf");
}

static void
test_subscription (void)
{
  journey_press (journey, L ("Quản lý thuê bao"));
  journey_open_row (journey, PLAN_FREE);
  journey_see (journey, free_order);
  journey_press (journey, T ("View contract"));
  journey_see (journey, T ("Unchanged since then."));
  journey_picture (journey, "contract");
}

static void
test_lookup (void)
{
  g_autofree char *user_name = journey_read_user_name (journey);

  journey_go_to (journey, T ("Look up e-contracts"));
  journey_enter (journey, T ("User name"), user_name);
  journey_enter (journey, L ("Mật khẩu"), ECONTRACT_PASSWORD);
  journey_press_button (journey, L ("Đăng nhập"));
  journey_see (journey, free_order);
  journey_picture (journey, "lookup");
  journey_open_row (journey, "Mẫu hợp đồng SmartCA OneSME");
  journey_see (journey, T ("Contract file set information"));
  journey_see (journey, "SMARTCAONESME_ONESME");
  journey_picture (journey, "dossier");
}

/* As @from, but for a byte inside of what was signed. (transfer full) */
static char *
write_changed (const char *from, const char *name)
{
  g_autofree char *path = journey_build_path (journey, from);
  g_autofree char *data = NULL;
  char *changed = journey_build_path (journey, name);
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  data[size / 4] ^= 1;
  g_assert_true (g_file_set_contents (changed, data, (gssize) size, NULL));
  return changed;
}

/* Anybody's file is checked, with no more than the file. */
static void
test_verify (void)
{
  g_autofree char *sealed = journey_build_path (journey, "signed.pdf");
  g_autofree char *changed = write_changed ("signed.pdf", "changed.pdf");

  journey_go_to (journey, T ("Look up e-contracts"));
  journey_press (journey, T ("Check a sealed file"));
  journey_press (journey, T ("_Choose a file…"));
  journey_choose_file (journey, sealed);
  journey_see (journey, journey_message_in ("verify", "Intact, and sealed by somebody known"));
  journey_picture (journey, "verify");
  journey_press (journey, T ("_Choose a file…"));
  journey_choose_file (journey, changed);
  journey_see (journey, journey_message_in ("verify", "Don't rely on this file"));
  journey_picture (journey, "verify-changed");
}

static void
test_vietqr (void)
{
  g_autofree char *answer = NULL;

  journey_choose_plan (journey, PLAN_PAID);
  journey_press (journey, L ("Tiếp theo"));
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_see (journey, PRICE);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  journey_picture (journey, "vietqr");
  journey_press (journey, T ("Open the demonstration bank"));
  answer = journey_browser_read (journey, "bank-answer.html");
  /* Nobody presses anything here. */
  journey_see_contract (journey);
}

static void
test_sign_again (void)
{
  journey_save_contract (journey, T ("Save a copy"), "read-paid.pdf");
  journey_read_contract (journey);
  journey_enter_otp (journey);
  journey_draw_signature (journey);
  journey_finish_signing (journey);
  journey_save_contract (journey, T ("Save…"), "signed-paid.pdf");
  paid_order = check_paper ("read-paid.pdf", "signed-paid.pdf");
  g_assert_cmpstr (paid_order, !=, free_order);
}

#define REVIEW "Ký xong trong một buổi sáng, hợp đồng xem lại được ngay."
/* Of the catalog, by itself. */
#define RATINGS 10
#define THREE_STARS 1

/* "3 stars: 2 ratings", as the bar is read aloud. */
static char *
make_bar (int n_ratings)
{
  g_autofree char *stars = journey_count ("%d star", "%d stars", 3);
  g_autofree char *ratings = journey_count ("%d rating", "%d ratings", n_ratings);

  return g_strdup_printf ("%s: %s", stars, ratings);
}

/* Who has bought may say what it was like, and finds it counted at once. */
static void
test_review (void)
{
  g_autofree char *stars = journey_count ("%d star", "%d stars", 3);
  g_autofree char *before = make_bar (THREE_STARS);
  g_autofree char *after = make_bar (THREE_STARS + 1);
  g_autofree char *ratings = journey_count ("%d rating", "%d ratings", RATINGS + 1);

  journey_go_to (journey, T ("Home")); /* beside a contract the keys are the document's */
  journey_keys (journey, "ctrl+l");
  journey_enter (journey, T ("Link"), "onesme://service/231");
  journey_keys (journey, "Return");
  journey_press (journey, L ("Đánh giá"));
  journey_see (journey, before);
  journey_tick (journey, stars);
  journey_enter (journey, T ("What you want to tell others about the service"), REVIEW);
  journey_press (journey, T ("Send the review"));
  journey_see (journey, T ("Change the review"));
  journey_see (journey, after);
  journey_see (journey, ratings);
  journey_see (journey, REVIEW);
  journey_picture (journey, "review");
}

/* Two contracts, each sealed and with its evidence, and the invoice of the one that was paid. */
static void
test_taken_along (void)
{
  const char *const words[] = { journey_person.full_name,
                                journey_person.email,
                                journey_person.id_number,
                                free_order,
                                paid_order,
                                REVIEW,
                                NULL };
  g_autofree char *folder = NULL;

  journey_press (journey, journey_person.full_name);
  journey_press (journey, T ("Account"));
  journey_open_row (journey, T ("My data"));
  journey_see (journey, T ("What is held about you"));
  folder = journey_take_data_along (journey, "taken");
  g_assert_cmpuint (journey_check_data (journey, folder, words), >=, 5);
  journey_picture (journey, "my-data");
}

static void
test_another_day (void)
{
  journey_quit (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, journey_message_in ("section", "Orders"));
  journey_see (journey, free_order);
  journey_see (journey, paid_order);
  journey_go_to (journey, L ("Quản lý thuê bao"));
  journey_open_row (journey, PLAN_PAID);
  journey_see (journey, paid_order);
  journey_press (journey, T ("View contract"));
  journey_see (journey, T ("Unchanged since then."));
  journey_save_contract (journey, T ("Save a copy"), "signed-later.pdf");
  journey_paper_check_same (journey, "signed-paid.pdf", "signed-later.pdf");
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new (journey_is_vietnamese () ? "main-vi" : "main-en");
  g_test_add_func ("/journey/a11-a12-a15/a-search-without-diacritics-leads-to-the-plan",
                   test_search);
  g_test_add_func ("/journey/a4-a16-a17-a20/a-new-account-goes-on-with-the-order", test_register);
  g_test_add_func ("/journey/a21-a22-a24/the-declaration-is-repeated-before-it-counts",
                   test_declare);
  g_test_add_func ("/journey/a32/what-costs-nothing-leads-to-the-contract", test_nothing_to_pay);
  g_test_add_func ("/journey/a40-a41/the-contract-is-read-before-the-password", test_read);
  g_test_add_func ("/journey/a5-a42/the-code-comes-by-sms", test_code);
  g_test_add_func ("/journey/a45-a46/a-drawing-completes-the-contract", test_sign);
  g_test_add_func ("/journey/a2-a46/others-find-the-contract-sealed", test_free_paper);
  g_test_add_func ("/journey/a70/the-subscription-shows-its-contract", test_subscription);
  g_test_add_func ("/journey/a60-a61/the-contract-is-looked-up", test_lookup);
  g_test_add_func ("/journey/a46-a62/a-saved-contract-is-checked", test_verify);
  g_test_add_func ("/journey/a30-a32-a33/a-transfer-by-vietqr-leads-to-the-contract", test_vietqr);
  g_test_add_func ("/journey/a40-a46/a-paid-order-is-signed", test_sign_again);
  g_test_add_func ("/journey/a14/a-buyer-writes-a-review", test_review);
  g_test_add_func ("/journey/a1-a46/everything-is-taken-along", test_taken_along);
  g_test_add_func ("/journey/a1-a70/another-day-all-is-there", test_another_day);
  status = g_test_run ();
  journey_free (journey);
  g_free (free_order);
  g_free (paid_order);
  return status;
}
