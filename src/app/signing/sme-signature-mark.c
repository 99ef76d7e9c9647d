/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-mark.h"

/* The ways are told apart: a name that is typed is not the one in a picture. */
static GChecksum *
begin (const char *way)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) way, -1);
  return sum;
}

static char *
end (GChecksum *sum)
{
  char *mark = g_strdup (g_checksum_get_string (sum));

  g_checksum_free (sum);
  return mark;
}

char *
sme_signature_mark_ink (SmeInk *ink)
{
  const SmeInkSample *samples;
  GChecksum *sum;
  guint n;

  g_return_val_if_fail (SME_IS_INK (ink), NULL);
  if (sme_ink_is_empty (ink))
    return NULL;
  sum = begin ("draw");
  samples = sme_ink_stroke_get_samples (sme_ink_get_stroke (ink, 0), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line =
        g_strdup_printf ("\n%.3f %.3f %u", samples[i].x, samples[i].y, samples[i].t);

      g_checksum_update (sum, (const guchar *) line, -1);
    }
  return end (sum);
}

char *
sme_signature_mark_name (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GChecksum *sum = begin ("type");

  if (composed != NULL)
    g_checksum_update (sum, (const guchar *) g_strstrip (composed), -1);
  return end (sum);
}

char *
sme_signature_mark_image (SmeInkImage *image)
{
  GChecksum *sum = begin ("image");
  gsize size;
  const guchar *data = g_bytes_get_data (sme_ink_image_get_png (image), &size);

  g_checksum_update (sum, data, (gssize) size);
  return end (sum);
}
