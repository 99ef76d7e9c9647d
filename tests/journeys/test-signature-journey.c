/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three contracts of somebody who cannot draw. One is signed with a typed name, which is kept for
 * the next; there it is offered and used, and the evidence says so. Then it is deleted, so the
 * third is offered none, and a photograph of a signature on paper signs it. Others can check them.
 */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-paper.h"
#include "journey-signing.h"
#include "journey-steps.h"
#include "journey-verify.h"

#include <string.h>

#define PLAN "SMARTCA PS (PAY AS YOU GO)"

static Journey *journey;

/* On the order's second step, to the end of the contract. */
static void
order (const char *copy)
{
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Finish the order"));
  journey_see_contract (journey);
  journey_save_contract (journey, T ("Save a copy"), copy);
  journey_read_contract (journey);
}

static void
check_paper (const char *read_name, const char *signed_name)
{
  g_autofree char *read = journey_build_path (journey, read_name);
  g_autofree char *signed_path = journey_build_path (journey, signed_name);
  const char *words[] = { journey_person.full_name, journey_person.id_number, NULL };

  journey_paper_check_unsigned (journey, read);
  journey_paper_check_continues (journey, read, signed_path);
  journey_paper_check_signature (journey, signed_path);
  journey_paper_check_says (journey, signed_path, words);
  journey_paper_check_ink (journey, read, signed_path);
}

/* How many pictures of @name stand behind a mask, as the one of a signature does. */
static guint
count_masks (const char *name)
{
  g_autofree char *path = journey_build_path (journey, name);
  g_autofree char *list = journey_run (journey, "pdfimages", "-list", path, NULL);
  g_auto (GStrv) parts = g_strsplit (list, " smask ", -1);

  return g_strv_length (parts) - 1;
}

static void
test_first_contract (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  order ("read-typed.pdf");
  journey_choose_econtract_password (journey, "mật khẩu hợp đồng 7");
  journey_enter_otp (journey);
}

static void
test_typed (void)
{
  journey_type_signature (journey, journey_person.full_name);
  journey_tick (journey, T ("Keep this signature for the next contract"));
  journey_picture (journey, "typed");
  journey_finish_signing (journey);
  journey_save_contract (journey, T ("Save…"), "signed-typed.pdf");
}

/* As outlines: a name as text would need a font, and a picture would be coarse. */
static void
test_typed_paper (void)
{
  check_paper ("read-typed.pdf", "signed-typed.pdf");
  g_assert_cmpuint (count_masks ("signed-typed.pdf"), ==, count_masks ("read-typed.pdf"));
}

