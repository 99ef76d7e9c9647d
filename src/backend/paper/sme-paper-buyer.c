/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-buyer.h"

#include "core/sme-billing-default.h"

SmeBilling *
sme_paper_buyer_find (SmeOrder *order, SmeCustomerType customer_type, const char *address_line)
{
  SmeRecord *asked = sme_record_get_object (SME_RECORD (order), "billing");
  g_autoptr (SmeRecord) profile = NULL;
  SmeBilling *billing;

  if (asked != NULL)
    return SME_BILLING (g_object_ref (asked));
  profile = sme_record_copy (sme_record_get_object (SME_RECORD (order), "profile"));
  /* Nobody has checked that of a person. */
  if (customer_type == SME_CUSTOMER_PERSON)
    sme_record_unset (profile, "organisation");
  billing = sme_billing_default_make (SME_PROFILE (profile), NULL,
                                      sme_billing_default_get_kind (SME_PROFILE (profile)));
  if (address_line != NULL)
    sme_record_set_text (sme_record_get_object (SME_RECORD (billing), "invoice"), "address",
                         address_line);
  return billing;
}
