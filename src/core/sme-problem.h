/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-problem-body.h"

G_BEGIN_DECLS

#define SME_PROBLEM (sme_problem_quark ())
GQuark sme_problem_quark (void);

/**
 * SmeProblemCode:
 *
 * The stable codes of answers that are not a success, the same on both sides of the wire, and below
 * them what only a client can meet. The wire word is sme_problem_code_to_word().
 */
typedef enum
{
  SME_PROBLEM_INVALID,
  SME_PROBLEM_MALFORMED,
  SME_PROBLEM_WRONG_STATE,
  SME_PROBLEM_ALREADY_PAID,
  SME_PROBLEM_PAYMENT_CHECKING,
  SME_PROBLEM_DOCUMENT_CHANGED,
  SME_PROBLEM_WRONG_CREDENTIALS,
  SME_PROBLEM_ACCOUNT_NOT_ACTIVATED,
  SME_PROBLEM_PASSWORD_CHANGE_REQUIRED,
  SME_PROBLEM_IDEMPOTENCY_MISMATCH,
  SME_PROBLEM_IDEMPOTENCY_MISSING,
  SME_PROBLEM_IDEMPOTENCY_BUSY,
  SME_PROBLEM_OTP_TOO_SOON,
  SME_PROBLEM_OTP_LIMIT,
  SME_PROBLEM_OTP_WRONG,
  SME_PROBLEM_OTP_EXPIRED,
  SME_PROBLEM_SIGNER_INVITED,
  SME_PROBLEM_SIGNING_LOCKED,
  SME_PROBLEM_CODE_TOO_SOON,
  SME_PROBLEM_CODE_WRONG,
  SME_PROBLEM_CODE_EXPIRED,
  SME_PROBLEM_CONSENT_REQUIRED,
  SME_PROBLEM_ORDERS_UNFINISHED,
  SME_PROBLEM_NOT_A_CUSTOMER,
  SME_PROBLEM_NO_SESSION,
  SME_PROBLEM_FORBIDDEN,
  SME_PROBLEM_NOT_FOUND,
  SME_PROBLEM_METHOD_NOT_ALLOWED,
  SME_PROBLEM_UNSUPPORTED_MEDIA,
  SME_PROBLEM_TOO_LARGE,
  SME_PROBLEM_TOO_MANY_REQUESTS,
  SME_PROBLEM_PRECONDITION_REQUIRED,
  SME_PROBLEM_PRECONDITION_FAILED,
  SME_PROBLEM_MISDIRECTED,
  SME_PROBLEM_RANGE,
  SME_PROBLEM_INTERNAL,
  SME_PROBLEM_UNAVAILABLE,

  /* Client side only */
  SME_PROBLEM_UNREACHABLE, /* no connection, or it broke */
  SME_PROBLEM_TIMED_OUT,
  SME_PROBLEM_BAD_ANSWER, /* what came is not what the API promises */
  SME_PROBLEM_INSECURE,   /* TLS, or a base URL that is not allowed */
} SmeProblemCode;

const char *sme_problem_code_to_word (SmeProblemCode code);
/* UNAVAILABLE or BAD_ANSWER, by @status, for a word that is not known here. */
SmeProblemCode sme_problem_code_from_word (const char *word, guint status);
guint sme_problem_code_to_status (SmeProblemCode code);

/* All make or fill an error of the SME_PROBLEM domain; @detail (nullable) is for developers and
 * must hold nothing personal. */
void sme_problem_set (GError **error, SmeProblemCode code, const char *detail);
/* @errors: (transfer full) (element-type SmeFieldError) */
void sme_problem_set_invalid (GError **error, GPtrArray *errors);
/* One wrong field: "/full_name", "characters". Always returns FALSE. */
gboolean sme_problem_set_field (GError **error, const char *pointer, const char *code);
/* @attempts_left and @retry_after (seconds) are -1 where they do not apply. */
void
sme_problem_set_limits (GError **error, SmeProblemCode code, int attempts_left, int retry_after);

/* WRONG_CREDENTIALS: the password was the right one until @changed_at (milliseconds). */
void sme_problem_set_replaced (GError **error, gint64 changed_at);

GPtrArray *sme_problem_get_fields (const GError *error); /* borrowed; may be NULL */
int sme_problem_get_attempts_left (const GError *error);
int sme_problem_get_retry_after (const GError *error);
gint64 sme_problem_get_changed_at (const GError *error); /* 0 unless it was */

SmeProblemBody *sme_problem_to_body (const GError *error);
GError *sme_problem_from_body (SmeProblemBody *body, guint status);

G_END_DECLS
