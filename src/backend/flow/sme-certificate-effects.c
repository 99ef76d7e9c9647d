/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the way of a certificate causes. Certificates go by the id of their order. */
#include "backend/flow/sme-effects.h"

#include "backend/flow/sme-case-opening.h"
#include "backend/flow/sme-flow.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-certificates.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-subscriptions.h"
#include "base/sme-time.h"

#define CODE_DIGITS 8

/* The activation code of the phone app, by mail and SMS (acceptance A46). After a corrected
 * contract the certificate begins its way anew. */
gboolean
sme_effect_send_certificate_code (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  g_autofree char *code = sme_digits_new (CODE_DIGITS);
  g_autoptr (GError) local = NULL;
  gboolean again;

  if (order == NULL)
    return FALSE;
  again = sme_store_has_certificate (call, id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return (again ? sme_flow_fire (call, SME_MACHINE_CERTIFICATE, id, "send-code", error)
                : sme_store_insert_certificate (call, id, error)) &&
         sme_store_set_certificate_code (call, id, code, error) &&
         sme_outbox_send_certificate_code (call, order, code, error);
}

gboolean
sme_effect_certificate_reached (SmeCall *call, const char *id, GError **error)
{
  return sme_store_stamp_certificate (call, id, error);
}

/* The days of the trial come first and are given; the cycle that was paid follows them. */
static SmeTerm
make_term (SmeOrder *order, int today)
{
  SmeRecord *plan = sme_record_get_object (SME_RECORD (order), "plan");
  SmeRecord *quote = sme_record_get_object (SME_RECORD (order), "quote");
  int trial_days = (int) sme_record_get_int (plan, "trial_days");
  int paid_from = sme_date_add_days (today, trial_days);
  int after = sme_date_add_months (paid_from, (int) sme_record_get_int (quote, "cycle_months"));

  return (SmeTerm){ .starts_on = today,
                    .trial_ends_on =
                      trial_days > 0 ? sme_date_add_days (paid_from, -1) : SME_DATE_NONE,
                    .ends_on = sme_date_add_days (after, -1) };
}

/* The term of the subscription is that of the certificate: it begins with the day of issue. */
gboolean
sme_effect_certificate_issued (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  SmeTerm term;

  if (order == NULL)
    return FALSE;
  term = make_term (order->record, sme_date_from_time (call->now));
  return sme_store_stamp_certificate (call, id, error) &&
         sme_store_set_certificate_term (call, id, term.starts_on, term.ends_on, error) &&
         sme_store_begin_subscription (call, id, &term, error) &&
         sme_case_close (call, id, "certificate_refused", error) &&
         sme_flow_fire (call, SME_MACHINE_ORDER, id, "issue", error);
}

/* Why, and a case with a number to tell the hotline. */
gboolean
sme_effect_certificate_refused (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  g_autoptr (SmeStoredCertificate) certificate = NULL;
  g_autofree char *case_id = NULL;

  if (order == NULL || !sme_store_stamp_certificate (call, id, error))
    return FALSE;
  certificate = sme_store_find_certificate (call, order, error);
  if (certificate == NULL)
    return FALSE;
  case_id = sme_case_ensure (call, order, SME_CASE_CERTIFICATE_REFUSED, error);
  return case_id != NULL && sme_outbox_send_refused (call, order, certificate->record, error);
}

static int
get_last_day (SmeStoredCertificate *certificate)
{
  return (int) sme_record_get_int (SME_RECORD (certificate->record), "valid_until");
}

/* The record of acceptance is ready to be signed (acceptance A50). */
gboolean
sme_effect_offer_acceptance (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  g_autoptr (SmeStoredCertificate) certificate =
    order != NULL ? sme_store_find_certificate (call, order, error) : NULL;
  g_autofree char *dossier_id =
    certificate != NULL ? sme_store_insert_dossier (call, order, SME_DOSSIER_ACCEPTANCE, error)
                        : NULL;

  return dossier_id != NULL && sme_outbox_send_term (call, order, SME_LETTER_SMARTCA_ISSUED,
                                                     get_last_day (certificate), error);
}

gboolean
sme_effect_order_accepted (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  g_autoptr (SmeStoredCertificate) certificate =
    order != NULL ? sme_store_find_certificate (call, order, error) : NULL;

  return certificate != NULL && sme_outbox_send_term (call, order, SME_LETTER_ACCEPTANCE_SIGNED,
                                                      get_last_day (certificate), error);
}
