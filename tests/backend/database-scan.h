/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * database_scan:
 * @path: of an SQLite file that nobody writes
 * @texts: (array zero-terminated=1): what is looked for; letter case does not matter
 *
 * Looks through every table that the file's own schema names, every row and every column, with
 * the text of the PDFs among them.
 *
 * Returns: (transfer full) (element-type utf8 utf8): "table.column" to the first text found there
 */
GHashTable *database_scan (const char *path, const char *const *texts);

G_END_DECLS
