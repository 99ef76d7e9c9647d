/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

typedef enum
{
  SME_RANGE_WHOLE, /* no range, or one that may be ignored: several, another unit, wrong syntax */
  SME_RANGE_PART,
  SME_RANGE_OUTSIDE, /* well written, but nothing of it is there */
} SmeRangeKind;

/**
 * sme_range_read:
 * @text: (nullable): a Range header
 * @size: of the whole, in bytes
 * @start: (out): set for %SME_RANGE_PART
 * @length: (out): likewise; at least 1, cut at the end of the whole
 *
 * One range of bytes (RFC 9110, section 14.1.2): "bytes=2-5", "bytes=2-", "bytes=-4".
 */
SmeRangeKind sme_range_read (const char *text, gsize size, gsize *start, gsize *length);

/**
 * sme_range_apply:
 * @reply: with its ETag, before it is sent
 *
 * Turns a 200 into the 206 or 416 that the call's Range and If-Range ask for. Only an If-Range that
 * is this very ETag counts; with any other the whole is sent, so that a file never gets the middle
 * of another one. Returns: (transfer full): @reply, which it takes over, or what replaces it
 */
SmeReply *sme_range_apply (SmeCall *call, SmeReply *reply);

G_END_DECLS
