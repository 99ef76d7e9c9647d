/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-fixture.h"

#include "seal/sme-cms-builder.h"
#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-update.h"

#include <string.h>

/* What someone could do to a sealed file to make it say something else, and what must come of it.
 */

typedef struct
{
  GBytes *sealed;
  const char *data;
  gsize size;
  gsize hole_start; /* of the Contents, with its brackets */
  gsize hole_end;
} Victim;

static void
set_up (Victim *victim, gconstpointer unused)
{
  victim->sealed = seal_fixture_make_signed (SME_SEAL_KEY_ECDSA_P256);
  victim->data = g_bytes_get_data (victim->sealed, &victim->size);
  victim->hole_start = seal_fixture_find_last (victim->sealed, "/Contents <") + 10;
  victim->hole_end =
    (gsize) ((const char *) memchr (victim->data + victim->hole_start, '>', victim->size) -
             victim->data) +
    1;
}

static void
tear_down (Victim *victim, gconstpointer unused)
{
  g_bytes_unref (victim->sealed);
}

static void
assert_nothing_intact (GBytes *pdf)
{
  GPtrArray *trusted = sme_seal_signer_get_chain (seal_fixture_get_authority ());
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeSealReport) report = sme_seal_check (pdf, trusted, NULL, &error);

  if (report == NULL) /* where nothing like a signature is left of a damaged file */
    g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED);
  for (guint i = 0; report != NULL && i < sme_seal_report_get_n_signatures (report); i++)
    g_assert_false (sme_seal_signature_is_intact (sme_seal_report_get_signature (report, i)));
}

static void
assert_only (GBytes *pdf, SmeSealVerdict verdict, SmeSealFlaw flaw)
{
  g_autoptr (SmeSealReport) report = seal_fixture_check (pdf);

  seal_fixture_get_only (report);
  seal_fixture_assert (report, 0, verdict, flaw);
}

/* An update that draws something else on a page: page @index of @pdf gets new content. */
static GBytes *
replace_page (GBytes *pdf, guint index)
{
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, NULL);
  g_autoptr (SmePdfUpdate) update = sme_pdf_update_new (file);
  guint32 number = 0;
  g_autoptr (SmePdfObject) page = sme_pdf_file_get_page (file, index, &number);
  g_autoptr (SmePdfObject) changed = sme_pdf_object_copy (page);
  g_autoptr (SmePdfObject) dict = sme_pdf_object_new_dict ();
  g_autoptr (GBytes) content = g_bytes_new_static ("1 0 0 rg 0 0 300 300 re f\n", 26);
  guint32 stream = sme_pdf_update_reserve (update);

  sme_pdf_update_put_stream (update, stream, dict, content);
  sme_pdf_object_set (changed, "Contents", sme_pdf_object_new_reference (stream, 0));
  sme_pdf_update_put (update, number, changed);
  return g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
}

/* Other checkers call this valid and say no more. */
static void
test_page_replaced_afterwards (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) forged = replace_page (victim->sealed, 0);
  g_autoptr (SmeSealReport) report = seal_fixture_check (forged);
  SmeSealSignature *signature = seal_fixture_get_only (report);
  g_autoptr (GBytes) revision = sme_seal_report_get_revision (report, 0);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  g_assert_true (sme_seal_report_is_extended_after_signature (report));
  g_assert_cmpuint (sme_seal_signature_get_revisions_after (signature), ==, 1);
  g_assert_cmpuint (sme_seal_signature_get_bytes_after (signature), ==,
                    g_bytes_get_size (forged) - victim->size);
  g_assert_true (g_bytes_equal (revision, victim->sealed));
}

