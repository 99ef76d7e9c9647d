/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-bus.h"
#include "journey.h"

struct _Journey
{
  char *folder;
  char *log;
  GPid program;             /* 0 while it does not run */
  gboolean is_others_child; /* the bus has started it */
  gboolean changed;
  GPid held; /* a backend that was stopped, or 0 */
  JourneyBus *bus;
};

/* What the program is started with. (transfer full) */
char **journey_make_environment (void);
void journey_focus_window (Journey *self);
/* The backend that the program started; waits for it. */
GPid journey_find_backend (Journey *self);
