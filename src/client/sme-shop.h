/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-keyring.h"
#include "client/sme-transport.h"
#include "core/sme-account.h"

G_BEGIN_DECLS

#define SME_TYPE_SHOP (sme_shop_get_type ())
G_DECLARE_FINAL_TYPE (SmeShop, sme_shop, SME, SHOP, GObject)

/**
 * SmeShop:
 *
 * OneSME (/v1) as the app sees it: its operations, the session of who is signed in, and what
 * changes on the server. A #SmeCaller, so lists page themselves in through #SmeRemoteList.
 *
 * Orders, payments, certificates, subscriptions, dossiers and accounts in answers are live: while
 * anyone holds one there is one object per id, and every later answer updates it in place. When the
 * server says that one changed it is fetched again.
 *
 * Properties: `account` (#SmeAccount, nullable), `signed-in`, `online` (the last call reached the
 * server), `keyring-state` (#SmeKeyringState), `base-url`.
 *
 * Signals:
 * - `session-ended`: the server ended the session; signed out here, the stored secret is gone.
 * - `account-forgotten (const char *id)`: the person signed out, everywhere, or deleted the
 * account.
 * - `changed (const char *kind, const char *id)`: as the server said; live objects fetch
 *   themselves, lists are the page's to reload.
 * - `going-over`: in sme_shop_switch_async(), right before the one account makes room for the
 * other.
 * - `resync`: the connection had been away; anything may have changed.
 */

/* @keyring: shared by all that keep secrets. NULL with %SME_PROBLEM_INSECURE as
 * sme_transport_new(). */
SmeShop *sme_shop_new (const char *base_url, SmeKeyring *keyring, GError **error);

const char *sme_shop_get_base_url (SmeShop *self);
/* Under which name the keyring keeps the session: by default the base URL. For a server whose
 * address changes from run to run, before anyone signs in. */
void sme_shop_set_server_name (SmeShop *self, const char *name);
/* For its time-outs and retries. */
SmeTransport *sme_shop_get_transport (SmeShop *self);
SmeAccount *sme_shop_get_account (SmeShop *self);
/* Whose session it is, known before the account itself: also while the server does not answer. NULL
 * when nobody is signed in. */
const char *sme_shop_get_account_id (SmeShop *self);
gboolean sme_shop_get_signed_in (SmeShop *self);
gboolean sme_shop_get_online (SmeShop *self);
SmeKeyringState sme_shop_get_keyring_state (SmeShop *self);
void sme_shop_set_language (SmeShop *self, const char *tag);

/**
 * sme_shop_call_async:
 * @path_id: (nullable): what stands at {id} of the operation's path
 * @query: (nullable): of the operation's query type
 * @body: (nullable): of the operation's request type
 *
 * An access token that has run out is renewed by the way, once for all calls that wait for it.
 */
void sme_shop_call_async (SmeShop *self,
                          SmeOperationId op,
                          const char *path_id,
                          SmeRecord *query,
                          SmeRecord *body,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/* (transfer full): the record; NULL without an error when the answer has no content (204). */
gpointer sme_shop_call_finish (SmeShop *self, GAsyncResult *result, GError **error);
gboolean sme_shop_call_finish_void (SmeShop *self, GAsyncResult *result, GError **error);
/* (transfer full): one page; @total and @next (cursor of the next page) may be NULL. */
GListModel *sme_shop_list_finish (SmeShop *self,
                                  GAsyncResult *result,
                                  gint64 *total,
                                  char **next,
                                  GError **error);

void sme_shop_sign_in_async (SmeShop *self,
                             const char *email,
                             const char *password,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean sme_shop_sign_in_finish (SmeShop *self, GAsyncResult *result, GError **error);

/* Here the person is signed out at once and whatever happens; an error says that the server could
 * not be told. */
void sme_shop_sign_out_async (SmeShop *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean sme_shop_sign_out_finish (SmeShop *self, GAsyncResult *result, GError **error);

/**
 * sme_shop_switch_async:
 * @account_id: (nullable): of whom the keyring has a session; %NULL: of nobody yet
 *
 * Goes over to another account. Whoever is signed in stays until the server has taken the other's
 * session for good; then what belonged to the one before is forgotten, but its session stays and it
 * can be come back to. The finish function returns FALSE, without an error, when the other one has
 * to sign in again, and nothing has changed then; nor has it after an error. Where nobody is signed
 * in it is as sme_shop_restore_async(), and to go over to nobody is done at once, FALSE.
 */
void sme_shop_switch_async (SmeShop *self,
                            const char *account_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean sme_shop_switch_finish (SmeShop *self, GAsyncResult *result, GError **error);

/**
 * sme_shop_end_async:
 * @op: %SME_OP_END_ALL_SESSIONS or %SME_OP_DELETE_ME
 * @body: (nullable): of the operation's request type
 *
 * A call after which nobody is signed in. When the server has done it the person is signed out here
 * too, and the stored secret is gone; when it has not, nothing changes. The finish function gives
 * what was answered: NULL without an error where there is nothing.
 */
void sme_shop_end_async (SmeShop *self,
                         SmeOperationId op,
                         SmeRecord *body,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gpointer sme_shop_end_finish (SmeShop *self, GAsyncResult *result, GError **error);

/**
 * sme_shop_restore_async:
 * @account_id: (nullable): whose session; %NULL for any that the keyring has for this server
 *
 * Signs in with the session of the last run. The finish function returns whether somebody is
 * signed in: FALSE without an error when nothing was kept; TRUE with the account still unknown
 * (property `online` FALSE) when the server could not be reached.
 */
void sme_shop_restore_async (SmeShop *self,
                             const char *account_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean sme_shop_restore_finish (SmeShop *self, GAsyncResult *result, GError **error);

/* The live object, if anyone holds it. (transfer none) */
gpointer sme_shop_peek_live (SmeShop *self, GType type, const char *id);

G_END_DECLS
