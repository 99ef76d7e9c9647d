/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/verify/sme-verification.h"

#include "base/sme-format.h"
#include "core/sme-evidence-fact.h"
#include "seal/sme-seal-error.h"

#include <glib/gi18n.h>

const char *
sme_verification_get_title (const SmeVerification *self)
{
  if (self->conclusion == SME_SEAL_CONCLUSION_TRUSTED)
    return C_ ("verify", "Intact, and sealed by somebody known");
  if (self->conclusion == SME_SEAL_CONCLUSION_UNKNOWN)
    return C_ ("verify", "Intact, but not everything is vouched for");
  if (self->problem != NULL)
    return C_ ("verify", "This file cannot be checked");
  if (self->findings != NULL && self->findings->main == NULL)
    return C_ ("verify", "Nobody sealed this file");
  return C_ ("verify", "Don't rely on this file");
}

static const char *
explain_problem (const GError *problem)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("There is no such file.");
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("The file may not be read.");
  if (g_error_matches (problem, SME_SEAL_ERROR, SME_SEAL_ERROR_ENCRYPTED))
    return _ ("It is protected with a password, so nothing can be said about its signatures.");
  if (g_error_matches (problem, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT))
    return _ ("It is larger or more entangled than a contract ever is.");
  if (problem->domain == SME_SEAL_ERROR)
    return _ ("It is not a PDF file, or it was cut short or damaged.");
  return _ ("The file could not be read.");
}

char *
sme_verification_describe (const SmeVerification *self)
{
  if (self->problem != NULL)
    return g_strdup (explain_problem (self->problem));
  if (self->findings->main == NULL)
    return g_strdup (_ ("There is no seal and no signature in it, so nobody vouches for what it "
                        "says."));
  return sme_seal_findings_describe (self->findings);
}

char *
sme_verification_describe_evidence (const SmeVerification *self)
{
  if (self->evidence == NULL)
    return NULL;
  return g_strdup_printf (
    /* Translators: %s is the number of an order. */
    _ ("The record of how the documents of order %s were signed, sealed with the file."),
    sme_record_get_text (SME_RECORD (self->evidence), "order_number"));
}

char *
sme_verification_describe_chain (const SmeVerification *self)
{
  GListModel *rows;
  guint n;

  if (self->evidence == NULL)
    return NULL;
  if (!self->chain_holds)
    return g_strdup (
      _ ("The events of the record don't follow from one another: some were changed, "
         "left out or put in."));
  rows = sme_record_get_list (SME_RECORD (self->evidence), "audit");
  n = g_list_model_get_n_items (rows);
  return g_strdup_printf (
    g_dngettext (NULL, "%u event; it follows from nothing left out or changed.",
                 "%u events; each follows from the one before, none was left out or changed.", n),
    n);
}

static SmeRecord *
find_fact (SmeEvidence *evidence, const char *name)
{
  GListModel *facts = sme_record_get_list (SME_RECORD (evidence), "facts");

  for (guint i = 0; facts != NULL && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SmeRecord) fact = g_list_model_get_item (facts, i);

      if (g_strcmp0 (sme_record_get_text (fact, "name"), name) == 0)
        return g_steal_pointer (&fact);
    }
  return NULL;
}

char *
sme_verification_describe_reuse (const SmeVerification *self)
{
  g_autoptr (SmeRecord) fact =
    self->evidence != NULL ? find_fact (self->evidence, SME_EVIDENCE_REUSED) : NULL;
  g_autofree char *at = NULL;

  if (fact == NULL)
    return NULL;
  at = sme_format_date_time (sme_record_get_int (fact, "at"));
  return g_strdup_printf (
    /* Translators: date and time; a hash (SHA-256). */
    _ ("A signature kept before was used again. The app reports that this was confirmed on %s. "
       "SHA-256 of the signature: %s"),
    at, sme_record_get_text (fact, "value") != NULL ? sme_record_get_text (fact, "value") : "-");
}
