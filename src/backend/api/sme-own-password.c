/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-own-password.h"

#include "backend/http/sme-handlers.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-problem.h"

typedef struct
{
  char *seen_hash;
  char *new_hash;
  gboolean right;
} Prepared;

static void
prepared_free (Prepared *prepared)
{
  g_free (prepared->seen_hash);
  g_free (prepared->new_hash);
  g_free (prepared);
}

gboolean
sme_own_password_prepare (SmeCall *call,
                          const char *field,
                          const char *new_password,
                          GError **error)
{
  const char *account_id = call->principal.account_id;
  Prepared *prepared = g_new0 (Prepared, 1);
  g_autoptr (SmeStoredAccount) account = NULL;

  sme_call_set_prepared (call, prepared, (GDestroyNotify) prepared_free);
  if (!sme_throttle_check (call, &sme_throttle_password, account_id, error))
    return FALSE;
  account = sme_store_find_account (call, account_id, error);
  if (account == NULL)
    return FALSE;
  prepared->seen_hash = g_strdup (account->password_hash);
  prepared->right =
    sme_password_verify (account->password_hash, sme_record_get_text (call->request, field));
  if (prepared->right && new_password != NULL)
    prepared->new_hash = sme_password_hash (new_password);
  return TRUE;
}

static gpointer
refuse (SmeCall *call, const char *field, GError **error)
{
  g_autofree char *pointer = g_strconcat ("/", field, NULL);

  if (!sme_throttle_fail (call, &sme_throttle_password, call->principal.account_id, error))
    return NULL;
  call->keep = TRUE;
  sme_problem_set_field (error, pointer, "wrong");
  return NULL;
}

SmeStoredAccount *
sme_own_password_confirm (SmeCall *call, const char *field, GError **error)
{
  Prepared *prepared = call->prepared;
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeStoredAccount) account = NULL;

  /* Once more, now that nobody else writes. */
  if (!sme_throttle_check (call, &sme_throttle_password, account_id, error))
    return NULL;
  account = sme_store_find_account (call, account_id, error);
  if (account == NULL)
    return NULL;
  if (!g_str_equal (account->password_hash, prepared->seen_hash))
    return (gpointer) sme_handler_stale (error);
  if (!prepared->right)
    return refuse (call, field, error);
  return sme_throttle_forget (call, &sme_throttle_password, account_id, error)
           ? g_steal_pointer (&account)
           : NULL;
}

const char *
sme_own_password_get_new_hash (SmeCall *call)
{
  Prepared *prepared = call->prepared;

  return prepared->new_hash;
}
