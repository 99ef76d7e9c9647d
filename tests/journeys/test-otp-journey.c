/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contract whose code comes too late, is entered wrongly three times, whose session ends in the
 * middle of the drawing, and which is signed at another computer in the end. */
#include "config.h"

#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-paper.h"
#include "journey-signing.h"
#include "journey-steps.h"
#include "journey-world.h"

#include <string.h>

#define PLAN "SMARTCA CÁ NHÂN CƠ BẢN"
#define CODE_SECONDS (15 * 60 + 1)
#define SESSION_SECONDS (30 * 60 + 1)

static Journey *journey;

static void
test_paid (void)
{
  g_autofree char *answer = NULL;

  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_press (journey, L ("Tiếp theo"));
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Bank transfer by VietQR"));
  journey_press (journey, T ("Pay"));
  journey_see (journey, T ("VietQR code to scan with a banking app"));
  journey_press (journey, T ("Open the demonstration bank"));
  answer = journey_browser_read (journey, "bank-answer.html");
  journey_see_contract (journey);
  journey_save_contract (journey, T ("Save a copy"), "read.pdf");
  journey_read_contract (journey);
  journey_choose_econtract_password (journey, "mật khẩu hợp đồng 7");
  journey_see (journey, L ("Xác thực OTP"));
}

static void
type_code (const char *code)
{
  g_autoptr (JourneyNode) entry = journey_find (journey, L ("Mã OTP :"), JOURNEY_ENTRY);

  journey_click (journey, entry);
  journey_type (journey, code);
}

/* The right code, after its time. */
static void
test_expired (void)
{
  journey_world_advance (journey, CODE_SECONDS);
  journey_enter_otp (journey);
  journey_see (journey, T ("The code has expired. Have a new code sent."));
  journey_picture (journey, "expired");
  journey_press_button (journey, L ("Gửi lại mã"));
  journey_see_no_more (journey, T ("The code has expired. Have a new code sent."));
}

/* The number that the page gives, for the operator: without the spaces. (transfer full) */
static char *
read_case_number (void)
{
  g_auto (GStrv) around = g_strsplit (T ("Case %s"), "%s", 2);
  g_autofree char *text = journey_read (journey, around[0]);
  g_auto (GStrv) groups = g_strsplit (strstr (text, around[0]) + strlen (around[0]), " ", -1);

  return g_strjoinv ("", groups);
}

/* As support does it, at its own computer. */
static void
unlock (const char *number)
{
  g_autofree char *backend =
    g_build_filename (SME_BUILD_ROOT, "src", "backend", "onesme-backend", NULL);
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "onesme", "backend", NULL);
  g_autofree char *output = journey_run (journey, backend, "admin", "--data-dir", data,
                                         "--operator", "Lan", "unlock", number, NULL);
}

static void
test_wrong (void)
{
  g_autofree char *number = NULL;

  for (int tries_left = 2; tries_left > 0; tries_left--)
    {
      type_code ("000000");
      journey_see (journey,
                   T ("Wrong OTP code: please enter the OTP again, try again in a few minutes."));
    }
  type_code ("000000");
  journey_see (journey, T ("Signing is locked"));
  journey_see (journey, T ("The OTP code was entered wrongly three times."));
  journey_see (journey, T ("Call the hotline 1800 1260 (free)"));
  journey_picture (journey, "locked");
  number = read_case_number ();
  unlock (number);
  /* The page goes on by itself once support has unlocked it. */
  journey_see_no_more (journey, T ("Signing is locked"));
  journey_picture (journey, "unlocked");
}

/* The session of signing ends while somebody draws: a new one, a new code, and the strokes stay. */
static void
test_session_ended (void)
{
  g_autoptr (JourneyNode) dialog = NULL;

  journey_read_contract (journey);
  journey_enter_otp (journey);
  journey_draw_signature (journey);
  journey_world_advance (journey, SESSION_SECONDS);
  journey_press_button (journey, L ("Tiếp tục"));
  dialog = journey_find_dialog (journey);
  journey_picture (journey, "ended");
  journey_press_in (journey, dialog, T ("Agree"));
  journey_see_no_dialog (journey);
  journey_enter_otp (journey);
  journey_press_button (journey, L ("Tiếp tục"));
  journey_see (journey, T ("Your signature is saved"));
}

static void
test_other_computer (void)
{
  journey_quit (journey);
  journey_world_move (journey);
  journey_start (journey, NULL);
  journey_press (journey, T ("Sign in"));
  journey_sign_in (journey, &journey_person);
  journey_go_to (journey, L ("Quản lý thuê bao"));
  journey_press (journey, L ("Hoàn thiện hợp đồng"));
  journey_read_contract (journey);
  journey_enter_otp (journey);
  journey_picture (journey, "other-computer");
  journey_draw_signature (journey);
  journey_finish_signing (journey);
  journey_save_contract (journey, T ("Save…"), "signed.pdf");
}

static void
test_paper (void)
{
  g_autofree char *read = journey_build_path (journey, "read.pdf");
  g_autofree char *signed_path = journey_build_path (journey, "signed.pdf");

  journey_paper_check_continues (journey, read, signed_path);
  journey_paper_check_signature (journey, signed_path);
  journey_paper_check_ink (journey, read, signed_path);
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("otp");
  journey_world_install (journey);
  g_test_add_func ("/otp-journey/a30-a41/to-the-code", test_paid);
  g_test_add_func ("/otp-journey/a42-a44/a-code-that-came-too-late", test_expired);
  g_test_add_func ("/otp-journey/a43/wrong-three-times", test_wrong);
  g_test_add_func ("/otp-journey/a45-a48/the-session-ends-while-drawing", test_session_ended);
  g_test_add_func ("/otp-journey/a47/another-computer-goes-on", test_other_computer);
  g_test_add_func ("/otp-journey/a46/others-find-it-sealed", test_paper);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