/* Another order, to its signature. */
static void
order_again (const char *copy)
{
  journey_go_to (journey, T ("Home")); /* beside a contract the keys are the document's */
  journey_choose_plan (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  order (copy);
  journey_enter_otp (journey);
}

/* Only once the person has looked at it and said so. */
static void
test_kept (void)
{
  g_autoptr (JourneyNode) dialog = NULL;
  g_autofree char *name = NULL;

  order_again ("read-kept.pdf");
  journey_press (journey, T ("Use the kept signature…"));
  dialog = journey_find_dialog (journey);
  journey_picture (journey, "kept");
  journey_press_in (journey, dialog, T ("Use the signature"));
  journey_see_no_dialog (journey);
  journey_find (journey, T ("Name in the signature"), JOURNEY_ENTRY);
  name = journey_read_entry (journey, T ("Name in the signature"));
  g_assert_cmpstr (name, ==, journey_person.full_name);
  journey_finish_signing (journey);
  journey_press (journey, T ("View the contract"));
  journey_save_contract (journey, T ("Save everything in one file…"), "kept.zip");
}

/* Out of the archive of the second contract. (transfer full) */
static char *
unpack (const char *part)
{
  g_autofree char *archive = journey_build_path (journey, "kept.zip");
  char *path = journey_build_path (journey, part);
  g_autofree char *said = journey_run (
    journey, "python3", "-c",
    "import sys,zipfile\n"
    "z=zipfile.ZipFile(sys.argv[1])\n"
    "open(sys.argv[3],'wb').write(z.read(next(n for n in z.namelist() if sys.argv[2] in n)))",
    archive, part, path, NULL);

  return path;
}

/* To whoever checks it, and in the record's own words. */
static void
test_evidence (void)
{
  const char *words[] = { "Chữ ký đã lưu", "được dùng lại", "đã xác nhận lúc", NULL };
  g_autofree char *evidence = unpack ("Bản ghi bằng chứng.pdf");
  g_autofree char *told = journey_verify (journey, evidence, NULL, TRUE, FALSE, 0);
  g_autofree char *json = journey_verify (journey, evidence, NULL, TRUE, TRUE, 0);

  journey_paper_check_says (journey, evidence, words);
  g_assert_nonnull (strstr (told, journey_message_in ("verify", "Kept signature:")));
  g_assert_nonnull (strstr (json, "\"signature-reused\""));
}

static void
test_command (void)
{
  g_autofree char *sealed = journey_build_path (journey, "signed-typed.pdf");
  g_autofree char *bare = journey_build_path (journey, "read-typed.pdf");

  journey_verify_every_state (journey, sealed, bare);
}

/* In the preferences; the page where one signs offers none any more. */
static void
test_deleted (void)
{
  g_autoptr (JourneyNode) preferences = NULL, offer = NULL;

  journey_go_to (journey, T ("Home"));
  journey_keys (journey, "ctrl+comma");
  journey_press (journey, T ("Delete the kept signature"));
  journey_see (journey, T ("The kept signature is deleted"));
  journey_picture (journey, "deleted");
  preferences = journey_find_row (journey, T ("Light or dark"), "Đóng");
  journey_press_in (journey, preferences, "Đóng"); /* the toolkit's word */
  journey_see_no_more (journey, T ("Light or dark"));
  order_again ("read-image.pdf");
  /* The box that offers to keep one stands where the offer would be. */
  journey_see (journey, T ("Keep this signature for the next contract"));
  journey_wait_until_calm (journey);
  offer = journey_look_for (journey, NULL, T ("Use the kept signature…"), JOURNEY_BUTTON);
  g_assert_null (offer);
}

static void
test_image (void)
{
  g_autofree char *photograph = journey_photograph_signature (journey, "chu-ky.jpg");

  journey_open_signature (journey, photograph);
  journey_picture (journey, "image");
  journey_finish_signing (journey);
  journey_picture (journey, "image-done");
  journey_save_contract (journey, T ("Save…"), "signed-image.pdf");
}

static void
test_image_paper (void)
{
  check_paper ("read-image.pdf", "signed-image.pdf");
  g_assert_cmpuint (count_masks ("signed-image.pdf"), ==, count_masks ("read-image.pdf") + 1);
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("signature");
  /* One path for all: paths decide the order. */
  g_test_add_func ("/signature-journey/a45-a46/somebody-who-cannot-draw", test_first_contract);
  g_test_add_func ("/signature-journey/a45-a46/a-typed-name-signs-the-contract", test_typed);
  g_test_add_func ("/signature-journey/a45-a46/others-find-the-name-sealed", test_typed_paper);
  g_test_add_func ("/signature-journey/a45-a46/the-kept-signature-is-offered", test_kept);
  g_test_add_func ("/signature-journey/a45-a46/the-evidence-says-so", test_evidence);
  g_test_add_func ("/signature-journey/a45-a46/the-command-line-checks-files", test_command);
  g_test_add_func ("/signature-journey/a45-a46/a-deleted-signature-is-not-offered", test_deleted);
  g_test_add_func ("/signature-journey/a45-a46/a-photograph-signs-the-contract", test_image);
  g_test_add_func ("/signature-journey/a45-a46/others-find-the-picture-sealed", test_image_paper);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
