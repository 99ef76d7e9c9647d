/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VERIFY_EVIDENCE_INK "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

/* A sealed record of evidence of order 12726, with one event in its chain, which says that a kept
 * signature with that hash was used on 19/11/2026. */
GBytes *verify_evidence_make (void);

G_END_DECLS
