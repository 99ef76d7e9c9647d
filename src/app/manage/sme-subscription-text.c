/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-subscription-text.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

char *
sme_subscription_text_cycle (SmeSubscription *subscription)
{
  gint64 months = sme_record_get_int (SME_RECORD (subscription), "cycle_months");

  return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), (int) months);
}

char *
sme_subscription_text_period (SmeSubscription *subscription)
{
  SmeRecord *record = SME_RECORD (subscription);
  g_autofree char *start = sme_format_date ((int) sme_record_get_int (record, "starts_on"));
  g_autofree char *end = sme_format_date ((int) sme_record_get_int (record, "ends_on"));

  if (!sme_record_has (record, "starts_on"))
    return g_strdup (_ ("Begins when the certificate is issued"));
  if (!sme_record_has (record, "ends_on"))
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("since %s"), start);
  /* Translators: from one date to another. */
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

char *
sme_subscription_text_trial (SmeSubscription *subscription)
{
  SmeRecord *record = SME_RECORD (subscription);
  g_autofree char *last = sme_format_date ((int) sme_record_get_int (record, "trial_ends_on"));

  if (!sme_record_has (record, "trial_ends_on"))
    return NULL;
  /* Translators: the last day of a free trial. */
  return g_strdup_printf (_ ("until %s"), last);
}

char *
sme_subscription_text_term (SmeSubscription *subscription)
{
  g_autofree char *period = sme_subscription_text_period (subscription);
  g_autofree char *trial = sme_subscription_text_trial (subscription);

  if (trial == NULL)
    return g_steal_pointer (&period);
  /* Translators: the period of a subscription, and "until 06/12/2026". */
  return g_strdup_printf (_ ("%s (free trial %s)"), period, trial);
}
