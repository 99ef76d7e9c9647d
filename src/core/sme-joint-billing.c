/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-joint-billing.h"

#include "core/sme-contact.h"
#include "core/sme-invoice-data.h"

static const SmeField fields[] = {
  { "order_ids", SME_FIELD_TEXTS, SME_FIELD_REQUIRED, .max = 100 },
  { "invoice", SME_FIELD_OBJECT, SME_FIELD_REQUIRED, .type = sme_invoice_data_get_type },
  { "contact", SME_FIELD_OBJECT, .type = sme_contact_get_type },
};

SME_DEFINE_RECORD (SmeJointBilling, sme_joint_billing, fields)
