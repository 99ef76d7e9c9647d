/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-signature-input.h"

#include "core/sme-enums.h"
#include "core/sme-stroke-sample.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_signature_kind_get_type },
  { "width", SME_FIELD_NUMBER, SME_FIELD_REQUIRED, .min = 1, .max = 20000 },
  { "height", SME_FIELD_NUMBER, SME_FIELD_REQUIRED, .min = 1, .max = 20000 },
  /* Strokes, and samples in each: a device at 1000 Hz gives 1000 a second. */
  { "strokes", SME_FIELD_GRID, .max = 50000, .type = sme_stroke_sample_get_type },
  /* Of a typed one: the name, and the outline of its letters as the person saw them (see
   * sme_ink_path_to_svg()), so that no server needs the same fonts. */
  { "name", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 80, .min = 1 },
  { "outline", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 1 << 20, .min = 1 },
  /* Of one made of a picture: a PNG of the ink alone, transparent where there is none (see
   * sme_ink_image_new_from_png()). */
  { "image", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 2 << 20, .min = 4,
    .format = SME_TEXT_BASE64 },
  /* The app says: it is one that it had kept, and then the person looked at it and confirmed it. */
  { "reused_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeSignatureInput, sme_signature_input, fields)
