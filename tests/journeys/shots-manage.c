/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

#include <glib/gstdio.h>

void
shots_walk_manage (Shots *self)
{
  journey_press (self->journey, T ("View the contract"));
  journey_see (self->journey, T ("Service contract"));
  journey_camera_shoot (self->camera, "contract");
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_camera_shoot (self->camera, "orders");
  journey_go_to (self->journey, T ("Manage subscriptions"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_camera_shoot (self->camera, "subscriptions");
  journey_press (self->journey, SHOTS_PLAN);
  journey_see (self->journey, T ("Automatic renewal"));
  journey_camera_shoot (self->camera, "subscription");
  journey_camera_shoot_end (self->camera, "subscription-end");
  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_camera_shoot (self->camera, "lookup");
}

static void
write_letter_size (void)
{
  g_autofree char *path =
    g_build_filename (g_get_user_config_dir (), "gtk-4.0", "settings.ini", NULL);
  g_autofree char *text = NULL;
  g_autofree char *larger = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  /* 1024 times the dots of an inch: twice those of a usual screen. */
  larger = g_strconcat (text, "gtk-xft-dpi=196608\n", NULL);
  g_file_set_contents (path, larger, -1, &error);
  g_assert_no_error (error);
}

void
shots_walk_large_text (Shots *self)
{
  journey_quit (self->journey);
  write_letter_size ();
  journey_start (self->journey, NULL);
  journey_camera_reset (self->camera);
  journey_see (self->journey, T ("Popular services"));
  journey_camera_shoot_narrow (self->camera, "large-home", NULL);
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_camera_shoot_narrow (self->camera, "large-orders", NULL);
  shots_buy (self, "SMARTCA PS (PAY AS YOU GO)");
  journey_find (self->journey, T ("Next"), JOURNEY_BUTTON);
  journey_camera_shoot_narrow (self->camera, "large-order-choose", NULL);
  journey_press (self->journey, T ("Next"));
  journey_find (self->journey, T ("Document number"), JOURNEY_ENTRY);
  journey_camera_shoot_narrow (self->camera, "large-order-declare", NULL);
}

void
shots_walk_errors (Shots *self)
{
  journey_kill_backend (self->journey);
  journey_go_to (self->journey, T ("All categories"));
  journey_camera_shoot (self->camera, "server-gone");
}
