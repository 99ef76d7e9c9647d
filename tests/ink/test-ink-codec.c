/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-codec.h"

#include "ink-figures.h"

#include <math.h>

static void
test_round_trip (void)
{
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (GVariant) variant = g_variant_ref_sink (sme_ink_to_variant (ink));
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);
  g_autoptr (GVariant) read =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(yuuaa(iiun))"), bytes, FALSE));
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeInk) back = sme_ink_new_from_variant (read, &error);
  g_autofree char *hash = sme_ink_hash (ink), *hash_back = NULL;

  g_assert_no_error (error);
  g_assert_true (sme_ink_equal (ink, back));
  hash_back = sme_ink_hash (back);
  g_assert_cmpstr (hash, ==, hash_back);
  g_assert_true (sme_ink_can_undo (back));
}

/* Numbers printed for JSON and read again must give the same evidence. */
static void
test_hash_survives_text (void)
{
  g_autoptr (SmeInk) a = sme_ink_new (480, 200), b = sme_ink_new (480.0000001, 200);
  g_autofree char *hash_a = NULL, *hash_b = NULL, *hash_c = NULL;

  sme_ink_begin_stroke (a, NULL);
  sme_ink_begin_stroke (b, NULL);
  for (guint i = 0; i < 1000; i++)
    {
      double x = 240 + 200 * sin (i * 0.07), y = 100 + 90 * cos (i * 0.13), p = i / 1000.0;
      char sx[32], sy[32], sp[32];
      const SmeInkSample *sample;

      g_assert_true (sme_ink_append (a, x, y, i, p, NULL));
      sample = sme_ink_stroke_get_samples (sme_ink_get_running (a), NULL) + i;
      g_ascii_formatd (sx, sizeof sx, "%.3f", sample->x);
      g_ascii_formatd (sy, sizeof sy, "%.4f", sample->y);
      g_ascii_formatd (sp, sizeof sp, "%.5g", sample->p);
      sme_ink_append (b, g_ascii_strtod (sx, NULL), g_ascii_strtod (sy, NULL), i,
                      g_ascii_strtod (sp, NULL), NULL);
    }
  sme_ink_end_stroke (a);
  sme_ink_end_stroke (b);
  g_assert_true (sme_ink_equal (a, b));
  hash_a = sme_ink_hash (a);
  hash_b = sme_ink_hash (b);
  g_assert_cmpstr (hash_a, ==, hash_b);

  sme_ink_undo (b);
  hash_c = sme_ink_hash (b);
  g_assert_cmpstr (hash_a, !=, hash_c);
  g_assert_false (sme_ink_equal (a, b));
}

static void
test_canonical_bytes (void)
{
  static const guint8 expected[] = "OneSME ink 1\n\0\x07\x53\x00\0\x03\x0d\x40\0\0\0\1\0\0\0\1"
                                   "\0\0\x05\xdc\xff\xff\xff\x9c\0\0\0\x07\xff\xff\xff\xff";
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200);
  g_autoptr (GBytes) bytes = NULL;

  sme_ink_begin_stroke (ink, NULL);
  sme_ink_append (ink, 1.5, -0.1, 7, -3, NULL);
  sme_ink_end_stroke (ink);
  bytes = sme_ink_to_bytes (ink);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   sizeof expected - 1);
}

static void
test_foreign_variants (void)
{
  static const struct
  {
    const char *text;
    SmeInkError reason;
  } cases[] = {
    { "'x'", SME_INK_ERROR_FORMAT },
    { "(byte 2, uint32 480000, uint32 200000, @aa(iiun) [])", SME_INK_ERROR_FORMAT },
    { "(byte 1, uint32 480000, uint32 200000, @aa(iiun) [[(2000000000, 0, 0, -1)]])",
      SME_INK_ERROR_VALUE },
    { "(byte 1, uint32 480000, uint32 200000, @aa(iiun) [[(0, 0, 4000000000, -1)]])",
      SME_INK_ERROR_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) variant = g_variant_parse (NULL, cases[i].text, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_null (sme_ink_new_from_variant (variant, &error));
      g_assert_error (error, SME_INK_ERROR, (int) cases[i].reason);
    }
}

/* Drafts come from a file: whatever is in it, ink or an error. */
static void
test_random_bytes (void)
{
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (GVariant) variant = g_variant_ref_sink (sme_ink_to_variant (ink));
  gsize size = g_variant_get_size (variant);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      guint8 *data = g_memdup2 (g_variant_get_data (variant), size);
      g_autoptr (GVariant) broken = NULL;
      g_autoptr (SmeInk) read = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 20; k++)
        data[g_rand_int_range (random, 0, k % 2 ? (gint32) size : 64)] =
          (guint8) g_rand_int_range (random, 0, 256);
      broken = g_variant_new_from_data (G_VARIANT_TYPE ("(yuuaa(iiun))"), data,
                                        g_rand_int_range (random, 0, (gint32) size + 1), FALSE,
                                        g_free, data);
      g_variant_ref_sink (broken);
      read = sme_ink_new_from_variant (broken, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink-codec/round-trip", test_round_trip);
  g_test_add_func ("/ink-codec/the-hash-survives-text", test_hash_survives_text);
  g_test_add_func ("/ink-codec/canonical-bytes", test_canonical_bytes);
  g_test_add_func ("/ink-codec/foreign-variants", test_foreign_variants);
  g_test_add_func ("/ink-codec/random-bytes", test_random_bytes);
  return g_test_run ();
}
