/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_document_guard_is_too_much:
 *
 * Whether a picture in the file has more pixels than %SME_IMAGE_MAX_PIXELS: poppler unpacks a
 * picture whole, so a file of 100 KB could ask for gigabytes. Some milliseconds for usual files.
 * A file whose structure cannot be read is not judged.
 */
gboolean sme_document_guard_is_too_much (GBytes *bytes);

G_END_DECLS
