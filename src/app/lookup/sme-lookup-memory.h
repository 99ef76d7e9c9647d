/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

G_BEGIN_DECLS

/*
 * The eContract user name and password that the person asked to be remembered: in the desktop's
 * keyring, for the server in use, and nowhere else. Without a keyring they last until the program
 * ends (see SmeKeyring).
 */

/**
 * SmeLookupLogin:
 * @username: the mailed one
 * @password: overwritten when freed
 */
typedef struct
{
  char *username;
  char *password;
} SmeLookupLogin;

void sme_lookup_login_free (SmeLookupLogin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeLookupLogin, sme_lookup_login_free)

void sme_lookup_memory_recall_async (SmeContext *context,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* NULL without an error: nothing is remembered. */
SmeLookupLogin *sme_lookup_memory_recall_finish (GAsyncResult *result, GError **error);

void sme_lookup_memory_keep (SmeContext *context, const char *username, const char *password);

/* Of what kind it is in the keyring. */
#define SME_LOOKUP_MEMORY_KIND "econtract"
/* For which server it is, and for whom of OneSME: whoever signs in there next on this computer is
 * not signed in to another's contracts. (transfer none) */
const char *sme_lookup_memory_get_server (SmeContext *context);

/* Whoever was remembered for this server. */
void sme_lookup_memory_forget (SmeContext *context);

G_END_DECLS
