/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey-bus.h"
#include "journey.h"

struct _Journey
{
  char *folder;
  char *log;
  GPid program; /* 0 while it does not run */
  gboolean changed;
  JourneyBus *bus;
};
