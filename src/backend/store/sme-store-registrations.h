/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-accounts.h"

G_BEGIN_DECLS

/* Registrations that wait for their activation. Anybody can register any address, so that each one
 * stands for itself; who reads the mailbox decides which of them becomes the account. */

/* How many of an address are looked at when somebody signs in. */
#define SME_REGISTRATIONS_TRIED 5

/**
 * sme_store_list_pending:
 *
 * Returns: (element-type SmeStoredAccount): the registrations of the address @email that are not
 *   activated, newest first; at most @limit
 */
GPtrArray *sme_store_list_pending (SmeCall *call, const char *email, guint limit, GError **error);

/* NULL without error when none of the address waits. */
SmeStoredAccount *sme_store_find_newest_pending (SmeCall *call, const char *email, GError **error);

/* Removes what nobody can activate: registrations of the address of @newest that no mail went out
 * for, or whose codes ended a month ago. @newest itself stays. */
gboolean sme_store_prune_pending (SmeCall *call, const SmeStoredAccount *newest, GError **error);

/**
 * sme_store_activate_account:
 * @id: of a registration that was shown to be its mailbox's
 *
 * Makes it the account of its address, and removes the others that wait there. The field error
 * "taken" of "/token" when the address has an account meanwhile.
 */
gboolean sme_store_activate_account (SmeCall *call, const char *id, GError **error);

/* Removes the registrations that wait for the address which @account_id has now: their consents
 * with them; what their codes would do is said, and nothing is done. */
gboolean sme_store_supersede_pending (SmeCall *call, const char *account_id, GError **error);

/* Counts the letters about registration to the address @email; whether one more may go out. */
gboolean sme_store_may_write_to (SmeCall *call, const char *email, gboolean *may, GError **error);

/* Whether the letter of activation can be asked for again: not within a minute of the last time,
 * nor past the count of letters. SME_PROBLEM_TOO_MANY_REQUESTS with the seconds to wait; for any
 * address, known or not. */
gboolean sme_store_check_resend (SmeCall *call, const char *email, GError **error);
/* Such a letter was asked for, by registering too. */
gboolean sme_store_note_resend (SmeCall *call, const char *email, GError **error);

G_END_DECLS
