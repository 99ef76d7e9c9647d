/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

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

void
shots_walk_large_text (Shots *self)
{
  journey_quit (self->journey);
  journey_camera_set_text_scale (self->camera, 2);
  journey_start (self->journey, NULL);
  journey_camera_reset (self->camera);
  journey_see (self->journey, T ("Popular services"));
  journey_camera_shoot_narrow (self->camera, "large-home", NULL);
  /* Even the wide window has no room for the sidebar beside the page. */
  journey_keys (self->journey, "F9");
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_camera_shoot_narrow (self->camera, "large-orders", NULL);
  journey_keys (self->journey, "F9");
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
  journey_quit (self->journey);
  journey_camera_set_text_scale (self->camera, 1);
  /* Nothing answers there. (A server of its own the program starts again.) */
  journey_camera_set_server (self->camera, "http://127.0.0.1:9");
  journey_start (self->journey, NULL);
  journey_camera_reset (self->camera);
  journey_see (self->journey, T ("No connection to the server"));
  journey_camera_shoot (self->camera, "server-gone");
}
