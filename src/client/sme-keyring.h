/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeKeyringState:
 * @SME_KEYRING_UNKNOWN: not asked yet
 * @SME_KEYRING_AVAILABLE: secrets survive this run
 * @SME_KEYRING_LOCKED: the person did not unlock it
 * @SME_KEYRING_ABSENT: this session has no keyring
 * @SME_KEYRING_FAILED: it is there and does not answer, or answers nonsense
 */
typedef enum
{
  SME_KEYRING_UNKNOWN,
  SME_KEYRING_AVAILABLE,
  SME_KEYRING_LOCKED,
  SME_KEYRING_ABSENT,
  SME_KEYRING_FAILED,
} SmeKeyringState;

#define SME_TYPE_KEYRING_STATE (sme_keyring_state_get_type ())
GType sme_keyring_state_get_type (void);

#define SME_TYPE_KEYRING (sme_keyring_get_type ())
G_DECLARE_FINAL_TYPE (SmeKeyring, sme_keyring, SME, KEYRING, GObject)

/**
 * SmeKeyring:
 *
 * A few verbs on one schema (vn.onesme.Desktop) of the desktop's keyring. A secret is named by what
 * it is (@kind), the server it belongs to and the account; the last two may be "". Where the
 * keyring is locked, absent or broken, secrets are kept in memory until the program ends, the verbs
 * succeed all the same, and the properties `state` (#SmeKeyringState) and `persistent` say so:
 * "nothing found" while `persistent` is FALSE does not mean that nothing is stored.
 *
 * No call waits for ever: 5 s for the service, 2 min for the person at its prompt.
 */
SmeKeyring *sme_keyring_new (void);

SmeKeyringState sme_keyring_get_state (SmeKeyring *self);
gboolean sme_keyring_get_persistent (SmeKeyring *self);

/* @label: what the desktop shows the person; holds nothing secret. */
void sme_keyring_store_async (SmeKeyring *self,
                              const char *kind,
                              const char *server,
                              const char *account,
                              const char *label,
                              const char *secret,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean sme_keyring_store_finish (SmeKeyring *self, GAsyncResult *result, GError **error);

void sme_keyring_lookup_async (SmeKeyring *self,
                               const char *kind,
                               const char *server,
                               const char *account,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* NULL without an error: nothing found. Free with sme_secret_free(). */
char *sme_keyring_lookup_finish (SmeKeyring *self, GAsyncResult *result, GError **error);

/* The accounts that have a secret of @kind for @server, the one stored last first. */
void sme_keyring_list_async (SmeKeyring *self,
                             const char *kind,
                             const char *server,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GStrv sme_keyring_list_finish (SmeKeyring *self, GAsyncResult *result, GError **error);

void sme_keyring_clear_async (SmeKeyring *self,
                              const char *kind,
                              const char *server,
                              const char *account,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean sme_keyring_clear_finish (SmeKeyring *self, GAsyncResult *result, GError **error);

/* Asks the person (again) to unlock; what was kept in memory moves in. Returns whether `persistent`
 * is now TRUE. */
void sme_keyring_unlock_async (SmeKeyring *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean sme_keyring_unlock_finish (SmeKeyring *self, GAsyncResult *result, GError **error);

/* While quiet, what is asked for does not make the desktop ask the person to unlock the keyring: at
 * the start of a program nobody has done anything yet that needs it. A person who refused is not
 * asked again in this run, but for sme_keyring_unlock_async(). */
void sme_keyring_set_quiet (SmeKeyring *self, gboolean quiet);

void sme_keyring_set_limits (SmeKeyring *self, guint service_ms, guint prompt_ms);

G_END_DECLS
