/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-pdf-object.h"

G_BEGIN_DECLS

/**
 * sme_pdf_stream_decode:
 * @dict: the stream's dictionary; every value used must be direct
 * @data: the stream's bytes as stored
 * @size: how many
 * @limit: most bytes to produce
 * @error: return location for a #SmeSealError
 *
 * Undoes what cross-reference and object streams use: no filter, or FlateDecode with an
 * optional predictor. Other filters are %SME_SEAL_ERROR_UNSUPPORTED.
 *
 * Returns: (transfer full): the decoded bytes
 */
GBytes *sme_pdf_stream_decode (const SmePdfObject *dict,
                               const guint8 *data,
                               gsize size,
                               gsize limit,
                               GError **error);

/* The bytes as FlateDecode stores them. */
GBytes *sme_pdf_stream_deflate (GBytes *bytes);

G_END_DECLS
