/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/*
 * The program at the command line: onesme --verify, in the language of the session and without its
 * display and bus. Files are named by their path.
 */

/* Must end with @code. @trust: (nullable): a file with certificates; @known: the ones that the
 * program's own backend left count. Gives what it printed. */
char *journey_verify (Journey *self,
                      const char *path,
                      const char *trust,
                      gboolean known,
                      gboolean json,
                      int code);

/* That @sealed is intact, that nobody vouches for it where its issuer is unknown, and what is said
 * of it changed and cut short, of @bare, which nobody sealed, of no file and of something else: in
 * words and as JSON. */
void journey_verify_every_state (Journey *self, const char *sealed, const char *bare);

G_END_DECLS
