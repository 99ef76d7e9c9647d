/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include "seal/sme-seal-authority.h"
#include "seal/sme-seal.h"

#include <openssl/evp.h>
#include <stdlib.h>

/* What sealing costs above drawing: drawing, preparing and sealing the contract of an order, as the
 * backend does it, against drawing the same and making one bare RSA signature of its bytes. */

#define RUNS 21

static GBytes *
draw (SmeOrder *order, SmePaperField *field)
{
  return fixture_draw (order, SME_CUSTOMER_PERSON, field);
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
time_bare (SmeSealSigner *signer, SmeOrder *order)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) pdf = draw (order, NULL);
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
time_sealed (SmeSealSigner *signer, SmeOrder *order, GBytes *ink)
{
  gint64 start = g_get_monotonic_time ();
  SmePaperField place;
  SmeSealField field;
  SmeSealRequest request = { .field_name = "customer",
                             .name = "OneSME demo",
                             .appearance = { ink, NULL, 0, 0, 240, 100 },
                             .certify = TRUE };
  g_autoptr (GBytes) pdf = draw (order, &place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) prepared = NULL;
  g_autoptr (GBytes) sealed = NULL;

  field =
    (SmeSealField){ "customer", NULL, place.page, place.x, place.y, place.width, place.height };
  prepared = sme_seal_prepare (pdf, &field, &error);
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

static int
count_pages (SmeOrder *order)
{
  g_autoptr (GBytes) pdf = draw (order, NULL);
  g_autoptr (FixtureDocument) document = fixture_open (pdf);

  return poppler_document_get_n_pages (document);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("OneSME demo", "OneSME demo CA", SME_SEAL_KEY_RSA_2048, NULL, &error);
  g_autoptr (SmeSealSigner) signer = NULL;
  g_autoptr (SmeOrder) order = fixture_order_new ();
  g_autoptr (GBytes) ink = make_ink ();
  gint64 bare[RUNS];
  gint64 sealed[RUNS];

  if (authority != NULL)
    signer = sme_seal_authority_issue (authority, "OneSME demo", SME_SEAL_USAGE_DOCUMENTS,
                                       SME_SEAL_KEY_RSA_2048, NULL, &error);
  if (signer == NULL)
    g_error ("%s", error->message);
  time_bare (signer, order); /* fonts are loaded */
  time_sealed (signer, order, ink);
  for (guint i = 0; i < RUNS; i++)
    {
      bare[i] = time_bare (signer, order);
      sealed[i] = time_sealed (signer, order, ink);
    }
  g_print (
    "seal-vs-bare\t%.2f\tratio\tdrawing the same %d pages + one bare RSA-2048 signature\t"
    "draw + prepare + seal: %.1f ms against %.1f ms; medians of %d interleaved runs; aim <= 1.3\n",
    median (sealed) / median (bare), count_pages (order), median (sealed) / 1000,
    median (bare) / 1000, RUNS);
  return 0;
}
