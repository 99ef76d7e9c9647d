/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeSseParser:
 *
 * Reads text/event-stream (WHATWG HTML, "Server-sent events") as it comes, in pieces of any size.
 * Lines end with LF, CR or both; comments and unknown fields are skipped.
 */
typedef struct _SmeSseParser SmeSseParser;

/* @event: "message" where the stream names none. @data: without the last line feed. */
typedef void (*SmeSseFunc) (const char *event, const char *data, gpointer user_data);

SmeSseParser *sme_sse_parser_new (SmeSseFunc func, gpointer user_data);
void sme_sse_parser_free (SmeSseParser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSseParser, sme_sse_parser_free)

/* FALSE when a line or an event is larger than 64 KiB: nobody sends that. */
gboolean sme_sse_parser_feed (SmeSseParser *self, const char *bytes, gsize n_bytes);

/* Another stream begins. Not from within the function. */
void sme_sse_parser_reset (SmeSseParser *self);

G_END_DECLS
