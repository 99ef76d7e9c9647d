/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-cases.h"

#include "seal-fixture.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-update.h"
#include "seal/sme-seal-stamper.h"

#include <string.h>

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

static SmePdfObject *
make_rect (double right, double top)
{
  SmePdfObject *rect = sme_pdf_object_new_array ();

  sme_pdf_object_append (rect, sme_pdf_object_new_integer (0));
  sme_pdf_object_append (rect, sme_pdf_object_new_integer (0));
  sme_pdf_object_append (rect, sme_pdf_object_new_real (right));
  sme_pdf_object_append (rect, sme_pdf_object_new_real (top));
  return rect;
}

/* The field of whoever signs later is given another size: that of the page, or none. */
static GBytes *
resize_field (GBytes *pdf, const char *name, double right, double top)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, &error);
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) changed = NULL;
  const SmePdfField *field;

  g_assert_no_error (error);
  fields = sme_pdf_form_list (file);
  field = sme_pdf_form_find (fields, name);
  g_assert_nonnull (field);
  update = sme_pdf_update_new (file);
  changed = sme_pdf_object_copy (field->dict);
  sme_pdf_object_set (changed, "Rect", make_rect (right, top));
  sme_pdf_update_put (update, field->number, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

GBytes *
seal_cases_make_signed_after_change (gboolean with_large_field)
{
  g_autoptr (SmeSealSigner) buyer =
    sme_seal_authority_issue (seal_fixture_get_authority (), "The buyer", SME_SEAL_USAGE_DOCUMENTS,
                              SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "customer", 1);
  g_autoptr (GBytes) first = seal_fixture_sign (two, "customer", get_signer ());
  g_autoptr (GBytes) changed = seal_cases_replace_page (first, 0);
  g_autoptr (GBytes) last =
    with_large_field ? resize_field (changed, "provider", 595, 842) : g_bytes_ref (changed);

  return seal_fixture_sign (last, "provider", buyer);
}

/* Bit 3 of the flags prints, bit 6 hides from the screen (ISO 32000-1, 12.5.3). */
GBytes *
seal_cases_add_print_only (GBytes *sealed)
{
  static const char drawing[] = "1 0 0 rg 0 0 200 100 re f\n";
  g_autoptr (GBytes) content = g_bytes_new_static (drawing, sizeof drawing - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (sealed, &error);
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) page = NULL, changed = NULL;
  g_autoptr (SmePdfObject) form = sme_pdf_object_new_dict ();
  SmePdfObject *notes = sme_pdf_object_new_array ();
  g_autofree char *stamp = NULL;
  guint32 number, note, look;

  g_assert_no_error (error);
  update = sme_pdf_update_new (file);
  page = sme_pdf_file_get_page (file, 0, &number);
  changed = sme_pdf_object_copy (page);
  look = sme_pdf_update_reserve (update);
  note = sme_pdf_update_reserve (update);
  sme_pdf_object_set (form, "Type", sme_pdf_object_new_name ("XObject"));
  sme_pdf_object_set (form, "Subtype", sme_pdf_object_new_name ("Form"));
  sme_pdf_object_set (form, "BBox", make_rect (200, 100));
  sme_pdf_update_put_stream (update, look, form, content);
  stamp = g_strdup_printf ("<< /Type /Annot /Subtype /Stamp /Rect [ 100 400 300 500 ] /F 36"
                           " /AP << /N %u 0 R >> >>",
                           look);
  sme_pdf_update_put_text (update, note, stamp);
  sme_pdf_object_append (notes, sme_pdf_object_new_reference (note, 0));
  sme_pdf_object_set (changed, "Annots", notes);
  sme_pdf_update_put (update, number, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

GBytes *
seal_cases_encrypt (GBytes *pdf)
{
  return seal_fixture_replace (
    pdf, seal_fixture_find_last (pdf, "trailer"), "/Root",
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O () /U () >> /Root");
}

GBytes *
seal_cases_make_signed_by (const char *name)
{
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("Nobody", "Nobody CA", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (SmeSealSigner) signer = sme_seal_authority_issue (
    authority, name, SME_SEAL_USAGE_DOCUMENTS, SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, "customer", 0);

  return seal_fixture_sign (prepared, "customer", signer);
}

/* With the same name as who is trusted. */
static SmeSealSigner *
make_stranger (void)
{
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("Nobody", "Nobody CA", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);

  return sme_seal_authority_issue (authority, "OneSME demo", SME_SEAL_USAGE_DOCUMENTS,
                                   SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
}

GBytes *
seal_cases_make_stranger_signed (void)
{
  g_autoptr (SmeSealSigner) stranger = make_stranger ();
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "customer", 1);
  g_autoptr (GBytes) first = seal_fixture_sign (two, "customer", get_signer ());
  g_autoptr (GBytes) forged = seal_cases_replace_page (first, 0);

  return seal_fixture_sign (forged, "provider", stranger);
}

GBytes *
seal_cases_add_link (GBytes *sealed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (sealed, &error);
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) page = NULL, changed = NULL;
  SmePdfObject *notes = sme_pdf_object_new_array ();
  guint32 number, note;

  g_assert_no_error (error);
  update = sme_pdf_update_new (file);
  page = sme_pdf_file_get_page (file, 1, &number);
  changed = sme_pdf_object_copy (page);
  note = sme_pdf_update_reserve (update);
  sme_pdf_update_put_text (update, note,
                           "<< /Type /Annot /Subtype /Link /Rect [ 50 600 500 800 ]"
                           " /Border [ 0 0 0 ] /A << /S /URI /URI (https://other.example/) >> >>");
  sme_pdf_object_append (notes, sme_pdf_object_new_reference (note, 0));
  sme_pdf_object_set (changed, "Annots", notes);
  sme_pdf_update_put (update, number, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

/* Two fields: that of the provider is nowhere to be seen. */
static GBytes *
prepare_hidden (void)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (2);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "provider", 0);
  g_autoptr (GBytes) hidden = resize_field (one, "provider", 0, 0);

  return seal_fixture_prepare (hidden, "customer", 0);
}

GBytes *
seal_cases_make_added_and_signed (GBytes *(*add) (GBytes *sealed), gboolean by_stranger)
{
  g_autoptr (SmeSealSigner) stranger = make_stranger ();
  g_autoptr (GBytes) prepared = prepare_hidden ();
  g_autoptr (GBytes) first = seal_fixture_sign (prepared, "customer", get_signer ());
  g_autoptr (GBytes) longer = add (first);

  return seal_fixture_sign (longer, "provider", by_stranger ? stranger : get_signer ());
}

GBytes *
seal_cases_make_stranger_first (void)
{
  g_autoptr (SmeSealSigner) stranger = make_stranger ();
  g_autoptr (GBytes) prepared = prepare_hidden ();
  g_autoptr (GBytes) first = seal_fixture_sign (prepared, "provider", stranger);

  return seal_fixture_sign (first, "customer", get_signer ());
}

/* The name of the format is written with escapes to be as long as the one it takes the place of. */
GBytes *
seal_cases_make_added_and_stamped (void)
{
  g_autoptr (SmeSealSigner) tsa =
    sme_seal_authority_issue (seal_fixture_get_authority (), "TSA", SME_SEAL_USAGE_TIMESTAMPS,
                              SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  SmeSealStamper stamper = { tsa, NULL };
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autoptr (GBytes) twice = seal_cases_make_added_and_signed (seal_cases_add_link, FALSE);
  g_autoptr (GBytes) file =
    seal_fixture_replace (twice, seal_fixture_find_last (twice, "ETSI.CAdES.detached"),
                          "ETSI.CAdES.detached", "#45TSI.#52FC#33161 ");
  gsize size, open = seal_fixture_find_last (file, "/Contents <") + 10;
  const char *data = g_bytes_get_data (file, &size);
  gsize close = (gsize) ((const char *) memchr (data + open, '>', size - open) - data) + 1;
  g_autoptr (GBytes) token = NULL;
  char *copy = g_memdup2 (data, size);
  const guint8 *der;

  sme_seal_digest_around (file, open, close, size, digest);
  token = sme_seal_stamper_stamp (digest, &stamper, NULL);
  g_assert_nonnull (token);
  der = g_bytes_get_data (token, NULL);
  memset (copy + open + 1, '0', close - open - 2);
  for (gsize i = 0; i < g_bytes_get_size (token); i++)
    {
      copy[open + 1 + 2 * i] = "0123456789ABCDEF"[der[i] >> 4];
      copy[open + 2 + 2 * i] = "0123456789ABCDEF"[der[i] & 15];
    }
  return g_bytes_new_take (copy, size);
}

/* An update with another list of pages; takes @kids. */
static GBytes *
put_kids (SmePdfFile *file, SmePdfUpdate *update, SmePdfObject *kids)
{
  guint32 root = 0;
  g_autoptr (SmePdfObject) catalog = sme_pdf_file_get_catalog (file, &root);
  g_autoptr (SmePdfObject) pages = sme_pdf_file_get (file, catalog, "Pages");
  g_autoptr (SmePdfObject) changed = sme_pdf_object_copy (pages);
  guint32 number = 0;

  g_assert_true (
    sme_pdf_object_get_reference (sme_pdf_object_get (catalog, "Pages"), &number, NULL));
  sme_pdf_object_set (changed, "Count",
                      sme_pdf_object_new_integer (sme_pdf_object_get_length (kids)));
  sme_pdf_object_set (changed, "Kids", kids);
  sme_pdf_update_put (update, number, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

GBytes *
seal_cases_insert_page (GBytes *sealed, guint place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (sealed, &error);
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) page = NULL, added = NULL;
  SmePdfObject *kids = sme_pdf_object_new_array ();
  guint32 number, new_number;

  g_assert_no_error (error);
  update = sme_pdf_update_new (file);
  page = sme_pdf_file_get_page (file, 0, &number);
  added = sme_pdf_object_copy (page);
  sme_pdf_object_set (added, "Contents", sme_pdf_object_new_array ());
  new_number = sme_pdf_update_reserve (update);
  sme_pdf_update_put (update, new_number, added);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SmePdfObject) old = NULL;

      if (i == place)
        number = new_number;
      else
        old = sme_pdf_file_get_page (file, i < place ? i : i - 1, &number);
      sme_pdf_object_append (kids, sme_pdf_object_new_reference (number, 0));
    }
  return put_kids (file, update, kids);
}

GBytes *
seal_cases_remove_page (GBytes *sealed, guint place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (sealed, &error);
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (SmePdfObject) left = NULL;
  SmePdfObject *kids = sme_pdf_object_new_array ();
  guint32 number;

  g_assert_no_error (error);
  update = sme_pdf_update_new (file);
  left = sme_pdf_file_get_page (file, 1 - place, &number);
  sme_pdf_object_append (kids, sme_pdf_object_new_reference (number, 0));
  return put_kids (file, update, kids);
}

GBytes *
seal_cases_append (GBytes *sealed, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (sealed, &size);
  GByteArray *longer = g_byte_array_new ();

  g_byte_array_append (longer, (const guint8 *) data, (guint) size);
  g_byte_array_append (longer, (const guint8 *) text, (guint) strlen (text));
  return g_byte_array_free_to_bytes (longer);
}
