/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sign-in is kept: in the keyring until the person signs out, or, without a keyring that
 * can be used, nowhere, of which the person is told. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#include <string.h>

#define SCHEMA "vn.onesme.Desktop"

static Journey *journey;

static const char *
get_keyring (void)
{
  const char *kind = g_getenv ("ONESME_TEST_KEYRING");

  return kind != NULL ? kind : "unlocked";
}

static gboolean
is_usable (void)
{
  return g_str_equal (get_keyring (), "unlocked");
}

static const char *
get_warning (void)
{
  return g_str_equal (get_keyring (), "locked")
           ? T ("The keyring is locked, so you stay signed in for this run only.")
           : T ("This computer has no keyring, so you stay signed in for this run only.");
}

/* Whether the keyring itself says that it holds a sign-in of the program. The key of the vault, in
 * which drafts lie, is nobody's sign-in and stays. */
static gboolean
holds_session (void)
{
  g_autofree char *found = journey_run (
    journey, "gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path",
    "/org/freedesktop/secrets", "--method", "org.freedesktop.Secret.Service.SearchItems",
    "{'xdg:schema': '" SCHEMA "', 'kind': 'session'}", NULL);

  return strstr (found, "/org/freedesktop/secrets/collection") != NULL;
}

static gboolean
is_asked_to_unlock (void)
{
  const char *arguments[] = {
    "xdotool", "search", "--onlyvisible", "--class", "gcr-prompter", NULL
  };
  g_autofree char *output = journey_try (arguments);

  return output != NULL && *output != '\0';
}

static void
wait_for_the_question (void)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);

  while (!is_asked_to_unlock () && g_get_monotonic_time () < deadline)
    journey_wait_for_change (journey);
  g_assert_true (is_asked_to_unlock ());
}

/* Where the desktop asks for the keyring's password, its question is taken away. */
static void
refuse_to_unlock (void)
{
  const char *arguments[] = { "xdotool",    "search", "--onlyvisible", "--class", "gcr-prompter",
                              "windowkill", NULL };
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);

  if (g_str_equal (get_keyring (), "locked"))
    wait_for_the_question ();
  while ((is_asked_to_unlock () || !journey_sees (journey, get_warning ())) &&
         g_get_monotonic_time () < deadline)
    {
      g_autofree char *output = journey_try (arguments);

      journey_wait_for_change (journey);
    }
  journey_see (journey, get_warning ());
}

static void
test_sign_in (void)
{
  journey_start (journey, NULL);
  journey_press (journey, L ("Đăng nhập"));
  journey_register (journey, &journey_person);
  journey_press (journey, T ("Open the inbox"));
  journey_open_link (journey, journey_person.email);
  journey_sign_in (journey, &journey_person);
  if (!is_usable ())
    refuse_to_unlock ();
  journey_find_account (journey, journey_person.full_name);
  if (is_usable ())
    g_assert_true (holds_session ());
}

static void
test_next_run (void)
{
  journey_quit (journey);
  journey_start (journey, NULL);
  if (is_usable ())
    {
      journey_find_account (journey, journey_person.full_name);
      return;
    }
  journey_press (journey, L ("Đăng nhập"));
  /* A locked keyring is not asked for before somebody does something that needs it. */
  if (g_str_equal (get_keyring (), "locked"))
    {
      journey_see (journey, T ("Unlock the keyring"));
      g_assert_false (is_asked_to_unlock ());
    }
  journey_sign_in (journey, &journey_person);
  refuse_to_unlock ();
  journey_find_account (journey, journey_person.full_name);
}

static void
test_sign_out (void)
{
  journey_find_account (journey, journey_person.full_name);
  journey_press (journey, journey_person.full_name);
  journey_press (journey, T ("Sign out"));
  journey_see (journey, L ("Đăng nhập"));
  if (is_usable ())
    g_assert_false (holds_session ());
  journey_quit (journey);
  journey_start (journey, NULL);
  journey_see (journey, L ("Đăng nhập"));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  g_autofree char *name = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  name = g_strconcat ("keyring-", get_keyring (), NULL);
  journey = journey_new (name);
  g_test_add_func ("/keyring/a16/a-sign-in-is-kept-or-the-person-told", test_sign_in);
  g_test_add_func ("/keyring/a16-a82/the-next-run-knows-only-what-was-kept", test_next_run);
  g_test_add_func ("/keyring/a12/signing-out-leaves-nothing", test_sign_out);
  status = g_test_run ();
  journey_free (journey);
  return status;
}
