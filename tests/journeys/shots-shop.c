/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-hands.h"
#include "journey-labels.h"
#include "shots.h"

#define UNKNOWN_WORDS "zzzzqqqq"

const char *
shots_get_service (void)
{
  return journey_service_name ();
}

const char *
shots_get_category (void)
{
  return journey_is_vietnamese () ? "Giao dịch Điện tử" : "Electronic transactions";
}

static void
open_sidebar (Journey *journey)
{
  journey_press (journey, T ("Sections"));
  journey_find (journey, T ("Back to the page"), JOURNEY_BUTTON);
}

static void
shoot_section (Shots *self, const char *section, const char *sign, const char *page)
{
  journey_go_to (self->journey, section);
  journey_see (self->journey, sign);
  journey_camera_shoot (self->camera, page);
}

static void
walk_sections (Shots *self)
{
  journey_see (self->journey, T ("Popular services"));
  journey_camera_shoot (self->camera, "home-signed-out");
  journey_camera_shoot_end (self->camera, "home-end");
  journey_press (self->journey, T ("Main menu"));
  journey_camera_shoot (self->camera, "menu");
  journey_keys (self->journey, "Escape");
  journey_camera_shoot_narrow (self->camera, "sidebar", open_sidebar);
  shoot_section (self, T ("All categories"), shots_get_category (), "categories");
  journey_press (self->journey, shots_get_category ());
  journey_see (self->journey, shots_get_service ());
  journey_camera_shoot (self->camera, "category");
  shoot_section (self, T ("News and promotions"), T ("News and promotions"), "news");
  shoot_section (self, T ("Earn online"), T ("Earn online"), "earn");
  shoot_section (self, journey_message_in ("section", "Orders"), T ("Sign in"),
                 "orders-signed-out");
  shoot_section (self, T ("Manage subscriptions"), T ("Sign in"), "subscriptions-signed-out");
  shoot_section (self, T ("Look up e-contracts"), T ("Look up e-contracts"), "lookup-signed-out");
}

static void
walk_search (Shots *self)
{
  journey_go_to (self->journey, T ("Home"));
  journey_keys (self->journey, "ctrl+f");
  journey_type (self->journey, UNKNOWN_WORDS);
  journey_see (self->journey, T ("Nothing found"));
  journey_camera_shoot (self->camera, "search-nothing");
  journey_keys (self->journey, "ctrl+a");
  journey_type (self->journey, "ky so tu xa");
  journey_see (self->journey, shots_get_service ());
  journey_camera_shoot (self->camera, "search");
  journey_press (self->journey, T ("Free to try"));
  journey_camera_shoot (self->camera, "search-filtered");
  journey_press (self->journey, T ("Clear filters"));
  journey_keys (self->journey, "Escape");
}

void
shots_open_plans (Shots *self)
{
  journey_go_to (self->journey, T ("All categories"));
  journey_see (self->journey, shots_get_category ());
  journey_camera_settle (self->camera);
  journey_press (self->journey, shots_get_category ());
  journey_see (self->journey, shots_get_service ());
  journey_camera_settle (self->camera);
  journey_press (self->journey, shots_get_service ());
  journey_press (self->journey, T ("Pricing"));
}

void
shots_buy (Shots *self, const char *plan)
{
  g_autoptr (JourneyNode) card = NULL;

  shots_open_plans (self);
  card = journey_find (self->journey, plan, JOURNEY_GROUP);
  journey_press_in (self->journey, card, T ("Buy now"));
}

static void
walk_service (Shots *self)
{
  shots_open_plans (self);
  journey_see (self->journey, T ("Buy now"));
  journey_camera_shoot (self->camera, "service-pricing");
  journey_camera_shoot_end (self->camera, "service-pricing-end");
  journey_press (self->journey, T ("Compare plans"));
  journey_see (self->journey, T ("For whom"));
  journey_camera_shoot (self->camera, "service-compare");
  journey_keys (self->journey, "alt+Left");
  journey_press (self->journey, T ("Overview"));
  journey_see (self->journey, T ("VALUE DELIVERED"));
  journey_camera_shoot (self->camera, "service-overview");
  journey_camera_shoot_end (self->camera, "service-overview-end");
  journey_press (self->journey, T ("Reviews"));
  journey_camera_shoot (self->camera, "service-reviews");
  journey_press (self->journey, T ("Versions"));
  journey_camera_shoot (self->camera, "service-versions");
}

/* @vi, @en: the names of a service */
static void
open_found (Shots *self, const char *words, const char *vi, const char *en)
{
  const char *name = journey_is_vietnamese () ? vi : en;

  journey_keys (self->journey, "ctrl+f");
  journey_keys (self->journey, "ctrl+a");
  journey_type (self->journey, words);
  journey_see (self->journey, name);
  journey_camera_settle (self->camera);
  journey_press (self->journey, name);
  journey_see (self->journey, T ("VALUE DELIVERED"));
}

/* What the guide's service doesn't show: a plan to try, and nothing to read about it. */
static void
walk_others (Shots *self)
{
  open_found (self, "hrm", "Quản lý nhân sự VNPT HRM", "VNPT HRM human resources");
  journey_camera_shoot (self->camera, "service-trial");
  journey_camera_shoot_end (self->camera, "service-trial-end");
  open_found (self, "mss", "Giám sát an toàn MSS", "MSS security monitoring");
  journey_press (self->journey, T ("Reviews"));
  journey_see (self->journey, T ("No ratings yet"));
  journey_camera_shoot (self->camera, "service-unreviewed");
}

void
shots_walk_shop (Shots *self)
{
  walk_sections (self);
  walk_search (self);
  walk_service (self);
  walk_others (self);
}