/* The forger then signs the forged file: nobody may take that for the end of the story. */
static void
test_page_replaced_and_signed_by_stranger (Victim *victim, gconstpointer unused)
{
  g_autoptr (SmeSealSigner) authority =
    sme_seal_authority_new ("OneSME demo", "OneSME demo CA", SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (SmeSealSigner) stranger = sme_seal_authority_issue (
    authority, "OneSME demo", SME_SEAL_USAGE_DOCUMENTS, SME_SEAL_KEY_ECDSA_P256, NULL, NULL);
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) one = seal_fixture_prepare (pdf, "customer", 0);
  g_autoptr (GBytes) two = seal_fixture_prepare (one, "free", 0);
  g_autoptr (GBytes) sealed =
    seal_fixture_sign (two, "customer", seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  g_autoptr (GBytes) forged = replace_page (sealed, 0);
  g_autoptr (GBytes) covered = seal_fixture_sign (forged, "free", stranger);
  g_autoptr (SmeSealReport) report = seal_fixture_check (covered);

  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  seal_fixture_assert (report, 1, SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER, SME_SEAL_FLAW_ISSUER);
  g_assert_true (sme_seal_report_is_extended_after_signature (report));
}

static void
test_trailing_bytes (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) longer = seal_fixture_append (victim->sealed, "% hello\n");
  g_autoptr (SmeSealReport) report = seal_fixture_check (longer);

  g_assert_true (sme_seal_report_is_extended_after_signature (report));
  g_assert_cmpuint (sme_seal_signature_get_bytes_after (seal_fixture_get_only (report)), ==, 8);
}

static GBytes *
flip (Victim *victim, gsize at, guint bit)
{
  guint8 *copy = g_memdup2 (victim->data, victim->size);

  copy[at] ^= (guint8) (1 << bit);
  return g_bytes_new_take (copy, victim->size);
}

/* Every byte of the update with the signature, and a sample of what is before it. */
static void
test_changed_byte (Victim *victim, gconstpointer unused)
{
  gsize update = seal_fixture_find_last (victim->sealed, "/Type /Sig\n") - 20;
  guint tried = 0;

  for (gsize at = 0; at < victim->size; at += at < update ? 41 : 1)
    {
      g_autoptr (GBytes) changed = NULL;

      if (at >= victim->hole_start && at < victim->hole_end)
        continue;
      changed = flip (victim, at, (guint) at % 8);
      if (at >= 5) /* before that it is no PDF any more */
        assert_nothing_intact (changed);
      tried++;
    }
  g_assert_cmpuint (tried, >, 1000);
}

static void
test_changed_page_text (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) changed = flip (victim, 300, 0); /* inside a content stream */

  assert_only (changed, SME_SEAL_VERDICT_CHANGED, SME_SEAL_FLAW_DIGEST);
}

/* Changes inside the message may leave it valid, as of a certificate nobody needs; but they may not
 * make it anyone else's. */
static void
test_changed_signature (Victim *victim, gconstpointer unused)
{
  SmeSealCertificate *signer =
    sme_seal_signer_get_certificate (seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));

  for (gsize at = victim->hole_start + 1; at < victim->hole_start + 3200; at += 3)
    {
      g_autoptr (GBytes) changed = flip (victim, at, 0);
      g_autoptr (SmeSealReport) report = seal_fixture_check (changed);
      SmeSealSignature *signature = seal_fixture_get_only (report);

      if (sme_seal_signature_is_intact (signature))
        g_assert_true (
          sme_seal_certificate_equal (sme_seal_signature_get_certificate (signature), signer));
    }
}

/* After the message the hole may only hold zeros. */
static void
test_changed_padding (Victim *victim, gconstpointer unused)
{
  guint8 *copy = g_memdup2 (victim->data, victim->size);
  g_autoptr (GBytes) padding = NULL;
  g_autoptr (GBytes) letter = NULL;

  copy[victim->hole_end - 10] = '7';
  padding = g_bytes_new (copy, victim->size);
  assert_only (padding, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_CMS);
  copy[victim->hole_end - 10] = 'x';
  letter = g_bytes_new_take (copy, victim->size);
  assert_nothing_intact (letter);
}

