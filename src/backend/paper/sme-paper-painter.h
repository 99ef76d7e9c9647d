/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-layout.h"

G_BEGIN_DECLS

/**
 * SmePaperSheet:
 * @title, @author, @subject: the file's own description
 * @footer: at the foot of every page, beside its number
 * @banner: (nullable): at the head of every page
 * @watermark: (nullable): a word or two across every page, in a grey that does not hinder reading
 * @drawn_at: when, in milliseconds since the epoch; the file says so
 *
 * What is the same on all pages.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *footer;
  const char *banner;
  const char *watermark;
  gint64 drawn_at;
} SmePaperSheet;

/**
 * sme_paper_paint:
 *
 * Writes @layout as PDF 1.4 with its fonts in it, tagged, with a table of contents. The same
 * arguments make the same bytes. Version 1.4 because a later cairo would write cross-reference
 * streams otherwise, and the file is to be signed by an update in the classic form.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %SME_PAPER_ERROR_DRAWING
 */
GBytes *sme_paper_paint (SmePaperLayout *layout, const SmePaperSheet *sheet, GError **error);

G_END_DECLS
