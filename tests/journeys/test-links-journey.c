/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links from outside: a second process hands them to the running program, the desktop activates it
 * over D-Bus, and what is hostile is refused in words. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#include "config.h"

#include <string.h>

#define SECRET "abcSECRETdef"
#define FIRST_SECRET "abcFIRSTdef"

static Journey *journey;

/* What a browser does: it starts the program with a link, which hands it over and ends. */
static void
hand_over (const char *link)
{
  g_autofree char *program = g_build_filename (SME_BUILD_ROOT, "src", "app", "onesme", NULL);
  g_autofree char *output = journey_run (journey, program, link, NULL);
}

/* What the desktop does with an entry that says DBusActivatable: no process, no arguments. */
static void
hand_over_by_bus (const char *link)
{
  g_autofree char *links = g_strdup_printf ("['%s']", link);
  g_autofree char *output = journey_run (
    journey, "gdbus", "call", "--session", "--dest", "vn.onesme.Desktop", "--object-path",
    "/vn/onesme/Desktop", "--method", "org.freedesktop.Application.Open", links, "{}", NULL);
}

static char *
read_arguments (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/cmdline", (int) journey_get_program (journey));
  char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i + 1 < length; i++)
    if (text[i] == '\0')
      text[i] = ' ';
  return text;
}

static void
test_service (void)
{
  g_autofree char *arguments = NULL;

  /* The first process is given the link of A10. */
  journey_start (
    journey,
    "https://onesme.vn/enterprise/service/231/ky-so-tu-xa-vnpt-smartca-on?tab=1&type=SERVICE");
  journey_see (journey, journey_service_name ());
  journey_see (journey, L ("GIÁ TRỊ MANG LẠI"));
  /* Nobody can read it there any more. */
  arguments = read_arguments ();
  g_assert_null (strstr (arguments, "enterprise/service"));
  /* A second one hands its link over. */
  hand_over ("onesme://service/231?tab=pricing");
  journey_see (journey, L ("Mua ngay"));
}

static void
test_activation (void)
{
  g_autofree char *log = NULL;

  hand_over_by_bus ("onesme://activate?token=" SECRET);
  journey_see (journey, T ("Activate the account"));
  journey_see_no_more (journey, SECRET);
  log = journey_read_log (journey);
  g_assert_null (strstr (log, SECRET));
}

static void
test_econtract (void)
{
  hand_over ("onesme://econtract/d-1");
  journey_see (journey, L ("Tên đăng nhập"));
}

static void
test_hostile (void)
{
  hand_over ("onesme://reset-password?code=123456");
  journey_see (journey, T ("No link may do this; nothing was opened or changed"));
  hand_over ("https://onesme.vn.evil.example/enterprise/service/231");
  journey_see (journey, T ("This is not a link of OneSME, so it was not opened"));
  /* Where the person was. */
  journey_see (journey, L ("Tên đăng nhập"));
}

/* In the middle of a form: what was typed is there when one comes back. */
static void
test_form (void)
{
  g_autofree char *typed = NULL;

  journey_go_to (journey, T ("Home"));
  journey_press (journey, L ("Đăng nhập"));
  journey_enter (journey, L ("Địa chỉ email"), journey_person.email);
  hand_over ("onesme://home");
  journey_see (journey, T ("Popular services"));
  journey_keys (journey, "alt+Left");
  typed = journey_read_entry (journey, L ("Địa chỉ email"));
  g_assert_cmpstr (typed, ==, journey_person.email);
}

static void
test_typed (void)
{
  journey_keys (journey, "ctrl+l");
  journey_enter (journey, T ("Link"), "http://example.com/");
  journey_see (journey, T ("This is not a link of OneSME, so it was not opened"));
  journey_enter (journey, T ("Link"), "https://onesme.vn/enterprise/service/231/x?tab=2");
  journey_keys (journey, "Return");
  journey_see (journey, L ("Mua ngay"));
  journey_quit (journey);
}

/* Of any process: of the program, of what started it, and of what it started. */
static gboolean
is_in_some_arguments (const char *secret)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while ((name = g_dir_read_name (processes)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", name, "cmdline", NULL);
      g_autofree char *text = NULL;
      gsize length = 0;

      if (g_ascii_isdigit (*name) && g_file_get_contents (path, &text, &length, NULL) &&
          memmem (text, length, secret, strlen (secret)) != NULL)
        {
          g_test_message ("Process %s has it", name);
          found = TRUE;
        }
    }
  return found;
}

/* A launcher that does not know activation: the very first process gets the code. */
static void
test_activation_first (void)
{
  g_autofree char *arguments = NULL;

  journey_start (journey, "onesme://activate?token=" FIRST_SECRET);
  journey_see (journey, T ("Activate the account"));
  arguments = read_arguments ();
  g_assert_null (strstr (arguments, FIRST_SECRET));
  g_assert_false (is_in_some_arguments (FIRST_SECRET));
  journey_quit (journey);
}

/* The program does not run: the bus starts it for the link, and no process ever had it in its
 * arguments. */
static void
test_cold (void)
{
  g_autofree char *arguments = NULL;

  journey_start_by_bus (journey, "onesme://service/231?tab=pricing");
  journey_see (journey, L ("Mua ngay"));
  arguments = read_arguments ();
  g_assert_null (strstr (arguments, "231"));
  journey_quit (journey);
}

static void
test_cold_activation (void)
{
  g_autofree char *arguments = NULL, *log = NULL;

  journey_start_by_bus (journey, "onesme://activate?token=" SECRET);
  journey_see (journey, T ("Activate the account"));
  arguments = read_arguments ();
  g_assert_null (strstr (arguments, SECRET));
  log = journey_read_log (journey);
  g_assert_null (strstr (log, SECRET));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("links");
  g_test_add_func ("/links/a10/a-service-at-its-tab-also-from-a-second-process", test_service);
  g_test_add_func ("/links/a17/an-activation-code-is-in-no-arguments-and-no-log", test_activation);
  g_test_add_func ("/links/a60/the-link-of-the-contracts-mail", test_econtract);
  g_test_add_func ("/links/a10-a82/hostile-links-are-refused-in-words", test_hostile);
  g_test_add_func ("/links/a10-a24/nothing-typed-is-lost", test_form);
  g_test_add_func ("/links/a10-a14/a-link-is-typed", test_typed);
  g_test_add_func ("/links/cold/a17/nor-when-the-first-process-is-given-it", test_activation_first);
  g_test_add_func ("/links/cold/a10/the-bus-starts-it-for-a-link", test_cold);
  g_test_add_func ("/links/cold/a17/an-activation-code-starts-it-unseen", test_cold_activation);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
