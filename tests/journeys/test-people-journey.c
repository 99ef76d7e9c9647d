/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A company orders for two people by a table, pays for both at once, and stands before the first
 * contract without a further press. */
#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "journey-steps.h"

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"
#define COMPANY "Công ty TNHH Biển Xanh"
#define TAX_CODE "0100684378"
#define COUPON "CHAOMUNG"
#define COLUMNS \
  "Họ và Tên;Số giấy tờ;Ngày cấp;Nơi cấp;Ngày sinh;Giới tính;Số điện thoại;Địa chỉ email\r\n"
#define AN \
  "Nguyễn Văn An;031086004567;10/05/2022;Bộ Công an;03/02/1986;Nam;0912345678;an@vidu.vn\r\n"
#define BINH \
  "Trần Thị Bình;079190000001;01/06/2022;Bộ Công an;31/12/1990;Nữ;0912345679;b@vidu.vn\r\n"
#define FAULTY "Lê Thị Chi;31190000002;31/02/2022;Bộ Công an;05/06/1991;Nữ;0912345670;c@vidu.vn\r\n"

static Journey *journey;
static JourneyPerson person;

static void
write_table (const char *name, const char *text)
{
  g_autofree char *path = journey_build_path (journey, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A slash begins a path in the dialog that asks for a file. */
static void
choose_table (const char *name)
{
  g_autofree char *path = journey_build_path (journey, name);
  g_autoptr (JourneyNode) dialog = NULL;

  journey_press (journey, T ("Choose a table…"));
  dialog = journey_find_dialog (journey);
  journey_wait_until_calm (journey);
  journey_type (journey, path);
  journey_wait_until_calm (journey);
  journey_keys (journey, "Return");
  journey_see_no_dialog (journey);
}

static void
test_form (void)
{
  person = journey_person;
  person.email = "ketoan@bienxanh.vidu.vn";
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register_business (journey, &person, L ("DOANH NGHIỆP"), COMPANY, TAX_CODE);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_see (journey, T ("Several people?"));
  journey_declare (journey, &person);
  journey_enter (journey, T ("Position"), "Giám đốc");
  journey_enter (journey, T ("Registration number"), TAX_CODE);
  journey_see (journey, T ("Everything you typed is saved."));
}

/* Bad cells are named, nobody is ordered for; corrected, both are. */
static void
test_table (void)
{
  write_table ("bad.csv", COLUMNS AN FAULTY);
  write_table ("people.csv", COLUMNS AN BINH);
  journey_press (journey, T ("Order for several people…"));
  journey_see (journey, T ("Save a template…"));
  choose_table ("bad.csv");
  journey_see (journey, T ("Please correct the table"));
  journey_see (journey, T ("There is no such day in the calendar."));
  choose_table ("people.csv");
  journey_see (journey, "Trần Thị Bình");
  journey_press (journey, "Đặt mua cho 2 người");
  journey_see (journey, T ("This is what the contracts will say. Is everything right?"));
  journey_press (journey, L ("Xác nhận"));
}

/* One invoice, one contact and one coupon for both, reviewed before it is paid. */
static void
test_review (void)
{
  journey_press (journey, T ("Pay several orders together"));
  journey_see (journey, T ("Orders to pay"));
  journey_see (journey, "2 đơn hàng");
  journey_press (journey, T ("Edit information"));
  journey_enter (journey, T ("Contact's name"), "Phạm Thị Kế Toán");
  journey_enter (journey, T ("Contact's phone number"), "0912345677");
  journey_enter (journey, T ("Contact's email address"), "ketoan@bienxanh.vidu.vn");
  journey_press (journey, L ("Xác nhận"));
  journey_see (journey, "Phạm Thị Kế Toán");
  journey_enter (journey, T ("Coupon"), COUPON);
  journey_press (journey, T ("Apply the coupon"));
  journey_see (journey, "Mã giảm giá " COUPON);
}

static void
test_payment (void)
{
  g_autofree char *answer = NULL;

  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  journey_press (journey, T ("Open the demonstration bank"));
  answer = journey_browser_read (journey, "bank-answer.html");
  /* Nobody presses anything here. */
  journey_see_contract (journey);
}

/* The first is signed, and from there the second is one press away. */
static void
test_contracts (void)
{
  journey_read_contract (journey);
  journey_choose_econtract_password (journey, "mật khẩu hợp đồng 7");
  journey_enter_otp (journey);
  journey_draw_signature (journey);
  journey_finish_signing (journey);
  journey_press_button (journey, T ("Sign the next contract"));
  journey_see_contract (journey);
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("people");
  g_test_add_func ("/people-journey/a23/a-company-fills-in-once", test_form);
  g_test_add_func ("/people-journey/a23/a-table-of-people-is-ordered", test_table);
  g_test_add_func ("/people-journey/a30-a31/one-review-for-both", test_review);
  g_test_add_func ("/people-journey/a32-a33/one-payment-leads-to-the-contract", test_payment);
  g_test_add_func ("/people-journey/a33-a47/the-next-contract-is-offered", test_contracts);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
