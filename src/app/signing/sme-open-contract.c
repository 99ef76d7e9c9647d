/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-open-contract.h"

#include "core/sme-problem.h"
#include "core/sme-signing-request.h"
#include "core/sme-signing-session.h"

typedef struct
{
  SmeEcontract *econtract;
  SmeOpenContract *contract;
} Opening;

void
sme_open_contract_free (SmeOpenContract *self)
{
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_free (self->username);
  g_free (self);
}

static void
opening_free (Opening *opening)
{
  g_clear_pointer (&opening->contract, sme_open_contract_free);
  g_object_unref (opening->econtract);
  g_free (opening);
}

static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  if (port >= 0)
    return port;
  return g_strcmp0 (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

static gboolean
is_root (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return (path[0] == '\0' || g_str_equal (path, "/")) && g_uri_get_query (uri) == NULL &&
         g_uri_get_userinfo (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

gboolean
sme_open_contract_is_same_server (const char *a, const char *b)
{
  g_autoptr (GUri) first = g_uri_parse (a, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GUri) second = g_uri_parse (b, G_URI_FLAGS_NONE, NULL);

  return first != NULL && second != NULL && is_root (first) && is_root (second) &&
         g_strcmp0 (g_uri_get_scheme (first), g_uri_get_scheme (second)) == 0 &&
         g_uri_get_host (first) != NULL && g_uri_get_host (second) != NULL &&
         g_ascii_strcasecmp (g_uri_get_host (first), g_uri_get_host (second)) == 0 &&
         get_port (first) == get_port (second);
}

static void
on_documents_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->contract->documents = sme_shown_documents_fetch_finish (result, &error);
  if (opening->contract->documents == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&opening->contract),
                         (GDestroyNotify) sme_open_contract_free);
}

static void
on_dossier_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->contract->dossier = sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sme_shown_documents_fetch_async (opening->econtract, opening->contract->dossier,
                                   g_task_get_cancellable (task), on_documents_ready,
                                   g_object_ref (task));
}

static void
open_dossier (GTask *task, const char *dossier_id)
{
  Opening *opening = g_task_get_task_data (task);

  sme_econtract_call_async (opening->econtract, SME_OP_GET_DOSSIER, dossier_id, NULL, NULL,
                            g_task_get_cancellable (task), on_dossier_ready, g_object_ref (task));
}

static void
on_session_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SmeRecord) session = sme_shop_call_finish (SME_SHOP (source), result, &error);

  if (session != NULL &&
      !sme_open_contract_is_same_server (sme_record_get_text (session, "econtract_url"),
                                         sme_econtract_get_base_url (opening->econtract)))
    sme_problem_set (&error, SME_PROBLEM_MISDIRECTED, "econtract_url is not the configured one");
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  opening->contract->password_change_required =
    sme_record_get_int (session, "password_change_required") != 0;
  opening->contract->username = g_strdup (sme_record_get_text (session, "username"));
  sme_econtract_set_signing_token (opening->econtract,
                                   sme_record_get_text (session, "access_token"));
  open_dossier (task, sme_record_get_text (session, "dossier_id"));
}

static GTask *
begin (gpointer source,
       SmeEcontract *econtract,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, tag);
  opening->econtract = g_object_ref (econtract);
  opening->contract = g_new0 (SmeOpenContract, 1);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  return task;
}

void
sme_open_contract_of_signer_async (SmeEcontract *econtract,
                                   const char *dossier_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = begin (econtract, econtract, sme_open_contract_of_signer_async,
                                  cancellable, callback, user_data);
  Opening *opening = g_task_get_task_data (task);

  opening->contract->password_change_required =
    sme_econtract_get_password_change_required (econtract);
  open_dossier (task, dossier_id);
}

void
sme_open_contract_async (SmeShop *shop,
                         SmeEcontract *econtract,
                         const char *order_id,
                         SmeDossierKind kind,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = begin (shop, econtract, sme_open_contract_async, cancellable, callback, user_data);
  g_autoptr (SmeSigningRequest) request = sme_signing_request_new ();

  sme_record_set_int (SME_RECORD (request), "purpose", kind);
  sme_shop_call_async (shop, SME_OP_CREATE_SIGNING_SESSION, order_id, NULL, SME_RECORD (request),
                       cancellable, on_session_ready, task);
}

SmeOpenContract *
sme_open_contract_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
