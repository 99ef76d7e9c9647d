/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-problem.h"

#include "core/sme-field-error.h"

typedef struct
{
  GPtrArray *fields;
  int attempts_left;
  int retry_after;
  gint64 changed_at;
} SmeProblemPrivate;

static void
sme_problem_private_init (SmeProblemPrivate *priv)
{
  priv->attempts_left = -1;
  priv->retry_after = -1;
}

static void
sme_problem_private_copy (const SmeProblemPrivate *from, SmeProblemPrivate *to)
{
  *to = *from;
  if (from->fields != NULL)
    g_ptr_array_ref (to->fields);
}

static void
sme_problem_private_clear (SmeProblemPrivate *priv)
{
  g_clear_pointer (&priv->fields, g_ptr_array_unref);
}

/* The macro makes sme_problem_quark () and sme_problem_get_private (). */
G_DEFINE_EXTENDED_ERROR (SmeProblem, sme_problem)

static const struct
{
  const char *word;
  guint status;
} codes[] = {
  [SME_PROBLEM_INVALID] = { "invalid", 422 },
  [SME_PROBLEM_MALFORMED] = { "malformed", 400 },
  [SME_PROBLEM_WRONG_STATE] = { "wrong-state", 409 },
  [SME_PROBLEM_ALREADY_PAID] = { "already-paid", 409 },
  [SME_PROBLEM_PAYMENT_CHECKING] = { "payment-checking", 409 },
  [SME_PROBLEM_DOCUMENT_CHANGED] = { "document-changed", 409 },
  [SME_PROBLEM_WRONG_CREDENTIALS] = { "wrong-credentials", 401 },
  [SME_PROBLEM_ACCOUNT_NOT_ACTIVATED] = { "account-not-activated", 403 },
  [SME_PROBLEM_PASSWORD_CHANGE_REQUIRED] = { "password-change-required", 403 },
  [SME_PROBLEM_IDEMPOTENCY_MISMATCH] = { "idempotency-mismatch", 422 },
  [SME_PROBLEM_IDEMPOTENCY_MISSING] = { "idempotency-missing", 400 },
  [SME_PROBLEM_IDEMPOTENCY_BUSY] = { "idempotency-busy", 409 },
  [SME_PROBLEM_OTP_TOO_SOON] = { "otp-too-soon", 429 },
  [SME_PROBLEM_OTP_LIMIT] = { "otp-limit", 429 },
  [SME_PROBLEM_OTP_WRONG] = { "otp-wrong", 422 },
  [SME_PROBLEM_OTP_EXPIRED] = { "otp-expired", 422 },
  [SME_PROBLEM_SIGNER_INVITED] = { "signer-invited", 409 },
  [SME_PROBLEM_SIGNING_LOCKED] = { "signing-locked", 423 },
  [SME_PROBLEM_CODE_TOO_SOON] = { "code-too-soon", 429 },
  [SME_PROBLEM_CODE_WRONG] = { "code-wrong", 422 },
  [SME_PROBLEM_CODE_EXPIRED] = { "code-expired", 422 },
  [SME_PROBLEM_CONSENT_REQUIRED] = { "consent-required", 403 },
  [SME_PROBLEM_ORDERS_UNFINISHED] = { "orders-unfinished", 409 },
  [SME_PROBLEM_NOT_A_CUSTOMER] = { "not-a-customer", 403 },
  [SME_PROBLEM_NO_SESSION] = { "no-session", 401 },
  [SME_PROBLEM_FORBIDDEN] = { "forbidden", 403 },
  [SME_PROBLEM_NOT_FOUND] = { "not-found", 404 },
  [SME_PROBLEM_METHOD_NOT_ALLOWED] = { "method-not-allowed", 405 },
  [SME_PROBLEM_UNSUPPORTED_MEDIA] = { "unsupported-media", 415 },
  [SME_PROBLEM_TOO_LARGE] = { "too-large", 413 },
  [SME_PROBLEM_TOO_MANY_REQUESTS] = { "too-many-requests", 429 },
  [SME_PROBLEM_PRECONDITION_REQUIRED] = { "precondition-required", 428 },
  [SME_PROBLEM_PRECONDITION_FAILED] = { "precondition-failed", 412 },
  [SME_PROBLEM_MISDIRECTED] = { "misdirected", 421 },
  [SME_PROBLEM_RANGE] = { "range-not-satisfiable", 416 },
  [SME_PROBLEM_INTERNAL] = { "internal", 500 },
  [SME_PROBLEM_UNAVAILABLE] = { "unavailable", 503 },
  [SME_PROBLEM_UNREACHABLE] = { "unreachable", 0 },
  [SME_PROBLEM_TIMED_OUT] = { "timed-out", 0 },
  [SME_PROBLEM_BAD_ANSWER] = { "bad-answer", 0 },
  [SME_PROBLEM_INSECURE] = { "insecure", 0 },
};

const char *
sme_problem_code_to_word (SmeProblemCode code)
{
  return codes[code].word;
}

guint
sme_problem_code_to_status (SmeProblemCode code)
{
  return codes[code].status != 0 ? codes[code].status : 500;
}

