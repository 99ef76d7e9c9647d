/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-attachment.h"

G_BEGIN_DECLS

/**
 * sme_attachment_reader_async:
 *
 * Reads a file that is to go along with a message. Errors: %SME_PROBLEM_TOO_LARGE; for a type that
 * is not taken %G_IO_ERROR_NOT_SUPPORTED; those of #GFile.
 */
void sme_attachment_reader_async (GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SmeAttachment *sme_attachment_reader_finish (GAsyncResult *result, GError **error);

G_END_DECLS
