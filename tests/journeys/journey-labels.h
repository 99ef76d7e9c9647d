/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words on the screen, in the language of the session.
 *
 * L() takes a label of VNPT's guide, which the Vietnamese program must show to the letter, and
 * gives what the English program shows for it. T() takes any other message of the program, as it
 * stands in the source, and gives its translation.
 */
const char *journey_label (const char *vietnamese);
const char *journey_message (const char *english);
const char *journey_message_in (const char *context, const char *english);
/* As ngettext(): the message for @n things with %d replaced. (transfer full) */
char *journey_count (const char *one, const char *many, int n);
gboolean journey_is_vietnamese (void);

#define L(vietnamese) journey_label (vietnamese)
#define T(english) journey_message (english)

G_END_DECLS
