/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-profile-suggestion.h"

#include "core/sme-enums.h"
#include "core/sme-organisation.h"

static void
suggest_text (SmeRecord *record, const char *name, SmeRecord *account, const char *from)
{
  if (!sme_record_has (record, name))
    sme_record_set_text (record, name, sme_record_get_text (account, from));
}

/* What the business gave when it registered. */
static void
suggest_organisation (SmeRecord *profile, SmeRecord *account)
{
  g_autoptr (SmeRecord) made = SME_RECORD (sme_organisation_new ());
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");

  if (organisation == NULL)
    sme_record_set_object (profile, "organisation", organisation = made);
  suggest_text (organisation, "name", account, "organisation_name");
  suggest_text (organisation, "tax_code", account, "tax_code");
  suggest_text (organisation, "registration_number", account, "registration_number");
  suggest_text (organisation, "representative", account, "full_name");
  suggest_text (organisation, "position", account, "position");
}

void
sme_profile_suggestion_fill (SmeProfile *profile, SmeAccount *account)
{
  static const char *const names[] = { "full_name", "phone", "email" };
  SmeRecord *known = SME_RECORD (account);

  if (!sme_record_has (SME_RECORD (profile), "organisation") &&
      sme_record_get_int (known, "customer_type") != SME_CUSTOMER_PERSON)
    suggest_organisation (SME_RECORD (profile), known);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    suggest_text (SME_RECORD (profile), names[i], known, names[i]);
}
