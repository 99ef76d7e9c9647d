/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signature-ink.h"

#include "core/sme-problem.h"
#include "ink/sme-ink-check.h"
#include "ink/sme-ink-error.h"

const char *
sme_signature_reason_code (const GError *error)
{
  static const char *const codes[] = {
    [SME_INK_ERROR_EMPTY] = "ink-empty",         [SME_INK_ERROR_DOT] = "ink-dot",
    [SME_INK_ERROR_TOO_SHORT] = "ink-too-short", [SME_INK_ERROR_TICK] = "ink-tick",
    [SME_INK_ERROR_OUTSIDE] = "ink-outside",     [SME_INK_ERROR_VALUE] = "range",
    [SME_INK_ERROR_LIMIT] = "too-many",          [SME_INK_ERROR_BOX] = "range",
    [SME_INK_ERROR_FORMAT] = "format",           [SME_INK_ERROR_GLYPH] = "characters",
    [SME_INK_ERROR_PAPER] = "image-paper",       [SME_INK_ERROR_SOLID] = "image-solid",
    [SME_INK_ERROR_COARSE] = "image-coarse",
  };

  return codes[error->code];
}

static gboolean
read_stroke (SmeInk *ink, GListModel *samples, GError **error)
{
  if (!sme_ink_begin_stroke (ink, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (samples); i++)
    {
      g_autoptr (SmeRecord) sample = g_list_model_get_item (samples, i);
      double pressure = sme_record_has (sample, "p") ? sme_record_get_number (sample, "p") : -1;

      if (!sme_ink_append (ink, sme_record_get_number (sample, "x"),
                           sme_record_get_number (sample, "y"),
                           (double) sme_record_get_int (sample, "t"), pressure, error))
        return FALSE;
    }
  sme_ink_end_stroke (ink);
  return TRUE;
}

static gboolean
read_strokes (SmeInk *ink, GListModel *strokes, GError **error)
{
  for (guint i = 0; strokes != NULL && i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr (GListModel) samples = g_list_model_get_item (strokes, i);

      if (!read_stroke (ink, samples, error))
        return FALSE;
    }
  return sme_ink_check (ink, error);
}

SmeInk *
sme_signature_ink_read (SmeSignatureInput *signature, GError **error)
{
  SmeRecord *record = SME_RECORD (signature);
  g_autoptr (SmeInk) ink =
    sme_ink_new (sme_record_get_number (record, "width"), sme_record_get_number (record, "height"));
  g_autoptr (GError) local = NULL;

  if (read_strokes (ink, sme_record_get_list (record, "strokes"), &local))
    return g_steal_pointer (&ink);
  sme_problem_set_field (error, "/strokes", sme_signature_reason_code (local));
  return NULL;
}
