/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-wire.h"

G_BEGIN_DECLS

/**
 * sme_page_service_answer:
 * @fd: the descriptor that came with @request, or -1; stays the caller's
 *
 * Does in this process, with poppler, what is asked for. Of one thread only.
 *
 * Returns: (transfer full): the answer, or %NULL with a #SmeDocumentError.
 */
GVariant *sme_page_service_answer (const SmePageRequest *request, int fd, GError **error);

/** Forgets all documents. */
void sme_page_service_clear (void);

G_END_DECLS
