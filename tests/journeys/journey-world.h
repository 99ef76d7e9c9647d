/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/*
 * What happens around the program that no person does in it: time goes by, and another computer is
 * used. Installed before the
 * program is started, it can be used as soon as the browser was opened once.
 */
void journey_world_install (Journey *self);
void journey_world_advance (Journey *self, int seconds);
/* The server that the program started answers nothing any more, until it is released. */
void journey_world_hold_backend (Journey *self);
void journey_world_release_backend (Journey *self);
/* To another computer, and back from there: a profile of its own, with the same provider. It has
 * nothing of the first one but what the server has. Before the program is started there. */
void journey_world_move (Journey *self);
/* At another computer the person changes a field of the declaration that is being typed here, and
 * another one: as the wire names them. */
void journey_world_declare_elsewhere (Journey *self,
                                      const char *email,
                                      const char *password,
                                      const char *field,
                                      const char *value,
                                      const char *other_field,
                                      const char *other_value);

G_END_DECLS
