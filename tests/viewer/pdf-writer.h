/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Pdf: a file that is being written: its objects, from number 1 on. Begin with { NULL }. */
typedef struct
{
  GPtrArray *objects; /* of GString */
} Pdf;

/** Returns: the object's number. */
guint pdf_add (Pdf *pdf, const char *format, ...) G_GNUC_PRINTF (2, 3);
guint pdf_add_stream (Pdf *pdf, const char *entries, GBytes *content);

/** Objects 1 to 3: a file of one page. @page: more entries of the page; @root: of the catalog. */
void pdf_begin (Pdf *pdf, const char *root, const char *page);

/** Returns: the file; frees what was added. */
GBytes *pdf_finish (Pdf *pdf, const char *trailer);

GBytes *pdf_deflate (GBytes *content);
GBytes *pdf_repeat (const char *text, gsize times);

/** A page whose content is @text, @times over, packed small. @resources: more of the page. */
GBytes *pdf_make_bomb (const char *text, gsize times, const char *resources);

G_END_DECLS
