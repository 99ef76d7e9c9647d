/* SPDX-License-Identifier: GPL-3.0-or-later */
/* eContract, a system apart: signed in to with what was mailed, a changed password set anew by
 * code, the dossier read, asked about and downloaded, also where the program is killed meanwhile;
 * what was downloaded is there when the server is not. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "journey-steps.h"
#include "journey-world.h"

#include <string.h>

#define PLAN "SMARTCA PS (PAY AS YOU GO)"
#define DOSSIER "Mẫu hợp đồng SmartCA OneSME"
#define TERMS "Điều khoản sử dụng dịch vụ"
#define CHOSEN "mật khẩu hợp đồng 7"
#define RESET "mật khẩu đặt lại 9"
#define QUESTION "Điều 5 nói về thời hạn nào?"

static Journey *journey;
static char *user_name, *first_password;

static void
test_signed (void)
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
  journey_choose_econtract_password (journey, CHOSEN);
  journey_enter_otp (journey);
  journey_draw_signature (journey);
  journey_finish_signing (journey);
}

static void
sign_in (const char *password)
{
  journey_enter (journey, T ("User name"), user_name);
  journey_enter (journey, L ("Mật khẩu"), password);
  journey_press_button (journey, L ("Đăng nhập"));
}

/* Who has the letter only learns that its password was replaced, and where to get another. */
static void
test_mailed (void)
{
  const char *text = T ("This is the first password from the e-mail. It was replaced at %s and "
                        "does not fit any more: please enter the one that was chosen then. If "
                        "nobody knows it, choose “Forgotten password?”.");
  g_autofree char *begin = g_strndup (text, (gsize) (strstr (text, "%s") - text));

  first_password = journey_read_first_password (journey);
  user_name = journey_read_user_name (journey);
  journey_go_to (journey, T ("Look up e-contracts"));
  sign_in (first_password);
  journey_see (journey, begin);
  journey_picture (journey, "replaced");
}

static void
test_reset (void)
{
  journey_press (journey, T ("Forgotten password?"));
  journey_see (journey, T ("Forgotten eContract password"));
  journey_press (journey, T ("Send the code"));
  journey_find (journey, T ("Code from the e-mail"), JOURNEY_ENTRY);
  journey_picture (journey, "reset");
  journey_press (journey, T ("Open the inbox"));
  journey_copy_code (journey, user_name);
  journey_keys (journey, "alt+Left");
  {
    g_autoptr (JourneyNode) entry =
      journey_find (journey, T ("Code from the e-mail"), JOURNEY_ENTRY);

    journey_click (journey, entry);
  }
  journey_keys (journey, "ctrl+v");
  journey_enter (journey, L ("Mật khẩu mới"), RESET);
  journey_enter (journey, L ("Nhập lại mật khẩu"), RESET);
  journey_press (journey, T ("Set the new password"));
  journey_see (journey, T ("Sign in to eContract"));
}

static void
test_sign_in (void)
{
  sign_in (CHOSEN);
  journey_see (journey, T ("The user name or the password is wrong. Please check both; capital and "
                           "small letters count. If the password was changed since, for example "
                           "before the contract was signed, the one in the e-mail does not fit any "
                           "more: please enter the new one, or choose “Forgotten password?”."));
  journey_tick (journey, T ("Remember in the keyring"));
  sign_in (RESET);
  journey_see (journey, DOSSIER);
}

static void
test_list (void)
{
  journey_see (journey, L ("Quản lý bộ hồ sơ hợp đồng"));
  journey_see (journey, "Hiển thị 1 đến 1 trong tổng số 1 kết quả");
  journey_find (journey, L ("Tài liệu hướng dẫn sử dụng"), JOURNEY_BUTTON);
  journey_enter (journey, T ("Search contract file sets"), "mau hop dong");
  journey_see (journey, DOSSIER);
  journey_enter (journey, T ("Search contract file sets"), "nghiem thu");
  journey_see (journey, T ("No contract file set has this name or code."));
  journey_enter (journey, T ("Search contract file sets"), "");
  journey_see (journey, DOSSIER);
  journey_picture (journey, "list");
}

static void
test_details (void)
{
  journey_open_row (journey, DOSSIER);
  journey_see (journey, T ("Contract file set information"));
  journey_see (journey, journey_person.full_name);
  journey_see (journey, "SMARTCAONESME_ONESME");
  journey_see (journey, TERMS);
  journey_picture (journey, "details");
}

static void
test_message (void)
{
  journey_press (journey, L ("Đàm phán"));
  journey_enter (journey, T ("Your _message"), QUESTION);
  journey_press (journey, "Gửi");
  journey_find (journey, QUESTION, JOURNEY_ANYTHING);
  journey_picture (journey, "message");
  journey_press (journey, L ("Chi tiết"));
}

