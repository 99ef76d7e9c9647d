/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-check.h"

#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-lexer.h"
#include "seal/sme-pdf-scan.h"
#include "seal/sme-seal-candidate.h"
#include "seal/sme-seal-signature-private.h"

#include <string.h>

#define MAX_CANDIDATES 100
#define MAX_REREAD (256 * 1024 * 1024) /* bytes of signed revisions, each read by itself */

typedef struct
{
  SmeSealContext context;
  GPtrArray *fields; /* of the whole file */
  GArray *in_form;   /* of gsize: where the values of its signature fields are */
  GPtrArray *found;  /* of SmeSealSignature */
  gsize reread;      /* bytes of revisions read so far */
  GError *damage;    /* (nullable): why the structure could not be read */
} Check;

static gboolean
contains_offset (const GArray *offsets, gsize offset)
{
  for (guint i = 0; i < offsets->len; i++)
    if (g_array_index (offsets, gsize, i) == offset)
      return TRUE;
  return FALSE;
}

/* What the scan brings up need not be a signature: the words may be in a text, and a PDF attached
 * to this one without compression brings its own signatures along. Neither is held by a field. */
static gboolean
is_stray (Check *check, const SmeSealCandidate *candidate)
{
  if (check->context.file == NULL || candidate->result->field_name != NULL ||
      contains_offset (check->in_form, candidate->offset))
    return FALSE;
  return sme_pdf_object_get (candidate->dict, "ByteRange") == NULL ||
         !sme_pdf_xref_has_offset (sme_pdf_file_get_xref (check->context.file), candidate->offset);
}

static void
judge_at (Check *check, gsize offset)
{
  g_auto (SmeSealCandidate) candidate = { 0 };

  sme_seal_candidate_read (&candidate, check->context.pdf, offset);
  if (sme_seal_candidate_gives_usage_rights (&candidate))
    return;
  sme_seal_candidate_judge (&candidate, &check->context);
  check->reread += candidate.end;
  if (!is_stray (check, &candidate))
    g_ptr_array_add (check->found, g_steal_pointer (&candidate.result));
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  gsize left = *(const gsize *) a;
  gsize right = *(const gsize *) b;

  return left < right ? -1 : left > right;
}

/* A field whose value is no object of its own, or is in a compressed stream, cannot be signed. */
static void
add_unsignable (Check *check, const SmePdfField *field)
{
  SmeSealSignature *result = sme_seal_signature_new ();

  result->flaw = SME_SEAL_FLAW_DICTIONARY;
  result->field_name = g_strdup (field->name);
  result->bytes_after = g_bytes_get_size (check->context.pdf);
  g_ptr_array_add (check->found, result);
}

/* Where the values of the file's signature fields are. */
static void
read_form (Check *check)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (check->context.pdf, &size);

  for (guint i = 0; check->fields != NULL && i < check->fields->len &&
                    check->in_form->len + check->found->len <= MAX_CANDIDATES;
       i++)
    {
      const SmePdfField *field = g_ptr_array_index (check->fields, i);
      const SmePdfEntry *entry = NULL;
      guint32 number = 0;
      SmePdfLexer lexer;

      if (!sme_pdf_field_is_signed (field))
        continue;
      if (sme_pdf_object_get_reference (field->value, &number, NULL))
        entry = sme_pdf_xref_lookup (sme_pdf_file_get_xref (check->context.file), number);
      if (entry == NULL || entry->compressed || entry->offset >= size)
        {
          add_unsignable (check, field);
          continue;
        }
      sme_pdf_lexer_init (&lexer, data, size, (gsize) entry->offset);
      sme_pdf_lexer_skip_space (&lexer);
      if (!contains_offset (check->in_form, lexer.pos))
        g_array_append_val (check->in_form, lexer.pos);
    }
}

static gboolean
too_many (GError **error)
{
  g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT, "Too many signatures");
  return FALSE;
}

static gboolean
judge_all (Check *check, GError **error)
{
  g_autoptr (GArray) offsets = sme_pdf_scan_signatures (check->context.pdf);

  read_form (check);
  for (guint i = 0; i < check->in_form->len && offsets->len <= MAX_CANDIDATES; i++)
    if (!contains_offset (offsets, g_array_index (check->in_form, gsize, i)))
      g_array_append_val (offsets, g_array_index (check->in_form, gsize, i));
  if (offsets->len + check->found->len > MAX_CANDIDATES)
    return too_many (error);
  g_array_sort (offsets, compare_offsets);
  for (guint i = 0; i < offsets->len; i++)
    {
      if (check->reread > MAX_REREAD)
        return too_many (error);
      judge_at (check, g_array_index (offsets, gsize, i));
    }
  return TRUE;
}

static gboolean
open_file (Check *check, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (check->context.pdf, &size);
  const GError *reason;

  check->context.file = sme_pdf_file_new (check->context.pdf, &check->damage);
  reason = check->damage;
  /* A structure that cannot be read may be an attempt to hide a signature: look for it all the
   * same. But what is no PDF at all, or too much to read, is refused. */
  if (check->context.file == NULL &&
      (size < 5 || memcmp (data, "%PDF-", 5) != 0 ||
       g_error_matches (reason, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT)))
    {
      g_propagate_error (error, g_steal_pointer (&check->damage));
      return FALSE;
    }
  if (check->context.file != NULL && sme_pdf_file_is_encrypted (check->context.file))
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_ENCRYPTED, "The PDF is encrypted");
      return FALSE;
    }
  if (check->context.file != NULL)
    check->fields = sme_pdf_form_list (check->context.file);
  return TRUE;
}

/* That nothing like a signature was found in a file that cannot be read says nothing. */
static SmeSealReport *
make_report (Check *check, GError **error)
{
  if (check->found->len > 0 || check->damage == NULL)
    return sme_seal_report_new (check->context.pdf, check->found);
  g_propagate_error (error, g_steal_pointer (&check->damage));
  return NULL;
}

SmeSealReport *
sme_seal_check (GBytes *pdf, GPtrArray *trusted, GDateTime *now, GError **error)
{
  g_autoptr (GDateTime) system_time = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_signature_unref);
  Check check = {
    { pdf, NULL, trusted, now != NULL ? now : system_time }, NULL, NULL, found, 0, NULL
  };
  SmeSealReport *report = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);

  check.in_form = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (open_file (&check, error) && judge_all (&check, error))
    report = make_report (&check, error);
  g_clear_error (&check.damage);
  g_array_unref (check.in_form);
  g_clear_pointer (&check.fields, g_ptr_array_unref);
  g_clear_pointer (&check.context.file, sme_pdf_file_free);
  return report;
}
