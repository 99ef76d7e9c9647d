/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-codec.h"

#include <math.h>
#include <string.h>

#define FORM 1
#define FORM_TYPE "(yuuaa(iiun))"
#define MAGIC "OneSME ink 1\n"

/* A length in 1/1000 px; a box that came from outside may be anything. */
static gint32
milli (double value)
{
  if (!isfinite (value))
    return -1;
  return (gint32) round (CLAMP (value * 1000, G_MININT32, G_MAXINT32));
}

static gint32
pressure (double p)
{
  return p < 0 ? -1 : (gint32) lround (p * 1000);
}

GVariant *
sme_ink_to_variant (SmeInk *self)
{
  GVariantBuilder strokes;

  g_return_val_if_fail (SME_IS_INK (self), NULL);

  g_variant_builder_init (&strokes, G_VARIANT_TYPE ("aa(iiun)"));
  for (guint i = 0; i < sme_ink_get_n_strokes (self); i++)
    {
      guint n;
      const SmeInkSample *s = sme_ink_stroke_get_samples (sme_ink_get_stroke (self, i), &n);

      g_variant_builder_open (&strokes, G_VARIANT_TYPE ("a(iiun)"));
      for (guint k = 0; k < n; k++)
        g_variant_builder_add (&strokes, "(iiun)", milli (s[k].x), milli (s[k].y), s[k].t,
                               (gint16) pressure (s[k].p));
      g_variant_builder_close (&strokes);
    }
  return g_variant_new (FORM_TYPE, FORM, (guint32) MAX (milli (sme_ink_get_width (self)), 0),
                        (guint32) MAX (milli (sme_ink_get_height (self)), 0), &strokes);
}

static gboolean
read_stroke (SmeInk *self, GVariant *stroke, GError **error)
{
  GVariantIter iter;
  gint32 x, y;
  guint32 t;
  gint16 p;

  if (!sme_ink_begin_stroke (self, error))
    return FALSE;
  g_variant_iter_init (&iter, stroke);
  while (g_variant_iter_next (&iter, "(iiun)", &x, &y, &t, &p))
    if (!sme_ink_append (self, x / 1000.0, y / 1000.0, t, p < 0 ? -1 : p / 1000.0, error))
      return FALSE;
  sme_ink_end_stroke (self);
  return TRUE;
}

SmeInk *
sme_ink_new_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (SmeInk) self = NULL;
  g_autoptr (GVariant) strokes = NULL;
  GVariantIter iter;
  GVariant *stroke;
  guchar form;
  guint32 width, height;

  g_return_val_if_fail (variant != NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (FORM_TYPE)))
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_FORMAT, "Not ink");
      return NULL;
    }
  g_variant_get (variant, "(yuu@aa(iiun))", &form, &width, &height, &strokes);
  if (form != FORM)
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_FORMAT, "Ink of form %d", form);
      return NULL;
    }
  self = sme_ink_new (width / 1000.0, height / 1000.0);
  g_variant_iter_init (&iter, strokes);
  while ((stroke = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (GVariant) owned = stroke;

      if (!read_stroke (self, owned, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

static void
put (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

GBytes *
sme_ink_to_bytes (SmeInk *self)
{
  GByteArray *bytes;

  g_return_val_if_fail (SME_IS_INK (self), NULL);

  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) MAGIC, strlen (MAGIC));
  put (bytes, (guint32) milli (sme_ink_get_width (self)));
  put (bytes, (guint32) milli (sme_ink_get_height (self)));
  put (bytes, sme_ink_get_n_strokes (self));
  for (guint i = 0; i < sme_ink_get_n_strokes (self); i++)
    {
      guint n;
      const SmeInkSample *s = sme_ink_stroke_get_samples (sme_ink_get_stroke (self, i), &n);

      put (bytes, n);
      for (guint k = 0; k < n; k++)
        {
          put (bytes, (guint32) milli (s[k].x));
          put (bytes, (guint32) milli (s[k].y));
          put (bytes, s[k].t);
          put (bytes, (guint32) pressure (s[k].p));
        }
    }
  return g_byte_array_free_to_bytes (bytes);
}

char *
sme_ink_hash (SmeInk *self)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (SME_IS_INK (self), NULL);

  bytes = sme_ink_to_bytes (self);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
