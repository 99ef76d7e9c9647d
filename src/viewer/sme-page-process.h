/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-wire.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one process (onesme-pages) in which poppler runs, seen from the render thread, which starts
 * it when it is needed and ends it when a page takes too long, when nobody waits for the page any
 * more, or when nothing is open. All documents are lost with it: whoever has one compares
 * generations and opens it again. */

/**
 * SmePageBounds: how far a call may go.
 * @cancellable: (nullable): a call is given up a moment after this, if it still runs then
 * @seconds: of the processor
 * @yields: whether it is given up, a moment after its begin, for work that is more urgent
 */
typedef struct
{
  GCancellable *cancellable;
  double seconds;
  gboolean yields;
} SmePageBounds;

/**
 * sme_page_process_call:
 * @fd: a descriptor for the request, or -1; stays the caller's
 *
 * Waits for the answer. Errors: #SmeDocumentError, %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_BUSY for a
 * call that yielded.
 *
 * Returns: (transfer full): of the type of the request's operation
 */
GVariant *sme_page_process_call (const SmePageRequest *request,
                                 int fd,
                                 const SmePageBounds *bounds,
                                 GError **error);

/** Starts the process if it does not run. Returns: which one it is, counted from 1; 0 for none. */
guint sme_page_process_ensure (void);

/** Whether it runs and is still the one with this number. */
gboolean sme_page_process_is (guint generation);

/** Tells that a document was opened (1) or closed (-1) in it. */
void sme_page_process_count (int change);

/** Ends the process if no document is open in it. */
void sme_page_process_end_unused (void);

/** Which process it is, 0 for none; for tests. */
GPid sme_page_process_get_pid (void);

/** For the fuzzer: everything is done in this process, without bounds, so that it sees a crash. */
void sme_page_process_stay_inside (void);

G_END_DECLS
