/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-inquiry.h"

#include "backend/bank/sme-gateway-question.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/bank/sme-gateway-verdict.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-payments.h"

/* So long the gateway's own notice has time, and so long no answer is asked for twice by those who
 * only look. */
#define PATIENCE_MS (10 * 1000)
#define JOB_PATIENCE_MS (60 * 1000)
/* Nothing comes of what is older, unless the bank has the money. */
#define OLDEST_MS (3 * 24 * 3600 * G_GINT64_CONSTANT (1000))
/* No round of questions is longer, and nobody waits longer for another's to end. */
#define ROUND_US (15 * G_USEC_PER_SEC)
/* Of the workers, so that there are always some to answer others; the rest are told to come again.
 */
#define MOST_WAITING 1

/* One question at a time: a worker is waiting for its answer. */
static GMutex lock;
static GCond done;
static gboolean busy;
static guint n_waiting;

/* @until: monotonic; 0: not to wait at all */
static gboolean
take_turn (gint64 until)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (busy && (until == 0 || n_waiting >= MOST_WAITING))
    return FALSE;
  n_waiting++;
  while (busy && g_cond_wait_until (&done, &lock, until))
    ;
  n_waiting--;
  if (busy)
    return FALSE;
  busy = TRUE;
  return TRUE;
}

static void
end_turn (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  busy = FALSE;
  g_cond_signal (&done);
}

static gboolean
is_over (SmeCall *call, SmeRecord *payment)
{
  return !sme_record_has (payment, "expires_at") ||
         sme_record_get_int (payment, "expires_at") <= call->now;
}

/* Nobody can pay there any more, and the gateway has said how it ended: all is said. */
static gboolean
settle (SmeCall *call, SmeRecord *payment, GError **error)
{
  return !is_over (call, payment) ||
         sme_db_run (call->db, NULL, error, "UPDATE payment SET settled = 1 WHERE id = :id", "id:s",
                     sme_record_get_text (payment, "id"), NULL);
}

static gboolean
book (SmeCall *call, SmeRecord *payment, GHashTable *result, const char *code, GError **error)
{
  sme_gateway_params_set (result, "vnp_ResponseCode", code);
  if (sme_gateway_judge (call, result, payment, SME_GATEWAY_ANSWER, error) == NULL)
    return FALSE;
  return g_strcmp0 (code, SME_GATEWAY_SUSPECTED) == 0 || settle (call, payment, error);
}

/* Nobody began to pay, and from now on nobody can: whoever looks is told so. Before the time is
 * over the page may still be opened. */
static gboolean
note_never_begun (SmeCall *call, SmeRecord *payment, const char *account_id, GError **error)
{
  const char *id = sme_record_get_text (payment, "id");

  if (!settle (call, payment, error))
    return FALSE;
  if (sme_record_get_int (payment, "state") != SME_PAYMENT_EXPIRED)
    return TRUE;
  sme_call_changed (call, account_id, "payment", id);
  return sme_store_set_failure (call, id, SME_FAILURE_NOT_BEGUN, error);
}

static gboolean
take_answer (SmeCall *call,
             const char *payment_id,
             const char *account_id,
             GHashTable *result,
             GError **error)
{
  const char *code = sme_gateway_question_find_code (result);
  g_autoptr (SmePayment) payment = sme_store_find_payment (call, payment_id, NULL, error);

  if (payment == NULL)
    return FALSE;
  if (sme_gateway_question_is_unknown (result))
    return note_never_begun (call, SME_RECORD (payment), account_id, error);
  return code == NULL || book (call, SME_RECORD (payment), result, code, error);
}

static gboolean
note_asked (SmeCall *call, const char *payment_id, GError **error)
{
  return sme_db_run (call->db, NULL, error, "UPDATE payment SET asked_at = :now WHERE id = :id",
                     "now:i", call->now, "id:s", payment_id, NULL);
}

/* @result: (nullable): it did not answer */
static void
remember (SmeCall *call, const char *payment_id, const char *account_id, GHashTable *result)
{
  g_autoptr (GError) error = NULL;

  sme_backend_lock_writer (call->backend);
  if (!sme_db_begin (call->db, TRUE, &error) || !note_asked (call, payment_id, &error) ||
      (result != NULL && !take_answer (call, payment_id, account_id, result, &error)) ||
      !sme_db_commit (call->db, &error))
    {
      g_warning ("The gateway's answer was not booked: %s", error->message);
      sme_db_rollback (call->db);
      sme_call_forget_news (call);
    }
  sme_backend_unlock_writer (call->backend);
}

/* Whether all were asked about, in time; where the gateway is away it is away for the others too.
 */