/* Replaces the ByteRange, which is made of fixed-width numbers, by one as long. */
static GBytes *
with_range (Victim *victim, gint64 a, gint64 b, gint64 c, gint64 d)
{
  gsize at = seal_fixture_find_last (victim->sealed, "/ByteRange [") + 11;
  gsize width = (gsize) ((const char *) memchr (victim->data + at, ']', 100) - victim->data) - at;
  g_autofree char *old = g_strndup (victim->data + at, width);
  g_autofree char *new_range = g_strdup_printf ("[%" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                                " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                a, b, c, d);
  g_autofree char *padded = g_strdup_printf ("%-*s", (int) width, new_range);

  return seal_fixture_replace (victim->sealed, at, old, padded);
}

static void
test_byte_range_manipulated (Victim *victim, gconstpointer unused)
{
  gint64 start = (gint64) victim->hole_start;
  gint64 end = (gint64) victim->hole_end;
  gint64 rest = (gint64) victim->size - end;
  const gint64 ranges[][4] = {
    { 1, start - 1, end, rest },                  /* not from the first byte */
    { 0, start - 100, end, rest },                /* a hole that is too large before */
    { 0, start, end + 100, rest - 100 },          /* and after */
    { 0, 100, 400, (gint64) victim->size - 400 }, /* a hole elsewhere */
    { 0, start + 10, end, rest },                 /* a part of the signature covered */
    { 0, end, start, rest },                      /* overlapping */
    { 0, start, end, rest + 1 },                  /* beyond the end */
    { 0, start, end, 0 },                         /* nothing after the hole */
    { 0, start, end, -1 },
    { 0, -5, end, rest },
    { 0, start, end, G_MAXINT64 / 4 },
    { 0, (gint64) victim->size, (gint64) victim->size, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GBytes) forged =
        with_range (victim, ranges[i][0], ranges[i][1], ranges[i][2], ranges[i][3]);

      if (g_bytes_get_size (forged) == victim->size)
        assert_only (forged, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_BYTE_RANGE);
      else
        assert_nothing_intact (forged);
    }
}

/* A range that ends early, where the file could be read otherwise. */
static void
test_range_ends_early (Victim *victim, gconstpointer unused)
{
  gint64 rest = (gint64) (victim->size - victim->hole_end);

  for (gint64 less = 1; less < rest; less += 7)
    {
      g_autoptr (GBytes) forged =
        with_range (victim, 0, (gint64) victim->hole_start, (gint64) victim->hole_end, rest - less);

      assert_nothing_intact (forged);
    }
}

/* The padding of the signature is cut off and the room in the hole used for other things. */
static void
test_hole_used_for_something_else (Victim *victim, gconstpointer unused)
{
  static const char *injected[] = {
    "> /Contents <00",
    "> /ByteRange [0 10 20 30] /X <00",
    "> >> endobj 99 0 obj << /Type /Catalog /X <00",
    "> /V (",
  };

  for (guint i = 0; i < G_N_ELEMENTS (injected); i++)
    {
      guint8 *copy = g_memdup2 (victim->data, victim->size);
      g_autoptr (GBytes) forged = NULL;

      memcpy (copy + victim->hole_end - 2000, injected[i], strlen (injected[i]));
      forged = g_bytes_new_take (copy, victim->size);
      assert_nothing_intact (forged);
    }
}

/* Everything signed is there, the digest is right, but the file means something else: the second
 * part is moved to the end and what is between is the forger's. Needs a second range in the hole.
 */
static void
test_signature_wrapping (Victim *victim, gconstpointer unused)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GBytes) forged = NULL;
  static const char between[] = "\n500 0 obj\n<< /Type /Catalog >>\nendobj\n";
  g_autofree char *range = NULL;
  gsize tail = victim->size - victim->hole_end;

  g_byte_array_append (out, (const guint8 *) victim->data, (guint) victim->hole_end);
  range = g_strdup_printf ("> /ByteRange [0 %zu %zu %zu] >>", victim->hole_start,
                           victim->hole_end + strlen (between), tail);
  memcpy (out->data + victim->hole_end - 200, range, strlen (range));
  g_byte_array_append (out, (const guint8 *) between, sizeof between - 1);
  g_byte_array_append (out, (const guint8 *) victim->data + victim->hole_end, (guint) tail);
  forged = g_bytes_new (out->data, out->len);
  assert_nothing_intact (forged);
}

