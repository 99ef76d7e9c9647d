/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/*
 * The desktop that shows notifications, as far as the program sees it: it notes the one that it is
 * to show, and a person presses its button.
 */
typedef struct _JourneyNotices JourneyNotices;

/* From here on. Before the program is started: it asks once whether there is such a desktop. */
JourneyNotices *journey_notices_new (Journey *journey);
void journey_notices_free (JourneyNotices *self);

/* Waits for one with @body somewhere in it. */
void journey_notices_see (JourneyNotices *self, const char *body);
/* Of that one. */
void journey_notices_press (JourneyNotices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JourneyNotices, journey_notices_free)

G_END_DECLS
