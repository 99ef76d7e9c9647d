/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-evidence-facts.h"

#include "backend/flow/sme-audit.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-consents.h"
#include "backend/store/sme-store-signers.h"
#include "base/sme-format.h"
#include "core/sme-evidence-fact.h"
#include "core/sme-record-json.h"

#include <string.h>

#define MAX_AGENT 64

static SmeRecord *
add (SmeEvidence *self,
     const char *name,
     const char *subject,
     const char *value,
     SmeEvidenceSource source)
{
  g_autoptr (SmeEvidenceFact) fact = sme_evidence_fact_new ();
  SmeRecord *record = SME_RECORD (fact);

  sme_record_set_text (record, "name", name);
  sme_record_set_text (record, "subject", subject);
  sme_record_set_text (record, "value", value);
  sme_record_set_int (record, "source", (int) source);
  sme_record_append (SME_RECORD (self), "facts", fact);
  return record;
}

static void
add_at (SmeEvidence *self, const char *name, gint64 at)
{
  sme_record_set_int (add (self, name, NULL, NULL, SME_EVIDENCE_SERVER), "at", at);
}

/* Whose sign-in it is: the account's, or that of a holder who was invited; then who invited. */
static gboolean
add_signer (SmeEvidence *self, SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  g_autoptr (SmeEcontractUser) user = sme_store_find_own_econtract_user (call, error);
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (SmeSigner) signer = NULL;
  SmeRecord *record;

  if (user == NULL)
    return *error == NULL;
  add (self, "signed-in-as", NULL, user->username, SME_EVIDENCE_SERVER);
  if (user->signer_id == NULL)
    return TRUE;
  account = sme_store_find_account (call, dossier->account_id, error);
  signer = account != NULL ? sme_store_find_signer (call, dossier->order_id, error) : NULL;
  if (signer == NULL)
    return FALSE;
  record = SME_RECORD (signer->record);
  sme_record_set_int (add (self, "invited-by", NULL, account->full_name, SME_EVIDENCE_SERVER), "at",
                      sme_record_get_int (record, "invited_at"));
  add_at (self, "signer-signed-in", sme_record_get_int (record, "signed_in_at"));
  return TRUE;
}

/* The server hashed what it showed; that it was shown to its end is the app's word. */
static void
add_documents (SmeEvidence *self, SmeStoredDossier *dossier, GBytes *sealed)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (dossier->record), "documents");
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sealed);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) document = g_list_model_get_item (documents, i);
      const char *name = sme_record_get_text (document, "name");

      add (self, "document", name, sme_record_get_text (document, "sha256"), SME_EVIDENCE_SERVER);
      add (self, "document-shown", name, NULL, SME_EVIDENCE_APP);
      if (sme_record_get_int (document, "kind") != SME_DOCUMENT_TERMS)
        add (self, "document-sealed", name, sha256, SME_EVIDENCE_SERVER);
    }
}

/* Who bought agreed, and may not be who signs. */
static gboolean
add_consents (SmeEvidence *self,
              SmeCall *call,
              SmeStoredDossier *dossier,
              const char *buyer,
              GError **error)
{
  g_autoptr (GListModel) consents =
    sme_store_list_consents (call, dossier->account_id, TRUE, error);

  for (guint i = 0; consents != NULL && i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (SmeRecord) consent = g_list_model_get_item (consents, i);
      SmeRecord *fact = add (self, "consent", sme_record_get_text (consent, "purpose"),
                             sme_record_get_text (consent, "version"), SME_EVIDENCE_SERVER);

      sme_record_set_text (fact, "by", buyer);
      sme_record_set_int (fact, "at", sme_record_get_int (consent, "given_at"));
    }
  return consents != NULL;
}

static gboolean
add_agreed (SmeEvidence *self, SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, dossier->order_id, NULL, error);
  g_autoptr (SmeStoredAccount) account =
    order != NULL ? sme_store_find_account (call, dossier->account_id, error) : NULL;
  SmeRecord *fact;

  if (account == NULL)
    return FALSE;
  fact =
    add (self, "terms", NULL, sme_record_get_text (SME_RECORD (order->record), "terms_version"),
         SME_EVIDENCE_SERVER);
  sme_record_set_text (fact, "by", account->full_name);
  return add_consents (self, call, dossier, account->full_name, error);
}

