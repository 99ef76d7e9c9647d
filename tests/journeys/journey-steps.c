/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-steps.h"

#include "journey-hands.h"
#include "journey-labels.h"

const JourneyPerson journey_person = {
  .full_name = "Nguyễn Thị Ánh Tuyết",
  .email = "anhtuyet@vidu.vn",
  .phone = "0912345678",
  .password = "đồng hồ quả lắc 12",
  .id_number = "031190001234",
  .issued_on = "10/05/2022",
  .issued_by = "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
  .born_on = "03/02/1990",
  .sex = "Female",
};

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
  journey_type (self, "ky so tu xa");
  journey_press (self, "Ký số từ xa - VNPT SmartCA ON");
  journey_press (self, L ("Bảng giá"));
  card = journey_find (self, plan, JOURNEY_GROUP);
  journey_press_in (self, card, L ("Mua ngay"));
}

void
journey_register (Journey *self, const JourneyPerson *person)
{
  journey_press (self, L ("Đăng ký"));
  journey_see (self, L ("Loại đối tượng"));
  journey_tick (self, L ("CÁ NHÂN"));
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
