/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-screen.h"

G_BEGIN_DECLS

/*
 * What a person does: presses, types, points, draws. Buttons are pressed and entries filled through
 * AT-SPI; GTK 4.8 gives no action to rows, check buttons and list items, which are clicked with the
 * pointer after turning the wheel until they are in view.
 */
void journey_press (Journey *self, const char *name);
/* Waits until there is a button that can be pressed, whatever else has that name. */
void journey_press_button (Journey *self, const char *name);
void journey_press_in (Journey *self, JourneyNode *within, const char *name);
void journey_click (Journey *self, JourneyNode *node);
/* Ticks a check button or presses a toggle, if it is not yet. */
void journey_tick (Journey *self, const char *name);
/* Replaces what is in the entry. */
void journey_enter (Journey *self, const char *name, const char *text);
/* Keys as xdotool calls them, "ctrl+f"; text into what has the focus. */
void journey_keys (Journey *self, const char *keys);
void journey_type (Journey *self, const char *text);
/* Tab until the keyboard is at what is called @name (and maybe more), or in it; fails when it never
 * is. */
void journey_tab_to (Journey *self, const char *name);
/* Turns the wheel over @node, down (positive) or up. */
void journey_turn_wheel (Journey *self, JourneyNode *node, int clicks);

/* A point of a stroke, in the drawn-on widget: 0..1 from its left and top. */
typedef struct
{
  double x, y;
} JourneyPoint;

/* Draws one stroke with the pointer. */
void journey_draw (Journey *self, JourneyNode *pad, const JourneyPoint *points, guint n_points);

G_END_DECLS
