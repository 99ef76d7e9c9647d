/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an enterprise sees: its form, a table of people with bad cells and without, and the orders
 * of all paid at once. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

#define COMPANY "Công ty TNHH Biển Xanh"
#define TAX_CODE "0100684378"

/* The columns are known by their Vietnamese names in every language. */
#define COLUMNS \
  "Họ và Tên;Loại giấy tờ;Số giấy tờ;Ngày cấp;Nơi cấp;Ngày sinh;Giới tính;Số điện thoại;" \
  "Địa chỉ email\n"
#define PEOPLE \
  "Nguyễn Văn An;Căn cước;031090001234;10/05/2022;Bộ Công an;03/02/1990;Nam;0912345671;" \
  "an@vidu.vn\n" \
  "Trần Thị Bình;Căn cước;031190004321;11/05/2022;Bộ Công an;04/03/1990;Nữ;0912345672;" \
  "binh@vidu.vn\n"
#define FAULTY \
  "Lê Văn 3;Căn cước;31090001234;31/02/2022;Bộ Công an;03/02/2099;Nam;12345;khong-phai-email\n" \
  "Nguyễn Văn An;Căn cước;031090001234;10/05/2022;Bộ Công an;03/02/1990;Nam;0912345671;" \
  "an@vidu.vn\n"

static void
write_table (Shots *self, const char *name, const char *text)
{
  g_autofree char *path = journey_build_path (self->journey, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A slash begins a path in the dialog that asks for a file. */
static void
choose_table (Shots *self, const char *name)
{
  g_autofree char *path = journey_build_path (self->journey, name);
  g_autoptr (JourneyNode) dialog = NULL;

  journey_press (self->journey, T ("Choose a table…"));
  dialog = journey_find_dialog (self->journey);
  journey_wait_until_calm (self->journey);
  journey_type (self->journey, path);
  journey_wait_until_calm (self->journey);
  journey_keys (self->journey, "Return");
  journey_see_no_dialog (self->journey);
}

static void
walk_form (Shots *self, const JourneyPerson *person)
{
  journey_press (self->journey, T ("Next"));
  journey_see (self->journey, T ("Several people?"));
  journey_camera_shoot (self->camera, "company-declare-empty");
  journey_declare (self->journey, person);
  journey_enter (self->journey, T ("Position"), "Giám đốc");
  journey_enter (self->journey, T ("Registration number"), TAX_CODE);
  journey_see (self->journey, T ("Everything you typed is saved."));
  journey_camera_shoot (self->camera, "company-declare");
  journey_camera_shoot_end (self->camera, "company-declare-end");
  journey_press (self->journey, T ("Update"));
  journey_see (self->journey, T ("Update the information?"));
  journey_camera_shoot (self->camera, "company-declare-confirm");
  journey_keys (self->journey, "Escape");
  journey_see_no_dialog (self->journey);
}

static void
walk_people (Shots *self)
{
  write_table (self, "bad.csv", COLUMNS PEOPLE FAULTY);
  write_table (self, "people.csv", COLUMNS PEOPLE);
  journey_press (self->journey, T ("Order for several people…"));
  journey_see (self->journey, T ("Save a template…"));
  journey_camera_shoot (self->camera, "people");
  choose_table (self, "bad.csv");
  journey_see (self->journey, T ("Please correct the table"));
  journey_camera_shoot (self->camera, "people-faults");
  journey_camera_shoot_end (self->camera, "people-faults-end");
  choose_table (self, "people.csv");
  journey_see (self->journey, "Trần Thị Bình");
  journey_camera_shoot (self->camera, "people-ready");
}

static void
walk_together (Shots *self)
{
  journey_press (self->journey,
                 journey_is_vietnamese () ? "Đặt mua cho 2 người" : "Order for 2 people");
  journey_see (self->journey, T ("This is what the contracts will say. Is everything right?"));
  journey_camera_shoot (self->camera, "people-repeated");
  journey_press (self->journey, T ("Confirm"));
  journey_find (self->journey, T ("Pay several orders together"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "orders-several");
  journey_enter (self->journey, T ("Search orders"), "Hoa");
  journey_see (self->journey, T ("No order matches"));
  journey_camera_shoot (self->camera, "orders-no-match");
  journey_press (self->journey, T ("Clear the filters"));
  journey_press (self->journey, T ("Pay several orders together"));
  journey_see (self->journey, T ("Orders to pay"));
  journey_camera_shoot (self->camera, "pay-together");
  journey_camera_shoot_end (self->camera, "pay-together-end");
  journey_press (self->journey, T ("Edit information"));
  journey_see (self->journey, T ("Contact's name"));
  journey_camera_shoot (self->camera, "pay-together-edit");
  journey_press (self->journey, T ("Cancel"));
  journey_tick (self->journey, T ("I have read and agree to the terms of service"));
  journey_press (self->journey, T ("Pay"));
  journey_see (self->journey, T ("Transfer text"));
  journey_camera_shoot (self->camera, "pay-together-code");
}

static void
walk_review (Shots *self)
{
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_open_row (self->journey, SHOTS_PLAN);
  journey_see (self->journey, T ("Transfer text"));
  journey_press (self->journey, T ("Pay in another way"));
  journey_see (self->journey, T ("Head office"));
  journey_camera_shoot (self->camera, "company-review");
  journey_press (self->journey, T ("Edit information"));
  journey_camera_shoot (self->camera, "company-billing");
}

void
shots_walk_company (Shots *self)
{
  JourneyPerson person = journey_person;

  person.email = "ketoan@bienxanh.vidu.vn";
  shots_buy (self, SHOTS_PLAN);
  journey_register_business (self->journey, &person, L ("DOANH NGHIỆP"), COMPANY, TAX_CODE);
  journey_see (self->journey, SHOTS_PLAN);
  walk_form (self, &person);
  walk_people (self);
  walk_together (self);
  walk_review (self);
}
