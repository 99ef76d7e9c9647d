/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_document_guard_check:
 *
 * Refuses, before poppler sees it, what is no whole PDF file, is too large, or has a picture of
 * more pixels than %SME_IMAGE_MAX_PIXELS: poppler unpacks a picture whole, so a file of 100 KB
 * could ask for gigabytes. Some milliseconds for usual files. A picture in a file whose structure
 * cannot be read is not judged; the bounds of the process for pages hold there.
 */
gboolean sme_document_guard_check (GBytes *bytes, GError **error);

G_END_DECLS
