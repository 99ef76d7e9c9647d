/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_pdf_scan_signatures:
 * @bytes: a file
 *
 * Finds what looks like a signature without believing the file's structure, which a later update
 * may have bent to hide one: every object's beginning that has /ByteRange after it.
 *
 * Returns: (transfer full) (element-type gsize): offsets of the objects ("N G obj"), ascending
 */
GArray *sme_pdf_scan_signatures (GBytes *bytes);

G_END_DECLS
