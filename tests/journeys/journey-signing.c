/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-signing.h"

#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#include <string.h>

/* The title of the acceptance record. */
#define JOURNEY_RECORD "Biên bản nghiệm thu dịch vụ chứng thực chữ ký số (VNPT SmartCA)"

static void
save_as (Journey *self, const char *path)
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

static void
read_paper (Journey *self, const char *title)
{
  g_autoptr (JourneyNode) paper = journey_find (self, title, JOURNEY_ANYTHING);

  for (int turn = 0; turn < 60; turn++)
    {
      g_autoptr (JourneyNode) next = journey_look_for (self, NULL, L ("Tiếp tục"), JOURNEY_BUTTON);

      if (next != NULL)
        {
          journey_press (self, L ("Tiếp tục"));
          return;
        }
      journey_turn_wheel (self, paper, 10);
    }
  journey_fail (self, "%s has no end", title);
}

void
journey_read_contract (Journey *self)
{
  read_paper (self, JOURNEY_CONTRACT);
}

void
journey_read_record (Journey *self)
{
  read_paper (self, JOURNEY_RECORD);
}

static void
enter_otp (Journey *self, const char *message)
{
  g_autoptr (JourneyNode) entry = NULL;

  journey_press (self, T ("Demonstration: read the message in the inbox"));
  journey_copy_code (self, message);
  journey_keys (self, "alt+Left");
  entry = journey_find (self, L ("Mã OTP :"), JOURNEY_ENTRY);
  journey_click (self, entry);
  journey_keys (self, "ctrl+v");
}

void
journey_enter_otp (Journey *self)
{
  enter_otp (self, L ("Ma OTP ky hop dong"));
}

void
journey_enter_record_otp (Journey *self)
{
  enter_otp (self, L ("Ma OTP ky bien ban nghiem thu"));
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

void
journey_type_signature (Journey *self, const char *name)
{
  journey_press (self, journey_message_in ("signature", "Type"));
  journey_see (self, T ("Name in the signature"));
  journey_enter (self, T ("Name in the signature"), name);
}

char *
journey_photograph_signature (Journey *self, const char *name)
{
  char *path = journey_build_path (self, name);
  g_autofree char *output = journey_run (
    self, "convert", "-size", "1200x600", "gradient:#f4f0e4-#c9c4b6", "-stroke", "#1a2073",
    "-strokewidth", "9", "-fill", "none", "-draw",
    "path 'M 200,420 C 330,60 400,80 380,330 S 520,140 560,330 S 700,180 760,300 S 900,260 1000,220"
    " M 260,500 C 480,450 720,450 950,470'",
    "-quality", "90", path, NULL);

  return path;
}

/* A slash begins a path in the dialog that asks for a file. */
void
journey_choose_file (Journey *self, const char *path)
{
  g_autoptr (JourneyNode) dialog = journey_find_dialog (self);

  journey_wait_until_calm (self);
  journey_type (self, path);
  journey_wait_until_calm (self);
  journey_keys (self, "Return");
  journey_see_no_dialog (self);
}

void
journey_open_signature (Journey *self, const char *path)
{
  journey_press (self, journey_message_in ("signature", "Picture"));
  journey_press (self, journey_message_in ("signature", "Choose a picture"));
  journey_choose_file (self, path);
  journey_see (self, T ("Paper taken away"));
}

void
journey_save_contract (Journey *self, const char *button, const char *name)
{
  g_autofree char *path = journey_build_path (self, name);

  journey_press (self, button);
  save_as (self, path);
}

void
journey_see_contract (Journey *self)
{
  journey_see (self, L ("Ký điện tử hợp đồng cung cấp dịch vụ"));
  journey_see (self, T ("Please read the contract first"));
}

void
journey_choose_econtract_password (Journey *self, const char *password)
{
  journey_see (self, L ("Đổi mật khẩu tài khoản"));
  journey_enter (self, L ("Mật khẩu mới"), password);
  journey_enter (self, L ("Nhập lại mật khẩu"), password);
  journey_press (self, L ("Hoàn thành"));
}

void
journey_finish_signing (Journey *self)
{
  journey_press (self, L ("Tiếp tục"));
  journey_press (self, L ("Hoàn thành"));
  journey_see (self, T ("The contract is signed"));
}

void
journey_finish_record (Journey *self)
{
  journey_press (self, L ("Tiếp tục"));
  journey_press (self, L ("Hoàn thành"));
  journey_see (self, T ("The acceptance record is signed"));
}

/* What stands behind @before in the newest letter that says it. */
static char *
read_in_letter (Journey *self, const char *before)
{
  g_autofree char *letter = NULL;
  const char *at;

  journey_go_to (self, journey_message_in ("section", "Inbox"));
  letter = journey_read (self, before);
  at = strstr (letter, before) + strlen (before);
  return g_strndup (at, strcspn (at, " \n"));
}

char *
journey_read_user_name (Journey *self)
{
  return read_in_letter (self, journey_is_vietnamese () ? "Tên đăng nhập: " : "User name: ");
}

char *
journey_read_first_password (Journey *self)
{
  return read_in_letter (self,
                         journey_is_vietnamese () ? "Mật khẩu lần đầu: " : "First password: ");
}
