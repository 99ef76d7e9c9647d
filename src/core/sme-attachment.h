/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ATTACHMENT (sme_attachment_get_type ())
SME_DECLARE_RECORD (SmeAttachment, sme_attachment, ATTACHMENT)

/**
 * SmeAttachment:
 *
 * A file that goes along with a message (acceptance A61), as it is sent: its name and its bytes in
 * base64.
 */

/* The most that one may have, in bytes. */
#define SME_ATTACHMENT_MAX (2 * 1024 * 1024)

/**
 * sme_attachment_find_type:
 * @content: bytes from outside
 *
 * What they are by their own first bytes, never by a name: a PDF file, a PNG or a JPEG picture.
 *
 * Returns: (nullable): the media type, static; %NULL for anything else
 */
const char *sme_attachment_find_type (GBytes *content);

/**
 * sme_attachment_read:
 * @code: (out): of what is wrong: "type", "too-large", "empty", "name"
 *
 * Checks name, size and type of @self.
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL with @code
 */
GBytes *sme_attachment_read (SmeAttachment *self, const char **code);

G_END_DECLS
