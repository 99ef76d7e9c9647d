/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-contract-seal.h"

#include "base/sme-format.h"
#include "seal/sme-seal-check.h"

#include <glib/gi18n.h>

typedef struct
{
  GBytes *pdf;
  GPtrArray *authorities;
} Check;

static void
check_free (Check *check)
{
  g_bytes_unref (check->pdf);
  g_ptr_array_unref (check->authorities);
  g_free (check);
}

void
sme_contract_seal_free (SmeContractSeal *self)
{
  g_free (self->by);
  g_free (self);
}

static GPtrArray *
read_authorities (GPtrArray *texts)
{
  GPtrArray *authorities =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_certificate_unref);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *pem = g_ptr_array_index (texts, i);
      g_autoptr (GBytes) bytes = g_bytes_new (pem, strlen (pem));
      g_autoptr (GPtrArray) read = sme_seal_certificate_list_from_pem (bytes, NULL);

      /* One that cannot be read vouches for nobody. */
      for (guint k = 0; read != NULL && k < read->len; k++)
        g_ptr_array_add (authorities, sme_seal_certificate_ref (g_ptr_array_index (read, k)));
    }
  return authorities;
}

/* The provider's: the last one that somebody trusted vouches for, else the last one. */
static SmeSealSignature *
find_seal (SmeSealReport *report)
{
  SmeSealSignature *found = NULL;
  gboolean trusted = FALSE;

  for (guint i = 0; i < sme_seal_report_get_n_signatures (report); i++)
    {
      SmeSealSignature *signature = sme_seal_report_get_signature (report, i);
      gboolean trusts =
        sme_seal_signature_get_verdict (signature) == SME_SEAL_VERDICT_INTACT_TRUSTED;

      if (sme_seal_signature_is_timestamp (signature) || (trusted && !trusts))
        continue;
      found = signature;
      trusted = trusts;
    }
  return found;
}

static SmeContractSealVerdict
judge (SmeSealReport *report, SmeSealSignature *seal)
{
  switch (sme_seal_signature_get_verdict (seal))
    {
    case SME_SEAL_VERDICT_INTACT_TRUSTED:
      return sme_seal_report_is_extended_after_signature (report) ? SME_CONTRACT_SEAL_EXTENDED
                                                                  : SME_CONTRACT_SEAL_INTACT;
    case SME_SEAL_VERDICT_INTACT_UNKNOWN_ISSUER:
      return SME_CONTRACT_SEAL_UNKNOWN;
    case SME_SEAL_VERDICT_INTACT_EXPIRED:
      return SME_CONTRACT_SEAL_EXPIRED;
    case SME_SEAL_VERDICT_CHANGED:
      return SME_CONTRACT_SEAL_CHANGED;
    case SME_SEAL_VERDICT_BROKEN:
    case SME_SEAL_VERDICT_NOT_EVALUATED:
    default:
      return SME_CONTRACT_SEAL_BROKEN;
    }
}

static gint64
read_time (SmeSealSignature *seal)
{
  GDateTime *proved = sme_seal_signature_get_timestamp_time (seal);
  GDateTime *time = proved != NULL ? proved : sme_seal_signature_get_claimed_time (seal);

  return time != NULL ? g_date_time_to_unix (time) * 1000 : 0;
}

static SmeContractSeal *
describe_report (SmeSealReport *report)
{
  SmeSealSignature *seal = find_seal (report);
  SmeContractSeal *self = g_new0 (SmeContractSeal, 1);
  SmeSealCertificate *certificate;

  if (seal == NULL)
    return self;
  self->verdict = judge (report, seal);
  self->sealed_at = read_time (seal);
  certificate = sme_seal_signature_get_certificate (seal);
  if (certificate != NULL)
    self->by = sme_seal_certificate_dup_name (certificate);
  return self;
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  g_autoptr (GPtrArray) authorities = read_authorities (check->authorities);
  g_autoptr (SmeSealReport) report = NULL;
  GError *error = NULL;

  report = sme_seal_check (check->pdf, authorities, NULL, &error);
  if (report == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, describe_report (report), (GDestroyNotify) sme_contract_seal_free);
}

void
sme_contract_seal_check_async (GBytes *pdf,
                               GPtrArray *authorities,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  g_task_set_source_tag (task, sme_contract_seal_check_async);
  check->pdf = g_bytes_ref (pdf);
  check->authorities = g_ptr_array_ref (authorities);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  g_task_run_in_thread (task, check_in_thread);
}

SmeContractSeal *
sme_contract_seal_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* "Sealed by NAME on TIME.", with what of it is known. */
static char *
describe_who (const SmeContractSeal *self)
{
  const char *by = self->by != NULL ? self->by : _ ("an unnamed sender");
  g_autofree char *time = NULL;

  if (self->sealed_at == 0)
    /* Translators: %s is a name. */
    return g_strdup_printf (_ ("Sealed by %s."), by);
  time = sme_format_date_time (self->sealed_at);
  /* Translators: the first %s is a name, the second one a date and a time. */
  return g_strdup_printf (_ ("Sealed by %s on %s."), by, time);
}

char *
sme_contract_seal_describe (const SmeContractSeal *self)
{
  g_autofree char *who = NULL;
  const char *rest;

  switch (self->verdict)
    {
    case SME_CONTRACT_SEAL_NONE:
      return g_strdup (_ ("Not sealed yet."));
    case SME_CONTRACT_SEAL_CHANGED:
      return g_strdup (_ ("This file was changed after it was sealed. Don't rely on it."));
    case SME_CONTRACT_SEAL_BROKEN:
      return g_strdup (
        _ ("There is something like a seal in this file, but it proves nothing. Don't"
           " rely on it."));
    case SME_CONTRACT_SEAL_EXTENDED:
      rest = _ ("Something was added to the file after that: only the sealed part counts.");
      break;
    case SME_CONTRACT_SEAL_UNKNOWN:
      rest = _ ("Unchanged since then, but nobody known here vouches for this name.");
      break;
    case SME_CONTRACT_SEAL_EXPIRED:
      rest = _ ("Unchanged since then, but the certificate of the seal is not valid any more.");
      break;
    case SME_CONTRACT_SEAL_INTACT:
    default:
      rest = _ ("Unchanged since then.");
      break;
    }
  who = describe_who (self);
  return g_strconcat (who, " ", rest, NULL);
}
