/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-seal-findings.h"

#include <glib/gi18n.h>

/* How many signatures there are, and how many besides the main one do not hold. */
static guint
count (const SmeSealFindings *self, guint *n_bad)
{
  guint n = 0;

  *n_bad = 0;
  for (guint i = 0; i < self->list->len; i++)
    {
      const SmeSealFinding *finding = g_ptr_array_index (self->list, i);

      if (finding->is_timestamp)
        continue;
      n++;
      if (finding != self->main && !sme_seal_finding_is_intact (finding))
        (*n_bad)++;
    }
  return n;
}

char *
sme_seal_findings_describe (const SmeSealFindings *self)
{
  g_autofree char *main = NULL;
  g_autofree char *others = NULL;
  guint n, n_bad;

  if (self->main == NULL)
    return g_strdup (_ ("Not sealed yet."));
  main = sme_seal_finding_describe (self->main);
  n = count (self, &n_bad);
  if (n_bad > 0)
    return g_strjoin (" ", main, _ ("Another signature in the file does not hold."), NULL);
  if (n < 2)
    return g_steal_pointer (&main);
  others = g_strdup_printf (
    g_dngettext (NULL, "There is %u signature in all.", "There are %u signatures in all.", n), n);
  return g_strjoin (" ", main, others, NULL);
}

SmeSealWorry
sme_seal_findings_get_worry (const SmeSealFindings *self)
{
  SmeSealWorry worry;
  guint n_bad;

  if (self->main == NULL)
    return SME_SEAL_WORRY_DOUBT;
  worry = sme_seal_finding_get_worry (self->main);
  count (self, &n_bad);
  return n_bad > 0 ? MAX (worry, SME_SEAL_WORRY_DOUBT) : worry;
}

SmeSealConclusion
sme_seal_findings_conclude (const SmeSealFindings *self)
{
  guint n_bad;

  count (self, &n_bad);
  if (self->main == NULL || !sme_seal_finding_is_intact (self->main) || n_bad > 0 ||
      self->main->after == SME_SEAL_AFTER_PAGES_CHANGED ||
      self->main->after == SME_SEAL_AFTER_NOT_COMPARED)
    return SME_SEAL_CONCLUSION_BAD;
  return sme_seal_findings_get_worry (self) == SME_SEAL_WORRY_NONE ? SME_SEAL_CONCLUSION_TRUSTED
                                                                   : SME_SEAL_CONCLUSION_UNKNOWN;
}