/* The signature object is copied whole into an update that has a field for it. */
static void
test_signature_moved_to_another_object (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (prepared, NULL);
  g_autoptr (GPtrArray) fields = sme_pdf_form_list (file);
  const SmePdfField *field = sme_pdf_form_find (fields, SEAL_FIXTURE_FIELD);
  g_autoptr (SmePdfUpdate) update = sme_pdf_update_new (file);
  g_autoptr (SmePdfObject) changed = sme_pdf_object_copy (field->dict);
  gsize start = seal_fixture_find_last (victim->sealed, "<< /Type /Sig\n");
  g_autofree char *copied = g_strndup (
    victim->data + start, (gsize) (strstr (victim->data + start, "endobj") - victim->data) - start);
  guint32 number = sme_pdf_update_reserve (update);
  g_autoptr (GBytes) forged = NULL;

  sme_pdf_update_put_text (update, number, copied);
  sme_pdf_object_set (changed, "V", sme_pdf_object_new_reference (number, 0));
  sme_pdf_update_put (update, field->number, changed);
  forged = g_byte_array_free_to_bytes (sme_pdf_update_finish (update));
  assert_only (forged, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_BYTE_RANGE);
}

/* A later update points the field to something without a range: the old signature is still told. */
static void
test_field_points_elsewhere (Victim *victim, gconstpointer unused)
{
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (victim->sealed, NULL);
  g_autoptr (GPtrArray) fields = sme_pdf_form_list (file);
  const SmePdfField *field = sme_pdf_form_find (fields, SEAL_FIXTURE_FIELD);
  g_autoptr (SmePdfUpdate) update = sme_pdf_update_new (file);
  g_autoptr (SmePdfObject) changed = sme_pdf_object_copy (field->dict);
  guint32 number = sme_pdf_update_reserve (update);
  g_autoptr (GBytes) forged = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  sme_pdf_update_put_text (update, number,
                           "<< /Type /Sig /Filter /Adobe.PPKLite "
                           "/SubFilter /ETSI.CAdES.detached /Name (OneSME) >>");
  sme_pdf_object_set (changed, "V", sme_pdf_object_new_reference (number, 0));
  sme_pdf_update_put (update, field->number, changed);
  forged = g_byte_array_free_to_bytes (sme_pdf_update_finish (update));

  report = seal_fixture_check (forged);
  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), ==, 2);
  seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
  seal_fixture_assert (report, 1, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_DICTIONARY);
  g_assert_true (sme_seal_report_is_extended_after_signature (report));
}

/* A whole new file is appended that does not know the old one, or one that cannot be read. */
static void
test_signature_hidden (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) unreadable =
    seal_fixture_append (victim->sealed, "startxref\n999999999\n%%EOF\n");
  g_autofree char *text = g_strdup_printf (
    "1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 2\n0000000000 65535 f \n%010zu 00000 n \n"
    "trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
    victim->size, victim->size + 36);
  g_autoptr (GBytes) rewritten = seal_fixture_append (victim->sealed, text);
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (rewritten, NULL);
  GBytes *files[] = { unreadable, rewritten };

  g_assert_nonnull (file);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SmeSealReport) report = seal_fixture_check (files[i]);

      seal_fixture_get_only (report);
      seal_fixture_assert (report, 0, SME_SEAL_VERDICT_INTACT_TRUSTED, SME_SEAL_FLAW_NONE);
      g_assert_true (sme_seal_report_is_extended_after_signature (report));
    }
}

