/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-attachment.h"

#include "seal-fixture.h"

#include <string.h>

static GBytes *
attach (GBytes *pdf, const char *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GBytes *longer = sme_pdf_attachment_add (pdf, "a.json", "application/json", content, &error);

  g_assert_no_error (error);
  return longer;
}

static void
assert_holds (GBytes *pdf, const char *text)
{
  g_autoptr (GBytes) found = sme_pdf_attachment_find (pdf, "a.json");

  g_assert_nonnull (found);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found), text, strlen (text));
}

static void
test_both_forms (void)
{
  g_autoptr (GBytes) plain = seal_fixture_make_pdf (2), streams = seal_fixture_make_stream_pdf ();
  g_autoptr (GBytes) longer = attach (plain, "{\"number\":12726}");
  g_autoptr (GBytes) in_streams = attach (streams, "{}");

  assert_holds (longer, "{\"number\":12726}");
  assert_holds (in_streams, "{}");
  g_assert_cmpmem (g_bytes_get_data (longer, NULL), g_bytes_get_size (plain),
                   g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
}

static void
test_stays_under_the_seal (void)
{
  g_autoptr (GBytes) plain = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) longer = attach (plain, "facts");
  g_autoptr (GBytes) prepared = seal_fixture_prepare (longer, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD,
                                                 seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  g_autoptr (SmeSealReport) report = seal_fixture_check (sealed);

  assert_holds (sealed, "facts");
  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
}

static void
test_one_only (void)
{
  g_autoptr (GBytes) plain = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) longer = attach (plain, "first"), content = g_bytes_new_static ("second", 6);
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_pdf_attachment_add (longer, "b", "text/plain", content, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NOT_ALLOWED);
}

static void
test_none (void)
{
  g_autoptr (GBytes) plain = seal_fixture_make_pdf (1), longer = attach (plain, "x"),
                     nonsense = g_bytes_new_static ("nonsense", 8);

  g_assert_null (sme_pdf_attachment_find (plain, "a.json"));
  g_assert_null (sme_pdf_attachment_find (longer, "b.json"));
  g_assert_null (sme_pdf_attachment_find (nonsense, "a.json"));
}

/* Wherever a hostile file lies, there is an answer. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) plain = seal_fixture_make_pdf (1), longer = attach (plain, "some content");
  gsize size = g_bytes_get_size (longer);

  for (gsize at = g_bytes_get_size (plain); at < size; at += 3)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (longer, NULL), size);
      g_autoptr (GBytes) damaged = NULL, found = NULL;

      copy[at] ^= 0x11;
      damaged = g_bytes_new_take (copy, size);
      found = sme_pdf_attachment_find (damaged, "a.json");
      g_assert_true (found == NULL || g_bytes_get_size (found) < 4096);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-attachment/both-forms", test_both_forms);
  g_test_add_func ("/pdf-attachment/stays-under-the-seal", test_stays_under_the_seal);
  g_test_add_func ("/pdf-attachment/one-only", test_one_only);
  g_test_add_func ("/pdf-attachment/none", test_none);
  g_test_add_func ("/pdf-attachment/damaged", test_damaged);
  return g_test_run ();
}
