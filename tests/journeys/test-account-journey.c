/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each type of customer from the registration to a signed-in account; a password that was forgotten
 * is set anew with the code from the mailbox; two accounts stand side by side. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

static Journey *journey;

/* What a business has besides the person who registers. */
typedef struct
{
  const char *type;
  const char *title; /* of the field that holds the name */
  const char *name;
  const char *number;
  const char *tax_code;
  const char *position;
} Business;

static const JourneyPerson owner = {
  .full_name = "Trần Văn Đức",
  .email = "vanduc@vidu.vn",
  .phone = "0987654321",
  .password = "bến nước gốc đa 5",
};

static const Business household = {
  .type = "HỘ KINH DOANH",
  .title = "Name of the household business",
  .name = "Tạp hóa Đức Ánh",
  .number = "31A8012345",
  .tax_code = "031190001234",
  .position = "Chủ hộ",
};

static const JourneyPerson director = {
  .full_name = "Lê Thị Hồng Ngọc",
  .email = "hongngoc@vidu.vn",
  .phone = "0369852147",
  .password = "trăng lên đầu núi 8",
};

static const Business enterprise = {
  .type = "DOANH NGHIỆP",
  .title = "Name of the enterprise",
  .name = "Công ty TNHH Ngọc Lan",
  .number = "0100684378",
  .tax_code = "0100684378",
  .position = "Giám đốc",
};

static void
register_business (const Business *business, const JourneyPerson *person)
{
  journey_press (journey, L ("Đăng ký"));
  journey_see (journey, L ("Loại đối tượng"));
  journey_tick (journey, L (business->type));
  journey_enter (journey, T (business->title), business->name);
  journey_enter (journey, T ("Business registration number"), business->number);
  journey_enter (journey, T ("Tax code"), business->tax_code);
  journey_enter (journey, L ("Họ và Tên"), person->full_name);
  journey_enter (journey, T ("Position"), business->position);
  journey_enter (journey, T ("Phone number"), person->phone);
  journey_enter (journey, L ("Địa chỉ email"), person->email);
  journey_enter (journey, L ("Mật khẩu"), person->password);
  journey_enter (journey, T ("Repeat password"), person->password);
  journey_tick (journey, T ("I have read and agree to the terms of service"));
  journey_tick (
    journey,
    T ("I agree that my personal data are processed to conclude and perform the contract"));
  journey_press (journey, L ("Đăng ký"));
}

/* From the page after the registration; the link is opened in the inbox. */
static void
activate_and_sign_in (const JourneyPerson *person)
{
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, person->email);
  journey_sign_in (journey, person);
  journey_find_account (journey, person->full_name);
}

/* As the desktop hands a link over to the program that runs: by the bus, in no command line of its
 * own. */
static void
open_by_the_bus (const char *link)
{
  g_autofree char *links = g_strdup_printf ("['%s']", link);
  g_autofree char *answer = journey_run (
    journey, "gdbus", "call", "--session", "--dest", "vn.onesme.Desktop", "--object-path",
    "/vn/onesme/Desktop", "--method", "org.freedesktop.Application.Open", links, "{}", NULL);

  g_assert_nonnull (answer);
}

/* The same by the link of the letter, which another program opens. */
static void
activate_by_link_and_sign_in (const JourneyPerson *person)
{
  g_autoptr (JourneyNode) entry = NULL;
  g_autofree char *code = NULL;
  g_autofree char *link = NULL;

  journey_press (journey, T ("Open the inbox"));
  journey_copy_code (journey, person->email);
  journey_keys (journey, "alt+Left");
  entry = journey_find (journey, T ("Account activation code"), JOURNEY_ENTRY);
  journey_click (journey, entry);
  journey_keys (journey, "ctrl+v");
  journey_wait_until_calm (journey);
  code = journey_read_entry (journey, T ("Account activation code"));
  g_assert_cmpstr (code, !=, "");
  link = g_strconcat ("onesme://activate?token=", code, NULL);
  open_by_the_bus (link);
  journey_see (journey, T ("You have no account yet?"));
  journey_sign_in (journey, person);
  journey_find_account (journey, person->full_name);
}

