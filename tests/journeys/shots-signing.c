/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "shots.h"

#define WRONG_CODE "000000"

static void
walk_otp (Shots *self)
{
  g_autoptr (JourneyNode) entry = NULL;

  journey_see (self->journey, T ("OTP verification"));
  journey_camera_shoot (self->camera, "sign-otp");
  /* Six digits are sent by themselves. */
  entry = journey_find (self->journey, T ("OTP code :"), JOURNEY_ENTRY);
  journey_click (self->journey, entry);
  journey_type (self->journey, WRONG_CODE);
  journey_see (self->journey,
               T ("Wrong OTP code: please enter the OTP again, try again in a few minutes."));
  journey_camera_shoot (self->camera, "sign-otp-wrong");
  journey_press (self->journey, T ("Demonstration: read the message in the inbox"));
  journey_see (self->journey, L ("Ma OTP ky hop dong"));
  journey_camera_shoot (self->camera, "inbox-full");
  journey_keys (self->journey, "alt+Left");
  journey_enter_otp (self->journey);
}

static void
walk_picture (Shots *self)
{
  journey_press (self->journey, journey_message_in ("signature", "Picture"));
  journey_see (self->journey, T ("Paste a picture"));
  journey_camera_shoot (self->camera, "sign-picture-empty");
}

static void
walk_drawing (Shots *self)
{
  journey_find (self->journey, T ("Signature box"), JOURNEY_ANYTHING);
  journey_camera_shoot (self->camera, "sign-draw-empty");
  journey_type_signature (self->journey, journey_person.full_name);
  journey_camera_shoot (self->camera, "sign-type");
  walk_picture (self);
  journey_press (self->journey, journey_message_in ("signature", "Draw"));
  journey_draw_signature (self->journey);
  journey_camera_shoot (self->camera, "sign-draw");
  journey_press (self->journey, T ("Continue"));
  journey_see (self->journey, T ("Your signature is saved"));
  journey_camera_shoot (self->camera, "sign-finish");
  journey_press (self->journey, T ("Finish"));
  journey_see (self->journey, T ("The contract is signed"));
  journey_camera_shoot (self->camera, "sign-done");
  journey_camera_shoot_end (self->camera, "sign-done-end");
}

void
shots_walk_signing (Shots *self)
{
  journey_see (self->journey, T ("Please read the contract first"));
  journey_camera_shoot (self->camera, "sign-read");
  journey_read_contract (self->journey);
  journey_see (self->journey, T ("Change account password"));
  journey_camera_shoot (self->camera, "sign-password");
  journey_enter (self->journey, T ("New password"), SHOTS_PASSWORD);
  journey_enter (self->journey, T ("Repeat password"), SHOTS_PASSWORD);
  journey_press (self->journey, T ("Finish"));
  walk_otp (self);
  walk_drawing (self);
}
