/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-declaration.h"

#include "core/sme-plan.h"
#include "core/sme-profile.h"
#include "core/sme-quote.h"

static const SmeField fields[] = {
  { "profile", SME_FIELD_OBJECT, .type = sme_profile_get_type },
  { "plan_name", SME_FIELD_TEXT, .max = 200 },
  { "total", SME_FIELD_MONEY },
};

SME_DEFINE_RECORD (SmeDeclaration, sme_declaration, fields)

SmeDeclaration *
sme_declaration_new_of_order (SmeOrder *order)
{
  SmeDeclaration *self = sme_declaration_new ();
  SmeRecord *record = SME_RECORD (order);
  SmeRecord *plan = sme_record_get_object (record, "plan");
  SmeRecord *quote = sme_record_get_object (record, "quote");

  sme_record_set_object (SME_RECORD (self), "profile", sme_record_get_object (record, "profile"));
  if (plan != NULL)
    sme_record_set_text (SME_RECORD (self), "plan_name", sme_record_get_text (plan, "name"));
  if (quote != NULL)
    sme_record_set_int (SME_RECORD (self), "total", sme_record_get_int (quote, "total"));
  return self;
}
