/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-form.h"

#include <string.h>

/* Files changed at random, from fixed seeds. Nothing may crash, hang or leak, and nothing that was
 * not signed may be called intact and trusted. */

#define SECONDS 2.5
#define LEAST_ROUNDS 150

typedef struct
{
  GBytes *original;
  gsize hole_start;
  gsize hole_end;
} Seed;

static const char *snippets[] = {
  "xref\n",
  "trailer",
  "startxref\n0\n",
  "/Prev 0",
  "/Prev 99999999999999999999",
  "<<",
  ">>",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  " 0 R",
  " 0 obj\n",
  "endobj",
  "stream\n",
  "endstream",
  "/ByteRange [ 0 1 2 3 ]",
  "/Contents <00>",
  "/Kids [ 1 0 R ]",
  "/V 1 0 R",
  "/FT /Sig",
  "-1",
  "18446744073709551616",
  "%",
  "/Encrypt 1 0 R",
  "/XRefStm 9",
  "/Type /XRef /W [ 8 8 8 ]",
  "/Filter /FlateDecode",
  "%%EOF\n",
};

static void
mutate (GRand *random, GByteArray *bytes)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) MAX (bytes->len, 1));
  const char *snippet = snippets[g_rand_int_range (random, 0, G_N_ELEMENTS (snippets))];
  guint length = (guint) strlen (snippet);
  guint cut;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
    case 1:
      if (at < bytes->len)
        bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      break;
    case 2: /* over what is there */
      if (at + length <= bytes->len)
        memcpy (bytes->data + at, snippet, length);
      break;
    case 3: /* in between */
      g_byte_array_set_size (bytes, bytes->len + length);
      memmove (bytes->data + at + length, bytes->data + at, bytes->len - length - at);
      memcpy (bytes->data + at, snippet, length);
      break;
    case 4: /* a piece taken out */
      cut = (guint) g_rand_int_range (random, 1, 200);
      g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, cut));
      break;
    default: /* cut or continued */
      if (g_rand_boolean (random))
        g_byte_array_set_size (bytes, at);
      else
        g_byte_array_append (bytes, (const guint8 *) snippet, length);
      break;
    }
}

/* Most changes go to where the structure is: the last kilobytes. */
static GBytes *
make_mutant (const Seed *seed, guint32 number)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (number);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (seed->original, &size);
  gsize from = g_rand_boolean (random) ? seed->hole_end : 0;
  guint times = (guint) g_rand_int_range (random, 1, 6);
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  g_byte_array_append (bytes, data, (guint) from);
  g_byte_array_append (tail, data + from, (guint) (size - from));
  for (guint i = 0; i < times; i++)
    if (tail->len > 0)
      mutate (random, tail);
  g_byte_array_append (bytes, tail->data, tail->len);
  return g_bytes_new (bytes->data, bytes->len);
}

/* What is trusted must begin with exactly what was signed, apart from the signature itself. */
static void
assert_trust_is_deserved (const Seed *seed, GBytes *mutant, guint32 number)
{
  g_autoptr (SmeSealReport) report = NULL;
  gsize size = 0;
  const guint8 *original = g_bytes_get_data (seed->original, &size);

  report =
    sme_seal_check (mutant, sme_seal_signer_get_chain (seal_fixture_get_authority ()), NULL, NULL);
  for (guint i = 0; report != NULL && i < sme_seal_report_get_n_signatures (report); i++)
    {
      SmeSealSignature *signature = sme_seal_report_get_signature (report, i);
      g_autoptr (GBytes) revision = sme_seal_report_get_revision (report, i);
      const guint8 *data = revision != NULL ? g_bytes_get_data (revision, NULL) : NULL;

      if (sme_seal_signature_get_verdict (signature) != SME_SEAL_VERDICT_INTACT_TRUSTED)
        continue;
      if (g_bytes_get_size (revision) != size || memcmp (data, original, seed->hole_start) != 0 ||
          memcmp (data + seed->hole_end, original + seed->hole_end, size - seed->hole_end) != 0)
        g_error ("Mutant %u is trusted", number);
    }
}

static void
use_everything (GBytes *mutant)
{
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (mutant, NULL);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GBytes) prepared = NULL;
  SmeSealField field = { "fuzz", NULL, 0, 10, 10, 100, 50 };

  if (file == NULL)
    return;
  fields = sme_pdf_form_list (file);
  prepared = sme_seal_prepare (mutant, &field, NULL);
  if (prepared != NULL)
    {
      SmeSealRequest request = { .field_name = "fuzz", .certify = TRUE };
      g_autoptr (GBytes) sealed =
        sme_seal_sign (prepared, seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256), &request, NULL);
    }
}

static void
seed_init (Seed *seed, GBytes *pdf)
{
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  gsize size = 0;
  const char *data;

  seed->original = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD,
                                      seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  data = g_bytes_get_data (seed->original, &size);
  seed->hole_start = seal_fixture_find_last (seed->original, "/Contents <") + 10;
  seed->hole_end = (gsize) ((const char *) memchr (data + seed->hole_start, '>', size) - data) + 1;
}

static void
run (GBytes *pdf)
{
  Seed seed = { 0 };
  guint32 number = 0;

  seed_init (&seed, pdf);
  g_test_timer_start ();
  for (; number < LEAST_ROUNDS || g_test_timer_elapsed () < SECONDS / 2; number++)
    {
      g_autoptr (GBytes) mutant = make_mutant (&seed, number);

      assert_trust_is_deserved (&seed, mutant, number);
      use_everything (mutant);
    }
  g_test_message ("%u mutants", number);
  g_bytes_unref (seed.original);
}

static void
test_classic_file (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);

  run (pdf);
}

static void
test_file_of_streams (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_stream_pdf ();

  run (pdf);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal-fuzz/classic-file", test_classic_file);
  g_test_add_func ("/seal-fuzz/file-of-streams", test_file_of_streams);
  return g_test_run ();
}
