/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-certificates.h"
#include "backend/store/sme-throttle.h"
#include "base/sme-time.h"
#include "core/sme-problem.h"

#define CODE_DIGITS 8
#define MAX_RESENDS_A_DAY 5

static SmeReply *
answer_certificate (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  g_autoptr (SmeStoredCertificate) certificate = sme_store_find_certificate (call, order, error);
  SmeReply *reply;

  if (certificate == NULL)
    return NULL;
  reply = sme_reply_new_record (200, SME_RECORD (certificate->record));
  sme_reply_set_version (reply, certificate->version);
  return reply;
}

SmeReply *
sme_handle_get_certificate (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);

  return order != NULL ? answer_certificate (call, order, error) : NULL;
}

/* The certificate of an order that is on its way: neither held, nor before the contract. */
static SmeStoredCertificate *
find_activating (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  if (g_str_equal (order->state, "activating"))
    return sme_store_find_certificate (call, order, error);
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return NULL;
}

static gboolean
may_resend (SmeCall *call, SmeStoredCertificate *certificate, GError **error)
{
  gint64 wait = certificate->code_sent_at + SME_CERTIFICATE_CODE_PAUSE - call->now;
  gint64 today = 0;

  if (wait <= 0)
    {
      if (!sme_daily_count (call, "smartca-sends", call->path_id, 1, &today, error))
        return FALSE;
      if (today <= MAX_RESENDS_A_DAY)
        return TRUE;
      wait = sme_date_to_time (sme_date_add_days (sme_date_from_time (call->now), 1)) - call->now;
    }
  sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1, (int) ((wait + 999) / 1000));
  return FALSE;
}

SmeReply *
sme_handle_resend_certificate_code (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  g_autoptr (SmeStoredCertificate) certificate =
    order != NULL ? find_activating (call, order, error) : NULL;
  g_autofree char *code = sme_digits_new (CODE_DIGITS);

  if (certificate == NULL ||
      !sme_flow_fire (call, SME_MACHINE_CERTIFICATE, call->path_id, "resend-code", error) ||
      !may_resend (call, certificate, error) ||
      !sme_store_set_certificate_code (call, call->path_id, code, error) ||
      !sme_outbox_send_certificate_code (call, order, code, error))
    return NULL;
  return answer_certificate (call, order, error);
}

/* A wrong code costs a try, for good. */
static gboolean
check_code (SmeCall *call, SmeStoredOrder *order, SmeStoredCertificate *certificate, GError **error)
{
  gint64 left = SME_CERTIFICATE_CODE_TRIES - certificate->code_wrong - 1;

  if (left < 0 || certificate->code_sent_at + SME_CERTIFICATE_CODE_LIFE <= call->now)
    {
      sme_problem_set_limits (error, SME_PROBLEM_OTP_EXPIRED, (int) MAX (0, left + 1), -1);
      return FALSE;
    }
  if (sme_store_check_certificate_code (call, order, certificate,
                                        sme_record_get_text (call->request, "code")))
    return TRUE;
  if (sme_store_count_wrong_code (call, call->path_id, error) &&
      sme_audit_order (call, call->path_id, "certificate", "wrong-code", NULL, NULL, error))
    {
      call->keep = TRUE;
      sme_problem_set_limits (error, SME_PROBLEM_OTP_WRONG, (int) left, -1);
    }
  return FALSE;
}

static SmeReply *
step (SmeCall *call, const char *event, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, call->path_id, NULL, error);
  g_autoptr (SmeStoredCertificate) certificate =
    order != NULL ? find_activating (call, order, error) : NULL;

  if (certificate == NULL ||
      !sme_flow_fire (call, SME_MACHINE_CERTIFICATE, call->path_id, event, error))
    return NULL;
  return answer_certificate (call, order, error);
}

SmeReply *
sme_handle_local_smartca_activate (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, call->path_id, NULL, error);
  g_autoptr (SmeStoredCertificate) certificate =
    order != NULL ? find_activating (call, order, error) : NULL;

  if (certificate == NULL)
    return NULL;
  if (sme_record_get_int (SME_RECORD (certificate->record), "state") != SME_CERTIFICATE_CODE_SENT)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  return check_code (call, order, certificate, error) ? step (call, "activate", error) : NULL;
}

SmeReply *
sme_handle_local_smartca_ekyc (SmeCall *call, GError **error)
{
  return step (call, "ekyc", error);
}

SmeReply *
sme_handle_local_smartca_issue (SmeCall *call, GError **error)
{
  return step (call, "issue", error);
}

SmeReply *
sme_handle_local_smartca_refuse (SmeCall *call, GError **error)
{
  return sme_store_set_refusal (call, call->path_id, SME_REFUSAL_REQUEST (call->request), error)
           ? step (call, "refuse", error)
           : NULL;
}