static gboolean
ask_all (SmeCall *call, SmeRows *rows, gint64 until)
{
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      const char *id = sme_rows_text (rows, i, "id");
      g_autoptr (GHashTable) result = NULL;
      gboolean reached;

      if (g_get_monotonic_time () > until)
        return FALSE;
      result = sme_gateway_question_ask (call, sme_rows_text (rows, i, "reference"),
                                         sme_rows_int (rows, i, "created_at"), &reached);
      remember (call, id, sme_rows_text (rows, i, "account_id"), result);
      if (!reached)
        return TRUE;
    }
  return TRUE;
}

/* Payments at the gateway of which it may still tell something new: also those that something else
 * took the place of, or that failed, where the money may have been taken all the same. Who was
 * asked about the longest time ago comes first, so that nobody's turn never comes. */
#define TO_ASK_ABOUT \
  "SELECT DISTINCT p.id, p.account_id, p.reference, p.created_at, p.asked_at FROM payment p JOIN" \
  " payment_order o ON o.payment_id = p.id WHERE p.method = 'gateway' AND p.settled = 0" \
  " AND p.state <> 'succeeded' AND (p.created_at > :oldest OR p.state = 'checking')"
#define NOT_LATELY " AND p.created_at <= :lately AND p.asked_at <= :lately"
#define IN_TURN " ORDER BY p.asked_at, p.created_at LIMIT 20"

gboolean
sme_prepare_get_payment (SmeCall *call, GError **error)
{
  g_autoptr (SmeRows) rows = NULL;

  if (sme_backend_get_gateway (call->backend) == NULL)
    return TRUE;
  rows = sme_db_query (
    call->db, error, TO_ASK_ABOUT NOT_LATELY " AND p.id = :id AND p.account_id = :account" IN_TURN,
    "oldest:i", call->now - OLDEST_MS, "lately:i", call->now - PATIENCE_MS, "id:s", call->path_id,
    "account:s", call->principal.account_id, NULL);
  if (rows != NULL && sme_rows_count (rows) > 0 && take_turn (0))
    {
      ask_all (call, rows, g_get_monotonic_time () + ROUND_US);
      end_turn ();
    }
  return rows != NULL;
}

static SmeRows *
find_of_order (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_query (call->db, error,
                       TO_ASK_ABOUT " AND o.order_id = :id AND p.account_id = :account" IN_TURN,
                       "oldest:i", call->now - OLDEST_MS, "id:s", order_id, "account:s",
                       call->principal.account_id, NULL);
}

static int not_asked;

/* However lately it was asked, and whoever is asking: it is asked, or nothing is begun. */
static gboolean
prepare_order (SmeCall *call, const char *order_id, GError **error)
{
  gint64 until = g_get_monotonic_time () + ROUND_US;
  g_autoptr (SmeRows) before = find_of_order (call, order_id, error);
  g_autoptr (SmeRows) rows = NULL;
  gboolean asked = FALSE;

  if (before == NULL || sme_rows_count (before) == 0)
    return before != NULL;
  if (take_turn (until))
    {
      rows = find_of_order (call, order_id, error);
      asked = rows != NULL && ask_all (call, rows, until);
      end_turn ();
      if (rows == NULL)
        return FALSE;
    }
  /* The handler says so: an answer that was given before under the same key is given again. */
  if (!asked)
    sme_call_set_prepared (call, &not_asked, NULL);
  return TRUE;
}

/* Nobody is let pay again before the gateway was asked what became of the first time. */
gboolean
sme_prepare_create_payment (SmeCall *call, GError **error)
{
  const char *const *ids =
    call->path_id == NULL ? sme_record_get_texts (call->request, "order_ids") : NULL;

  if (sme_backend_get_gateway (call->backend) == NULL)
    return TRUE;
  if (call->path_id != NULL)
    return prepare_order (call, call->path_id, error);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!prepare_order (call, ids[i], error))
      return FALSE;
  return TRUE;
}

gboolean
sme_gateway_inquiry_was_made (SmeCall *call)
{
  return call->prepared != &not_asked;
}

void
sme_gateway_inquiry_run (SmeCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = NULL;

  if (sme_backend_get_gateway (call->backend) == NULL || !take_turn (0))
    return;
  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  rows = sme_db_query (call->db, &error, TO_ASK_ABOUT NOT_LATELY IN_TURN, "oldest:i",
                       call->now - OLDEST_MS, "lately:i", call->now - JOB_PATIENCE_MS, NULL);
  if (error != NULL)
    g_warning ("Payments could not be asked about: %s", error->message);
  if (rows != NULL)
    ask_all (call, rows, g_get_monotonic_time () + ROUND_US);
  end_turn ();
}
