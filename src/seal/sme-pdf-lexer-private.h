/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-lexer.h"
#include "seal/sme-seal-error.h"

G_BEGIN_DECLS

/* What the two files of the lexer share. */

/* The byte @ahead of the position, or -1 at the end. */
int sme_pdf_lexer_peek (const SmePdfLexer *self, gsize ahead);

/* How many regular characters follow. */
gsize sme_pdf_lexer_measure_token (const SmePdfLexer *self);

/* Sets @error, with the position. Returns: %NULL */
gpointer
sme_pdf_lexer_fail (SmePdfLexer *self, SmeSealError code, const char *what, GError **error);

/* Each is at the first character of what it reads: the slash, the bracket or the parenthesis. */
char *sme_pdf_lexer_read_name (SmePdfLexer *self, GError **error);
SmePdfObject *sme_pdf_lexer_read_hex (SmePdfLexer *self, GError **error);
SmePdfObject *sme_pdf_lexer_read_literal (SmePdfLexer *self, GError **error);

G_END_DECLS
