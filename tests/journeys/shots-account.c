/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

static void
walk_sign_in (Shots *self)
{
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_press (self->journey, T ("Sign in"));
  journey_see (self->journey, T ("You have no account yet?"));
  journey_camera_shoot (self->camera, "sign-in");
  journey_sign_in (self->journey, &journey_person);
  journey_see (self->journey, T ("The email address or the password is wrong. Please check both; "
                                 "capital and small letters count in the password."));
  journey_camera_shoot (self->camera, "sign-in-wrong");
  journey_press (self->journey, T ("Forgotten password?"));
  journey_see (self->journey, T ("Send the code"));
  journey_camera_shoot (self->camera, "reset-password");
  journey_keys (self->journey, "alt+Left");
}

static void
walk_register (Shots *self)
{
  journey_press (self->journey, T ("Register"));
  journey_see (self->journey, T ("Customer type"));
  journey_camera_shoot (self->camera, "register");
  journey_tick (self->journey, T ("HOUSEHOLD BUSINESS"));
  journey_camera_shoot (self->camera, "register-household");
  journey_tick (self->journey, T ("ENTERPRISE"));
  journey_press (self->journey, T ("Register"));
  journey_camera_shoot (self->camera, "register-wrong");
  journey_camera_shoot_end (self->camera, "register-wrong-end");
}

void
shots_walk_account (Shots *self)
{
  walk_sign_in (self);
  walk_register (self);
  journey_register (self->journey, &journey_person);
  journey_see (self->journey, T ("Please look at your e-mail"));
  journey_camera_shoot (self->camera, "activate");
  journey_press (self->journey, T ("Open the inbox"));
  journey_see (self->journey, journey_person.email);
  journey_camera_shoot (self->camera, "inbox");
  journey_open_link (self->journey, journey_person.email);
  journey_sign_in (self->journey, &journey_person);
  journey_see (self->journey, T ("No orders yet"));
  journey_camera_shoot (self->camera, "orders-empty");
  journey_go_to (self->journey, T ("Manage subscriptions"));
  journey_see (self->journey, T ("No subscriptions yet"));
  journey_camera_shoot (self->camera, "subscriptions-empty");
}
