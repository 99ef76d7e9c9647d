/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a customer sees of signing when it does not go straight on, and of all that comes after the
 * contract: the certificate's way, the acceptance record, what is looked up and what is checked. */
#include "config.h"

#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "journey-world.h"
#include "shots.h"

/* eContract names what it keeps in Vietnamese. */
#define DOSSIER "Mẫu hợp đồng SmartCA OneSME"
#define QUESTION "Điều 5 nói về thời hạn nào?"
#define WRONG_CODE "000000"
#define SESSION_SECONDS (31 * 60)
#define CODE_SECONDS (5 * 60 + 1)

/* By a transfer, after which time can be moved (journey_world_advance()). */
static void
walk_to_contract (Shots *self)
{
  shots_buy (self, SHOTS_PLAN);
  journey_press (self->journey, T ("Next"));
  journey_declare (self->journey, &journey_person);
  journey_confirm_declaration (self->journey, &journey_person);
  journey_tick (self->journey, T ("I have read and agree to the terms of service"));
  journey_press (self->journey, T ("Bank transfer by VietQR"));
  journey_press_button (self->journey, T ("Pay"));
  journey_see (self->journey, T ("Transfer text"));
  journey_press_button (self->journey, T ("Open the demonstration bank"));
  journey_see_contract (self->journey);
  journey_save_contract (self->journey, T ("Save a copy"), "unsigned.pdf");
  journey_read_contract (self->journey);
}

static void
enter_wrong_code (Shots *self)
{
  g_autoptr (JourneyNode) entry = journey_find (self->journey, T ("OTP code :"), JOURNEY_ENTRY);

  journey_click (self->journey, entry);
  journey_type (self->journey, WRONG_CODE);
  journey_wait_until_calm (self->journey);
}

/* The support opens what three wrong codes have locked. */
static void
walk_locked (Shots *self)
{
  journey_choose_econtract_password (self->journey, SHOTS_PASSWORD);
  journey_see (self->journey, T ("OTP verification"));
  journey_world_advance (self->journey, CODE_SECONDS);
  enter_wrong_code (self);
  journey_see (self->journey, T ("The code has expired. Have a new code sent."));
  journey_camera_shoot (self->camera, "sign-otp-expired");
  journey_press_button (self->journey, T ("Resend code"));
  journey_see_no_more (self->journey, T ("The code has expired. Have a new code sent."));
  for (guint i = 0; i < 3; i++)
    enter_wrong_code (self);
  journey_see (self->journey, T ("Signing is locked"));
  /* The number is there by itself. */
  journey_wait_until_calm (self->journey);
  journey_camera_shoot (self->camera, "sign-locked");
}

