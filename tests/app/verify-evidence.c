/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify-evidence.h"

#include "core/sme-audit-chain.h"
#include "core/sme-audit-row.h"
#include "core/sme-enums.h"
#include "core/sme-evidence-fact.h"
#include "core/sme-evidence.h"
#include "core/sme-record-json.h"
#include "seal-fixture.h"
#include "seal/sme-pdf-attachment.h"

#define REUSED_AT G_GINT64_CONSTANT (1795053784000) /* ms: 2026-11-19 */

static void
append_new (SmeRecord *record, const char *list, SmeRecord *item)
{
  sme_record_append (record, list, item);
  g_object_unref (item);
}

GBytes *
verify_evidence_make (void)
{
  g_autoptr (SmeEvidence) evidence = sme_evidence_new ();
  SmeRecord *record = SME_RECORD (evidence), *fact = SME_RECORD (sme_evidence_fact_new ());
  SmeRecord *row = SME_RECORD (sme_audit_row_new ());
  g_autofree char *hash =
    sme_audit_chain_hash ("order:o1", 1, REUSED_AT, "order.create", NULL, NULL, NULL, "0");
  g_autoptr (GBytes) pdf = seal_fixture_make_pdf (1), json = NULL, with = NULL, prepared = NULL;

  sme_record_set_text (record, "dossier_id", "d1");
  sme_record_set_text (record, "order_number", "12726");
  sme_record_set_text (record, "audit_scope", "order:o1");
  sme_record_set_int (record, "sealed_at", REUSED_AT);
  sme_record_set_text (fact, "name", SME_EVIDENCE_REUSED);
  sme_record_set_text (fact, "value", VERIFY_EVIDENCE_INK);
  sme_record_set_int (fact, "at", REUSED_AT);
  sme_record_set_int (fact, "source", SME_EVIDENCE_APP);
  append_new (record, "facts", fact);
  sme_record_set_int (row, "seq", 1);
  sme_record_set_int (row, "at", REUSED_AT);
  sme_record_set_text (row, "event", "order.create");
  sme_record_set_text (row, "previous_hash", "0");
  sme_record_set_text (row, "hash", hash);
  append_new (record, "audit", row);
  json = sme_record_to_bytes (record);
  with = sme_pdf_attachment_add (pdf, SME_EVIDENCE_ATTACHMENT, "application/json", json, NULL);
  prepared = seal_fixture_prepare (with, "provider", 0);
  return seal_fixture_sign (prepared, "provider",
                            seal_fixture_get_signer (SME_SEAL_KEY_ECDSA_P256));
}
