/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/*
 * What happens around the program that no person does in it: time goes by. Installed before the
 * program is started, it can be used as soon as the browser was opened once.
 */
void journey_world_install (Journey *self);
void journey_world_advance (Journey *self, int seconds);

G_END_DECLS
