/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-camera.h"
#include "journey-steps.h"

G_BEGIN_DECLS

/* Walks that show every page to the camera; each begins on any page, with the program running. In
 * this order: what one leaves behind (an account, orders) is there for the next. */
typedef struct
{
  Journey *journey;
  JourneyCamera *camera;
} Shots;

/* The plan that is ordered. */
#define SHOTS_PLAN "SMARTCA CÁ NHÂN CƠ BẢN"

/* The first password of eContract is changed to this. */
#define SHOTS_PASSWORD "mật khẩu hợp đồng 7"

/* Names that the catalogue has in both languages: of the service that is ordered, of its plans, and
 * of the category that it is in. */
const char *shots_get_service (void);
const char *shots_get_category (void);

/* To the plans of the service that is ordered. */
void shots_open_plans (Shots *self);
void shots_buy (Shots *self, const char *plan);

/* By somebody who is not signed in. */
void shots_walk_shop (Shots *self);
void shots_walk_help (Shots *self);
/* Ends with journey_person signed in, who has ordered nothing yet. */
void shots_walk_account (Shots *self);
/* From the choice to the paid order. */
void shots_walk_order (Shots *self);
void shots_walk_signing (Shots *self);
/* What can be seen of an order that is signed. */
void shots_walk_manage (Shots *self);
/* By journey_person, signed in: paying that goes wrong, and two computers. */
void shots_walk_payment (Shots *self);
/* By journey_person, signed in, who has signed nothing yet: signing that stops on its way, and what
 * comes after it. Only alone: it changes what is kept of eContract. */
void shots_walk_states (Shots *self);
/* By an enterprise that registers here; nobody is signed in before. */
void shots_walk_company (Shots *self);
/* Nobody is signed in after it. */
void shots_sign_out (Shots *self, const char *full_name);
/* Starts the program anew with letters twice as large. */
void shots_walk_large_text (Shots *self);
/* Starts the program anew with a server that does not answer. */
void shots_walk_errors (Shots *self);

G_END_DECLS