static void
walk_case (Shots *self)
{
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_press (self->journey, T ("Contact support"));
  journey_find (self->journey, T ("Do what was asked"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "support-case");
  journey_press (self->journey, T ("Do what was asked"));
  journey_press_button (self->journey, T ("Go on with the order"));
  journey_see_contract (self->journey);
  journey_read_contract (self->journey);
}

/* "Hết phiên giao dịch": what was drawn is there afterwards. */
static void
walk_ended (Shots *self)
{
  journey_enter_otp (self->journey);
  journey_type_signature (self->journey, journey_person.full_name);
  journey_tick (self->journey, T ("Keep this signature for the next contract"));
  journey_world_advance (self->journey, SESSION_SECONDS);
  journey_press_button (self->journey, T ("Continue"));
  journey_see (self->journey, T ("Session expired"));
  journey_camera_shoot (self->camera, "sign-ended");
  journey_press (self->journey, T ("Agree")); /* in the dialog */
  journey_enter_otp (self->journey);
  journey_finish_signing (self->journey);
  journey_save_contract (self->journey, T ("Save…"), "signed.pdf");
}

static void
walk_certificate (Shots *self)
{
  journey_press (self->journey, T ("Follow the certificate"));
  journey_press (self->journey, T ("Take the code from the inbox"));
  journey_press (self->journey, T ("Activate the account"));
  journey_press (self->journey, T ("Identify yourself (eKYC)"));
  journey_find (self->journey, T ("Refuse the certificate"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "certificate-ekyc");
  journey_press (self->journey, T ("Refuse the certificate"));
  journey_see (self->journey, T ("The face is not the one on the identity paper."));
  journey_camera_shoot (self->camera, "certificate-refused");
  journey_press (self->journey, T ("Identify yourself (eKYC)"));
  journey_press (self->journey, T ("Issue the certificate"));
  journey_find (self->journey, T ("Sign the acceptance record"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "certificate-issued");
}

static void
walk_record (Shots *self)
{
  g_autoptr (JourneyNode) dialog = NULL;

  journey_press (self->journey, T ("Sign the acceptance record"));
  journey_see (self->journey, T ("Please read the acceptance record first"));
  journey_camera_shoot (self->camera, "record-read");
  journey_read_record (self->journey);
  journey_see (self->journey, T ("OTP verification"));
  journey_camera_shoot (self->camera, "record-otp");
  journey_enter_record_otp (self->journey);
  journey_find (self->journey, T ("Use the kept signature…"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "sign-kept");
  journey_press (self->journey, T ("Use the kept signature…"));
  dialog = journey_find_dialog (self->journey);
  journey_camera_shoot (self->camera, "sign-kept-ask");
  journey_press_in (self->journey, dialog, T ("Use the signature"));
  journey_see_no_dialog (self->journey);
  journey_finish_record (self->journey);
  journey_camera_shoot (self->camera, "record-done");
}

static void
walk_in_use (Shots *self)
{
  journey_go_to (self->journey, T ("Manage subscriptions"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_enter (self->journey, T ("Search subscriptions"), "khong co");
  journey_see (self->journey, T ("No subscription has these words and this state."));
  journey_camera_shoot (self->camera, "subscriptions-nothing");
  journey_press (self->journey, T ("Show all"));
  journey_press (self->journey, SHOTS_PLAN);
  journey_see (self->journey, T ("Automatic renewal"));
  journey_camera_shoot (self->camera, "subscription-in-use");
}

static void
walk_messages (Shots *self)
{
  journey_open_row (self->journey, DOSSIER);
  journey_press (self->journey, L ("Đàm phán"));
  journey_find (self->journey, T ("Your _message"), JOURNEY_ENTRY);
  journey_camera_shoot (self->camera, "negotiation-empty");
  journey_enter (self->journey, T ("Your _message"), QUESTION);
  journey_press (self->journey, journey_is_vietnamese () ? "Gửi" : "Send");
  journey_see (self->journey, QUESTION);
  journey_camera_shoot (self->camera, "negotiation");
  journey_press (self->journey, L ("Chi tiết"));
  /* The first word alone is found at the terms too, which nobody seals. */
  journey_press (self->journey, journey_is_vietnamese () ? "Xem " DOSSIER : "View " DOSSIER);
  journey_see (self->journey, T ("Unchanged since then."));
}

static void
walk_lookup (Shots *self)
{
  g_autofree char *user_name = journey_read_user_name (self->journey);

  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_enter (self->journey, T ("User name"), user_name);
  journey_enter (self->journey, T ("Password"), "sai mat khau");
  journey_press_button (self->journey, T ("Sign in"));
  journey_find (self->journey, T ("Forgotten password?"), JOURNEY_BUTTON);
  journey_wait_until_calm (self->journey);
  journey_camera_shoot (self->camera, "lookup-wrong");
  journey_press (self->journey, T ("Forgotten password?"));
  journey_see (self->journey, T ("Forgotten eContract password"));
  journey_camera_shoot (self->camera, "lookup-reset");
  journey_keys (self->journey, "alt+Left");
  journey_tick (self->journey, T ("Remember in the keyring"));
  journey_enter (self->journey, T ("Password"), SHOTS_PASSWORD);
  journey_press_button (self->journey, T ("Sign in"));
  journey_see (self->journey, DOSSIER);
  journey_camera_shoot (self->camera, "lookup-two");
  journey_enter (self->journey, T ("Search contract file sets"), "khong co");
  journey_see (self->journey, T ("No contract file set has this name or code."));
  journey_camera_shoot (self->camera, "lookup-nothing");
  journey_enter (self->journey, T ("Search contract file sets"), "");
  walk_messages (self);
}

static void
check_file (Shots *self, const char *path, const char *name, const char *page)
{
  journey_press (self->journey, T ("_Choose a file…"));
  journey_choose_file (self->journey, path);
  journey_see (self->journey, name);
  journey_wait_until_calm (self->journey);
  journey_camera_shoot (self->camera, page);
}

static void
check_own_file (Shots *self, const char *name, const char *page)
{
  g_autofree char *path = journey_build_path (self->journey, name);

  check_file (self, path, name, page);
}

/* A letter of the contract is another one. */
static void
change_file (Shots *self)
{
  g_autofree char *from = journey_build_path (self->journey, "signed.pdf");
  g_autofree char *to = journey_build_path (self->journey, "changed.pdf");
  g_autofree char *output = journey_run (
    self->journey, "python3", "-c",
    "import sys; b = bytearray (open (sys.argv[1], 'rb').read ()); b[len (b) // 4] ^= 1; "
    "open (sys.argv[2], 'wb').write (b)",
    from, to, NULL);
}

/* Files that the server did not make: what the fuzzer of the viewer begins with, where there is
 * one. */
static void
check_strange_files (Shots *self)
{
  static const char *const files[] = { "sealed", "forged", "half", "web-page", "encrypted" };
  g_autofree char *program =
    g_build_filename (SME_BUILD_ROOT, "tests", "viewer", "write-corpus", NULL);
  g_autofree char *folder = journey_build_path (self->journey, "corpus");
  g_autofree char *output = NULL;

  if (!g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    return;
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  output = journey_run (self->journey, program, folder, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat (files[i], ".pdf", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *page = g_strconcat ("verify-", files[i], NULL);

      check_file (self, path, name, page);
    }
}

static void
walk_verify (Shots *self)
{
  change_file (self);
  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_press (self->journey, T ("Check a sealed file"));
  check_own_file (self, "signed.pdf", "verify-intact");
  check_own_file (self, "changed.pdf", "verify-changed");
  check_own_file (self, "unsigned.pdf", "verify-unsigned");
  check_strange_files (self);
}

/* What is kept on the computer, while the server says nothing. */
static void
walk_offline (Shots *self)
{
  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_see (self->journey, DOSSIER);
  journey_world_hold_backend (self->journey);
  journey_press (self->journey, T ("Contracts kept on this computer"));
  journey_see (self->journey, T ("Remove them from this computer"));
  journey_camera_shoot (self->camera, "kept");
  journey_world_release_backend (self->journey);
}

void
shots_walk_states (Shots *self)
{
  walk_to_contract (self);
  walk_locked (self);
  walk_case (self);
  walk_ended (self);
  walk_certificate (self);
  walk_record (self);
  walk_in_use (self);
  walk_lookup (self);
  walk_verify (self);
  walk_offline (self);
}
