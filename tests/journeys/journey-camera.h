/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/*
 * Takes pictures of the program's window: wide and narrow, light and dark. The program is resized
 * and its setting changed while it runs, so that one walk gives all pictures of a page. Between
 * pictures the window is wide and light.
 */
typedef struct _JourneyCamera JourneyCamera;

/* @folder: where the pictures go. @label: of the session, part of every file's name. @pages: only
 * these, or NULL for all. */
JourneyCamera *journey_camera_new (Journey *journey,
                                   const char *folder,
                                   const char *label,
                                   const char *const *pages);
void journey_camera_free (JourneyCamera *self);

/* The window as wide as before, light: what a program that was started anew needs. */
void journey_camera_reset (JourneyCamera *self);
/* What the program finds when it is started anew: letters so many times as large, another server.
 */
void journey_camera_set_text_scale (JourneyCamera *self, guint scale);
void journey_camera_set_server (JourneyCamera *self, const char *address);
/* Waits until nothing moves: a pressed button stays down, and what it does waits, for a moment. */
void journey_camera_settle (JourneyCamera *self);
/* FOLDER/PAGE-LABEL-SCHEME-SIZE.png, four pictures. */
void journey_camera_shoot (JourneyCamera *self, const char *page);
/* As above, at the end of what can be scrolled. */
void journey_camera_shoot_end (JourneyCamera *self, const char *page);
/* Narrow only, @prepare having been called there, which may be NULL. */
void journey_camera_shoot_narrow (JourneyCamera *self,
                                  const char *page,
                                  void (*prepare) (Journey *journey));

/* Another size than 640x720 for what is narrow. */
void journey_camera_set_narrow (JourneyCamera *self, int width, int height);

guint journey_camera_count (JourneyCamera *self);

/* @done: called once the last of the pages that were asked for is taken. */
typedef void (*JourneyCameraDone) (gpointer data);
void journey_camera_set_done (JourneyCamera *self, JourneyCameraDone done, gpointer data);
/* A page that was asked for and did not come by; NULL for none. */
const char *journey_camera_get_missing (JourneyCamera *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JourneyCamera, journey_camera_free)

G_END_DECLS
