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

/* A list that can be searched, without diacritics. */
static void
pick (Journey *self, const char *list, const char *search, const char *name)
{
  journey_press (self, list);
  journey_enter (self, list, search);
  journey_press (self, name);
}

void
journey_declare (Journey *self, const JourneyPerson *person)
{
  journey_enter (self, L ("Họ và Tên"), person->full_name);
  journey_enter (self, L ("Số giấy tờ"), person->id_number);
  journey_enter (self, L ("Ngày cấp"), person->issued_on);
  journey_enter (self, L ("Nơi cấp"), person->issued_by);
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

void
journey_confirm_declaration (Journey *self, const JourneyPerson *person)
{
  g_autofree char *summary = NULL;

  journey_press (self, L ("Cập nhật"));
  summary = journey_read (self, L ("OTP sẽ gửi đến"));
  g_assert_nonnull (strstr (summary, "0912 345 678"));
  g_assert_nonnull (strstr (summary, person->full_name));
  g_assert_nonnull (strstr (summary, person->id_number));
  g_assert_nonnull (strstr (summary, person->address));
  journey_press (self, L ("Xác nhận"));
}

void
journey_save_as (Journey *self, const char *path)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);
  g_autoptr (JourneyNode) dialog = journey_find_dialog (self);

  journey_keys (self, "ctrl+a");
  journey_type (self, path);
  journey_keys (self, "Return");
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "%s was not saved", path);
      journey_wait_for_change (self);
    }
  journey_see_no_dialog (self);
}

void
journey_read_contract (Journey *self)
{
  g_autoptr (JourneyNode) contract =
    journey_find (self, JOURNEY_CONTRACT, JOURNEY_ANYTHING);

  for (int turn = 0; turn < 60; turn++)
    {
      g_autoptr (JourneyNode) next =
        journey_look_for (self, NULL, L ("Tiếp tục"), JOURNEY_BUTTON);

      if (next != NULL)
        {
          journey_press (self, L ("Tiếp tục"));
          return;
        }
      journey_turn_wheel (self, contract, 10);
    }
  journey_fail (self, "The contract has no end");
}

void
journey_enter_otp (Journey *self)
{
  g_autoptr (JourneyNode) entry = NULL;

  journey_press (self, T ("Demonstration: read the message in the inbox"));
  journey_copy_code (self, L ("Ma OTP ky hop dong"));
  journey_keys (self, "alt+Left");
  entry = journey_find (self, L ("Mã OTP :"), JOURNEY_ENTRY);
  journey_click (self, entry);
  journey_keys (self, "ctrl+v");
}

/* Something like a name with a flourish and a dot. */
void
journey_draw_signature (Journey *self)
{
  static const JourneyPoint name[] = {
    { 0.15, 0.70 }, { 0.18, 0.30 }, { 0.21, 0.25 }, { 0.25, 0.65 }, { 0.29, 0.72 }, { 0.33, 0.30 },
    { 0.36, 0.55 }, { 0.40, 0.70 }, { 0.44, 0.50 }, { 0.48, 0.45 }, { 0.52, 0.68 }, { 0.57, 0.60 },
    { 0.62, 0.42 }, { 0.68, 0.66 }, { 0.75, 0.58 }, { 0.82, 0.48 },
  };
  static const JourneyPoint flourish[] = {
    { 0.82, 0.80 }, { 0.60, 0.84 }, { 0.40, 0.83 }, { 0.22, 0.86 }, { 0.35, 0.90 }, { 0.60, 0.88 },
  };
  static const JourneyPoint dot[] = { { 0.50, 0.28 } };
  g_autoptr (JourneyNode) pad = journey_find (self, T ("Signature box"), JOURNEY_ANYTHING);

  journey_draw (self, pad, name, G_N_ELEMENTS (name));
  journey_draw (self, pad, flourish, G_N_ELEMENTS (flourish));
  journey_draw (self, pad, dot, G_N_ELEMENTS (dot));
}
