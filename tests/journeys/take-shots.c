/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of every page in the session's language: take-shots [--high-contrast] [--phone] FOLDER
 * [PAGE...]. "payment", "states" or "company" as the first page is that walk alone. Run in a
 * session of tests/tools/run-in-session.sh; ./dev shots does that for each language. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-world.h"
#include "shots.h"

#include <stdlib.h>

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

static gboolean
is_walk (const char *name)
{
  return g_strcmp0 (name, "company") == 0 || g_strcmp0 (name, "payment") == 0 ||
         g_strcmp0 (name, "states") == 0;
}

/* The walks that need nothing of what the others leave behind. */
static void
walk_alone (Shots *shots, const char *name)
{
  if (g_str_equal (name, "company"))
    {
      shots_walk_company (shots);
      return;
    }
  journey_go_to (shots->journey, journey_message_in ("section", "Orders"));
  journey_press (shots->journey, T ("Sign in"));
  journey_register (shots->journey, &journey_person);
  journey_press (shots->journey, T ("Open the inbox"));
  journey_open_link (shots->journey, journey_person.email);
  journey_sign_in (shots->journey, &journey_person);
  journey_see (shots->journey, T ("No orders yet"));
  if (g_str_equal (name, "states"))
    shots_walk_states (shots);
  else
    shots_walk_payment (shots);
}

static void
walk (Shots *shots)
{
  shots_walk_shop (shots);
  shots_walk_help (shots);
  shots_walk_account (shots);
  shots_walk_order (shots);
  shots_walk_signing (shots);
  shots_walk_manage (shots);
  shots_walk_payment (shots);
  shots_sign_out (shots, journey_person.full_name);
  shots_walk_company (shots);
  shots_walk_large_text (shots);
  shots_walk_errors (shots);
}

static const char *
get_language (void)
{
  return journey_is_vietnamese () ? "vi" : "en";
}

static gboolean high_contrast, phone;

static const GOptionEntry options[] = {
  { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &high_contrast, "As who needs more contrast", NULL },
  { "phone", 0, 0, G_OPTION_ARG_NONE, &phone, "360x640 as the narrow size", NULL },
  { NULL }
};

static void
read_options (int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER [PAGE...]");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_error ("%s", error->message);
  if (*argc < 2)
    g_error ("take-shots FOLDER [PAGE...]");
  /* What the desktop's setting does, which there is no desktop to keep. */
  if (high_contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
}

static void
finish (gpointer data)
{
  Shots *shots = data;

  g_print ("%u pictures\n", journey_camera_count (shots->camera));
  journey_camera_free (shots->camera);
  journey_free (shots->journey);
  exit (0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  const char *const *pages;
  const char *alone;
  Shots shots;

  g_test_init (&argc, &argv, NULL);
  read_options (&argc, &argv);
  alone = is_walk (argv[2]) ? argv[2] : NULL;
  pages = (const char *const *) argv + (alone != NULL ? 3 : 2);
  label = g_strconcat (get_language (), high_contrast ? "-contrast" : NULL, NULL);
  write_settings ();
  shots.journey = journey_new (journey_is_vietnamese () ? "shots-vi" : "shots-en");
  journey_world_install (shots.journey);
  shots.camera = journey_camera_new (shots.journey, argv[1], label, pages);
  if (phone)
    journey_camera_set_narrow (shots.camera, 360, 640);
  journey_camera_set_done (shots.camera, finish, &shots);
  journey_start (shots.journey, NULL);
  journey_camera_reset (shots.camera);
  if (alone != NULL)
    walk_alone (&shots, alone);
  else
    walk (&shots);
  if (journey_camera_get_missing (shots.camera) != NULL)
    g_error ("No page is called %s", journey_camera_get_missing (shots.camera));
  finish (&shots);
  return 0;
}
