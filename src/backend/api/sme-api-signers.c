/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-begin.h"
#include "backend/api/sme-signing-papers.h"
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-signers.h"
#include "backend/store/sme-store-tokens.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-problem.h"

#define MAX_LETTERS_A_DAY 5

static SmeDossierKind
find_kind (SmeStoredOrder *order)
{
  return g_str_equal (order->state, "accepting") ? SME_DOSSIER_ACCEPTANCE : SME_DOSSIER_CONTRACT;
}

/* NULL without error where nobody was invited, or no more. */
static SmeSigner *
find_invited (SmeCall *call, GError **error)
{
  g_autoptr (SmeSigner) signer = sme_store_find_signer (call, call->path_id, error);

  return signer != NULL && !signer->withdrawn ? g_steal_pointer (&signer) : NULL;
}

/* What is to be signed is drawn now: the holder may be the first to open it. */
gboolean
sme_prepare_invite_signer (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  SmeSigningPapers *papers =
    order != NULL ? sme_signing_papers_draw (call, order, find_kind (order), error) : NULL;

  sme_call_set_prepared (call, papers, (GDestroyNotify) sme_signing_papers_free);
  return papers != NULL;
}

static gboolean
may_mail (SmeCall *call, SmeSigner *signer, GError **error)
{
  gint64 after =
    signer != NULL ? sme_record_get_int (SME_RECORD (signer->record), "resend_after") : 0;
  gint64 today = 0;

  if (after > call->now)
    {
      sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                              (int) ((after - call->now + 999) / 1000));
      return FALSE;
    }
  if (!sme_daily_count (call, "signer-letters", call->path_id, 1, &today, error))
    return FALSE;
  if (today <= MAX_LETTERS_A_DAY)
    return TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                          sme_throttle_seconds_of_today (call));
  return FALSE;
}

/* Whatever the buyer has begun is over: the holder signs. */
static gboolean
hand_over (SmeCall *call, SmeStoredOrder *order, const char *dossier_id, GError **error)
{
  return sme_signing_papers_keep (call->prepared, call, dossier_id, error) &&
         sme_store_end_tokens (call, order->account_id, "signing", dossier_id, error) &&
         sme_signing_begin (call, call->path_id, dossier_id, find_kind (order), error);
}

static SmeReply *
answer (SmeSigner *signer, guint status)
{
  return sme_reply_new_record (status, SME_RECORD (signer->record));
}

static SmeReply *
invite (SmeCall *call, SmeStoredOrder *order, const char *dossier_id, GError **error)
{
  g_autoptr (SmeSigner) signer = NULL;

  if (!may_mail (call, NULL, error) || !hand_over (call, order, dossier_id, error))
    return NULL;
  signer = sme_store_insert_signer (call, order, error);
  if (signer == NULL ||
      !sme_audit_order (call, call->path_id, "signer", "invite", NULL, "invited", error) ||
      !sme_outbox_send_signer_invitation (call, order, signer, dossier_id, error))
    return NULL;
  sme_call_changed (call, order->account_id, "order", call->path_id);
  return answer (signer, 201);
}

/* What was signed before is not what waits now: it may have been drawn for this letter. */
static SmeReply *
mail_again (SmeCall *call,
            SmeStoredOrder *order,
            SmeSigner *signer,
            const char *dossier_id,
            GError **error)
{
  if (!may_mail (call, signer, error) ||
      !sme_signing_papers_keep (call->prepared, call, dossier_id, error) ||
      !sme_store_renew_signer (call, signer, error) ||
      !sme_audit_order (call, call->path_id, "signer", "mail-again", NULL, NULL, error) ||
      !sme_outbox_send_signer_invitation (call, order, signer, dossier_id, error))
    return NULL;
  return answer (signer, 200);
}

SmeReply *
sme_handle_invite_signer (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  g_autoptr (SmeSigner) signer = NULL;
  g_autoptr (GError) local = NULL;
  const char *dossier_id;

  if (order == NULL)
    return NULL;
  if (order->version != sme_signing_papers_get_order_version (call->prepared))
    return sme_handler_stale (error);
  dossier_id = sme_signing_papers_find_dossier (order, find_kind (order), error);
  if (dossier_id == NULL)
    return NULL;
  if (!sme_signing_can_begin (order, find_kind (order)))
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  signer = find_invited (call, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return signer != NULL ? mail_again (call, order, signer, dossier_id, error)
                        : invite (call, order, dossier_id, error);
}

SmeReply *
sme_handle_get_signer (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  g_autoptr (SmeSigner) signer =
    order != NULL ? sme_store_find_signer (call, call->path_id, error) : NULL;

  if (signer != NULL)
    return answer (signer, 200);
  if (*error == NULL)
    sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

/* What the holder has begun is over; the buyer can sign, or invite again. */
SmeReply *
sme_handle_withdraw_signer (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_own_order (call, error);
  g_autoptr (SmeSigner) signer = order != NULL ? find_invited (call, error) : NULL;
  g_autoptr (SmeSigner) after = NULL;
  const char *dossier_id;

  if (signer == NULL)
    {
      if (*error == NULL)
        sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  dossier_id = sme_signing_papers_find_dossier (order, find_kind (order), error);
  if (dossier_id == NULL || !sme_store_withdraw_signer (call, signer, error) ||
      (sme_signing_can_begin (order, find_kind (order)) &&
       !sme_signing_begin (call, call->path_id, dossier_id, find_kind (order), error)) ||
      !sme_audit_order (call, call->path_id, "signer", "withdraw", NULL, "withdrawn", error))
    return NULL;
  sme_call_changed (call, order->account_id, "order", call->path_id);
  after = sme_store_find_signer (call, call->path_id, error);
  return after != NULL ? answer (after, 200) : NULL;
}
