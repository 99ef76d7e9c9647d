/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-object.h"

G_BEGIN_DECLS

/**
 * SmePdfLexer:
 * @data: the bytes; not owned
 * @size: how many
 * @pos: where reading goes on
 *
 * Reads PDF objects out of bytes that may be hostile: depth and number of objects are bounded,
 * nothing outside [0, @size) is touched. Lives on the stack.
 */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize pos;
  guint nodes_left;
} SmePdfLexer;

/* A @pos beyond the end is the end. */
void sme_pdf_lexer_init (SmePdfLexer *self, const guint8 *data, gsize size, gsize pos);

/* Skips white space and comments. */
void sme_pdf_lexer_skip_space (SmePdfLexer *self);

/* If the next token is exactly @keyword, consumes it. */
gboolean sme_pdf_lexer_accept (SmePdfLexer *self, const char *keyword);

/* Reads a decimal number of at most 18 digits. On failure nothing is consumed. */
gboolean sme_pdf_lexer_read_unsigned (SmePdfLexer *self, guint64 *value);

/* Reads "NUMBER GENERATION obj". On failure nothing is consumed. */
gboolean sme_pdf_lexer_read_header (SmePdfLexer *self, guint32 *number, guint32 *generation);

/* After a stream's dictionary: goes to the stream's first byte (ISO 32000-1, 7.3.8.1). */
gboolean sme_pdf_lexer_enter_stream (SmePdfLexer *self);

/**
 * sme_pdf_lexer_read_object:
 * @self: a lexer
 * @error: return location for a #SmeSealError
 *
 * Reads one object with its place, keeping duplicate keys. A stream's bytes are left unread.
 *
 * Returns: (transfer full) (nullable): the object
 */
SmePdfObject *sme_pdf_lexer_read_object (SmePdfLexer *self, GError **error);

/* White space and regular characters of ISO 32000-1, 7.2.2. */
gboolean sme_pdf_is_space (guint8 c);
gboolean sme_pdf_is_regular (guint8 c);

G_END_DECLS