/* Several codes share a status; without a word only the plain one may be concluded. */
static SmeProblemCode
plain_code (guint status)
{
  static const SmeProblemCode plain[] = {
    SME_PROBLEM_NO_SESSION, SME_PROBLEM_FORBIDDEN,         SME_PROBLEM_MALFORMED,
    SME_PROBLEM_INVALID,    SME_PROBLEM_TOO_MANY_REQUESTS, SME_PROBLEM_WRONG_STATE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (codes[plain[i]].status == status)
      return plain[i];
  for (guint i = 0; i < SME_PROBLEM_UNREACHABLE; i++)
    if (codes[i].status == status && status >= 400)
      return i;
  return status >= 500 ? SME_PROBLEM_UNAVAILABLE : SME_PROBLEM_BAD_ANSWER;
}

SmeProblemCode
sme_problem_code_from_word (const char *word, guint status)
{
  for (guint i = 0; word != NULL && i < SME_PROBLEM_UNREACHABLE; i++)
    if (g_str_equal (codes[i].word, word))
      return i;
  return plain_code (status);
}

void
sme_problem_set (GError **error, SmeProblemCode code, const char *detail)
{
  g_set_error_literal (error, SME_PROBLEM, code, detail != NULL ? detail : codes[code].word);
}

void
sme_problem_set_invalid (GError **error, GPtrArray *errors)
{
  sme_problem_set (error, SME_PROBLEM_INVALID, NULL);
  if (error != NULL && *error != NULL)
    sme_problem_get_private (*error)->fields = errors;
  else
    g_ptr_array_unref (errors);
}

gboolean
sme_problem_set_field (GError **error, const char *pointer, const char *code)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (errors, sme_field_error_new_full (pointer, code));
  sme_problem_set_invalid (error, errors);
  return FALSE;
}

void
sme_problem_set_limits (GError **error, SmeProblemCode code, int attempts_left, int retry_after)
{
  sme_problem_set (error, code, NULL);
  if (error == NULL || *error == NULL)
    return;
  sme_problem_get_private (*error)->attempts_left = attempts_left;
  sme_problem_get_private (*error)->retry_after = retry_after;
}

void
sme_problem_set_replaced (GError **error, gint64 changed_at)
{
  sme_problem_set (error, SME_PROBLEM_WRONG_CREDENTIALS, NULL);
  if (error != NULL && *error != NULL)
    sme_problem_get_private (*error)->changed_at = changed_at;
}

GPtrArray *
sme_problem_get_fields (const GError *error)
{
  return error->domain == SME_PROBLEM ? sme_problem_get_private (error)->fields : NULL;
}

int
sme_problem_get_attempts_left (const GError *error)
{
  return error->domain == SME_PROBLEM ? sme_problem_get_private (error)->attempts_left : -1;
}

int
sme_problem_get_retry_after (const GError *error)
{
  return error->domain == SME_PROBLEM ? sme_problem_get_private (error)->retry_after : -1;
}

gint64
sme_problem_get_changed_at (const GError *error)
{
  return error->domain == SME_PROBLEM ? sme_problem_get_private (error)->changed_at : 0;
}

SmeProblemBody *
sme_problem_to_body (const GError *error)
{
  SmeProblemBody *body = sme_problem_body_new ();
  SmeRecord *record = SME_RECORD (body);
  SmeProblemCode code =
    error->domain == SME_PROBLEM ? (SmeProblemCode) error->code : SME_PROBLEM_INTERNAL;
  GPtrArray *fields = sme_problem_get_fields (error);
  g_autofree char *type = g_strconcat ("urn:onesme:problem:", codes[code].word, NULL);

  sme_record_set_text (record, "type", type);
  sme_record_set_text (record, "code", codes[code].word);
  sme_record_set_int (record, "status", sme_problem_code_to_status (code));
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    sme_record_append (record, "errors", g_ptr_array_index (fields, i));
  if (sme_problem_get_attempts_left (error) >= 0)
    sme_record_set_int (record, "attempts_left", sme_problem_get_attempts_left (error));
  if (sme_problem_get_retry_after (error) >= 0)
    sme_record_set_int (record, "retry_after", sme_problem_get_retry_after (error));
  if (sme_problem_get_changed_at (error) > 0)
    sme_record_set_int (record, "changed_at", sme_problem_get_changed_at (error));
  return body;
}

GError *
sme_problem_from_body (SmeProblemBody *body, guint status)
{
  SmeRecord *record = SME_RECORD (body);
  GError *error = NULL;
  GListModel *list = sme_record_get_list (record, "errors");
  SmeProblemPrivate *priv;

  sme_problem_set (&error,
                   sme_problem_code_from_word (sme_record_get_text (record, "code"), status),
                   sme_record_get_text (record, "detail"));
  priv = sme_problem_get_private (error);
  if (list != NULL)
    priv->fields = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (priv->fields, g_list_model_get_object (list, i));
  if (sme_record_has (record, "attempts_left"))
    priv->attempts_left = (int) sme_record_get_int (record, "attempts_left");
  if (sme_record_has (record, "retry_after"))
    priv->retry_after = (int) sme_record_get_int (record, "retry_after");
  if (sme_record_has (record, "changed_at"))
    priv->changed_at = sme_record_get_int (record, "changed_at");
  return error;
}
