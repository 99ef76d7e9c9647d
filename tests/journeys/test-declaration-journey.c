/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A company declares, from the registration to the payment: the address as
 * on older papers, the invoice, and whom one declared before. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#include <string.h>

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"
#define COMPANY "Công ty TNHH Biển Xanh"
#define TAX_CODE "0100684378"
#define OLD_LINE "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng"
#define CONVERTED "Phường Đồ Sơn, Thành phố Hải Phòng"

static Journey *journey;
static JourneyPerson person; /* who declares for the company */

static void
pick (const char *list, const char *search, const char *name)
{
  journey_press (journey, list);
  journey_enter (journey, list, search);
  journey_press (journey, name);
}

/* What the company's papers say, from before 01/07/2025, and what that is now. */
static void
enter_old_address (void)
{
  g_autofree char *printed = NULL;

  journey_tick (journey, T ("Three levels, as on older papers"));
  journey_enter (journey, L ("Phố/đường"), person.street);
  journey_enter (journey, L ("Số nhà"), person.house_number);
  pick (L ("Thành phố/tỉnh"), "hai phong", "Thành phố Hải Phòng");
  pick (T ("District"), "do son", "Quận Đồ Sơn");
  pick (L ("Phường/xã"), "hai son", "Phường Hải Sơn");
  journey_see (journey, OLD_LINE);
  journey_see (journey, CONVERTED);
  journey_picture (journey, "old-address");
  journey_press (journey, T ("Use the present address"));
  journey_see (journey, person.address);
  printed = journey_read_entry (journey, T ("Address as printed on the paper"));
  g_assert_cmpstr (printed, ==, OLD_LINE);
}

static void
enter_person (void)
{
  journey_enter (journey, L ("Họ và Tên"), person.full_name);
  journey_enter (journey, L ("Số giấy tờ"), person.id_number);
  journey_enter (journey, L ("Ngày cấp"), person.issued_on);
  journey_enter (journey, L ("Nơi cấp"), person.issued_by);
  journey_enter (journey, T ("Date of birth"), person.born_on);
  journey_tick (journey, journey_message_in ("sex", "Female"));
  journey_enter (journey, T ("Phone number"), person.phone);
  journey_enter (journey, L ("Địa chỉ email"), person.email);
}

static void
confirm (const char *organisation)
{
  g_autofree char *summary = NULL;

  journey_press (journey, L ("Cập nhật"));
  summary = journey_read_declaration (journey, &person);
  g_assert_nonnull (strstr (summary, organisation));
  g_assert_nonnull (strstr (summary, person.address));
  journey_press (journey, L ("Xác nhận"));
  journey_see (journey, T ("I have read and agree to the terms of service"));
}

static void
test_company (void)
{
  g_autofree char *number = NULL;

  person = journey_person;
  person.email = "ketoan@bienxanh.vidu.vn";
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register_business (journey, &person, L ("DOANH NGHIỆP"), COMPANY, TAX_CODE);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_see (journey, T ("Several people?"));
  enter_person ();
  enter_old_address ();
  /* The tax code is the registration number: typed once, there twice. */
  journey_enter (journey, T ("Tax code"), "0100684379");
  journey_enter (journey, T ("Position"), "Giám đốc");
  journey_press (journey, L ("Cập nhật"));
  journey_see (journey,
               T ("A digit seems to be wrong: the check digit does not match. Please compare the"
                  " tax code with the business registration."));
  journey_enter (journey, T ("Tax code"), TAX_CODE);
  number = journey_read_entry (journey, T ("Registration number"));
  if (number == NULL || *number == '\0')
    journey_enter (journey, T ("Registration number"), TAX_CODE);
  journey_see (journey, T ("Everything you typed is saved."));
  journey_picture (journey, "company");
  confirm (COMPANY);
}

static void
test_review (void)
{
  journey_see (journey, T ("Head office"));
  journey_see (journey, OLD_LINE);
  journey_press (journey, L ("Sửa thông tin"));
  journey_enter (journey, T ("Contact's name"), "Lê Thị Kế Toán");
  journey_picture (journey, "billing");
  journey_press (journey, L ("Xác nhận"));
  journey_see (journey, "Lê Thị Kế Toán");
  journey_picture (journey, "review");
}

static void
test_earlier (void)
{
  g_autofree char *name = NULL, *number = NULL;

  journey_choose_plan (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_see (journey, T ("Declared before"));
  journey_press (journey, T ("Use"));
  journey_see (journey, person.address);
  name = journey_read_entry (journey, T ("Name of the organisation"));
  g_assert_cmpstr (name, ==, COMPANY);
  number = journey_read_entry (journey, L ("Số giấy tờ"));
  g_assert_cmpstr (number, ==, person.id_number);
  confirm (COMPANY);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("declaration");
  g_test_add_func ("/declaration-journey/a22-a23/a-company-declares", test_company);
  g_test_add_func ("/declaration-journey/a30-a31/the-review-is-edited", test_review);
  g_test_add_func ("/declaration-journey/a24/declared-before", test_earlier);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
