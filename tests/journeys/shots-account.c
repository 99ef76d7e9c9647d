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

/* The document behind a consent, and back. */
static void
walk_consent (Shots *self, const char *consent, const char *page)
{
  g_auto (GStrv) parts = g_strsplit (T ("Read: %s"), "%s", 2);
  g_autofree char *read = g_strjoinv (consent, parts);

  journey_press (self->journey, read);
  journey_camera_shoot (self->camera, page);
  journey_keys (self->journey, "alt+Left");
  journey_see (self->journey, T ("Customer type"));
}

static void
walk_consents (Shots *self)
{
  walk_consent (self, T ("I have read and agree to the terms of service"), "consent-service");
  walk_consent (
    self, T ("I agree that my personal data are processed to conclude and perform the contract"),
    "consent-personal-data");
  walk_consent (self, T ("I would like to receive news and promotions by e-mail"),
                "consent-marketing");
}

static void
walk_register (Shots *self)
{
  journey_press (self->journey, T ("Register"));
  journey_see (self->journey, T ("Customer type"));
  journey_camera_shoot (self->camera, "register");
  walk_consents (self);
  journey_tick (self->journey, T ("HOUSEHOLD BUSINESS"));
  journey_camera_shoot (self->camera, "register-household");
  journey_tick (self->journey, T ("ENTERPRISE"));
  journey_press (self->journey, T ("Register"));
  journey_camera_shoot (self->camera, "register-wrong");
  journey_camera_shoot_end (self->camera, "register-wrong-end");
}

static void
walk_change_email (Shots *self)
{
  journey_open_row (self->journey, journey_person.email);
  journey_see (self->journey, T ("New email address"));
  journey_camera_shoot (self->camera, "change-email");
  journey_enter (self->journey, T ("New email address"), "tuyet.moi@vidu.vn");
  journey_enter (self->journey, T ("Current password"), journey_person.password);
  journey_press (self->journey, T ("Send the code"));
  journey_see (self->journey, T ("Code from the e-mail"));
  journey_camera_shoot (self->camera, "change-email-code");
  journey_keys (self->journey, "alt+Left");
}

/* From the account's page to the one behind @row and back. */
static void
walk_behind (Shots *self, const char *row, const char *seen, const char *page)
{
  journey_see (self->journey, T ("Where you are signed in"));
  journey_open_row (self->journey, row);
  journey_see (self->journey, seen);
  journey_camera_shoot (self->camera, page);
  journey_keys (self->journey, "alt+Left");
}

/* A kind of data that has a page of its own. */
static void
walk_held (Shots *self, const char *kind, const char *seen, const char *page)
{
  journey_see (self->journey, T ("What is held about you"));
  journey_open_row (self->journey, kind);
  journey_see (self->journey, seen);
  journey_camera_shoot (self->camera, page);
  journey_keys (self->journey, "alt+Left");
}

static void
walk_my_data (Shots *self)
{
  journey_see (self->journey, T ("Where you are signed in"));
  journey_open_row (self->journey, T ("See it, take it along, delete the account"));
  journey_see (self->journey, T ("What is held about you"));
  journey_camera_shoot (self->camera, "my-data");
  journey_camera_shoot_end (self->camera, "my-data-end");
  walk_held (self, journey_message_in ("data", "Letters sent to you"),
             T ("Newest first. What the letters say is in the file that you can take along; codes "
                "in them are left out."),
             "held-messages");
  walk_held (self, journey_message_in ("data", "History of what was done"),
             T ("Newest first. Each line was written when it happened and can't be changed "
                "unnoticed."),
             "held-history");
  journey_open_row (self->journey, T ("Delete account…"));
  journey_see (self->journey, T ("Delete the account for ever"));
  journey_camera_shoot (self->camera, "delete-account");
  journey_keys (self->journey, "alt+Left");
  journey_see (self->journey, T ("What is held about you"));
  journey_keys (self->journey, "alt+Left");
}

static void
walk_own_account (Shots *self)
{
  journey_press (self->journey, journey_person.full_name);
  journey_press (self->journey, T ("Account"));
  journey_see (self->journey, T ("Where you are signed in"));
  journey_camera_shoot (self->camera, "account");
  walk_behind (self, T ("Full name"), T ("Save the changes"), "change-name");
  walk_change_email (self);
  walk_behind (self, T ("Phone number"), T ("New phone number"), "change-phone");
  walk_behind (self, T ("Password"), T ("Current password"), "change-password");
  walk_behind (self, T ("What you have agreed to, and taking it back"),
               T ("Everything you have agreed to"), "consents");
  walk_my_data (self);
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
  walk_own_account (self);
}

void
shots_sign_out (Shots *self, const char *full_name)
{
  journey_press (self->journey, full_name);
  journey_press (self->journey, T ("Sign out"));
  journey_see (self->journey, T ("Sign in"));
}
