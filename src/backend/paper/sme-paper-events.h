/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an event of the audit chain ("dossier.send-otp") is called on paper, in Vietnamese. One that
 * is not known, of a later version, is its own word. */
const char *sme_paper_events_describe (const char *event);

G_END_DECLS
