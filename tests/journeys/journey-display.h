/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The session's display, where no window manager is: windows are moved and looked at directly. */
typedef struct _JourneyDisplay JourneyDisplay;

JourneyDisplay *journey_display_new (void);
void journey_display_free (JourneyDisplay *self);

/* The first window at the top left and @width x @height large; later ones, dialogs, in its middle
 * if @centred, else at the top left too, where journey-hands.h looks for them. */
void journey_display_arrange (JourneyDisplay *self, int width, int height, gboolean centred);
/* Of the top left of the screen. */
guint64 journey_display_hash (JourneyDisplay *self, int width, int height);
gboolean journey_display_save (JourneyDisplay *self, int width, int height, const char *path);

/* Dots of an inch, for programs that are started after this; 96 is usual. */
void journey_display_set_dpi (JourneyDisplay *self, guint dpi);
void journey_display_hide_pointer (JourneyDisplay *self);
void journey_display_turn_wheel (JourneyDisplay *self, int x, int y, guint clicks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JourneyDisplay, journey_display_free)

G_END_DECLS