/* A sealed PDF inside another one, uncompressed, is not the other one's seal. */
static void
test_attached_file_does_not_count (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1);
  g_autoptr (SmePdfFile) file = sme_pdf_file_new (pdf, NULL);
  g_autoptr (SmePdfUpdate) update = sme_pdf_update_new (file);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) outer = NULL;
  g_autoptr (SmeSealReport) report = NULL;

  g_string_printf (text, "<< /Type /EmbeddedFile /Length %zu >>\nstream\n", victim->size);
  for (gsize i = 0; i < victim->size; i++) /* zeros would end the text */
    g_string_append_c (text, victim->data[i] != '\0' ? victim->data[i] : ' ');
  g_string_append (text, "\nendstream");
  sme_pdf_update_put_text (update, sme_pdf_update_reserve (update), text->str);
  outer = g_byte_array_free_to_bytes (sme_pdf_update_finish (update));

  report = seal_fixture_check (outer);
  g_assert_cmpuint (sme_seal_report_get_n_signatures (report), ==, 0);
}

/* Signs @file anew up to @end, with a trusted key: so that nothing but its structure can be wrong.
 * The structure rules are not for forgers alone, but also for signers whose files read in two ways.
 */
static GBytes *
sign_again (Victim *victim, GBytes *file, gsize end)
{
  guint8 digest[SME_SEAL_DIGEST_SIZE];
  g_autoptr (GBytes) cms = NULL;
  gsize size = 0;
  guint8 *copy = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  const guint8 *der;

  g_assert_cmpuint (g_bytes_get_size (file), ==, victim->size);
  sme_seal_digest_around (file, victim->hole_start, victim->hole_end, end, digest);
  cms = sme_cms_build (seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256), digest, NULL, NULL, NULL);
  g_assert_nonnull (cms);
  der = g_bytes_get_data (cms, &size);
  memset (copy + victim->hole_start + 1, '0', victim->hole_end - victim->hole_start - 2);
  for (gsize i = 0; i < size; i++)
    {
      copy[victim->hole_start + 1 + 2 * i] = (guint8) "0123456789abcdef"[der[i] >> 4];
      copy[victim->hole_start + 2 + 2 * i] = (guint8) "0123456789abcdef"[der[i] & 15];
    }
  return g_bytes_new_take (copy, victim->size);
}

static void
assert_signed_again (Victim *victim,
                     const char *what,
                     const char *with,
                     SmeSealVerdict verdict,
                     SmeSealFlaw flaw)
{
  g_autoptr (GBytes) changed = seal_fixture_replace (
    victim->sealed, seal_fixture_find_last (victim->sealed, what), what, with);
  g_autoptr (GBytes) forged = sign_again (victim, changed, victim->size);

  assert_only (forged, verdict, flaw);
}

static void
test_ambiguous_but_signed (Victim *victim, gconstpointer unused)
{
  assert_signed_again (victim, "/Name (", "/Nane (", SME_SEAL_VERDICT_INTACT_TRUSTED,
                       SME_SEAL_FLAW_NONE); /* nothing is wrong with this one */
  assert_signed_again (victim, "/Name (", "/M    (", SME_SEAL_VERDICT_BROKEN,
                       SME_SEAL_FLAW_DICTIONARY);
  assert_signed_again (victim, "/Type /Sig\n", "/Type /Sug\n", SME_SEAL_VERDICT_BROKEN,
                       SME_SEAL_FLAW_DICTIONARY);
}

static void
test_not_in_form_but_signed (Victim *victim, gconstpointer unused)
{
  assert_signed_again (victim, "/V ", "/W ", SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_NOT_IN_FORM);
}

