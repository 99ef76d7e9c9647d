/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-signature-input.h"
#include "ink/sme-ink-image.h"
#include "ink/sme-ink-path.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * sme_signature_record_from_ink:
 *
 * Returns: (transfer full): the finished strokes of @ink as the wire takes them, sample for sample;
 *   a pressure that the device did not tell is left out
 */
SmeSignatureInput *sme_signature_record_from_ink (SmeInk *ink);

/* The box that a typed name is laid out in, in CSS pixels: the proportions of the pad. */
#define SME_SIGNATURE_TYPED_WIDTH 600.0
#define SME_SIGNATURE_TYPED_HEIGHT 250.0

/**
 * sme_signature_record_from_name:
 * @name: as typed
 * @outline: its letters in that box, see sme_ink_typed()
 *
 * Returns: (transfer full): a typed signature as the wire takes it
 */
SmeSignatureInput *sme_signature_record_from_name (const char *name, const SmeInkPath *outline);

/* (transfer full): a picture of a signature, in the same box. */
SmeSignatureInput *sme_signature_record_from_image (SmeInkImage *image);

G_END_DECLS
