/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey-verify.h"

#include "journey-labels.h"
#include "journey-private.h"

#include <string.h>

#define TRUSTED 0
#define NOT_INTACT 1
#define UNKNOWN_ISSUER 2

static char **
make_environment (gboolean known)
{
  char **environment = journey_make_environment ();

  environment = g_environ_unsetenv (environment, "DISPLAY");
  environment = g_environ_unsetenv (environment, "DBUS_SESSION_BUS_ADDRESS");
  return known ? environment
               : g_environ_setenv (environment, "XDG_DATA_HOME", "/nonexistent", TRUE);
}

char *
journey_verify (Journey *self,
                const char *path,
                const char *trust,
                gboolean known,
                gboolean json,
                int code)
{
  g_autofree char *program = g_build_filename (SME_BUILD_ROOT, "src", "app", "onesme", NULL);
  g_auto (GStrv) environment = make_environment (known);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  g_ptr_array_add (arguments, program);
  g_ptr_array_add (arguments, (char *) "--verify");
  g_ptr_array_add (arguments, (char *) path);
  if (json)
    g_ptr_array_add (arguments, (char *) "--json");
  if (trust != NULL)
    {
      g_ptr_array_add (arguments, (char *) "--trust");
      g_ptr_array_add (arguments, (char *) trust);
    }
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != code)
    journey_fail (self, "--verify %s ends with wait status 0x%x, not with %d:\n%s", path,
                  (unsigned) status, code, said);
  return said;
}

static void
expect (Journey *self, const char *path, const char *said, const char *text)
{
  if (strstr (said, text) == NULL)
    journey_fail (self, "--verify %s does not say “%s”:\n%s", path, text, said);
}

/* In words, which begin with @title and have @why, and as JSON. */
static void
check (Journey *self,
       const char *path,
       const char *trust,
       gboolean known,
       int code,
       const char *title,
       const char *why)
{
  static const char *const conclusions[] = { "trusted", "not-intact", "unknown-issuer" };
  g_autofree char *words = journey_verify (self, path, trust, known, FALSE, code);
  g_autofree char *json = journey_verify (self, path, trust, known, TRUE, code);
  g_autofree char *conclusion = g_strdup_printf ("\"conclusion\":\"%s\"", conclusions[code]);

  g_test_message ("%d: %s", code, words);
  if (!g_str_has_prefix (words, title))
    journey_fail (self, "--verify %s does not begin with “%s”:\n%s", path, title, words);
  expect (self, path, words, why);
  expect (self, path, json, conclusion);
  expect (self, path, json, title);
}

/* The first @length bytes of @path, with the one at @changed (negative: none) another. */
static char *
make_file (Journey *self, const char *name, const char *data, gsize length, goffset changed)
{
  char *path = journey_build_path (self, name);
  g_autofree char *copy = g_memdup2 (data, length);

  if (changed >= 0)
    copy[changed] = (char) (copy[changed] ^ 1);
  g_assert_true (g_file_set_contents (path, copy, (gssize) length, NULL));
  return path;
}

static void
check_damaged (Journey *self, const char *sealed)
{
  const char *bad = journey_message_in ("verify", "Don't rely on this file");
  const char *unreadable = journey_message_in ("verify", "This file cannot be checked");
  g_autofree char *data = NULL, *changed = NULL, *cut = NULL, *other = NULL, *missing = NULL;
  const char *place;
  gsize length;

  g_assert_true (g_file_get_contents (sealed, &data, &length, NULL));
  /* In a stream of a page, where nothing but the seal notices. */
  place = g_strstr_len (data, (gssize) length, "stream\n");
  g_assert_nonnull (place);
  changed = make_file (self, "changed.pdf", data, length, place - data + 40);
  check (self, changed, NULL, TRUE, NOT_INTACT, bad, "");
  cut = make_file (self, "cut.pdf", data, length - 400, -1);
  check (self, cut, NULL, TRUE, NOT_INTACT, "", "");
  other = make_file (self, "other.pdf", "Xin chào", 8, -1);
  check (self, other, NULL, TRUE, NOT_INTACT, unreadable,
         T ("It is not a PDF file, or it was cut short or damaged."));
  missing = journey_build_path (self, "missing.pdf");
  check (self, missing, NULL, TRUE, NOT_INTACT, unreadable, T ("There is no such file."));
}

void
journey_verify_every_state (Journey *self, const char *sealed, const char *bare)
{
  const char *good = journey_message_in ("verify", "Intact, and sealed by somebody known");
  const char *unknown = journey_message_in ("verify", "Intact, but not everything is vouched for");
  g_autofree char *certificates =
    g_build_filename (g_get_user_data_dir (), "onesme", "backend", "authorities.pem", NULL);

  check (self, sealed, NULL, TRUE, TRUSTED, good, journey_message_in ("verify", "Time stamp:"));
  check (self, sealed, NULL, FALSE, UNKNOWN_ISSUER, unknown, "");
  check (self, sealed, certificates, FALSE, TRUSTED, good, "");
  check (self, bare, NULL, TRUE, NOT_INTACT,
         journey_message_in ("verify", "Nobody sealed this file"),
         T ("There is no seal and no signature in it, so nobody vouches for what it says."));
  check_damaged (self, sealed);
}
