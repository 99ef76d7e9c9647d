/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-authenticate.h"

#include "backend/store/sme-store-tokens.h"
#include "core/sme-problem.h"

static gboolean
refuse (SmeProblemCode code, GError **error)
{
  sme_problem_set (error, code, NULL);
  return FALSE;
}

static gboolean
kind_fits (SmeAuth auth, const char *kind)
{
  switch (auth)
    {
    case SME_AUTH_ACCESS:
    case SME_AUTH_OPTIONAL:
      return g_str_equal (kind, "access");
    case SME_AUTH_SIGNING:
      return g_str_equal (kind, "signing") || g_str_equal (kind, "signer");
    case SME_AUTH_ECONTRACT:
      return g_str_equal (kind, "signing") || g_str_equal (kind, "signer") ||
             g_str_equal (kind, "lookup");
    default:
      return FALSE;
    }
}

static gboolean
authenticate_local (SmeCall *call, GError **error)
{
  const char *token = sme_backend_get_local_token (call->backend);

  if (token == NULL)
    return refuse (SME_PROBLEM_NOT_FOUND, error);
  if (call->bearer == NULL || !sme_keys_equal (call->bearer, token))
    return refuse (SME_PROBLEM_NO_SESSION, error);
  call->principal.kind = g_strdup ("local");
  return TRUE;
}

gboolean
sme_authenticate (SmeCall *call, GError **error)
{
  SmeAuth auth = sme_call_get_operation (call)->auth;

  if (auth == SME_AUTH_NONE)
    return TRUE;
  if (auth == SME_AUTH_LOCAL)
    return authenticate_local (call, error);
  if (call->bearer == NULL)
    return auth == SME_AUTH_OPTIONAL || refuse (SME_PROBLEM_NO_SESSION, error);
  if (!sme_store_find_token (call, call->bearer, &call->principal, error))
    return FALSE;
  if (kind_fits (auth, call->principal.kind))
    return TRUE;
  /* A lookup session may read; what signs is beyond it. Elsewhere a token of another kind is none.
   */
  return refuse (auth == SME_AUTH_SIGNING && g_str_equal (call->principal.kind, "lookup")
                   ? SME_PROBLEM_FORBIDDEN
                   : SME_PROBLEM_NO_SESSION,
                 error);
}