static void
test_odd_range_but_signed (Victim *victim, gconstpointer unused)
{
  gsize rest = victim->size - victim->hole_end;
  gsize before_eof = victim->size - strlen ("%%EOF\n");
  g_autoptr (GBytes) late =
    with_range (victim, 1, (gint64) victim->hole_start, (gint64) victim->hole_end, (gint64) rest);
  g_autoptr (GBytes) late_signed = sign_again (victim, late, victim->size);
  g_autoptr (GBytes) open =
    with_range (victim, 0, (gint64) victim->hole_start, (gint64) victim->hole_end,
                (gint64) (before_eof - victim->hole_end));
  g_autoptr (GBytes) open_signed = sign_again (victim, open, before_eof);

  assert_only (late_signed, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_BYTE_RANGE);
  assert_only (open_signed, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_NOT_IN_FORM);
}

/* The digest is right and the certificate is the trusted one, but its key did not sign. */
static void
test_signature_value_forged (Victim *victim, gconstpointer unused)
{
  gsize last = victim->hole_end - 2;

  while (victim->data[last] == '0')
    last--;
  for (gsize at = last - 20; at < last; at++)
    {
      guint8 *copy = g_memdup2 (victim->data, victim->size);
      g_autoptr (GBytes) forged = NULL;

      copy[at] = copy[at] == '1' ? '2' : '1';
      forged = g_bytes_new_take (copy, victim->size);
      assert_only (forged, SME_SEAL_VERDICT_BROKEN, SME_SEAL_FLAW_SIGNATURE);
    }
}

static void
test_truncated (Victim *victim, gconstpointer unused)
{
  for (gsize size = 5; size < victim->size; size += size < victim->hole_start ? 997 : 13)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (victim->sealed, 0, size);

      assert_nothing_intact (cut);
    }
}

/* A signature of another document, whole and good, pasted over this one's. */
static void
test_signature_of_another_document (Victim *victim, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (3);
  g_autoptr (GBytes) prepared = seal_fixture_prepare (pdf, SEAL_FIXTURE_FIELD, 0);
  g_autoptr (GBytes) other = seal_fixture_sign (prepared, SEAL_FIXTURE_FIELD,
                                                seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
  gsize start = seal_fixture_find_last (other, "/Contents <") + 10;
  guint8 *copy = g_memdup2 (victim->data, victim->size);
  g_autoptr (GBytes) forged = NULL;

  memcpy (copy + victim->hole_start, (const char *) g_bytes_get_data (other, NULL) + start,
          victim->hole_end - victim->hole_start);
  forged = g_bytes_new_take (copy, victim->size);
  assert_only (forged, SME_SEAL_VERDICT_CHANGED, SME_SEAL_FLAW_DIGEST);
}

static void
add (const char *name, void (*test) (Victim *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/seal-attacks/", name, NULL);

  g_test_add (path, Victim, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("page-replaced-afterwards", test_page_replaced_afterwards);
  add ("page-replaced-and-signed-by-stranger", test_page_replaced_and_signed_by_stranger);
  add ("trailing-bytes", test_trailing_bytes);
  add ("changed-byte", test_changed_byte);
  add ("changed-page-text", test_changed_page_text);
  add ("changed-signature", test_changed_signature);
  add ("changed-padding", test_changed_padding);
  add ("byte-range-manipulated", test_byte_range_manipulated);
  add ("range-ends-early", test_range_ends_early);
  add ("hole-used-for-something-else", test_hole_used_for_something_else);
  add ("signature-wrapping", test_signature_wrapping);
  add ("signature-moved", test_signature_moved_to_another_object);
  add ("field-points-elsewhere", test_field_points_elsewhere);
  add ("signature-hidden", test_signature_hidden);
  add ("attached-file-does-not-count", test_attached_file_does_not_count);
  add ("ambiguous-but-signed", test_ambiguous_but_signed);
  add ("not-in-form-but-signed", test_not_in_form_but_signed);
  add ("odd-range-but-signed", test_odd_range_but_signed);
  add ("signature-value-forged", test_signature_value_forged);
  add ("truncated", test_truncated);
  add ("signature-of-another-document", test_signature_of_another_document);
  return g_test_run ();
}
