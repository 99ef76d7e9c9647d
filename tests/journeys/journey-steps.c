/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-steps.h"

#include "journey-hands.h"
#include "journey-labels.h"

#include <string.h>

const JourneyPerson journey_person = {
  .full_name = "Nguyễn Thị Ánh Tuyết",
  .email = "anhtuyet@vidu.vn",
  .phone = "0912345678",
  .password = "đồng hồ quả lắc 12",
  .id_number = "031190001234",
  .issued_on = "10/05/2022",
  .issued_by = "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
  .born_on = "03/02/1990",
  .province = "hai phong",
  .commune = "do son",
  .street = "Khu Đoàn Kết 3",
  .house_number = "14",
  .address = "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng",
};

const char *
journey_service_name (void)
{
  return journey_is_vietnamese () ? "Ký số từ xa - VNPT SmartCA ON"
                                  : "Remote digital signing - VNPT SmartCA ON";
}

void
journey_go_to (Journey *self, const char *section)
{
  g_autoptr (JourneyNode) sidebar = journey_find (self, T ("Sections"), JOURNEY_GROUP);

  journey_press_in (self, sidebar, section);
}

void
journey_choose_plan (Journey *self, const char *plan)
{
  g_autoptr (JourneyNode) card = NULL;

  journey_keys (self, "ctrl+f");
  journey_type (self, journey_is_vietnamese () ? "ky so tu xa" : "remote digital sign");
  journey_wait_until_calm (self);
  journey_press (self, journey_service_name ());
  journey_press (self, L ("Bảng giá"));
  card = journey_find (self, plan, JOURNEY_GROUP);
  journey_press_in (self, card, L ("Mua ngay"));
}

static void
enter_account (Journey *self, const JourneyPerson *person)
{
  journey_enter (self, L ("Họ và Tên"), person->full_name);
  journey_enter (self, T ("Phone number"), person->phone);
  journey_enter (self, L ("Địa chỉ email"), person->email);
  journey_enter (self, L ("Mật khẩu"), person->password);
  journey_enter (self, T ("Repeat password"), person->password);
  journey_tick (self, T ("I have read and agree to the terms of service"));
  journey_tick (
    self, T ("I agree that my personal data are processed to conclude and perform the contract"));
  journey_press (self, L ("Đăng ký"));
}

void
journey_register (Journey *self, const JourneyPerson *person)
{
  journey_press (self, L ("Đăng ký"));
  journey_see (self, L ("Loại đối tượng"));
  journey_tick (self, L ("CÁ NHÂN"));
  enter_account (self, person);
}

void
journey_register_business (Journey *self,
                           const JourneyPerson *person,
                           const char *type,
                           const char *name,
                           const char *tax_code)
{
  gboolean household = g_str_equal (type, L ("HỘ KINH DOANH"));

  journey_press (self, L ("Đăng ký"));
  journey_see (self, L ("Loại đối tượng"));
  journey_tick (self, type);
  journey_enter (
    self, household ? T ("Name of the household business") : T ("Name of the enterprise"), name);
  journey_enter (self, T ("Tax code"), tax_code);
  enter_account (self, person);
  journey_press (self, T ("Open the inbox"));
  journey_open_link (self, person->email);
  journey_sign_in (self, person);
}

void
journey_open_link (Journey *self, const char *text)
{
  g_autoptr (JourneyNode) row = journey_find_row (self, text, T ("Open link"));

  journey_press_in (self, row, T ("Open link"));
}

void
journey_copy_code (Journey *self, const char *text)
{
  g_autoptr (JourneyNode) row = journey_find_row (self, text, T ("Copy code"));

  journey_press_in (self, row, T ("Copy code"));
  journey_see (self, T ("Code copied"));
}

void
journey_sign_in (Journey *self, const JourneyPerson *person)
{
  journey_enter (self, L ("Địa chỉ email"), person->email);
  journey_enter (self, L ("Mật khẩu"), person->password);
  journey_press (self, L ("Đăng nhập"));
}

/* A list that can be searched, without diacritics. */
static void
pick (Journey *self, const char *list, const char *search, const char *name)
{
  journey_press (self, list);
  journey_enter (self, list, search);
  journey_press (self, name);
}

static void
see_entry (Journey *self, const char *name, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);

  for (;;)
    {
      g_autofree char *now = journey_read_entry (self, name);

      if (g_strcmp0 (now, text) == 0)
        return;
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "“%s” says “%s”", name, now);
      journey_wait_for_change (self);
    }
}

/* With the pointer: the date still has the focus when one of the issuers that it suggests is
 * pressed. */
static void
enter_issue (Journey *self, const JourneyPerson *person)
{
  g_autoptr (JourneyNode) date = journey_find (self, L ("Ngày cấp"), JOURNEY_ENTRY);
  g_autoptr (JourneyNode) issuer = NULL;

  journey_click (self, date);
  journey_keys (self, "ctrl+a");
  journey_type (self, person->issued_on);
  issuer = journey_find (self, person->issued_by, JOURNEY_BUTTON);
  journey_click (self, issuer);
  see_entry (self, L ("Nơi cấp"), person->issued_by);
}

void
journey_declare (Journey *self, const JourneyPerson *person)
{
  journey_enter (self, L ("Họ và Tên"), person->full_name);
  journey_enter (self, L ("Số giấy tờ"), person->id_number);
  enter_issue (self, person);
  journey_enter (self, T ("Date of birth"), person->born_on);
  journey_tick (self, journey_message_in ("sex", "Female"));
  journey_enter (self, T ("Phone number"), person->phone);
  journey_enter (self, L ("Địa chỉ email"), person->email);
  pick (self, L ("Thành phố/tỉnh"), person->province, "Thành phố Hải Phòng");
  pick (self, L ("Phường/xã"), person->commune, "Phường Đồ Sơn");
  journey_enter (self, L ("Phố/đường"), person->street);
  journey_enter (self, L ("Số nhà"), person->house_number);
  journey_see (self, person->address);
}

char *
journey_read_declaration (Journey *self, const JourneyPerson *person)
{
  g_autofree char *line = g_strconcat (T ("Date of birth"), ": ", person->born_on, NULL);
  g_autofree char *phone = journey_read (self, L ("OTP sẽ gửi đến"));

  g_assert_nonnull (strstr (phone, "0912 345 678"));
  return journey_read (self, line);
}

void
journey_confirm_declaration (Journey *self, const JourneyPerson *person)
{
  g_autofree char *summary = NULL;

  journey_press (self, L ("Cập nhật"));
  summary = journey_read_declaration (self, person);
  g_assert_nonnull (strstr (summary, "0912 345 678"));
  g_assert_nonnull (strstr (summary, person->full_name));
  g_assert_nonnull (strstr (summary, person->id_number));
  g_assert_nonnull (strstr (summary, person->address));
  journey_press (self, L ("Xác nhận"));
}

void
journey_open_row (Journey *self, const char *text)
{
  g_autoptr (JourneyNode) row = journey_find (self, text, JOURNEY_ANYTHING);

  journey_click (self, row);
}

void
journey_find_account (Journey *self, const char *full_name)
{
  g_autoptr (JourneyNode) account = journey_find (self, full_name, JOURNEY_BUTTON);

  g_assert_nonnull (account);
}
