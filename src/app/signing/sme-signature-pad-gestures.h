/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signature-pad.h"

G_BEGIN_DECLS

/**
 * sme_signature_pad_add_gestures:
 * @self: a pad without them
 *
 * Lets pen, finger and mouse draw: gives @self the gestures that turn their events, with all the
 * points that GTK merged into them, into calls of sme_signature_pad_feed().
 */
void sme_signature_pad_add_gestures (SmeSignaturePad *self);

G_END_DECLS
