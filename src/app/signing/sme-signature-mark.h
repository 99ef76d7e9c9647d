/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-image.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/*
 * By which a signature is known again: as long as any of a kept one stands in what is sent, it is
 * that one, whatever was added. All (transfer full).
 */

/* Of its first stroke, which stays as long as not all of it is taken back. (nullable): none */
char *sme_signature_mark_ink (SmeInk *ink);
char *sme_signature_mark_name (const char *name);
char *sme_signature_mark_image (SmeInkImage *image);

G_END_DECLS
