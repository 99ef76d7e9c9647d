/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-cases.h"

#include "seal-fixture.h"
#include "seal/sme-pdf-update.h"

static SmeSealSigner *
get_signer (void)
{
  return seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
}

GPtrArray *
seal_cases_get_trusted (void)
{
  return sme_seal_signer_get_chain (seal_fixture_get_authority ());
}

GBytes *
seal_cases_make_sealed (void)
{
  return seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
}

GBytes *
seal_cases_replace_page (GBytes *sealed, guint page)
{
  static const char drawing[] = "0.8 0 0 rg 100 500 300 100 re f\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (sealed, &error);
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) found = NULL;
  g_autoptr (SmePdfObject) changed = NULL;
  g_autoptr (SmePdfObject) dict = sme_pdf_object_new_dict ();
  g_autoptr (GBytes) content = g_bytes_new_static (drawing, sizeof drawing - 1);
  guint32 number, stream;

  g_assert_no_error (error);
  update = sme_pdf_update_new (file);
  found = sme_pdf_file_get_page (file, page, &number);
  changed = sme_pdf_object_copy (found);
  stream = sme_pdf_update_reserve (update);
  sme_pdf_update_put_stream (update, stream, dict, content);
  sme_pdf_object_set (changed, "Contents", sme_pdf_object_new_reference (stream, 0));
  sme_pdf_update_put (update, number, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

GBytes *
seal_cases_add_nothing_visible (GBytes *sealed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (sealed, &error);
  g_autoptr (SmePdfUpdate) update = NULL;

  g_assert_no_error (error);
  update = sme_pdf_update_new (file);
  sme_pdf_update_put_text (update, sme_pdf_update_reserve (update), "<< /Nothing true >>");
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

GBytes *
seal_cases_make_twice_signed (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "customer", 1);
  g_autoptr (GBytes) first = seal_fixture_sign (two, "customer", get_signer ());

  return seal_fixture_sign (first, "provider", get_signer ());
}

GBytes *
seal_cases_make_stranger_signed (void)
{
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("Nobody", "Nobody CA", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (SmeSealSigner) stranger = sme_seal_authority_issue (
    authority, "OneSME demo", SME_SEAL_USAGE_DOCUMENTS, SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "customer", 1);
  g_autoptr (GBytes) first = seal_fixture_sign (two, "customer", get_signer ());
  g_autoptr (GBytes) forged = seal_cases_replace_page (first, 0);

  return seal_fixture_sign (forged, "provider", stranger);
}
