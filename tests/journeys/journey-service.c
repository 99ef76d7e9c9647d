/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as the desktop's bus starts it: no process of a browser, no arguments. */
#include "config.h"

#include "journey-private.h"
#include "journey-screen.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the installed service file says, for the program that was built. */
static void
write_service_file (Journey *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "dbus-1", "services", NULL);
  g_autofree char *path = g_build_filename (folder, "vn.onesme.Desktop.service", NULL);
  g_autofree char *text =
    g_strdup_printf ("[D-BUS Service]\nName=vn.onesme.Desktop\nExec=/bin/sh -c 'exec "
                     "%s/src/app/onesme --gapplication-service >>%s 2>&1'\n",
                     SME_BUILD_ROOT, self->log);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* What the bus starts has the bus's environment. */
static void
prepare_bus (Journey *self)
{
  static const char *const names[] = { "ONESME_BACKEND", "ONESME_LOCALE_DIR",
                                       "GSETTINGS_SCHEMA_DIR", "G_DEBUG", "DISPLAY" };
  g_auto (GStrv) environment = journey_make_environment ();
  g_autofree char *reloaded = NULL;

  write_service_file (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pair =
        g_strconcat (names[i], "=", g_environ_getenv (environment, names[i]), NULL);
      g_autofree char *output =
        journey_run (self, "dbus-update-activation-environment", pair, NULL);
    }
  reloaded = journey_run (self, "gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
                          "--object-path", "/org/freedesktop/DBus", "--method",
                          "org.freedesktop.DBus.ReloadConfig", NULL);
}

/* "(uint32 1234,)" */
static GPid
find_owner (Journey *self)
{
  g_autofree char *answer =
    journey_run (self, "gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
                 "--object-path", "/org/freedesktop/DBus", "--method",
                 "org.freedesktop.DBus.GetConnectionUnixProcessID", "vn.onesme.Desktop", NULL);
  const char *number = strpbrk (answer, " ");

  g_assert_nonnull (number);
  return (GPid) g_ascii_strtoll (number, NULL, 10);
}

void
journey_start_by_bus (Journey *self, const char *link)
{
  g_autofree char *links = g_strdup_printf ("['%s']", link);
  g_autofree char *output = NULL;

  g_assert_cmpint (self->program, ==, 0);
  prepare_bus (self);
  output = journey_run (self, "gdbus", "call", "--session", "--dest", "vn.onesme.Desktop",
                        "--object-path", "/vn/onesme/Desktop", "--method",
                        "org.freedesktop.Application.Open", links, "{}", NULL);
  self->program = find_owner (self);
  self->is_others_child = TRUE;
  journey_screen_attach (self);
  journey_focus_window (self);
}
