/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-object.h"

G_BEGIN_DECLS

/**
 * sme_pdf_text_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): a text string (ISO 32000-1, 7.9.2.2): ASCII as it is, else UTF-16BE
 */
SmePdfObject *sme_pdf_text_new (const char *text);

/* Returns: (transfer full) (nullable): the text string as UTF-8; %NULL if @object is none */
char *sme_pdf_text_decode (const SmePdfObject *object);

/* Returns: (transfer full): a date (7.9.4), with the time zone of @time */
SmePdfObject *sme_pdf_date_new (GDateTime *time);

/* Returns: (transfer full) (nullable): the date, or %NULL if it is none */
GDateTime *sme_pdf_date_decode (const SmePdfObject *object);

G_END_DECLS
