/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-organisation-gaps.h"

#include "app/order/sme-profile-form-private.h"
#include "core/sme-address.h"
#include "core/sme-organisation.h"
#include "core/sme-profile-rules.h"

#include <glib/gi18n.h>

/* Where all of it is missing, each of its fields is. */
static SmeProfile *
complete (SmeProfile *common)
{
  SmeRecord *copy = sme_record_copy (SME_RECORD (common));
  g_autoptr (SmeRecord) organisation = SME_RECORD (sme_organisation_new ());
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());

  sme_record_set_int (address, "edition", SME_EDITION_2025);
  if (!sme_record_has (copy, "organisation"))
    sme_record_set_object (copy, "organisation", organisation);
  if (!sme_record_has (copy, "address"))
    sme_record_set_object (copy, "address", address);
  return SME_PROFILE (copy);
}

static gboolean
is_wrong (GPtrArray *errors, const char *pointer)
{
  for (guint i = 0; i < errors->len; i++)
    if (g_str_equal (sme_record_get_text (g_ptr_array_index (errors, i), "pointer"), pointer))
      return TRUE;
  return FALSE;
}

char *
sme_organisation_gaps_describe (SmeProfile *common, SmeCustomerType type, int today)
{
  g_autoptr (SmeProfile) profile = complete (common);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, type, today);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (sme_profile_fields[i].group != NULL && is_wrong (errors, sme_profile_fields[i].pointer))
      g_ptr_array_add (names, (gpointer) _ (sme_profile_fields[i].title));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}
