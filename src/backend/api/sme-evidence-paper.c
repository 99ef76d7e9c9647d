/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-evidence-paper.h"

#include "backend/paper/sme-paper-evidence.h"
#include "backend/sme-timestamps.h"
#include "core/sme-record-json.h"
#include "seal/sme-pdf-attachment.h"
#include "seal/sme-seal.h"

#define FIELD_NAME "Seal1"
#define FIELD_LABEL "Niêm phong của bên cung cấp dịch vụ"
#define REASON "Niêm phong bản ghi bằng chứng về việc ký điện tử"

static GBytes *
draw (SmeCall *call, SmeEvidence *evidence, GError **error)
{
  SmePaperField place;
  g_autoptr (GBytes) drawn =
    sme_paper_draw_evidence (evidence, NULL, sme_backend_is_local (call->backend), &place, error);
  g_autoptr (GBytes) json = sme_record_to_bytes (SME_RECORD (evidence));
  g_autoptr (GBytes) pdf = NULL;
  SmeSealField field;

  if (drawn == NULL)
    return NULL;
  /* For machines, under the same seal: anybody can follow the chain with the file alone. */
  pdf = sme_pdf_attachment_add (drawn, SME_EVIDENCE_ATTACHMENT, "application/json", json, error);
  if (pdf == NULL)
    return NULL;
  field = (SmeSealField){ FIELD_NAME, FIELD_LABEL, place.page,  place.x,
                          place.y,    place.width, place.height };
  return sme_seal_prepare (pdf, &field, error);
}

GBytes *
sme_evidence_paper_make (SmeCall *call, SmeEvidence *evidence, GError **error)
{
  g_autoptr (GBytes) pdf = draw (call, evidence, error);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (call->now / 1000);
  SmeSealRequest request = {
    .field_name = FIELD_NAME,
    .name = "OneSME demo",
    .reason = REASON,
    .time = time,
    .certify = TRUE,
    .timestamp = sme_timestamps_stamp,
    .timestamp_data = call,
  };

  if (pdf == NULL)
    return NULL;
  return sme_seal_sign (pdf, sme_keys_get_signer (sme_backend_get_keys (call->backend)), &request,
                        error);
}