static void
sign_out (const JourneyPerson *person)
{
  journey_press (journey, person->full_name);
  journey_press (journey, T ("Sign out"));
  journey_see (journey, L ("Đăng nhập"));
}

/* The account's page says what was registered. */
static void
check_account (const JourneyPerson *person, const Business *business)
{
  journey_press (journey, person->full_name);
  journey_press (journey, T ("Account"));
  journey_see (journey, T ("Where you are signed in"));
  journey_see (journey, person->email);
  if (business != NULL)
    journey_see (journey, business->name);
}

static void
test_person (void)
{
  journey_start (journey, NULL);
  journey_press (journey, L ("Đăng nhập"));
  journey_register (journey, &journey_person);
  activate_and_sign_in (&journey_person);
  check_account (&journey_person, NULL);
  sign_out (&journey_person);
}

static void
test_household (void)
{
  journey_press (journey, L ("Đăng nhập"));
  register_business (&household, &owner);
  activate_by_link_and_sign_in (&owner);
  check_account (&owner, &household);
  sign_out (&owner);
}

static void
test_enterprise (void)
{
  journey_press (journey, L ("Đăng nhập"));
  register_business (&enterprise, &director);
  activate_and_sign_in (&director);
  check_account (&director, &enterprise);
  sign_out (&director);
}

/* Enter, and then the fingers go on for a while: what they type is no search on the next page. */
static void
sign_in_and_type_on (const JourneyPerson *person)
{
  g_autofree char *rest = g_strnfill (100, 'x');
  g_autofree char *output = NULL;

  journey_enter (journey, L ("Địa chỉ email"), person->email);
  journey_enter (journey, L ("Mật khẩu"), person->password);
  journey_tab_to (journey, L ("Mật khẩu"));
  journey_keys (journey, "Return");
  output = journey_run (journey, "xdotool", "type", "--delay", "40", rest, NULL);
  journey_find_account (journey, person->full_name);
  journey_wait_until_calm (journey);
  g_assert_null (journey_look_for (journey, NULL, T ("Search services"), JOURNEY_ENTRY));
}

static void
test_forgotten (void)
{
  JourneyPerson changed = director;

  changed.password = "mưa rơi trên mái ngói";
  journey_press (journey, L ("Đăng nhập"));
  journey_press (journey, T ("Forgotten password?"));
  journey_see (journey, T ("Send the code"));
  journey_enter (journey, L ("Địa chỉ email"), director.email);
  journey_press (journey, T ("Send the code"));
  journey_press (journey, T ("Open the inbox"));
  journey_copy_code (journey, director.email);
  journey_keys (journey, "alt+Left");
  journey_see (journey, T ("Code from the e-mail"));
  journey_keys (journey, "ctrl+v");
  journey_enter (journey, L ("Mật khẩu mới"), changed.password);
  journey_enter (journey, L ("Nhập lại mật khẩu"), changed.password);
  journey_press (journey, T ("Set the new password"));
  journey_see (journey, T ("You have no account yet?"));
  /* The old one does not fit any more. */
  journey_sign_in (journey, &director);
  journey_see (journey, T ("The email address or the password is wrong. Please check both; "
                           "capital and small letters count in the password."));
  sign_in_and_type_on (&changed);
}

/* Two accounts side by side, also after the program was started again. */
static void
test_switch (void)
{
  g_autofree char *first = g_strdup_printf ("%s (%s)", director.full_name, director.email);

  journey_press (journey, director.full_name);
  journey_press (journey, T ("Add another account…"));
  journey_see (journey, T ("Accounts on this computer"));
  journey_sign_in (journey, &owner);
  journey_find_account (journey, owner.full_name);
  journey_quit (journey);
  journey_start (journey, NULL);
  journey_press (journey, owner.full_name);
  journey_press (journey, first);
  journey_find_account (journey, director.full_name);
  check_account (&director, &enterprise);
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("account");
  g_test_add_func ("/journey/a17/a-person-registers", test_person);
  g_test_add_func ("/journey/a17/a-household-registers", test_household);
  g_test_add_func ("/journey/a17/an-enterprise-registers", test_enterprise);
  g_test_add_func ("/journey/a16-a17/a-forgotten-password-is-set-anew", test_forgotten);
  g_test_add_func ("/journey/a16/two-accounts-side-by-side", test_switch);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
