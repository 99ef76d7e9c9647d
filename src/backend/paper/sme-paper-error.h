/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SME_PAPER_ERROR (sme_paper_error_quark ())
GQuark sme_paper_error_quark (void);

/**
 * SmePaperError:
 * @SME_PAPER_ERROR_INCOMPLETE: what a document must state is missing from its input
 * @SME_PAPER_ERROR_TEMPLATE: a template is missing or says something that cannot be drawn
 * @SME_PAPER_ERROR_DRAWING: the PDF could not be written
 */
typedef enum
{
  SME_PAPER_ERROR_INCOMPLETE,
  SME_PAPER_ERROR_TEMPLATE,
  SME_PAPER_ERROR_DRAWING,
} SmePaperError;

G_END_DECLS
