/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-image.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * SmeSignatureContent:
 * @way: "draw", "type" or "image"
 * @name: of a typed one
 * @image: of a picture
 * @ink: of a drawn one
 *
 * A signature apart from any contract: what it is made of, and one of the three only.
 */
typedef struct
{
  char *way;
  char *name;
  SmeInkImage *image;
  SmeInk *ink;
} SmeSignatureContent;

void sme_signature_content_free (SmeSignatureContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSignatureContent, sme_signature_content_free)

/* The strokes are copied. */
SmeSignatureContent *sme_signature_content_new_from_ink (SmeInk *ink);
SmeSignatureContent *sme_signature_content_new_from_name (const char *name);
SmeSignatureContent *sme_signature_content_new_from_image (SmeInkImage *image);

/* As it is kept, and back; NULL from bytes that are no whole signature. */
GBytes *sme_signature_content_to_bytes (SmeSignatureContent *self);
SmeSignatureContent *sme_signature_content_new_from_bytes (GBytes *bytes);

/* Of a drawn one: draws it into @ink, which may have another box, in place of what is there. */
void sme_signature_content_draw (SmeSignatureContent *self, SmeInk *ink);

G_END_DECLS
