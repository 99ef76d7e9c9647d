/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-operations.h"

G_BEGIN_DECLS

/**
 * SmeAnswer:
 * @status: of HTTP
 * @record: (nullable): the answer of an operation that answers one thing
 * @items: (nullable): the answer of a list
 * @total: how many a list has in all
 * @next: (nullable): cursor of a list's next page
 * @bytes: (nullable): the answer of an operation that answers no JSON
 * @etag: (nullable): as it came
 *
 * A success of the wire. The members may be stolen.
 */
typedef struct
{
  guint status;
  gpointer record;
  GListStore *items;
  gint64 total;
  char *next;
  GBytes *bytes;
  char *etag;
} SmeAnswer;

void sme_answer_free (SmeAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeAnswer, sme_answer_free)

/**
 * sme_answer_new_from_http:
 * @content_type: (nullable): without parameters
 * @retry_after: seconds by the header, -1 without
 *
 * Reads strictly what came: a success of @op becomes an answer, a problem+json becomes an error of
 * %SME_PROBLEM, anything else %SME_PROBLEM_BAD_ANSWER. No error quotes what came.
 */
SmeAnswer *sme_answer_new_from_http (SmeOperationId op,
                                     guint status,
                                     const char *content_type,
                                     GBytes *body,
                                     int retry_after,
                                     GError **error);

G_END_DECLS
