/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-document.h"

#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-painter.h"
#include "backend/paper/sme-paper-template.h"

#define WATERMARK "BẢN TRÌNH DIỄN"

static GBytes *
paint (const SmePaperDocument *document, SmePaperLayout *layout, GError **error)
{
  SmePaperSheet sheet = {
    .title = document->title,
    .author = document->author,
    .subject = document->subject,
    .footer = document->footer,
    .banner = document->demonstration ? SME_PAPER_DEMONSTRATION_NOTICE : NULL,
    .watermark = document->demonstration ? WATERMARK : NULL,
    .drawn_at = document->drawn_at,
  };

  return sme_paper_paint (layout, &sheet, error);
}

GBytes *
sme_paper_document_draw (const SmePaperDocument *document, SmePaperField *field, GError **error)
{
  g_autoptr (SmePaperLayout) layout = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *source = NULL;
  SmePaperField found = { 0 };

  g_return_val_if_fail (document != NULL && document->values != NULL, NULL);

  source = sme_paper_template_load (document->template, error);
  if (source == NULL)
    return NULL;
  blocks = sme_paper_template_fill (source, document->values, error);
  if (blocks == NULL)
    return NULL;

  layout = sme_paper_layout_new (blocks);
  if (document->field != NULL && !sme_paper_layout_find_field (layout, document->field, &found))
    {
      g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE,
                   "The template “%s” has no field “%s”", document->template, document->field);
      return NULL;
    }
  if (field != NULL)
    *field = found;

  return paint (document, layout, error);
}
