/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

static void
walk_article (Shots *self)
{
  gboolean vi = journey_is_vietnamese ();

  journey_enter (self->journey, T ("Search the guide"), vi ? "hoan tien" : "refund");
  journey_see (self->journey, vi ? "Khi nào được hoàn tiền?" : "When do I get a refund?");
  journey_camera_shoot (self->camera, "guide-search");
  journey_enter (self->journey, T ("Search the guide"), "zzzzqqqq");
  journey_see (self->journey, T ("Try fewer or other words."));
  journey_camera_shoot (self->camera, "guide-nothing");
  journey_enter (self->journey, T ("Search the guide"), vi ? "nhap ma otp sai" : "wrong otp code");
  journey_see (self->journey, vi ? "Nhập mã OTP sai" : "Wrong OTP code");
  journey_keys (self->journey, "Return");
  journey_see (self->journey, T ("See also"));
  journey_camera_shoot (self->camera, "article");
  journey_camera_shoot_end (self->camera, "article-end");
}

static void
walk_assistant (Shots *self)
{
  journey_keys (self->journey, "shift+F1");
  journey_see (self->journey, T ("Your question"));
  journey_camera_shoot (self->camera, "assistant");
  journey_enter (self->journey, T ("Your question"),
                 journey_is_vietnamese () ? "quen mat khau" : "I forgot my password");
  journey_press (self->journey, journey_message_in ("assistant", "Ask"));
  journey_see (self->journey, T ("Read in the guide"));
  journey_camera_shoot (self->camera, "assistant-answer");
  journey_enter (self->journey, T ("Your question"),
                 journey_is_vietnamese () ? "thời tiết hôm nay" : "what is the weather");
  journey_press (self->journey, journey_message_in ("assistant", "Ask"));
  journey_see (self->journey, T ("Call the hotline 1800 1260 (free)"));
  journey_camera_shoot (self->camera, "assistant-unknown");
  journey_keys (self->journey, "ctrl+l");
  journey_enter (self->journey, T ("Link"), "http://example.com/");
  journey_see (self->journey, T ("This is not a link of OneSME, so it was not opened"));
  journey_camera_shoot (self->camera, "open-link");
  journey_keys (self->journey, "Escape");
}

void
shots_walk_help (Shots *self)
{
  journey_go_to (self->journey, T ("User guide"));
  journey_see (self->journey, T ("From the plan to the signed contract"));
  journey_camera_shoot (self->camera, "guide");
  journey_camera_shoot_end (self->camera, "guide-end");
  walk_article (self);
  walk_assistant (self);
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
