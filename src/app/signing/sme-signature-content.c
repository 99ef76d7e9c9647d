/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-content.h"

#include "ink/sme-ink-codec.h"

/* Form 1: way, name, picture as PNG, strokes as sme_ink_to_variant() has them. */
#define CONTENT_TYPE "(yssayay)"
#define STROKES_TYPE "(yuuaa(iiun))"
#define FORM 1

void
sme_signature_content_free (SmeSignatureContent *self)
{
  g_clear_pointer (&self->image, sme_ink_image_unref);
  g_clear_object (&self->ink);
  g_free (self->name);
  g_free (self->way);
  g_free (self);
}

static SmeSignatureContent *
make (const char *way)
{
  SmeSignatureContent *self = g_new0 (SmeSignatureContent, 1);

  self->way = g_strdup (way);
  return self;
}

SmeSignatureContent *
sme_signature_content_new_from_ink (SmeInk *ink)
{
  SmeSignatureContent *self = make ("draw");
  g_autoptr (GVariant) strokes = g_variant_ref_sink (sme_ink_to_variant (ink));

  self->ink = sme_ink_new_from_variant (strokes, NULL);
  return self;
}

SmeSignatureContent *
sme_signature_content_new_from_name (const char *name)
{
  SmeSignatureContent *self = make ("type");

  self->name = g_strdup (name);
  return self;
}

SmeSignatureContent *
sme_signature_content_new_from_image (SmeInkImage *image)
{
  SmeSignatureContent *self = make ("image");

  self->image = sme_ink_image_ref (image);
  return self;
}

static void
draw_stroke (SmeInkStroke *stroke, double scale, SmeInk *ink)
{
  guint n;
  const SmeInkSample *samples = sme_ink_stroke_get_samples (stroke, &n);

  if (!sme_ink_begin_stroke (ink, NULL))
    return;
  for (guint i = 0; i < n; i++)
    sme_ink_append (ink, samples[i].x * scale, samples[i].y * scale, samples[i].t, samples[i].p,
                    NULL);
  sme_ink_end_stroke (ink);
}

void
sme_signature_content_draw (SmeSignatureContent *self, SmeInk *ink)
{
  double scale;

  g_return_if_fail (self->ink != NULL && SME_IS_INK (ink));
  scale = MIN (sme_ink_get_width (ink) / sme_ink_get_width (self->ink),
               sme_ink_get_height (ink) / sme_ink_get_height (self->ink));
  sme_ink_clear (ink);
  for (guint i = 0; i < sme_ink_get_n_strokes (self->ink); i++)
    draw_stroke (sme_ink_get_stroke (self->ink, i), scale, ink);
}

GBytes *
sme_signature_content_to_bytes (SmeSignatureContent *self)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GVariant) drawn =
    self->ink != NULL ? g_variant_ref_sink (sme_ink_to_variant (self->ink)) : NULL;
  g_autoptr (GBytes) strokes =
    drawn != NULL ? g_variant_get_data_as_bytes (drawn) : g_bytes_ref (none);
  GBytes *png = self->image != NULL ? sme_ink_image_get_png (self->image) : none;
  const GVariantType *type = G_VARIANT_TYPE_BYTESTRING;
  g_autoptr (GVariant) saved = g_variant_ref_sink (g_variant_new (
    "(yss@ay@ay)", FORM, self->way, self->name != NULL ? self->name : "",
    g_variant_new_from_bytes (type, png, TRUE), g_variant_new_from_bytes (type, strokes, TRUE)));

  return g_variant_get_data_as_bytes (saved);
}

static SmeInk *
read_strokes (GBytes *bytes)
{
  g_autoptr (GVariant) strokes =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (STROKES_TYPE), bytes, FALSE));

  return sme_ink_new_from_variant (strokes, NULL);
}

static gboolean
is_whole (SmeSignatureContent *self)
{
  if (g_str_equal (self->way, "draw"))
    return self->ink != NULL && !sme_ink_is_empty (self->ink);
  if (g_str_equal (self->way, "type"))
    return self->name != NULL;
  return g_str_equal (self->way, "image") && self->image != NULL;
}

static GBytes *
get_bytes (GVariant *saved, gsize index)
{
  g_autoptr (GVariant) child = g_variant_get_child_value (saved, index);

  return g_variant_get_data_as_bytes (child);
}

SmeSignatureContent *
sme_signature_content_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (CONTENT_TYPE), bytes, FALSE));
  g_autoptr (GVariant) saved = g_variant_get_normal_form (variant);
  g_autoptr (GBytes) png = get_bytes (saved, 3);
  g_autoptr (GBytes) strokes = get_bytes (saved, 4);
  g_autoptr (SmeSignatureContent) self = NULL;
  const char *way, *name;
  guint8 form;

  g_variant_get_child (saved, 0, "y", &form);
  g_variant_get_child (saved, 1, "&s", &way);
  g_variant_get_child (saved, 2, "&s", &name);
  if (form != FORM)
    return NULL;
  self = make (way);
  self->name = name[0] != '\0' ? g_strdup (name) : NULL;
  if (g_bytes_get_size (png) > 0)
    self->image = sme_ink_image_new_from_png (png, NULL);
  if (g_bytes_get_size (strokes) > 0)
    self->ink = read_strokes (strokes);
  return is_whole (self) ? g_steal_pointer (&self) : NULL;
}
