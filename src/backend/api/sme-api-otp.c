/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-guard.h"
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-otp.h"
#include "backend/store/sme-throttle.h"
#include "base/sme-format.h"
#include "core/sme-problem.h"

#include <string.h>

#define OTP_LIFE_MS (5 * 60 * 1000)
#define RESEND_AFTER_MS (30 * 1000)
#define MAX_SENDS_A_DAY 10
#define MAX_WRONG_A_DAY 10

static char *
mac_code (SmeCall *call, SmeStoredDossier *dossier, const char *digest, const char *code)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "otp",
                       sme_record_get_text (SME_RECORD (dossier->record), "id"),
                       call->principal.session_id, digest, code, NULL);
}

static const char *
find_shown_hash (GListModel *shown, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (shown, i);

      if (g_str_equal (sme_record_get_text (item, "id"), id))
        return sme_record_get_text (item, "sha256");
    }
  return NULL;
}

/* Every document of the dossier must have been shown, as it is now. */
static gboolean
was_shown (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (dossier->record), "documents");
  GListModel *shown = sme_record_get_list (call->request, "documents");
  guint n = documents != NULL ? g_list_model_get_n_items (documents) : 0;
  gboolean same = n > 0 && g_list_model_get_n_items (shown) == n;

  for (guint i = 0; same && i < n; i++)
    {
      g_autoptr (SmeRecord) document = g_list_model_get_item (documents, i);

      same = g_strcmp0 (find_shown_hash (shown, sme_record_get_text (document, "id")),
                        sme_record_get_text (document, "sha256")) == 0;
    }
  if (!same)
    sme_problem_set (error, SME_PROBLEM_DOCUMENT_CHANGED, NULL);
  return same;
}

/* The code that is about to go out is in the chain already, and counts. */
static gboolean
may_send (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  gint64 today = 0, wait = 0;

  if (dossier->otp_mac != NULL && dossier->otp_resend_after > call->now)
    {
      sme_problem_set_limits (error, SME_PROBLEM_OTP_TOO_SOON, -1,
                              (int) ((dossier->otp_resend_after - call->now + 999) / 1000));
      return FALSE;
    }
  if (!sme_store_find_otp_wait (call, dossier->order_id, SME_OTP_MAX_SENDS + 1, &wait, error))
    return FALSE;
  if (wait > 0)
    {
      sme_problem_set_limits (error, SME_PROBLEM_OTP_LIMIT, -1, (int) ((wait + 999) / 1000));
      return FALSE;
    }
  if (!sme_daily_count (call, "otp-sends", dossier->phone, 1, &today, error))
    return FALSE;
  if (today <= MAX_SENDS_A_DAY)
    return TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_OTP_LIMIT, -1, sme_throttle_seconds_of_today (call));
  return FALSE;
}

static SmeReply *
answer_sent (SmeCall *call, SmeStoredDossier *dossier)
{
  g_autoptr (SmeOtpState) state = sme_otp_state_new ();
  g_autofree char *masked = sme_format_phone_masked (dossier->phone);
  SmeRecord *record = SME_RECORD (state);

  sme_record_set_text (record, "sent_to", masked);
  sme_record_set_int (record, "expires_at", call->now + OTP_LIFE_MS);
  sme_record_set_int (record, "resend_after", call->now + RESEND_AFTER_MS);
  sme_record_set_int (record, "attempts_left", SME_OTP_MAX_WRONG - dossier->otp_wrong);
  sme_record_set_int (record, "server_time", call->now);
  return sme_reply_new_record (200, record);
}

SmeReply *
sme_handle_send_otp (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_signing_guard_find (call, error);
  g_autofree char *code = NULL, *digest = NULL, *mac = NULL;

  if (dossier == NULL ||
      !sme_flow_fire (call, SME_MACHINE_DOSSIER, call->path_id, "send-otp", error) ||
      !was_shown (call, dossier, error) || !may_send (call, dossier, error))
    return NULL;
  code = sme_digits_new (6);
  digest = sme_signing_guard_digest (dossier);
  mac = mac_code (call, dossier, digest, code);
  if (!sme_db_run (
        call->db, NULL, error,
        "UPDATE dossier SET otp_mac = :mac, otp_digest = :digest, otp_session = :session,"
        " otp_expires_at = :expires, otp_resend_after = :resend, otp_sends = otp_sends + 1,"
        " otp_verified_at = NULL WHERE id = :id",
        "mac:s", mac, "digest:s", digest, "session:s", call->principal.session_id, "expires:i",
        call->now + OTP_LIFE_MS, "resend:i", call->now + RESEND_AFTER_MS, "id:s", call->path_id,
        NULL) ||
      !sme_outbox_send_otp (call, dossier, code, error))
    return NULL;
  return answer_sent (call, dossier);
}

static gboolean
is_six_digits (const char *code)
{
  return strlen (code) == 6 && strspn (code, "0123456789") == 6;
}

/* Costs a try, for good: the answer is an error, what it changed is kept. */
static SmeReply *
count_wrong (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  gint64 wrong = dossier->otp_wrong + 1, today = 0;

  if (!sme_db_run (call->db, NULL, error, "UPDATE dossier SET otp_wrong = :wrong WHERE id = :id",
                   "wrong:i", wrong, "id:s", call->path_id, NULL) ||
      !sme_daily_count (call, "otp-wrong", dossier->account_id, 1, &today, error) ||
      !sme_audit_order (call, dossier->order_id, "dossier", "wrong-otp", NULL, NULL, error))
    return NULL;
  if (wrong >= SME_OTP_MAX_WRONG &&
      !sme_flow_fire (call, SME_MACHINE_DOSSIER, call->path_id, "lock", error))
    return NULL;
  call->keep = TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_OTP_WRONG, (int) MAX (0, SME_OTP_MAX_WRONG - wrong),
                          -1);
  return NULL;
}

static gboolean
may_try (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  gint64 today = 0;

  if (!g_str_equal (dossier->state, "otp_sent"))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  if (!sme_signing_guard_is_same_session (call, dossier, error) ||
      !sme_daily_count (call, "otp-wrong", dossier->account_id, 0, &today, error))
    return FALSE;
  if (today >= MAX_WRONG_A_DAY)
    {
      sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                              sme_throttle_seconds_of_today (call));
      return FALSE;
    }
  if (dossier->otp_expires_at > call->now)
    return TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_OTP_EXPIRED,
                          (int) (SME_OTP_MAX_WRONG - dossier->otp_wrong), -1);
  return FALSE;
}

SmeReply *
sme_handle_verify_otp (SmeCall *call, GError **error)
{
  const char *code = sme_record_get_text (call->request, "code");
  g_autoptr (SmeStoredDossier) dossier = sme_signing_guard_find (call, error);
  g_autofree char *mac = NULL;

  if (dossier == NULL)
    return NULL;
  if (!is_six_digits (code))
    {
      sme_problem_set_field (error, "/code", "format");
      return NULL;
    }
  if (!may_try (call, dossier, error))
    return NULL;
  mac = mac_code (call, dossier, dossier->otp_digest, code);
  if (!sme_keys_equal (mac, dossier->otp_mac))
    return count_wrong (call, dossier, error);
  if (!sme_db_run (call->db, NULL, error,
                   "UPDATE dossier SET otp_verified_at = :now WHERE id = :id", "now:i", call->now,
                   "id:s", call->path_id, NULL) ||
      !sme_flow_fire (call, SME_MACHINE_DOSSIER, call->path_id, "verify", error))
    return NULL;
  return sme_signing_guard_answer (call, error);
}
