/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-scope.h"

G_BEGIN_DECLS

/* Whether @line begins a block of its own, rather than going on with the one before. */
gboolean sme_paper_markup_begins_block (const char *line);

/**
 * sme_paper_markup_read:
 * @source: one block with its lines joined, in the markup of sme-paper-template.h
 * @columns: (inout): (element-type SmePaperColumn): those of the table being read, if any
 * @blocks: (element-type SmePaperBlock): gets what @source makes, which may be nothing
 *
 * Returns: %FALSE with %SME_PAPER_ERROR_TEMPLATE if @source is no block
 */
gboolean sme_paper_markup_read (const char *source,
                                const SmePaperScope *scope,
                                GArray **columns,
                                GPtrArray *blocks,
                                GError **error);

G_END_DECLS
