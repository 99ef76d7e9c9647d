/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-authority.h"
#include "seal/sme-seal.h"

#include <cairo-pdf.h>
#include <openssl/evp.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

/* What sealing costs above drawing: drawing, preparing and sealing a document of six pages, against
 * drawing the same and making one bare RSA signature of its bytes. */

#define PAGES 6
#define RUNS 21
#define PARAGRAPHS 16

static const char paragraph[] =
  "Bên B có trách nhiệm quản lý, sử dụng thiết bị, mã kích hoạt và chữ ký số theo đúng quy định; "
  "thông báo ngay cho Bên A khi phát hiện khóa bí mật bị mất, bị lộ hoặc bị sử dụng trái phép.";

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (cairo_t *cairo, PangoLayout *layout, guint page)
{
  double y = 60;

  for (guint i = 0; i < PARAGRAPHS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u.%u. %s", page + 1, i + 1, paragraph);
      int height = 0;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      cairo_move_to (cairo, 60, y);
      pango_cairo_show_layout (cairo, layout);
      y += height + 6;
    }
  cairo_show_page (cairo);
}

static GBytes *
draw (void)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (on_write, out, 595, 842);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, 475 * PANGO_SCALE);
  for (guint i = 0; i < PAGES; i++)
    draw_page (cairo, layout, i);
  pango_font_description_free (font);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (out);
}

/* A drawn signature of some hundred points. */
static GBytes *
make_ink (void)
{
  GString *text = g_string_new ("1.2 w 1 J 1 j\n20 50 m\n");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "%u.%u %u.%u l\n", 20 + i / 2, i % 10, 30 + (i * 7) % 40, i % 7);
  g_string_append (text, "S\n");
  return g_string_free_to_bytes (text);
}

static gint64
time_bare (SmeSealSigner *signer)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) pdf = draw ();
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  guint8 signature[512];
  gsize length = sizeof signature;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  if (EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, sme_seal_signer_get_key (signer)) !=
        1 ||
      EVP_DigestSign (context, signature, &length, data, size) != 1)
    g_error ("The bare signature failed");
  EVP_MD_CTX_free (context);
  return g_get_monotonic_time () - start;
}

static gint64
time_sealed (SmeSealSigner *signer, GBytes *ink)
{
  gint64 start = g_get_monotonic_time ();
  SmeSealField field = { "customer", NULL, PAGES - 1, 60, 60, 240, 100 };
  SmeSealRequest request = { .field_name = "customer",
                             .name = "OneSME demo",
                             .appearance = { ink, 0, 0, 240, 100 },
                             .certify = TRUE };
  g_autoptr (GBytes) pdf = draw ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) prepared = sme_seal_prepare (pdf, &field, &error);
  g_autoptr (GBytes) sealed = NULL;

  if (prepared != NULL)
    sealed = sme_seal_sign (prepared, signer, &request, &error);
  if (sealed == NULL)
    g_error ("Sealing failed: %s", error->message);
  return g_get_monotonic_time () - start;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static double
median (gint64 *times)
{
  qsort (times, RUNS, sizeof *times, compare_times);
  return (double) times[RUNS / 2];
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("OneSME demo", "OneSME demo CA", SME_SEAL_KEY_RSA_2048, NULL, &error);
  g_autoptr (SmeSealSigner) signer = NULL;
  g_autoptr (GBytes) ink = make_ink ();
  gint64 bare[RUNS];
  gint64 sealed[RUNS];

  if (authority != NULL)
    signer = sme_seal_authority_issue (authority, "OneSME demo", SME_SEAL_USAGE_DOCUMENTS,
                                       SME_SEAL_KEY_RSA_2048, NULL, &error);
  if (signer == NULL)
    g_error ("%s", error->message);
  time_bare (signer); /* fonts are loaded */
  time_sealed (signer, ink);
  for (guint i = 0; i < RUNS; i++)
    {
      bare[i] = time_bare (signer);
      sealed[i] = time_sealed (signer, ink);
    }
  g_print (
    "seal-vs-bare\t%.2f\tratio\tPango/cairo drawing of the same %d pages + one bare RSA-2048 "
    "signature\tdraw + prepare + seal; medians of %d interleaved runs; aim <= 1.3\n",
    median (sealed) / median (bare), PAGES, RUNS);
  return 0;
}
