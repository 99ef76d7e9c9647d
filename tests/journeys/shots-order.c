/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

/* A number of twelve digits that begins with no province's code. */
#define WRONG_NUMBER "097190001234"

static void
walk_declaration (Shots *self)
{
  journey_find (self->journey, T ("Document number"), JOURNEY_ENTRY);
  journey_camera_shoot (self->camera, "order-declare-empty");
  journey_enter (self->journey, T ("Document number"), WRONG_NUMBER);
  journey_press (self->journey, T ("Update"));
  journey_camera_shoot (self->camera, "order-declare-wrong");
  journey_camera_shoot_end (self->camera, "order-declare-wrong-end");
  journey_press (self->journey, T ("City/province"));
  journey_camera_shoot (self->camera, "order-declare-place");
  journey_press (self->journey, T ("Back to the form"));
  journey_tick (self->journey, T ("Three levels, as on older papers"));
  journey_camera_shoot_end (self->camera, "order-declare-old-address");
  journey_tick (self->journey, T ("Two levels, in force"));
  journey_declare (self->journey, &journey_person);
  journey_see (self->journey, T ("Everything you typed is saved."));
  journey_camera_shoot (self->camera, "order-declare");
  journey_camera_shoot_end (self->camera, "order-declare-end");
  journey_press (self->journey, T ("Update"));
  journey_see (self->journey, T ("Update the information?"));
  journey_camera_shoot (self->camera, "order-declare-confirm");
  journey_press (self->journey, T ("Confirm"));
}

static void
walk_payment (Shots *self)
{
  journey_see (self->journey, T ("Invoice information"));
  journey_camera_shoot (self->camera, "order-pay");
  journey_camera_shoot_end (self->camera, "order-pay-end");
  journey_press (self->journey, T ("Edit information"));
  journey_camera_shoot (self->camera, "order-billing");
  journey_camera_shoot_end (self->camera, "order-billing-end");
  journey_press (self->journey, T ("Cancel"));
  journey_press (self->journey, T ("Read the terms of service"));
  journey_camera_shoot (self->camera, "terms");
  journey_keys (self->journey, "alt+Left");
  journey_tick (self->journey, T ("I have read and agree to the terms of service"));
  journey_press (self->journey, T ("Card or bank account"));
  journey_press (self->journey, T ("Pay"));
  journey_see (self->journey, T ("Open the payment page again"));
  journey_camera_shoot (self->camera, "order-gateway");
  journey_press (self->journey, T ("Pay in another way"));
  journey_press (self->journey, T ("Bank transfer by VietQR"));
  journey_press (self->journey, T ("Pay"));
  journey_see (self->journey, T ("Transfer text"));
  journey_camera_shoot (self->camera, "order-vietqr");
  journey_camera_shoot_end (self->camera, "order-vietqr-end");
  journey_press (self->journey, T ("Banks whose apps read this code"));
  journey_enter (self->journey, T ("Search banks"), "cong thuong");
  journey_see (self->journey, "VietinBank");
  journey_camera_shoot_end (self->camera, "order-vietqr-banks");
}

void
shots_walk_order (Shots *self)
{
  shots_buy (self, SHOTS_PLAN);
  journey_find (self->journey, T ("Next"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "order-choose");
  journey_press (self->journey, T ("Next"));
  walk_declaration (self);
  walk_payment (self);
  journey_go_to (self->journey, T ("Home"));
  journey_see (self->journey, T ("Waiting for you"));
  journey_camera_shoot (self->camera, "home");
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_camera_shoot (self->camera, "orders-to-pay");
  journey_press (self->journey, T ("Pay"));
  journey_see (self->journey, T ("Transfer text"));
  journey_press (self->journey, T ("Open the demonstration bank"));
}