/* Of what was made, not of what is told of it: the same signature has the same hash each time. */
static char *
hash_signature (SmeRecord *signature)
{
  g_autoptr (SmeRecord) made = sme_record_copy (signature);
  g_autofree char *json = NULL;

  sme_record_unset (made, "reused_at");
  json = sme_record_to_json (made);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

/* How it was made, and what of it came: strokes, the outline of a name, or a picture. That it was
 * not made now only the app can know. */
static void
add_signature (SmeEvidence *self, SmeStoredDossier *dossier)
{
  static const char *const names[] = { [SME_SIGNATURE_DRAWN] = "ink",
                                       [SME_SIGNATURE_TYPED] = "outline",
                                       [SME_SIGNATURE_IMAGE] = "image" };
  SmeRecord *signature = SME_RECORD (dossier->signature);
  g_autofree char *sha256 = hash_signature (signature);

  add (self, "signature-kind", NULL, sme_record_get_nick (signature, "kind"), SME_EVIDENCE_APP);
  add (self, names[sme_record_get_int (signature, "kind")], NULL, sha256, SME_EVIDENCE_APP);
  if (sme_record_has (signature, "reused_at"))
    sme_record_set_int (add (self, SME_EVIDENCE_REUSED, NULL, sha256, SME_EVIDENCE_APP), "at",
                        sme_record_get_int (signature, "reused_at"));
}

/* What a program calls itself may hold anything. */
static void
add_agent (SmeEvidence *self, SmeCall *call)
{
  g_autofree char *agent = g_strndup (call->agent != NULL ? call->agent : "", MAX_AGENT);

  for (char *at = agent; *at != '\0'; at++)
    if (!g_ascii_isprint (*at))
      *at = '?';
  if (*agent != '\0')
    add (self, "app", NULL, agent, SME_EVIDENCE_APP);
}

static void
add_count (SmeEvidence *self, const char *name, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  add (self, name, NULL, count, SME_EVIDENCE_SERVER);
}

/* An operator's name stands at the end of what was decided. */
static void
add_decision (SmeEvidence *self, const char *name, SmeRecord *row)
{
  const char *detail = sme_record_get_text (row, "detail");
  const char *found = detail != NULL ? strstr (detail, SME_AUDIT_OPERATOR) : NULL;
  SmeRecord *fact =
    add (self, name, NULL, found != NULL ? found + strlen (SME_AUDIT_OPERATOR) : NULL,
         SME_EVIDENCE_SERVER);

  sme_record_set_int (fact, "at", sme_record_get_int (row, "at"));
}

typedef struct
{
  guint sent, wrong, unlocked;
} OtpCounts;

static void
add_otp_event (SmeEvidence *self, SmeRecord *row, OtpCounts *counts)
{
  const char *event = sme_record_get_text (row, "event");
  gint64 at = sme_record_get_int (row, "at");

  if (g_str_equal (event, "dossier.send-otp"))
    {
      add_at (self, "otp-sent", at);
      counts->sent++;
    }
  else if (g_str_equal (event, "dossier.wrong-otp"))
    {
      add_at (self, "otp-wrong-entry", at);
      counts->wrong++;
    }
  else if (g_str_equal (event, "dossier.unlock"))
    {
      add_decision (self, "unlocked-by", row);
      counts->unlocked++;
    }
  else if (g_str_equal (event, "dossier.renew-codes"))
    add_decision (self, "codes-renewed-by", row);
  else if (g_str_equal (event, "dossier.verify"))
    add_at (self, "otp-verified", at);
}

/* The events of the signing itself, from the chain: all of the dossier, also what was before an
 * operator unlocked it. */
static void
add_otp (SmeEvidence *self, SmeStoredDossier *dossier)
{
  GListModel *rows = sme_record_get_list (SME_RECORD (self), "audit");
  gint64 since = sme_record_get_int (SME_RECORD (dossier->record), "created_at");
  OtpCounts counts = { 0 };

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SmeRecord) row = g_list_model_get_item (rows, i);

      if (sme_record_get_int (row, "at") >= since)
        add_otp_event (self, row, &counts);
    }
  add_count (self, "otp-sends", counts.sent);
  /* A dossier that is older than the rows about wrong entries: three led to each lock. */
  add_count (self, "otp-wrong",
             MAX (counts.wrong, (guint) dossier->otp_wrong + SME_OTP_MAX_WRONG * counts.unlocked));
}

SmeEvidence *
sme_evidence_facts_gather (SmeCall *call, SmeStoredDossier *dossier, GBytes *sealed, GError **error)
{
  g_autoptr (SmeEvidence) self = sme_evidence_new ();
  g_autofree char *phone = sme_format_phone_masked (dossier->phone);
  g_autofree char *scope = sme_audit_order_scope (dossier->order_id);
  g_autoptr (GListModel) rows = sme_audit_list (call, scope, error);
  SmeRecord *record = SME_RECORD (self), *about = SME_RECORD (dossier->record);

  if (rows == NULL)
    return NULL;
  sme_record_set_text (record, "dossier_id", sme_record_get_text (about, "id"));
  sme_record_set_text (record, "order_number", sme_record_get_text (about, "order_number"));
  sme_record_set_text (record, "audit_scope", scope);
  sme_record_set_int (record, "sealed_at", call->now);
  sme_record_set_list (record, "audit", rows);
  add (self, "customer", NULL, sme_record_get_text (about, "customer"), SME_EVIDENCE_APP);
  if (!add_signer (self, call, dossier, error))
    return NULL;
  add (self, "phone", NULL, phone, SME_EVIDENCE_SERVER);
  add_documents (self, dossier, sealed);
  if (!add_agreed (self, call, dossier, error))
    return NULL;
  add_otp (self, dossier);
  add_signature (self, dossier);
  add_agent (self, call);
  return g_steal_pointer (&self);
}

gboolean
sme_evidence_facts_are_current (SmeCall *call,
                                SmeEvidence *evidence,
                                gboolean *current,
                                GError **error)
{
  SmeRecord *record = SME_RECORD (evidence);
  GListModel *then = sme_record_get_list (record, "audit");
  g_autoptr (GListModel) now =
    sme_audit_list (call, sme_record_get_text (record, "audit_scope"), error);

  *current = now != NULL && then != NULL &&
             g_list_model_get_n_items (then) == g_list_model_get_n_items (now);
  return now != NULL;
}
