/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bought by one person and signed by another, at a computer of that one's own: the invitation, the
 * mailed account of eContract, contract and acceptance record, while the buyer only looks on. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "journey-steps.h"
#include "journey-world.h"

#define PLAN "SMARTCA PS (PAY AS YOU GO)"
#define DOSSIER "Mẫu hợp đồng SmartCA OneSME"
#define CHOSEN "mật khẩu người ký 7"

static Journey *journey;
static JourneyPerson buyer;
static char *user_name;

/* The order is for somebody else than who has the account. */
static void
test_bought (void)
{
  journey_start (journey, NULL);
  journey_choose_plan (journey, PLAN);
  journey_register (journey, &buyer);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, buyer.email);
  journey_sign_in (journey, &buyer);
  journey_see (journey, PLAN);
  journey_press (journey, L ("Tiếp theo"));
  journey_declare (journey, &journey_person);
  journey_confirm_declaration (journey, &journey_person);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_press (journey, T ("Finish the order"));
  journey_see_contract (journey);
}

static void
test_invited (void)
{
  journey_press (journey, T ("Have the holder sign elsewhere…"));
  journey_see (journey, journey_person.email);
  journey_press (journey, T ("Invite the holder"));
  journey_see (journey, T ("The holder is invited"));
  journey_picture (journey, "invited");
  journey_quit (journey);
}

static void
sign_in_to_econtract (const char *password)
{
  journey_enter (journey, T ("User name"), user_name);
  journey_enter (journey, L ("Mật khẩu"), password);
  journey_press_button (journey, L ("Đăng nhập"));
}

/* Another computer, nobody's account of the shop: what was mailed is enough. */
static void
test_signs_in (void)
{
  g_autofree char *password = NULL;

  journey_world_move (journey);
  journey_start (journey, "onesme://inbox");
  password = journey_read_first_password (journey);
  user_name = journey_read_user_name (journey);
  journey_open_link (journey, journey_person.email);
  sign_in_to_econtract (password);
  journey_see (journey, T ("Contract file set information"));
  journey_picture (journey, "dossier");
}

static void
test_signs (void)
{
  journey_press (journey, T ("Sign the contract"));
  journey_see (journey, T ("The contract says what was declared about you: name, identity paper, "
                           "dates, address, plan and price."));
  journey_picture (journey, "compared");
  journey_read_contract (journey);
  journey_choose_econtract_password (journey, CHOSEN);
  journey_enter_otp (journey);
  journey_draw_signature (journey);
  journey_finish_signing (journey);
  journey_picture (journey, "signed");
  journey_quit (journey);
}

/* The buyer has done nothing, and sees that it is signed; the holder's phone is played here. */
static void
test_buyer_sees (void)
{
  journey_world_move (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, journey_message_in ("section", "Orders"));
  journey_see (journey, PLAN);
  journey_press (journey, T ("Show the next step"));
  journey_see (journey, T ("Activation code sent"));
  journey_picture (journey, "buyer");
  journey_press (journey, T ("Take the code from the inbox"));
  journey_press (journey, T ("Activate the account"));
  journey_press (journey, T ("Identify yourself (eKYC)"));
  journey_press (journey, T ("Issue the certificate"));
  journey_see (journey, T ("Serial number"));
  journey_quit (journey);
}

/* By the letter that came with the certificate; nobody but the holder opens the record. */
static void
test_signs_record (void)
{
  journey_world_move (journey);
  journey_start (journey, "onesme://inbox");
  journey_open_link (journey, journey_person.email);
  sign_in_to_econtract (CHOSEN);
  journey_press (journey, T ("Sign the acceptance record"));
  journey_read_record (journey);
  journey_enter_record_otp (journey);
  journey_draw_signature (journey);
  journey_finish_record (journey);
  journey_picture (journey, "record-signed");
  journey_quit (journey);
}

static void
test_in_use (void)
{
  journey_world_move (journey);
  journey_start (journey, NULL);
  journey_go_to (journey, L ("Quản lý thuê bao"));
  journey_open_row (journey, PLAN);
  journey_see (journey, journey_message_in ("subscription", "In use"));
  journey_picture (journey, "in-use");
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("holder");
  buyer = journey_person;
  buyer.full_name = "Phạm Văn Bình";
  buyer.email = "binh@vidu.vn";
  buyer.phone = "0987654321";
  g_test_add_func ("/holder-journey/a20-a30/bought-for-somebody-else", test_bought);
  g_test_add_func ("/holder-journey/a47/the-holder-is-invited", test_invited);
  g_test_add_func ("/holder-journey/a60/signs-in-with-what-was-mailed", test_signs_in);
  g_test_add_func ("/holder-journey/a40-a46/signs-the-contract", test_signs);
  g_test_add_func ("/holder-journey/a3/the-buyer-sees-it-signed", test_buyer_sees);
  g_test_add_func ("/holder-journey/a50/signs-the-acceptance-record", test_signs_record);
  g_test_add_func ("/holder-journey/a70/the-service-is-in-use", test_in_use);
  status = g_test_run ();
  g_free (user_name);
  journey_free (journey);
  return status;
}
