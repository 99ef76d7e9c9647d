/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-range.h"

#include "core/sme-problem.h"

#include <string.h>

#define UNIT "bytes="

/* Digits only; a number that no file is as long as is as good as the largest one. */
static gboolean
read_position (const char *text, const char *end, guint64 *position)
{
  *position = 0;
  if (text == end)
    return FALSE;
  for (; text < end; text++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      *position = *position > G_MAXUINT64 / 10 - 1 ? G_MAXUINT64 / 10
                                                   : *position * 10 + (guint64) (*text - '0');
    }
  return TRUE;
}

static SmeRangeKind
read_suffix (const char *text, const char *end, gsize size, gsize *start, gsize *length)
{
  guint64 wanted;

  if (!read_position (text, end, &wanted))
    return SME_RANGE_WHOLE;
  if (wanted == 0 || size == 0)
    return SME_RANGE_OUTSIDE;
  *length = (gsize) MIN (wanted, size);
  *start = size - *length;
  return SME_RANGE_PART;
}

SmeRangeKind
sme_range_read (const char *text, gsize size, gsize *start, gsize *length)
{
  g_autofree char *spec = NULL;
  const char *dash, *end;
  guint64 first, last = G_MAXUINT64;

  if (text == NULL || g_ascii_strncasecmp (text, UNIT, strlen (UNIT)) != 0)
    return SME_RANGE_WHOLE;
  spec = g_strstrip (g_strdup (text + strlen (UNIT)));
  end = spec + strlen (spec);
  dash = strchr (spec, '-');
  if (dash == NULL)
    return SME_RANGE_WHOLE;
  if (dash == spec)
    return read_suffix (dash + 1, end, size, start, length);
  if (!read_position (spec, dash, &first) ||
      (dash + 1 < end && !read_position (dash + 1, end, &last)) || last < first)
    return SME_RANGE_WHOLE;
  if (first >= size)
    return SME_RANGE_OUTSIDE;
  *start = (gsize) first;
  *length = (gsize) MIN (last, size - 1) - *start + 1;
  return SME_RANGE_PART;
}

static gboolean
is_still_the_same (const char *if_range, const char *etag)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", etag);

  return if_range == NULL || g_str_equal (if_range, quoted);
}

static void
cut_out (SmeReply *reply, gsize start, gsize length)
{
  gsize size = g_bytes_get_size (reply->body);
  GBytes *part = g_bytes_new_from_bytes (reply->body, start, length);

  reply->status = 206;
  reply->content_range =
    g_strdup_printf ("bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT, start,
                     start + length - 1, size);
  g_bytes_unref (reply->body);
  reply->body = part;
}

static SmeReply *
refuse (SmeCall *call, gsize size)
{
  g_autoptr (GError) error = NULL;
  SmeReply *reply;

  sme_problem_set (&error, SME_PROBLEM_RANGE, NULL);
  reply = sme_reply_new_problem (error, call->language);
  reply->content_range = g_strdup_printf ("bytes */%" G_GSIZE_FORMAT, size);
  return reply;
}

SmeReply *
sme_range_apply (SmeCall *call, SmeReply *reply)
{
  const SmeOperation *operation = sme_call_get_operation (call);
  SmeOperationFlags document = SME_OP_ETAG | SME_OP_BINARY;
  SmeReply *refusal;
  gsize start, length;

  if ((operation->flags & document) != document || reply->status != 200 || reply->etag == NULL)
    return reply;
  reply->accept_ranges = TRUE;
  if (!is_still_the_same (call->if_range, reply->etag))
    return reply;
  switch (sme_range_read (call->range, g_bytes_get_size (reply->body), &start, &length))
    {
    case SME_RANGE_PART:
      cut_out (reply, start, length);
      return reply;
    case SME_RANGE_OUTSIDE:
      refusal = refuse (call, g_bytes_get_size (reply->body));
      sme_reply_free (reply);
      return refusal;
    default:
      return reply;
    }
}
