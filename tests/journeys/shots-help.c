/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

void
shots_walk_help (Shots *self)
{
  journey_go_to (self->journey, T ("User guide"));
  journey_see (self->journey, T ("From the plan to the signed contract"));
  journey_camera_shoot (self->camera, "guide");
  journey_camera_shoot_end (self->camera, "guide-end");
  journey_go_to (self->journey, journey_message_in ("section", "Inbox"));
  journey_camera_shoot (self->camera, "inbox-empty");
  journey_keys (self->journey, "ctrl+comma");
  journey_see (self->journey, T ("Appearance"));
  journey_camera_shoot (self->camera, "preferences");
  journey_keys (self->journey, "Escape");
  journey_see_no_more (self->journey, T ("Appearance"));
  /* GTK's own window: its words are on no accessibility bus. */
  journey_keys (self->journey, "ctrl+question");
  journey_camera_shoot (self->camera, "shortcuts");
  journey_keys (self->journey, "Escape");
}
