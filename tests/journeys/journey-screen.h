/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-sight.h"
#include "journey.h"

G_BEGIN_DECLS

/*
 * What is on the screen, as assistive technology is told. Things are found by their accessible name
 * (or, for buttons that show only an icon, their description) and by what can be done with them;
 * roles differ between versions of GTK. While a dialog is open nothing else is seen.
 */
typedef enum
{
  JOURNEY_ANYTHING,
  JOURNEY_BUTTON, /* can be pressed now */
  JOURNEY_ENTRY,  /* text can be entered */
  JOURNEY_GROUP,  /* holds other things: a page, a card, a list */
  JOURNEY_TARGET, /* best a button, else a row or a label that can be clicked */
} JourneyKind;

void journey_screen_attach (Journey *self);
void journey_screen_detach (Journey *self);
/* The tree of widgets, into the journey's folder. */
void journey_screen_dump (Journey *self, const char *name);

/* Now, or NULL. @within: only in this, or NULL. (transfer full) */
JourneyNode *
journey_look_for (Journey *self, JourneyNode *within, const char *name, JourneyKind kind);
/* Waits for it. (transfer full) */
JourneyNode *journey_find (Journey *self, const char *name, JourneyKind kind);
JourneyNode *
journey_find_in (Journey *self, JourneyNode *within, const char *name, JourneyKind kind);
/* The smallest thing that holds both a text containing @text and something named @name: a row with
 * its button, a card. Waits for it. (transfer full) */
JourneyNode *journey_find_row (Journey *self, const char *text, const char *name);

/* The dialog that is open; waits for one, or until there is none. (transfer full) */
JourneyNode *journey_find_dialog (Journey *self);
void journey_see_no_dialog (Journey *self);

/* Whether some text on the screen contains @text, now. */
gboolean journey_sees (Journey *self, const char *text);
/* Waits until it does, and until it does no more. */
void journey_see (Journey *self, const char *text);
void journey_see_no_more (Journey *self, const char *text);
/* The first text on the screen that contains @text. (transfer full) */
char *journey_read (Journey *self, const char *text);
char *journey_read_entry (Journey *self, const char *name);

/* Which of its actions presses it, or -1. */
int journey_get_press_action (Journey *self, const JourneyNode *node);

G_END_DECLS
