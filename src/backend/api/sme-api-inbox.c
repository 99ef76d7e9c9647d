/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-invoice-paper.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-mail.h"
#include "backend/outbox/sme-outbox.h"
#include "core/sme-inbox-item.h"
#include "core/sme-problem.h"

/* What the demonstration writes as; a domain that nobody can have (RFC 2606). */
#define SENDER "no-reply@onesme.invalid"
#define ATTACHMENT_TYPE "application/pdf"

SmeReply *
sme_handle_local_inbox (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) items =
    sme_outbox_list (call, sme_record_get_text (call->query_record, "after"), error);

  return items != NULL ? sme_reply_new_list (items, g_list_model_get_n_items (items), NULL) : NULL;
}

/* The invoice that goes with it may have to be drawn yet. */
gboolean
sme_prepare_local_mail (SmeCall *call, GError **error)
{
  g_autoptr (SmePosted) mail = sme_outbox_find (call, call->path_id, error);
  GBytes *content;

  if (mail == NULL)
    return FALSE;
  if (mail->invoice_id == NULL)
    return TRUE;
  content = sme_invoice_paper_draw (call, mail->invoice_id, mail->account_id, error);
  if (content == NULL)
    return FALSE;
  sme_call_set_prepared (call, content, (GDestroyNotify) g_bytes_unref);
  return TRUE;
}

/* NULL without an error where there is none. */
static GBytes *
keep_attachment (SmeCall *call, SmePosted *mail, GError **error)
{
  return mail->invoice_id == NULL
           ? NULL
           : sme_invoice_paper_keep (call, mail->invoice_id, mail->account_id, call->prepared,
                                     error);
}

static SmeReply *
refuse (GError **error)
{
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

SmeReply *
sme_handle_local_mail (SmeCall *call, GError **error)
{
  g_autoptr (SmePosted) mail = sme_outbox_find (call, call->path_id, error);
  g_autoptr (GBytes) attachment = NULL;
  g_autoptr (GBytes) content = NULL;
  SmeRecord *record;

  if (mail == NULL)
    return NULL;
  record = SME_RECORD (mail->record);
  if (sme_record_get_int (record, "kind") != SME_MESSAGE_EMAIL)
    return refuse (error);
  attachment = keep_attachment (call, mail, error);
  if (attachment == NULL && mail->invoice_id != NULL)
    return NULL;
  content = sme_mail_write (&(SmeMail){
    .id = sme_record_get_text (record, "id"),
    .from = SENDER,
    .to = sme_record_get_text (record, "to"),
    .subject = sme_record_get_text (record, "subject"),
    .body = sme_record_get_text (record, "body"),
    .sent_at = sme_record_get_int (record, "sent_at"),
    .attachment = attachment,
    .attachment_name = sme_record_get_text (record, "attachment_name"),
    .attachment_type = ATTACHMENT_TYPE,
  });
  return content != NULL ? sme_reply_new (200, "message/rfc822", content) : refuse (error);
}

SmeReply *
sme_handle_local_mail_attachment (SmeCall *call, GError **error)
{
  g_autoptr (SmePosted) mail = sme_outbox_find (call, call->path_id, error);
  g_autoptr (GBytes) content = NULL;

  if (mail == NULL)
    return NULL;
  if (mail->invoice_id == NULL)
    return refuse (error);
  content = keep_attachment (call, mail, error);
  return content != NULL ? sme_reply_new (200, ATTACHMENT_TYPE, content) : NULL;
}
