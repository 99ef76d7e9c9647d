/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a customer sees when paying goes wrong, in each way that it can, and when another computer
 * was used meanwhile. */
#include "journey-browser.h"
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-world.h"
#include "shots.h"

#define AGREE T ("I have read and agree to the terms of service")
#define QR T ("VietQR code to scan with a banking app")
#define EXPIRES (16 * 60)

/* With what was declared before, if anything was. */
static void
begin_order (Shots *self)
{
  g_autoptr (JourneyNode) name = NULL, use = NULL;

  shots_buy (self, SHOTS_PLAN);
  journey_press (self->journey, T ("Next"));
  name = journey_find (self->journey, T ("Document number"), JOURNEY_ENTRY);
  journey_wait_until_calm (self->journey);
  use = journey_look_for (self->journey, NULL, T ("Use"), JOURNEY_BUTTON);
  if (use == NULL)
    journey_declare (self->journey, &journey_person);
  else
    journey_press (self->journey, T ("Use"));
  journey_see (self->journey, journey_person.address);
}

static void
confirm (Shots *self)
{
  journey_confirm_declaration (self->journey, &journey_person);
  journey_tick (self->journey, AGREE);
}

/* @result: the gateway's button */
static void
fail_at_gateway (Shots *self, const char *result, const char *page)
{
  journey_browser_set_result (self->journey, result);
  journey_press_button (self->journey, T ("Pay"));
  journey_find (self->journey, T ("Pay again"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, page);
  journey_press_button (self->journey, T ("Pay again"));
}

static void
walk_gateway (Shots *self)
{
  journey_press (self->journey, T ("Card or bank account"));
  fail_at_gateway (self, "51", "pay-refused");
  fail_at_gateway (self, "99", "pay-failed");
  journey_browser_set_result (self->journey, NULL);
  journey_press_button (self->journey, T ("Pay"));
  journey_see (self->journey, T ("Open the payment page again"));
  journey_world_advance (self->journey, EXPIRES);
  journey_find (self->journey, T ("Pay again"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "pay-page-expired");
  journey_press_button (self->journey, T ("Pay again"));
}

static void
open_bank (Shots *self, const char *hold)
{
  journey_browser_hold (self->journey, hold);
  journey_press_button (self->journey, T ("Open the demonstration bank"));
  if (hold != NULL)
    journey_browser_see_held (self->journey, hold);
}

static void
transfer (Shots *self, const char *amount)
{
  g_autofree char *answer = NULL;

  journey_browser_set_amount (self->journey, amount);
  open_bank (self, NULL);
  answer = journey_browser_read (self->journey, "bank-answer.html");
  journey_browser_set_amount (self->journey, NULL);
}

static void
walk_vietqr (Shots *self)
{
  journey_press (self->journey, T ("Bank transfer by VietQR"));
  journey_press_button (self->journey, T ("Pay"));
  journey_see (self->journey, QR);
  open_bank (self, "early");
  journey_world_advance (self->journey, EXPIRES);
  journey_find (self->journey, T ("Ask for a new code"), JOURNEY_BUTTON);
  journey_camera_shoot (self->camera, "pay-code-expired");
  journey_press_button (self->journey, T ("Ask for a new code"));
  journey_see (self->journey, QR);
  open_bank (self, "twice");
  transfer (self, "100000");
  journey_see (self->journey, T ("Part of the amount has arrived. The code now shows the rest."));
  journey_camera_shoot (self->camera, "pay-too-little");
  journey_camera_shoot_end (self->camera, "pay-too-little-end");
  transfer (self, "150000");
  journey_see (self->journey, T ("Please read the contract first"));
}

/* Money that came twice and late, and the whole asked for. */
static void
walk_refunds (Shots *self)
{
  journey_browser_pay_held (self->journey, "twice");
  journey_browser_pay_held (self->journey, "early");
  journey_go_to (self->journey, journey_message_in ("section", "Orders"));
  journey_see (self->journey, SHOTS_PLAN);
  journey_press_button (self->journey, T ("Payments and invoices"));
  journey_see (self->journey, T ("It was paid twice"));
  journey_camera_shoot (self->camera, "payments-refunds");
  journey_camera_shoot_end (self->camera, "payments-refunds-end");
  journey_press (self->journey, T ("_Ask for the money back…"));
  journey_see (self->journey, T ("Ask for the money back?"));
  journey_camera_shoot (self->camera, "refund-ask");
  journey_press (self->journey, T ("_Ask for the money back"));
  journey_see (self->journey, T ("Request for the money back"));
  journey_camera_shoot (self->camera, "refund-asked");
  journey_camera_shoot_end (self->camera, "refund-asked-end");
}

/* The invoice as it came by mail. */
static void
walk_mail (Shots *self)
{
  g_autofree char *attachment =
    g_strconcat (journey_is_vietnamese () ? "Mở " : "Open ", "1C26TOS-00000001.pdf", NULL);

  journey_go_to (self->journey, journey_message_in ("section", "Inbox"));
  journey_see (self->journey, attachment);
  journey_camera_shoot (self->camera, "inbox-invoice");
  journey_press (self->journey, attachment);
  journey_see (self->journey, "1C26TOS-00000001");
  journey_wait_until_calm (self->journey); /* the page is a picture */
  journey_camera_shoot (self->camera, "attachment");
}

static void
walk_conflict (Shots *self)
{
  begin_order (self);
  journey_wait_until_calm (self->journey);
  journey_see (self->journey, T ("Everything you typed is saved."));
  journey_world_declare_elsewhere (self->journey, journey_person.email, journey_person.password,
                                   "full_name", "Nguyễn Thị Ở Kia", "address.house_number", "16");
  journey_enter (self->journey, T ("Full name"), "Nguyễn Thị Ở Đây");
  journey_see (self->journey, T ("Changed on another computer too"));
  journey_camera_shoot (self->camera, "order-conflict");
  journey_press (self->journey, T ("Use these"));
  journey_see_no_more (self->journey, T ("Changed on another computer too"));
}

/* The bank has the money and looks once more: nothing else is offered. */
static void
walk_checking (Shots *self)
{
  begin_order (self);
  confirm (self);
  journey_press (self->journey, T ("Card or bank account"));
  journey_browser_set_result (self->journey, "07");
  journey_press_button (self->journey, T ("Pay"));
  journey_see (self->journey,
               T ("The bank has taken the money and is still checking the transaction. You need not"
                  " pay again: this page goes on by itself."));
  journey_camera_shoot (self->camera, "pay-checking");
  journey_browser_set_result (self->journey, NULL);
}

void
shots_walk_payment (Shots *self)
{
  begin_order (self);
  confirm (self);
  walk_gateway (self);
  walk_vietqr (self);
  walk_refunds (self);
  walk_mail (self);
  walk_conflict (self);
  walk_checking (self);
}
