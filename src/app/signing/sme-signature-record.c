/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-record.h"

#include "core/sme-enums.h"
#include "core/sme-stroke-sample.h"
#include "ink/sme-ink-svg.h"

static SmeStrokeSample *
make_sample (const SmeInkSample *sample)
{
  SmeStrokeSample *self = sme_stroke_sample_new ();
  SmeRecord *record = SME_RECORD (self);

  sme_record_set_number (record, "x", sample->x);
  sme_record_set_number (record, "y", sample->y);
  sme_record_set_int (record, "t", sample->t);
  if (sample->p >= 0)
    sme_record_set_number (record, "p", sample->p);
  return self;
}

static GListStore *
make_stroke (const SmeInkStroke *stroke)
{
  GListStore *store = g_list_store_new (SME_TYPE_STROKE_SAMPLE);
  guint n;
  const SmeInkSample *samples = sme_ink_stroke_get_samples (stroke, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeStrokeSample) sample = make_sample (&samples[i]);

      g_list_store_append (store, sample);
    }
  return store;
}

SmeSignatureInput *
sme_signature_record_from_ink (SmeInk *ink)
{
  SmeSignatureInput *self = sme_signature_input_new ();
  g_autoptr (GListStore) strokes = g_list_store_new (G_TYPE_LIST_STORE);
  SmeRecord *record = SME_RECORD (self);

  for (guint i = 0; i < sme_ink_get_n_strokes (ink); i++)
    {
      g_autoptr (GListStore) stroke = make_stroke (sme_ink_get_stroke (ink, i));

      g_list_store_append (strokes, stroke);
    }
  sme_record_set_int (record, "kind", SME_SIGNATURE_DRAWN);
  sme_record_set_number (record, "width", sme_ink_get_width (ink));
  sme_record_set_number (record, "height", sme_ink_get_height (ink));
  sme_record_set_list (record, "strokes", G_LIST_MODEL (strokes));
  return self;
}

SmeSignatureInput *
sme_signature_record_from_name (const char *name, const SmeInkPath *outline)
{
  SmeSignatureInput *self = sme_signature_input_new ();
  SmeRecord *record = SME_RECORD (self);
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *data = sme_ink_path_to_svg (outline);

  sme_record_set_int (record, "kind", SME_SIGNATURE_TYPED);
  sme_record_set_number (record, "width", SME_SIGNATURE_TYPED_WIDTH);
  sme_record_set_number (record, "height", SME_SIGNATURE_TYPED_HEIGHT);
  sme_record_set_text (record, "name", g_strstrip (composed));
  sme_record_set_text (record, "outline", data);
  return self;
}

SmeSignatureInput *
sme_signature_record_from_image (SmeInkImage *image)
{
  SmeSignatureInput *self = sme_signature_input_new ();
  SmeRecord *record = SME_RECORD (self);
  gsize size;
  const guchar *data = g_bytes_get_data (sme_ink_image_get_png (image), &size);
  g_autofree char *text = g_base64_encode (data, size);

  sme_record_set_int (record, "kind", SME_SIGNATURE_IMAGE);
  sme_record_set_number (record, "width", SME_SIGNATURE_TYPED_WIDTH);
  sme_record_set_number (record, "height", SME_SIGNATURE_TYPED_HEIGHT);
  sme_record_set_text (record, "image", text);
  return self;
}
