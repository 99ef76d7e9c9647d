/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-object.h"

G_BEGIN_DECLS

/* Where an object is: in the file at an offset, or inside an object stream. */
typedef struct
{
  gboolean free;
  gboolean compressed;
  guint32 generation; /* compressed: index in the object stream */
  guint64 offset;     /* compressed: number of the object stream */
} SmePdfEntry;

/**
 * SmePdfXref:
 *
 * The cross-reference sections of a file, followed from the last one back through /Prev, classic
 * tables and streams alike (ISO 32000-1, 7.5.4 to 7.5.8). Loops and absurd sizes are refused.
 */
typedef struct _SmePdfXref SmePdfXref;

SmePdfXref *sme_pdf_xref_new (GBytes *bytes, GError **error);
void sme_pdf_xref_free (SmePdfXref *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePdfXref, sme_pdf_xref_free)

/* Returns: (nullable): the newest entry of object @number */
const SmePdfEntry *sme_pdf_xref_lookup (SmePdfXref *self, guint32 number);

/* Returns: (transfer none): the newest trailer dictionary */
SmePdfObject *sme_pdf_xref_get_trailer (SmePdfXref *self);

/* Offset of the newest section; whether it is a stream. */
guint64 sme_pdf_xref_get_start (SmePdfXref *self);
gboolean sme_pdf_xref_is_stream (SmePdfXref *self);

/* One more than the highest object number in use. */
guint32 sme_pdf_xref_get_size (SmePdfXref *self);

/* How many sections begin at or after @offset. */
guint sme_pdf_xref_count_sections_from (SmePdfXref *self, guint64 offset);

/* Whether some section says that an object begins at @offset. */
gboolean sme_pdf_xref_has_offset (SmePdfXref *self, guint64 offset);

G_END_DECLS
