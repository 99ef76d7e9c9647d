/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody changes of an account: what is liked is liked another day too, the address is
 * another one after the code from its mailbox, and every sign-in ends at once. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#define NEW_EMAIL "diachimoi@vidu.vn"
#define SERVICE "onesme://service/231"
#define LIKES 2 /* in the catalog */

static Journey *journey;

static void
sign_up (void)
{
  journey_press (journey, L ("Đăng nhập"));
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  journey_find_account (journey, journey_person.full_name);
}

static void
go_to_account (void)
{
  journey_press (journey, journey_person.full_name);
  journey_press (journey, T ("Account"));
  journey_see (journey, T ("Where you are signed in"));
}

static void
open_service (void)
{
  journey_keys (journey, "ctrl+l");
  journey_enter (journey, T ("Link"), SERVICE);
  journey_keys (journey, "Return");
  journey_see (journey, L ("Bảng giá"));
}

static char *
make_like (const char *word, int likes)
{
  return g_strdup_printf ("%s %d", journey_message_in ("service", word), likes);
}

static void
test_like (void)
{
  g_autofree char *before = make_like ("Like", LIKES);
  g_autofree char *after = make_like ("Liked", LIKES + 1);

  journey_start (journey, NULL);
  sign_up ();
  open_service ();
  journey_press (journey, before);
  journey_see (journey, after);
  journey_quit (journey);
  journey_start (journey, NULL);
  journey_find_account (journey, journey_person.full_name);
  open_service ();
  journey_see (journey, after);
}

/* The old address stays until the code from the new one's mailbox is entered. */
static void
test_email (void)
{
  go_to_account ();
  journey_open_row (journey, journey_person.email);
  journey_enter (journey, T ("New email address"), NEW_EMAIL);
  journey_enter (journey, T ("Current password"), journey_person.password);
  journey_press (journey, T ("Send the code"));
  journey_press (journey, T ("Open the inbox"));
  journey_copy_code (journey, NEW_EMAIL);
  journey_keys (journey, "alt+Left");
  journey_see (journey, T ("Code from the e-mail"));
  journey_keys (journey, "ctrl+v");
  journey_press (journey, T ("Confirm"));
  journey_see (journey, T ("Where you are signed in"));
  journey_see (journey, NEW_EMAIL);
}

/* The new address is what one signs in with. */
static void
test_everywhere (void)
{
  JourneyPerson moved = journey_person;

  moved.email = NEW_EMAIL;
  journey_press (journey, T ("Sign out everywhere"));
  journey_see (journey, T ("You are signed out everywhere"));
  journey_press (journey, L ("Đăng nhập"));
  journey_sign_in (journey, &moved);
  journey_find_account (journey, journey_person.full_name);
  go_to_account ();
  journey_see (journey, NEW_EMAIL);
}

/* What stays is named before; afterwards there is no such account, and this is said. */
static void
test_deleted (void)
{
  JourneyPerson moved = journey_person;

  moved.email = NEW_EMAIL;
  journey_open_row (journey, T ("My data"));
  journey_open_row (journey, T ("Delete account…"));
  journey_see (journey, T ("What the law makes us keep"));
  journey_see (journey, journey_message_in ("data", "The letter that confirms the deletion"));
  journey_enter (journey, T ("Current password"), moved.password);
  journey_press (journey, T ("Delete the account for ever"));
  journey_see (journey, T ("The account is deleted. A letter confirms it."));
  journey_press (journey, L ("Đăng nhập"));
  journey_sign_in (journey, &moved);
  journey_see (journey, T ("The email address or the password is wrong. Please check both; "
                           "capital and small letters count in the password."));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("settings");
  g_test_add_func ("/settings-journey/a14/a-like-is-there-another-day", test_like);
  g_test_add_func ("/settings-journey/account/the-address-is-another-one", test_email);
  g_test_add_func ("/settings-journey/account/signed-out-everywhere", test_everywhere);
  g_test_add_func ("/settings-journey/account/deleted", test_deleted);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
