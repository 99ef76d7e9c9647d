/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey-world.h"

#include "journey-browser.h"
#include "journey-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define KEY "world-key"

void
journey_world_install (Journey *self)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "backend.sh", NULL);
  g_autofree char *backend =
    g_build_filename (SME_BUILD_ROOT, "src", "backend", "onesme-backend", NULL);
  g_autofree char *key = journey_build_path (self, KEY);

  g_setenv ("ONESME_BACKEND", script, TRUE);
  g_setenv ("ONESME_TEST_BACKEND", backend, TRUE);
  g_setenv ("ONESME_TEST_KEY", key, TRUE);
}

/* Where the program's own backend listens. */
static char *
find_address (Journey *self)
{
  g_autofree char *opened = journey_browser_read (self, "bank-opened");
  const char *path = strstr (opened, "/local/");

  g_assert_nonnull (path);
  return g_strndup (opened, (gsize) (path - opened));
}

void
journey_world_advance (Journey *self, int seconds)
{
  g_autofree char *key = journey_build_path (self, KEY);
  g_autofree char *header = g_strconcat ("@", key, NULL);
  g_autofree char *address = find_address (self);
  g_autofree char *url = g_strconcat (address, "/local/clock", NULL);
  g_autofree char *body = g_strdup_printf ("{\"advance_seconds\":%d}", seconds);
  g_autofree char *output =
    journey_run (self, "curl", "--silent", "--show-error", "--fail", "--header", header, "--header",
                 "Content-Type: application/json", "--data", body, url, NULL);
}

void
journey_world_declare_elsewhere (Journey *self,
                                 const char *email,
                                 const char *password,
                                 const char *field,
                                 const char *value,
                                 const char *other_field,
                                 const char *other_value)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "other-computer.py", NULL);
  g_autofree char *address = find_address (self);
  g_autofree char *output = journey_run (self, script, address, email, password, field, value,
                                         other_field, other_value, NULL);
}

/* The provider's data are in the first profile; there the folder is a link to them. */
static void
share_backend (const char *home)
{
  g_autofree char *was = g_build_filename (g_getenv ("XDG_DATA_HOME"), "onesme", "backend", NULL);
  g_autofree char *parent = g_build_filename (home, "onesme", NULL);
  g_autofree char *backend = g_build_filename (parent, "backend", NULL);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_cmpint (symlink (was, backend), ==, 0);
}

void
journey_world_move (Journey *self)
{
  static const char *const names[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                       "XDG_STATE_HOME" };
  static char *homes[G_N_ELEMENTS (names)];

  g_assert_cmpint (journey_get_program (self), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *next = g_steal_pointer (&homes[i]);

      if (next == NULL)
        {
          next = g_build_filename (g_get_home_dir (), "other", names[i], NULL);
          if (i == 0)
            share_backend (next);
          g_assert_cmpint (g_mkdir_with_parents (next, 0700), ==, 0);
        }
      homes[i] = g_strdup (g_getenv (names[i]));
      g_setenv (names[i], next, TRUE);
    }
}

void
journey_world_hold_backend (Journey *self)
{
  self->held = journey_find_backend (self);
  if (kill (self->held, SIGSTOP) != 0)
    journey_fail (self, "The backend can't be held");
}

void
journey_world_release_backend (Journey *self)
{
  kill (self->held, SIGCONT);
  self->held = 0;
}
