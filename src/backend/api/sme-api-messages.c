/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-messages.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-attachment.h"
#include "core/sme-problem.h"

#define MAX_MESSAGES_A_DAY 50

SmeReply *
sme_handle_list_dossier_messages (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);
  g_autoptr (GListModel) list =
    dossier != NULL ? sme_store_list_dossier_messages (call, call->path_id, error) : NULL;

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

/* @content: NULL without an attachment */
static gboolean
read_attachment (SmeCall *call, const char **type, GBytes **content, GError **error)
{
  SmeAttachment *attachment = sme_record_get_object (call->request, "attachment");
  const char *code = NULL;

  *type = NULL;
  *content = NULL;
  if (attachment == NULL)
    return TRUE;
  *content = sme_attachment_read (attachment, &code);
  if (*content == NULL)
    return sme_problem_set_field (error, "/attachment", code);
  *type = sme_attachment_find_type (*content);
  return TRUE;
}

static SmeReply *
add_message (SmeCall *call, const char *account_id, SmeMessageAuthor author, GError **error)
{
  const char *type;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *id = NULL;
  g_autoptr (SmeDossierMessage) message = NULL;

  if (!read_attachment (call, &type, &content, error))
    return NULL;
  id = sme_store_insert_dossier_message (
    call, call->path_id, author, SME_DOSSIER_MESSAGE_INPUT (call->request), type, content, error);
  message = id != NULL ? sme_store_find_dossier_message (call, id, error) : NULL;
  if (message == NULL)
    return NULL;
  sme_call_changed (call, account_id, "dossier", call->path_id);
  return sme_reply_new_record (201, SME_RECORD (message));
}

SmeReply *
sme_handle_send_dossier_message (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);
  gint64 today = 0;

  if (dossier == NULL ||
      !sme_daily_count (call, "dossier-messages", dossier->account_id, 1, &today, error))
    return NULL;
  if (today > MAX_MESSAGES_A_DAY)
    {
      sme_problem_set (error, SME_PROBLEM_TOO_MANY_REQUESTS, NULL);
      return NULL;
    }
  return add_message (call, dossier->account_id, SME_MESSAGE_FROM_CUSTOMER, error);
}

/* The operator's are seen now. */
SmeReply *
sme_handle_read_dossier_messages (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);
  gboolean changed = FALSE;

  if (dossier == NULL || !sme_store_read_dossier_messages (
                           call, call->path_id, SME_MESSAGE_FROM_OPERATOR, &changed, error))
    return NULL;
  if (changed)
    sme_call_changed (call, dossier->account_id, "dossier", call->path_id);
  sme_record_set_int (SME_RECORD (dossier->record), "unread_messages", 0);
  return sme_reply_new_record (200, SME_RECORD (dossier->record));
}

SmeReply *
sme_handle_get_message_attachment (SmeCall *call, GError **error)
{
  g_autoptr (SmeDossierMessage) message =
    sme_store_find_dossier_message (call, call->path_id, error);
  SmeRecord *record = SME_RECORD (message);
  g_autoptr (SmeStoredDossier) dossier = NULL;
  g_autoptr (GBytes) content = NULL;
  SmeReply *reply;

  if (message == NULL)
    return NULL;
  dossier = sme_store_find_dossier (call, sme_record_get_text (record, "dossier_id"), error);
  content = dossier != NULL ? sme_store_read_attachment (call, call->path_id, error) : NULL;
  if (content == NULL)
    return NULL;
  reply = sme_reply_new (200, sme_attachment_find_type (content), content);
  reply->etag = g_strdup (sme_record_get_text (record, "attachment_sha256"));
  return reply;
}

/* What the operator writes; what the customer wrote is seen by then. */
SmeReply *
sme_handle_local_answer_dossier (SmeCall *call, GError **error)
{
  g_autofree char *account_id = sme_store_find_dossier_account (call, call->path_id, error);
  gboolean changed = FALSE;

  if (account_id == NULL || !sme_store_read_dossier_messages (
                              call, call->path_id, SME_MESSAGE_FROM_CUSTOMER, &changed, error))
    return NULL;
  return add_message (call, account_id, SME_MESSAGE_FROM_OPERATOR, error);
}
