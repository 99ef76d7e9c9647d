/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-block.h"
#include "backend/paper/sme-paper-values.h"

G_BEGIN_DECLS

/*
 * The markup of data/paper/: a line that begins with a mark begins a block, the lines after it up
 * to an empty line or the next mark belong to it.
 *
 *   ; a remark                      !nation TITLE | MOTTO      !title, !subtitle, !centre TEXT
 *   # a heading                     1.1. a numbered clause     a) a clause below it     - an item
 *   | label | value                 |? label | value           (only if the value is not empty)
 *   !grid 6 centre HEAD | 40 left HEAD | 20 right HEAD         || cell | cell | cell
 *   ||+ what is summed | sum        !sign FIELD HEADING | NOTE | BOX LABEL | NAME
 *   !if NAME, !unless NAME, !each LIST ... !end                anything else is a paragraph
 *
 * In all texts **bold**, __italic__ and {{name}}; what a name stands for is never read as markup.
 */

/**
 * sme_paper_template_load:
 * @name: a file of data/paper/ ("contract-2.txt")
 *
 * Returns: (transfer full) (nullable): the template's text, or %NULL with
 *   %SME_PAPER_ERROR_TEMPLATE if there is none of that name
 */
char *sme_paper_template_load (const char *name, GError **error);

/**
 * sme_paper_template_fill:
 *
 * Returns: (transfer full) (element-type SmePaperBlock) (nullable): the document that @source makes
 *   of @values, or %NULL with %SME_PAPER_ERROR_TEMPLATE, which names the line: an unknown name or
 *   mark, cells that do not fit the table's columns, a part without an end
 */
GPtrArray *sme_paper_template_fill (const char *source, SmePaperValues *values, GError **error);

G_END_DECLS
