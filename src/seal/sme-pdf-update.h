/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-file.h"

G_BEGIN_DECLS

/**
 * SmePdfUpdate:
 *
 * One incremental update (ISO 32000-1, 7.5.6): new and replaced objects after the unchanged
 * bytes of a file, with a cross-reference section of the kind the file already uses.
 */
typedef struct _SmePdfUpdate SmePdfUpdate;

/* @file must outlive the update. */
SmePdfUpdate *sme_pdf_update_new (SmePdfFile *file);
void sme_pdf_update_free (SmePdfUpdate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePdfUpdate, sme_pdf_update_free)

/* Returns: the number of an object yet to be put */
guint32 sme_pdf_update_reserve (SmePdfUpdate *self);

/* Writes @object as object @number, which is new or replaces the one there was. */
void sme_pdf_update_put (SmePdfUpdate *self, guint32 number, const SmePdfObject *object);

/* Writes a stream; sets /Length and, where it pays, /Filter in @dict. */
void
sme_pdf_update_put_stream (SmePdfUpdate *self, guint32 number, SmePdfObject *dict, GBytes *content);

/* Writes an object given as text. Returns: the offset of @text in the file to be */
gsize sme_pdf_update_put_text (SmePdfUpdate *self, guint32 number, const char *text);

/**
 * sme_pdf_update_finish:
 * @self: an update
 *
 * Writes the cross-reference section and the trailer. Nothing may be put after this.
 *
 * Returns: (transfer full): the whole file; the caller may fill in what it left open
 */
GByteArray *sme_pdf_update_finish (SmePdfUpdate *self);

G_END_DECLS
