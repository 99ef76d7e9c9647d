/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-field.h"
#include "backend/paper/sme-paper-values.h"

G_BEGIN_DECLS

#define SME_PAPER_DEMONSTRATION_NOTICE "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"

/**
 * SmePaperDocument:
 * @template: a file of data/paper/
 * @title, @author, @subject, @footer: see SmePaperSheet
 * @demonstration: every page says that it is worth nothing
 * @field: (nullable): the field to look for
 *
 * A document of any kind, ready to be drawn.
 */
typedef struct
{
  const char *template;
  SmePaperValues *values;
  const char *title;
  const char *author;
  const char *subject;
  const char *footer;
  gint64 drawn_at;
  gboolean demonstration;
  const char *field;
} SmePaperDocument;

/**
 * sme_paper_document_draw:
 * @field: (out) (optional): where @document's field is
 *
 * Returns: (transfer full) (nullable): a PDF 1.4, or %NULL with an error of %SME_PAPER_ERROR
 */
GBytes *
sme_paper_document_draw (const SmePaperDocument *document, SmePaperField *field, GError **error);

G_END_DECLS
