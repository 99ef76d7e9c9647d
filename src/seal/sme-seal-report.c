/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal-report.h"

struct _SmeSealReport
{
  GBytes *pdf;
  GPtrArray *signatures; /* of SmeSealSignature */
};

G_DEFINE_BOXED_TYPE (SmeSealReport, sme_seal_report, sme_seal_report_ref, sme_seal_report_unref)

SmeSealReport *
sme_seal_report_new (GBytes *pdf, GPtrArray *signatures)
{
  SmeSealReport *self = g_atomic_rc_box_new0 (SmeSealReport);

  self->pdf = g_bytes_ref (pdf);
  self->signatures = g_ptr_array_ref (signatures);
  return self;
}

SmeSealReport *
sme_seal_report_ref (SmeSealReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  SmeSealReport *self = data;

  g_bytes_unref (self->pdf);
  g_ptr_array_unref (self->signatures);
}

void
sme_seal_report_unref (SmeSealReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

guint
sme_seal_report_get_n_signatures (SmeSealReport *self)
{
  return self->signatures->len;
}

SmeSealSignature *
sme_seal_report_get_signature (SmeSealReport *self, guint index)
{
  g_return_val_if_fail (index < self->signatures->len, NULL);

  return g_ptr_array_index (self->signatures, index);
}

gboolean
sme_seal_report_is_extended_after_signature (SmeSealReport *self)
{
  gsize after_trusted = G_MAXSIZE;
  gsize after_any = 0;

  for (guint i = 0; i < self->signatures->len; i++)
    {
      SmeSealSignature *signature = g_ptr_array_index (self->signatures, i);
      gsize after = sme_seal_signature_get_bytes_after (signature);

      if (sme_seal_signature_is_timestamp (signature))
        continue; /* its authority stamps what it is given and vouches for no content */
      if (sme_seal_signature_get_verdict (signature) == SME_SEAL_VERDICT_INTACT_TRUSTED)
        after_trusted = MIN (after_trusted, after);
      else if (sme_seal_signature_is_intact (signature))
        after_any = MAX (after_any, after);
    }
  return after_trusted != G_MAXSIZE ? after_trusted > 0 : after_any > 0;
}

GBytes *
sme_seal_report_get_revision (SmeSealReport *self, guint index)
{
  SmeSealSignature *signature = sme_seal_report_get_signature (self, index);
  gsize size;

  g_return_val_if_fail (signature != NULL, NULL);

  size = sme_seal_signature_get_signed_size (signature);
  return size > 0 ? g_bytes_new_from_bytes (self->pdf, 0, size) : NULL;
}