static void
test_view (void)
{
  journey_press (journey, "Xem " TERMS);
  journey_find (journey, T ("Save a copy"), JOURNEY_BUTTON);
  journey_keys (journey, "alt+Left");
  journey_see (journey, T ("Contract file set information"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (directory);
  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    n += strstr (name, "-01-") != NULL || strstr (name, "-02-") != NULL;
  return n;
}

/* One folder takes several, with names that sort as the dossier has them. */
static void
test_download (void)
{
  g_autofree char *folder = journey_build_path (journey, "dossier");
  g_autofree char *archive = journey_build_path (journey, "all.zip");
  g_autofree char *tested = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  journey_tick (journey, T ("Select all"));
  journey_press_button (journey, L ("Tải xuống"));
  journey_choose_file (journey, folder);
  journey_see (journey, "Đã lưu 2 tài liệu");
  g_assert_cmpuint (count_files (folder), ==, 2);
  journey_save_contract (journey, T ("Save everything in one file…"), "all.zip");
  tested = journey_run (journey, "python3", "-m", "zipfile", "-t", archive, NULL);
}

/* The server answers no more, and the program is killed while it waits: when it runs again the
 * download is offered where contracts are looked up, and goes on to the same folder. */
static void
test_interrupted (void)
{
  g_autofree char *folder = journey_build_path (journey, "interrupted");
  g_autoptr (JourneyNode) stop = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  journey_world_hold_backend (journey);
  journey_press_button (journey, L ("Tải xuống"));
  journey_choose_file (journey, folder);
  journey_see_no_dialog (journey);
  stop = journey_find (journey, T ("Cancel"), JOURNEY_BUTTON);
  journey_wait_until_calm (journey);
  journey_picture (journey, "interrupted");
  journey_kill (journey);
  journey_world_release_backend (journey);
  g_assert_cmpuint (count_files (folder), ==, 0);
  journey_start (journey, NULL);
  journey_go_to (journey, T ("Look up e-contracts"));
  journey_see (journey, DOSSIER);
  journey_press (journey, T ("Go on with an interrupted download"));
  journey_find (journey, T ("Don't go on"), JOURNEY_BUTTON);
  journey_picture (journey, "offered");
  journey_press (journey, T ("Go on with the download"));
  journey_see (journey, "Đã lưu 2 tài liệu");
  g_assert_cmpuint (count_files (folder), ==, 2);
}

/* Another day the computer signs in by what it remembers, and then the server answers no more. */
static void
test_offline (void)
{
  journey_quit (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, T ("Look up e-contracts"));
  journey_see (journey, DOSSIER);
  journey_world_hold_backend (journey);
  journey_press (journey, T ("Contracts kept on this computer"));
  journey_see (journey, TERMS);
  journey_picture (journey, "kept");
  journey_open_row (journey, TERMS);
  journey_find (journey, T ("Save a copy"), JOURNEY_BUTTON);
  journey_save_contract (journey, T ("Save a copy"), "kept.pdf");
  journey_picture (journey, "kept-document");
  journey_world_release_backend (journey);
}

static void
test_sign_out (void)
{
  journey_go_to (journey, T ("Look up e-contracts"));
  journey_see (journey, DOSSIER);
  journey_press_button (journey, L ("Đăng xuất"));
  journey_find (journey, T ("User name"), JOURNEY_ENTRY);
  journey_see_no_more (journey, T ("Contracts kept on this computer"));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("econtract");
  /* Tests of one path run together, so what belongs together stands together. */
  g_test_add_func ("/econtract/a2/a-contract-is-signed", test_signed);
  g_test_add_func ("/econtract/a60/the-mailed-password-was-replaced", test_mailed);
  g_test_add_func ("/econtract/a60/a-code-sets-a-new-password", test_reset);
  g_test_add_func ("/econtract/a2-a60/a-sign-in-of-its-own", test_sign_in);
  g_test_add_func ("/econtract/a61/the-list-is-searched", test_list);
  g_test_add_func ("/econtract/a2-a61/contract-and-terms-in-one-dossier", test_details);
  g_test_add_func ("/econtract/a2-a61/a-question-to-the-provider", test_message);
  g_test_add_func ("/econtract/a62/a-document-is-read", test_view);
  g_test_add_func ("/econtract/a62/several-and-all-are-downloaded", test_download);
  g_test_add_func ("/econtract/a62/a-killed-download-goes-on", test_interrupted);
  g_test_add_func ("/econtract/a62-a82/what-was-downloaded-is-there-without-a-server",
                   test_offline);
  g_test_add_func ("/econtract/a60-a62/signing-out-forgets-all", test_sign_out);
  status = g_test_run ();
  journey_free (journey);
  g_free (user_name);
  g_free (first_password);
  return status;
}
