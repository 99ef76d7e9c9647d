/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-object.h"
#include "seal/sme-pdf-xref.h"

G_BEGIN_DECLS

/**
 * SmePdfFile:
 *
 * The structure of one PDF file, or of the beginning of one that ends with an earlier revision.
 * Files may be hostile: sizes, depth and the work done in total are bounded, and whatever cannot
 * be read is a null object, as ISO 32000-1 wants it.
 */
typedef struct _SmePdfFile SmePdfFile;

/**
 * sme_pdf_file_new:
 * @bytes: the file
 * @error: return location for a #SmeSealError
 *
 * Returns: (transfer full): the file; %NULL if there is no readable cross-reference chain
 */
SmePdfFile *sme_pdf_file_new (GBytes *bytes, GError **error);
void sme_pdf_file_free (SmePdfFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePdfFile, sme_pdf_file_free)

GBytes *sme_pdf_file_get_bytes (SmePdfFile *self);
SmePdfXref *sme_pdf_file_get_xref (SmePdfFile *self);
gboolean sme_pdf_file_is_encrypted (SmePdfFile *self);

/* Returns: (transfer full) (nullable): object @number as this revision has it */
SmePdfObject *sme_pdf_file_load (SmePdfFile *self, guint32 number);

/* Returns: (transfer full) (nullable): the decoded bytes of stream @number; %NULL if it is none, is
 * too large, or has a filter other than Flate */
GBytes *sme_pdf_file_load_stream (SmePdfFile *self, guint32 number);

/* Returns: (transfer full) (nullable): @object itself, or what it refers to */
SmePdfObject *sme_pdf_file_resolve (SmePdfFile *self, SmePdfObject *object);

/* Returns: (transfer full) (nullable): the resolved value of @key */
SmePdfObject *sme_pdf_file_get (SmePdfFile *self, const SmePdfObject *dict, const char *key);

/* Returns: (transfer full) (nullable): the document catalog and, in @number, its object number */
SmePdfObject *sme_pdf_file_get_catalog (SmePdfFile *self, guint32 *number);

/* Returns: (transfer full) (nullable): page @index, counted from 0, and its object number */
SmePdfObject *sme_pdf_file_get_page (SmePdfFile *self, guint index, guint32 *number);

/* The generation with which object @number is written and referred to. */
guint32 sme_pdf_file_get_generation (SmePdfFile *self, guint32 number);

G_END_DECLS
