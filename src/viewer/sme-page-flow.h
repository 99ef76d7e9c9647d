/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-text.h"

G_BEGIN_DECLS

/**
 * sme_page_flow_dup_text:
 *
 * The text of a page for a window of any width: a line end that the paper's width made is a space,
 * the end of a paragraph stays a line end. Which is which is told by where the letters stand;
 * headings, lists, tables and lines of the kind "name: value" stay apart. Not a character more or
 * less than in @text, so that all places in it hold.
 */
char *sme_page_flow_dup_text (SmePageText *text);

G_END_DECLS
