/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sme_document_print_operation_new:
 * @name: (nullable): what the print queue calls the job
 *
 * Returns: (transfer full): an operation that prints @document as vectors, a page at a time, drawn
 * in the render thread while the window goes on. A page larger than the paper is made smaller, a
 * smaller one keeps its size. Run it with gtk_print_operation_run(); its "done" tells the end.
 */
GtkPrintOperation *sme_document_print_operation_new (SmeDocument *document, const char *name);

G_END_DECLS
