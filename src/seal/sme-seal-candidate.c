/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-candidate.h"

#include "seal/sme-cms-check.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-lexer.h"
#include "seal/sme-pdf-text.h"
#include "seal/sme-seal-signature-private.h"

#include <string.h>

void
sme_seal_candidate_clear (SmeSealCandidate *self)
{
  g_clear_pointer (&self->dict, sme_pdf_object_unref);
  g_clear_pointer (&self->cms, g_bytes_unref);
  g_clear_pointer (&self->result, sme_seal_signature_unref);
}

void
sme_seal_candidate_read (SmeSealCandidate *self, GBytes *pdf, gsize offset)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  SmePdfLexer lexer;
  guint32 generation = 0;

  self->offset = offset;
  self->result = sme_seal_signature_new ();
  self->result->bytes_after = size;
  sme_pdf_lexer_init (&lexer, data, size, offset);
  if (sme_pdf_lexer_read_header (&lexer, &self->number, &generation))
    self->dict = sme_pdf_lexer_read_object (&lexer, NULL);
}

/* Every value has to be direct and there once: another reader might see other values else. */
static gboolean
dictionary_is_sound (const SmeSealCandidate *self)
{
  const SmePdfObject *type = sme_pdf_object_get (self->dict, "Type");

  return sme_pdf_object_is (self->dict, SME_PDF_DICT) &&
         !sme_pdf_object_has_duplicates (self->dict) &&
         (type == NULL || sme_pdf_object_is_name (type, "Sig") ||
          sme_pdf_object_is_name (type, "DocTimeStamp")) &&
         sme_pdf_object_is (sme_pdf_object_get (self->dict, "SubFilter"), SME_PDF_NAME) &&
         sme_pdf_object_is (sme_pdf_object_get (self->dict, "ByteRange"), SME_PDF_ARRAY) &&
         sme_pdf_object_is_hex (sme_pdf_object_get (self->dict, "Contents"));
}

/* The range is [0 a b c]: from the first byte to the Contents and from there to the end of the
 * revision. A hole that is any larger, or elsewhere, could hide what nobody signed. */
static gboolean
range_is_sound (SmeSealCandidate *self, gsize size)
{
  const SmePdfObject *range = sme_pdf_object_get (self->dict, "ByteRange");
  const SmePdfObject *contents = sme_pdf_object_get (self->dict, "Contents");
  gint64 part[4];

  if (sme_pdf_object_get_length (range) != G_N_ELEMENTS (part))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (part); i++)
    part[i] = sme_pdf_object_get_integer (sme_pdf_object_at (range, i), -1);
  self->hole_start = sme_pdf_object_get_start (contents);
  self->hole_end = sme_pdf_object_get_end (contents);
  if (part[0] != 0 || part[1] != (gint64) self->hole_start || part[2] != (gint64) self->hole_end ||
      part[3] <= 0 || part[3] > (gint64) (size - self->hole_end))
    return FALSE;
  self->end = self->hole_end + (gsize) part[3];
  return sme_pdf_object_get_end (self->dict) < self->end;
}

/* A revision ends with its end-of-file marker; one that is cut off elsewhere may read otherwise. */
static gboolean
revision_is_closed (const guint8 *data, gsize end)
{
  while (end > 0 && sme_pdf_is_space (data[end - 1]))
    end--;
  return end >= 5 && memcmp (data + end - 5, "%%EOF", 5) == 0;
}

static gboolean
field_holds (SmePdfFile *file, const SmePdfField *field, const SmeSealCandidate *self)
{
  g_autoptr (SmePdfObject) value = NULL;
  guint32 number = 0;
  const SmePdfEntry *entry;

  if (!sme_pdf_field_is_signed (field) ||
      !sme_pdf_object_get_reference (field->value, &number, NULL))
    return FALSE;
  entry = sme_pdf_xref_lookup (sme_pdf_file_get_xref (file), number);
  value = sme_pdf_file_load (file, number);
  return entry != NULL && !entry->compressed && value != NULL &&
         sme_pdf_object_get_start (value) == sme_pdf_object_get_start (self->dict);
}

/* Whether the signed revision, read alone, has a signature field with this very object: then all
 * that leads to the signature is signed, and none of it comes from a later update. */
