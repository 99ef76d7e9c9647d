/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-text.h"

#include <string.h>

static void
assert_prefix (GBytes *whole, GBytes *beginning)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (beginning, &size);

  g_assert_cmpuint (g_bytes_get_size (whole), >, size);
  g_assert_cmpmem (g_bytes_get_data (whole, NULL), size, data, size);
}

static SmePdfFile *
open_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  SmePdfFile *file = sme_pdf_file_new (bytes, &error);

  g_assert_no_error (error);
  return file;
}

static guint
count (GBytes *bytes, const char *what)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  guint found = 0;

  for (const char *at = data; (at = memmem (at, (gsize) (data + size - at), what, strlen (what)));
       at++)
    found++;
  return found;
}

static void
test_prepare_adds_empty_field (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (3);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 2);
  g_autoptr (SmePdfFile) file = open_file (prepared);
  g_autoptr (GPtrArray) fields = sme_pdf_form_list (file);
  const SmePdfField *field = sme_pdf_form_find (fields, SEAL_FIXTURE_FIELD);
  guint32 number = 0;
  guint32 on_page = 0;
  g_autoptr (SmePdfObject) page = sme_pdf_file_get_page (file, 2, &number);
  g_autofree char *label = NULL;

  assert_prefix (prepared, pdf);
  g_assert_nonnull (field);
  g_assert_true (field->is_signature);
  g_assert_false (sme_pdf_field_is_signed (field));
  label = sme_pdf_text_decode (sme_pdf_object_get (field->dict, "TU"));
  g_assert_cmpstr (label, ==, "Chữ ký của khách hàng");
  g_assert_true (
    sme_pdf_object_get_reference (sme_pdf_object_get (field->dict, "P"), &on_page, NULL));
  g_assert_cmpuint (on_page, ==, number);
  g_assert_cmpuint (sme_pdf_object_get_length (sme_pdf_object_get (page, "Annots")), ==, 1);
}

static void
test_prepare_refuses (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD,
                                                 seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  SmeSealField field = { SEAL_FIXTURE_FIELD, NULL, 0, 0, 0, 10, 10 };
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_prepare (prepared, &field, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_FIELD_EXISTS);
  g_clear_error (&error);

  field.name = "another";
  field.page = 1;
  g_assert_null (sme_seal_prepare (prepared, &field, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NO_PAGE);
  g_clear_error (&error);

  field.page = 0;
  g_assert_null (sme_seal_prepare (sealed, &field, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NOT_ALLOWED);
}

static void
test_sign_appends_one_update (gconstpointer data)
{
  SmeSealSigner *signer = seal_fixture_get_signer (GPOINTER_TO_INT (data));
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD, signer);
  g_autoptr (SmePdfFile) file = open_file (sealed);
  g_autoptr (GPtrArray) fields = sme_pdf_form_list (file);
  const SmePdfField *field = sme_pdf_form_find (fields, SEAL_FIXTURE_FIELD);
  g_autoptr (SmePdfObject) signature = sme_pdf_file_resolve (file, field->value);
  g_autofree char *reason = sme_pdf_text_decode (sme_pdf_object_get (signature, "Reason"));

  assert_prefix (sealed, prepared);
  g_assert_cmpuint (count (sealed, "%%EOF"), ==, count (prepared, "%%EOF") + 1);
  g_assert_true (sme_pdf_field_is_signed (field));
  g_assert_nonnull (sme_pdf_object_get (field->dict, "AP"));
  g_assert_cmpstr (reason, ==, "Niêm phong hợp đồng");
  g_assert_cmpuint (sme_pdf_form_get_certification (file, NULL), ==, 2);
}

static void
test_sign_refuses (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) sealed = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD, signer);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);
  SmeSealRequest request = { .field_name = "nobody" };
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_sign (prepared, signer, &request, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NO_FIELD);
  g_clear_error (&error);

  request.field_name = SEAL_FIXTURE_FIELD;
  g_assert_null (sme_seal_sign (sealed, signer, &request, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_FIELD_SIGNED);
  g_clear_error (&error);

  g_assert_null (sme_seal_sign (text, signer, &request, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED);
}

static void
test_second_signature_does_not_certify (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "customer", 0);
  g_autoptr (GBytes) first = seal_fixture_sign (two, "provider", signer);
  g_autoptr (GBytes) second = seal_fixture_sign (first, "customer", signer);

  assert_prefix (second, first);
  g_assert_cmpuint (count (first, "/TransformMethod /DocMDP"), ==, 1);
  g_assert_cmpuint (count (second, "/TransformMethod /DocMDP"), ==, 1);
}

static void
test_claimed_time_has_its_zone (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 ("2026-11-23T09:08:07+07:00", NULL);
  SmeSealRequest request = { .field_name = SEAL_FIXTURE_FIELD, .time = time };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed =
    sme_seal_sign (prepared, seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256), &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count (sealed, "/M (D:20261123090807+07'00')"), ==, 1);
}

static GBytes *
on_no_timestamp (const guint8 *digest, gpointer user_data, GError **error)
{
  g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_TIMESTAMP, "Nobody answers");
  return NULL;
}

static GBytes *
on_huge_timestamp (const guint8 *digest, gpointer user_data, GError **error)
{
  guint8 *data = g_malloc0 (20000);

  data[0] = 0x30;
  data[1] = 0x82;
  data[2] = 19996 >> 8;
  data[3] = 19996 & 255;
  return g_bytes_new_take (data, 20000);
}

static void
test_timestamp_failures_are_errors (void)
{
  SmeSealSigner *signer = seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  SmeSealRequest request = { .field_name = SEAL_FIXTURE_FIELD, .timestamp = on_no_timestamp };
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_seal_sign (prepared, signer, &request, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_TIMESTAMP);
  g_clear_error (&error);

  request.timestamp = on_huge_timestamp;
  g_assert_null (sme_seal_sign (prepared, signer, &request, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal-sign/prepare-adds-empty-field", test_prepare_adds_empty_field);
  g_test_add_func ("/seal-sign/prepare-refuses", test_prepare_refuses);
  g_test_add_data_func ("/seal-sign/one-update-ecdsa", GINT_TO_POINTER (SME_SEAL_KEY_ECDSA_P256),
                        test_sign_appends_one_update);
  g_test_add_data_func ("/seal-sign/one-update-rsa", GINT_TO_POINTER (SME_SEAL_KEY_RSA_2048),
                        test_sign_appends_one_update);
  g_test_add_func ("/seal-sign/sign-refuses", test_sign_refuses);
  g_test_add_func ("/seal-sign/second-does-not-certify", test_second_signature_does_not_certify);
  g_test_add_func ("/seal-sign/claimed-time-has-its-zone", test_claimed_time_has_its_zone);
  g_test_add_func ("/seal-sign/timestamp-failures", test_timestamp_failures_are_errors);
  return g_test_run ();
}
