/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-code-state.h"

G_BEGIN_DECLS

/**
 * SmeCodePolicy:
 * @life: milliseconds from sending
 * @cool_down: milliseconds until another code may be sent
 * @sends_a_day: of codes for one subject
 *
 * The rules of one-time codes that show who reads a mailbox or holds a telephone. A code works once
 * and takes %SME_CODE_MAX_WRONG wrong entries; sending another one voids it and gives no entries
 * back. Asking for another too early changes nothing.
 */
typedef struct
{
  const char *purpose;
  guint digits;
  gint64 life;
  gint64 cool_down;
  guint sends_a_day;
} SmeCodePolicy;

#define SME_CODE_MAX_WRONG 5

extern const SmeCodePolicy sme_code_password_reset;
extern const SmeCodePolicy sme_code_econtract_reset;
extern const SmeCodePolicy sme_code_phone;
extern const SmeCodePolicy sme_code_email;

/**
 * SmeCode:
 * @code: what is to be sent; NULL for a code read back, of which only a keyed hash is kept
 * @account_id: (nullable)
 * @value: (nullable): what is to be confirmed
 */
typedef struct
{
  char *id;
  char *code;
  char *account_id;
  char *value;
  gint64 wrong;
  gint64 expires_at;
  gint64 resend_after;
} SmeCode;

void sme_code_free (SmeCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeCode, sme_code_free)

/**
 * sme_store_start_code:
 * @subject: whose code it is: only a keyed hash is kept
 *
 * Fails with SME_PROBLEM_CODE_TOO_SOON during the cool-down and SME_PROBLEM_TOO_MANY_REQUESTS when
 * the day's codes are used up. An older code of the subject is void.
 */
SmeCode *sme_store_start_code (SmeCall *call,
                               const SmeCodePolicy *policy,
                               const char *subject,
                               const char *account_id,
                               const char *value,
                               GError **error);

/* Another code for the same thing, with the entries that are left. SME_PROBLEM_WRONG_STATE when
 * nothing was begun, SME_PROBLEM_CODE_EXPIRED when no entries are left. */
SmeCode *sme_store_resend_code (SmeCall *call,
                                const SmeCodePolicy *policy,
                                const char *subject,
                                GError **error);

/**
 * sme_store_use_code:
 * @id: (nullable): of the code, where the subject is not known
 * @subject: (nullable): whose latest code it is
 *
 * Checks @entered and uses the code up. Wrong entries are counted (call->keep); the same wrong
 * entry once more costs nothing, as it may be a retry. What is not a code at all is a wrong field.
 */
SmeCode *sme_store_use_code (SmeCall *call,
                             const SmeCodePolicy *policy,
                             const char *id,
                             const char *subject,
                             const char *entered,
                             GError **error);

/* @sent_to: (nullable): masked */
SmeCodeState *sme_code_make_state (SmeCall *call,
                                   const SmeCodePolicy *policy,
                                   SmeCode *code,
                                   const char *sent_to);

G_END_DECLS
