/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-answer.h"

#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#define JSON_TYPE "application/json"
#define PROBLEM_TYPE "application/problem+json"

void
sme_answer_free (SmeAnswer *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->items);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->etag, g_free);
  g_free (self);
}

/* The header's word on when to come again counts where the body has none. */
static GError *
add_retry_after (GError *problem, int retry_after)
{
  GError *full = NULL;

  if (retry_after < 0 || sme_problem_get_retry_after (problem) >= 0 ||
      sme_problem_get_fields (problem) != NULL)
    return problem;
  sme_problem_set_limits (&full, problem->code, sme_problem_get_attempts_left (problem),
                          retry_after);
  g_error_free (problem);
  return full;
}

/* A failure that did not come as problem+json (a proxy's page, nothing at all) is told by status.
 */
static GError *
problem_from_http (guint status, const char *content_type, GBytes *body, int retry_after)
{
  g_autoptr (SmeProblemBody) problem = NULL;

  if (g_strcmp0 (content_type, PROBLEM_TYPE) == 0)
    problem = sme_record_from_bytes (SME_TYPE_PROBLEM_BODY, body, SME_DECODE_STRICT, NULL, NULL);
  if (problem == NULL)
    {
      GError *error = NULL;

      sme_problem_set (&error, sme_problem_code_from_word (NULL, status), NULL);
      return add_retry_after (error, retry_after);
    }
  return add_retry_after (sme_problem_from_body (problem, status), retry_after);
}

static SmeAnswer *
refuse (SmeAnswer *self, GError **error)
{
  sme_answer_free (self);
  sme_problem_set (error, SME_PROBLEM_BAD_ANSWER, NULL);
  return NULL;
}

static gboolean
read_json (SmeAnswer *self, const SmeOperation *operation, GBytes *body)
{
  g_autoptr (JsonNode) node = sme_json_parse (body, NULL);
  SmeDecodeFlags flags =
    (operation->flags & SME_OP_PARTIAL) != 0 ? SME_DECODE_PARTIAL : SME_DECODE_STRICT;

  if (node == NULL)
    return FALSE;
  if ((operation->flags & SME_OP_LIST) == 0)
    return (self->record = sme_record_from_node (operation->response (), node, flags, NULL)) !=
           NULL;
  self->items =
    sme_record_list_from_node (operation->response (), node, &self->total, &self->next, NULL);
  return self->items != NULL;
}

static gboolean
is_expected (const SmeOperation *operation, guint status)
{
  /* Something that exists already answers 200 where a new one answers 201. */
  return status == operation->status || (operation->status == 201 && status == 200);
}

SmeAnswer *
sme_answer_new_from_http (SmeOperationId op,
                          guint status,
                          const char *content_type,
                          GBytes *body,
                          int retry_after,
                          GError **error)
{
  const SmeOperation *operation = sme_operation_get (op);
  SmeAnswer *self;

  if (status >= 400)
    {
      g_propagate_error (error, problem_from_http (status, content_type, body, retry_after));
      return NULL;
    }
  self = g_new0 (SmeAnswer, 1);
  self->status = status;
  if (!is_expected (operation, status))
    return refuse (self, error);
  if ((operation->flags & SME_OP_BINARY) != 0)
    self->bytes = g_bytes_ref (body);
  else if (operation->response != NULL &&
           (g_strcmp0 (content_type, JSON_TYPE) != 0 || !read_json (self, operation, body)))
    return refuse (self, error);
  return self;
}