static gboolean
revision_holds (SmeSealCandidate *self, const SmeSealContext *context)
{
  g_autoptr (GBytes) revision = g_bytes_new_from_bytes (context->pdf, 0, self->end);
  g_autoptr (SmePdfFile) file = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  guint32 certifier = 0;
  guint level;

  if (!revision_is_closed (g_bytes_get_data (revision, NULL), self->end))
    return FALSE;
  file = sme_pdf_file_new (revision, NULL);
  if (file == NULL)
    return FALSE;
  fields = sme_pdf_form_list (file);
  for (guint i = 0; i < fields->len; i++)
    {
      const SmePdfField *field = g_ptr_array_index (fields, i);

      if (!field_holds (file, field, self))
        continue;
      self->result->field_name = g_strdup (field->name);
      level = sme_pdf_form_get_certification (file, &certifier);
      self->result->certification = certifier == self->number ? level : 0;
      return TRUE;
    }
  return FALSE;
}

static void
describe (SmeSealCandidate *self, const SmeSealContext *context)
{
  SmeSealSignature *result = self->result;
  gsize size = g_bytes_get_size (context->pdf);

  result->reason = sme_pdf_text_decode (sme_pdf_object_get (self->dict, "Reason"));
  result->location = sme_pdf_text_decode (sme_pdf_object_get (self->dict, "Location"));
  result->claimed_time = sme_pdf_date_decode (sme_pdf_object_get (self->dict, "M"));
  if (self->end == 0)
    return;
  result->signed_size = self->end;
  result->bytes_after = size - self->end;
  if (context->file != NULL)
    result->revisions_after =
      sme_pdf_xref_count_sections_from (sme_pdf_file_get_xref (context->file), self->end);
}

static void
judge_document_timestamp (SmeSealCandidate *self,
                          const SmeSealContext *context,
                          GBytes *const *parts)
{
  SmeSealSignature *result = self->result;

  result->is_timestamp = TRUE;
  result->timestamp_time = sme_seal_timestamp_check (self->cms, parts, 2, context->trusted,
                                                     context->now, &result->timestamp_verdict);
  if (result->timestamp_verdict == SME_SEAL_TIMESTAMP_BROKEN)
    result->flaw = SME_SEAL_FLAW_CMS;
  else if (result->timestamp_verdict == SME_SEAL_TIMESTAMP_EXPIRED)
    result->flaw = SME_SEAL_FLAW_VALIDITY;
  else if (result->timestamp_verdict == SME_SEAL_TIMESTAMP_UNKNOWN_ISSUER)
    result->flaw = SME_SEAL_FLAW_ISSUER;
}

static void
judge_cryptography (SmeSealCandidate *self, const SmeSealContext *context)
{
  const char *format = sme_pdf_object_get_name (sme_pdf_object_get (self->dict, "SubFilter"));
  g_autoptr (GBytes) before = g_bytes_new_from_bytes (context->pdf, 0, self->hole_start);
  g_autoptr (GBytes) after =
    g_bytes_new_from_bytes (context->pdf, self->hole_end, self->end - self->hole_end);
  GBytes *parts[] = { before, after };
  gboolean is_cades = g_strcmp0 (format, "ETSI.CAdES.detached") == 0;

  if (g_strcmp0 (format, "ETSI.RFC3161") == 0)
    judge_document_timestamp (self, context, parts);
  else if (is_cades || g_strcmp0 (format, "adbe.pkcs7.detached") == 0)
    sme_cms_check (self->cms, parts, 2, is_cades, context->trusted, context->now, self->result);
  else
    self->result->flaw = SME_SEAL_FLAW_FORMAT;
}

void
sme_seal_candidate_judge (SmeSealCandidate *self, const SmeSealContext *context)
{
  SmeSealSignature *result = self->result;
  gsize size = 0;
  const guint8 *padded =
    sme_pdf_object_get_string (sme_pdf_object_get (self->dict, "Contents"), &size);

  if (!dictionary_is_sound (self))
    result->flaw = SME_SEAL_FLAW_DICTIONARY;
  else if (!range_is_sound (self, g_bytes_get_size (context->pdf)))
    {
      self->end = 0;
      result->flaw = SME_SEAL_FLAW_BYTE_RANGE;
    }
  else if (!revision_holds (self, context))
    result->flaw = SME_SEAL_FLAW_NOT_IN_FORM;
  else if ((self->cms = sme_cms_unpad (padded, size)) == NULL)
    result->flaw = SME_SEAL_FLAW_CMS;
  else
    judge_cryptography (self, context);
  describe (self, context);
}

gboolean
sme_seal_candidate_gives_usage_rights (const SmeSealCandidate *self)
{
  const SmePdfObject *references = sme_pdf_object_get (self->dict, "Reference");
  const SmePdfObject *method =
    sme_pdf_object_get (sme_pdf_object_at (references, 0), "TransformMethod");

  return sme_pdf_object_is_name (method, "UR") || sme_pdf_object_is_name (method, "UR3");
}
