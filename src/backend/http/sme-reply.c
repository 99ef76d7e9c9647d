/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-reply.h"

#include "backend/http/sme-problem-text.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

SmeReply *
sme_reply_new (guint status, const char *content_type, GBytes *body)
{
  SmeReply *self = g_new0 (SmeReply, 1);

  self->status = status;
  self->content_type = content_type;
  self->body = body != NULL ? g_bytes_ref (body) : NULL;
  self->retry_after = -1;
  return self;
}

SmeReply *
sme_reply_new_empty (void)
{
  return sme_reply_new (204, NULL, NULL);
}

SmeReply *
sme_reply_new_record (guint status, SmeRecord *record)
{
  g_autoptr (GBytes) body = sme_record_to_bytes (record);

  return sme_reply_new (status, "application/json", body);
}

SmeReply *
sme_reply_new_list (GListModel *items, gint64 total, const char *next)
{
  g_autoptr (JsonNode) node = sme_record_list_to_node (items, total, next);
  char *json = json_to_string (node, FALSE);
  g_autoptr (GBytes) body = g_bytes_new_take (json, strlen (json));

  return sme_reply_new (200, "application/json", body);
}

SmeReply *
sme_reply_new_problem (const GError *error, const char *language)
{
  g_autoptr (SmeProblemBody) problem = sme_problem_to_body (error);
  SmeProblemCode code =
    error->domain == SME_PROBLEM ? (SmeProblemCode) error->code : SME_PROBLEM_INTERNAL;
  const SmeProblemText *text = sme_problem_text_find (code, language);
  guint status = (guint) sme_record_get_int (SME_RECORD (problem), "status");
  g_autoptr (GBytes) body = NULL;
  SmeReply *self;

  sme_record_set_text (SME_RECORD (problem), "title", text->title);
  sme_record_set_text (SME_RECORD (problem), "detail", text->detail);
  body = sme_record_to_bytes (SME_RECORD (problem));
  self = sme_reply_new (status, "application/problem+json", body);
  self->retry_after = sme_problem_get_retry_after (error);
  return self;
}

void
sme_reply_set_version (SmeReply *self, gint64 version)
{
  g_free (self->etag);
  self->etag = g_strdup_printf ("v%" G_GINT64_FORMAT, version);
}

void
sme_reply_free (SmeReply *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->set_cookie);
  g_free (self->location);
  g_free (self->allow);
  g_free (self->content_range);
  g_free (self);
}
