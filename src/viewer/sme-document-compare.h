/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

G_BEGIN_DECLS

/**
 * sme_document_compare_async:
 * @before: the document as it was
 * @now: the same as it is
 * @except_signatures: whether the places of the signature fields of @now do not count; only where
 *   everything that was added has been signed by somebody who is trusted
 *
 * Draws each page of both, one after the other in the render thread with less urgency than what is
 * on the screen, and compares pictures and texts.
 */
void sme_document_compare_async (SmeDocument *before,
                                 SmeDocument *now,
                                 gboolean except_signatures,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/** Returns: (transfer full): a #GArray of guint: the pages that differ, those included that only
 * one of them has; %NULL when cancelled. */
GArray *sme_document_compare_finish (SmeDocument *before, GAsyncResult *result, GError **error);

G_END_DECLS
