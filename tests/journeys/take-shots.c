/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of every page in the session's language: take-shots FOLDER [PAGE...]. Run in a session
 * of tests/tools/run-in-session.sh; ./dev shots does that for each language. */
#include "journey-labels.h"
#include "shots.h"

/* Neither moving nor blinking, and letters of the size that is asked for. */
static void
write_settings (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, "[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n",
                       -1, &error);
  g_assert_no_error (error);
}

static void
walk (Shots *shots)
{
  journey_start (shots->journey, NULL);
  journey_camera_reset (shots->camera);
  shots_walk_shop (shots);
  shots_walk_help (shots);
  shots_walk_account (shots);
  shots_walk_order (shots);
  shots_walk_signing (shots);
  shots_walk_manage (shots);
  shots_walk_large_text (shots);
  shots_walk_errors (shots);
}

static const char *
get_language (void)
{
  return journey_is_vietnamese () ? "vi" : "en";
}

int
main (int argc, char *argv[])
{
  g_autofree char *name = NULL;
  Shots shots;

  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    g_error ("take-shots FOLDER [PAGE...]");
  write_settings ();
  shots.journey = journey_new (journey_is_vietnamese () ? "shots-vi" : "shots-en");
  shots.camera =
    journey_camera_new (shots.journey, argv[1], get_language (), (const char *const *) argv + 2);
  walk (&shots);
  g_print ("%u pictures in %s\n", journey_camera_count (shots.camera), argv[1]);
  journey_camera_free (shots.camera);
  journey_free (shots.journey);
  return 0;
}
