/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Files inside a PDF (ISO 32000-1, 7.11.4), so that what a page says to people goes along in a form
 * for machines, under the same seal. Only what is written here is looked for: a flat list of names.
 */

/**
 * sme_pdf_attachment_add:
 * @name: the file's name, ASCII
 * @mime_type: "application/json"
 * @error: return location for a #SmeSealError; %SME_SEAL_ERROR_NOT_ALLOWED: there are attachments
 *   already, or the file is encrypted
 *
 * Appends one update to @pdf, whose bytes stay as they are.
 *
 * Returns: (transfer full): the longer file
 */
GBytes *sme_pdf_attachment_add (GBytes *pdf,
                                const char *name,
                                const char *mime_type,
                                GBytes *content,
                                GError **error);

/* Returns: (transfer full) (nullable): the content of attachment @name of a file, hostile or not;
 *   %NULL if there is none or it cannot be read */
GBytes *sme_pdf_attachment_find (GBytes *pdf, const char *name);

G_END_DECLS
