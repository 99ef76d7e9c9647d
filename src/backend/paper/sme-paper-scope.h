/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-block.h"
#include "backend/paper/sme-paper-values.h"

G_BEGIN_DECLS

/**
 * SmePaperScope:
 *
 * What names mean at a place of a template: looked up in the innermost values (an entry of a list)
 * first, then outwards. Lives on the stack.
 */
typedef struct SmePaperScope
{
  SmePaperValues *values;
  const struct SmePaperScope *outer;
} SmePaperScope;

/* Borrowed; NULL with SME_PAPER_ERROR_TEMPLATE for a name that nobody set. */
const char *sme_paper_scope_find_text (const SmePaperScope *self, const char *name, GError **error);
GPtrArray *sme_paper_scope_find_list (const SmePaperScope *self, const char *name, GError **error);

/**
 * sme_paper_scope_expand:
 *
 * Puts values in the place of {{names}} and takes **bold** and __italic__ as emphasis. What a name
 * stands for is text and nothing else, whatever characters are in it.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %SME_PAPER_ERROR_TEMPLATE
 */
SmePaperText *
sme_paper_scope_expand (const SmePaperScope *self, const char *source, GError **error);

G_END_DECLS
