/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-data-export.h"

#include "core/sme-account.h"
#include "core/sme-case.h"
#include "core/sme-certificate.h"
#include "core/sme-consent.h"
#include "core/sme-dossier-message.h"
#include "core/sme-dossier.h"
#include "core/sme-evidence.h"
#include "core/sme-exported-draft.h"
#include "core/sme-exported-signature.h"
#include "core/sme-history-item.h"
#include "core/sme-inbox-item.h"
#include "core/sme-invoice.h"
#include "core/sme-order.h"
#include "core/sme-review.h"
#include "core/sme-session-info.h"
#include "core/sme-signer-invitation.h"
#include "core/sme-subscription.h"

static const SmeField fields[] = {
  { "generated_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "account", SME_FIELD_OBJECT, SME_FIELD_REQUIRED, .type = sme_account_get_type },
  { "consents", SME_FIELD_LIST, .max = 10000, .type = sme_consent_get_type },
  { "sessions", SME_FIELD_LIST, .max = 1000, .type = sme_session_info_get_type },
  { "orders", SME_FIELD_LIST, .max = 10000, .type = sme_order_get_type },
  { "drafts", SME_FIELD_LIST, .max = 10000, .type = sme_exported_draft_get_type },
  { "invoices", SME_FIELD_LIST, .max = 10000, .type = sme_invoice_get_type },
  { "certificates", SME_FIELD_LIST, .max = 10000, .type = sme_certificate_get_type },
  { "subscriptions", SME_FIELD_LIST, .max = 10000, .type = sme_subscription_get_type },
  { "dossiers", SME_FIELD_LIST, .max = 10000, .type = sme_dossier_get_type },
  { "evidence", SME_FIELD_LIST, .max = 10000, .type = sme_evidence_get_type },
  { "econtract_username", SME_FIELD_TEXT, .max = 64 },
  { "negotiations", SME_FIELD_LIST, .max = 100000, .type = sme_dossier_message_get_type },
  { "signatures", SME_FIELD_LIST, .max = 10000, .type = sme_exported_signature_get_type },
  { "signers", SME_FIELD_LIST, .max = 10000, .type = sme_signer_invitation_get_type },
  { "cases", SME_FIELD_LIST, .max = 10000, .type = sme_case_get_type },
  { "reviews", SME_FIELD_LIST, .max = 1000, .type = sme_review_get_type },
  { "messages", SME_FIELD_LIST, .max = 100000, .type = sme_inbox_item_get_type },
  { "history", SME_FIELD_LIST, .max = 100000, .type = sme_history_item_get_type },
  { "likes", SME_FIELD_TEXTS, .max = 1000 },
};

SME_DEFINE_RECORD (SmeDataExport, sme_data_export, fields)
