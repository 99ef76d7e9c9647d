/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "shots.h"

/* eContract names what it keeps in Vietnamese. */
#define SHOTS_DOSSIER "Mẫu hợp đồng SmartCA OneSME"

static void
walk_certificate (Shots *self)
{
  journey_press (self->journey, T ("Show the next step"));
  journey_see (self->journey, T ("The way of the certificate"));
  journey_camera_shoot (self->camera, "certificate");
  journey_camera_shoot_end (self->camera, "certificate-end");
  journey_press (self->journey, T ("Contact support"));
  journey_see (self->journey, T ("Report a problem"));
  journey_camera_shoot (self->camera, "support");
}

static void
walk_lookup (Shots *self)
{
  g_autofree char *user_name = journey_read_user_name (self->journey);

  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_enter (self->journey, T ("User name"), user_name);
  journey_camera_shoot (self->camera, "lookup-sign-in");
  journey_enter (self->journey, T ("Password"), SHOTS_PASSWORD);
  journey_press_button (self->journey, T ("Sign in"));
  journey_see (self->journey, SHOTS_DOSSIER);
  journey_camera_shoot (self->camera, "lookup");
  journey_open_row (self->journey, SHOTS_DOSSIER);
  journey_see (self->journey, T ("Contract file set information"));
  journey_camera_shoot (self->camera, "dossier");
  journey_press (self->journey, T ("View"));
  journey_see (self->journey, T ("Unchanged since then."));
  journey_camera_shoot (self->camera, "document");
  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_open_row (self->journey, SHOTS_DOSSIER);
  journey_press (self->journey, journey_message_in ("verify", "Evidence record"));
  journey_see (self->journey, T ("Unchanged since then."));
  journey_camera_shoot (self->camera, "evidence");
  journey_go_to (self->journey, T ("Look up e-contracts"));
  journey_press (self->journey, T ("Check a sealed file"));
  journey_see (self->journey, T ("_Choose a file…"));
  journey_camera_shoot (self->camera, "verify");
}

static void
walk_account (Shots *self)
{
  journey_press (self->journey, journey_person.full_name);
  journey_press (self->journey, T ("Account"));
  journey_see (self->journey, T ("Customer type"));
  journey_camera_shoot (self->camera, "account");
}

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
  journey_press (self->journey, T ("Payments and invoices"));
  journey_see (self->journey, T ("Invoices"));
  journey_camera_shoot (self->camera, "payments");
  journey_press (self->journey, journey_message_in ("invoice", "Open"));
  journey_wait_until_calm (self->journey); /* the page is a picture */
  journey_camera_shoot (self->camera, "invoice");
  journey_keys (self->journey, "alt+Left");
  journey_see (self->journey, T ("Invoices"));
  journey_keys (self->journey, "alt+Left");
  journey_see (self->journey, T ("Automatic renewal"));
  walk_certificate (self);
  walk_lookup (self);
  walk_account (self);
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
