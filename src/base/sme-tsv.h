/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeTsv: a table from a file of ours: UTF-8, lines "# key: value" first, then the names of the
 * columns, then the rows, fields parted by tabs. Immutable; may be read in any thread.
 */
typedef struct _SmeTsv SmeTsv;

/**
 * sme_tsv_new: reads @bytes, which are copied.
 * @columns: the names expected, all of them and in this order, NULL-terminated
 *
 * Returns: (transfer full): NULL and G_IO_ERROR_INVALID_DATA, with the line, for anything else:
 *   other columns, a row with more or fewer fields, a carriage return, NUL or broken UTF-8, or over
 *   16 MiB
 */
SmeTsv *sme_tsv_new (GBytes *bytes, const char *const *columns, GError **error);

SmeTsv *sme_tsv_ref (SmeTsv *self);
void sme_tsv_unref (SmeTsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeTsv, sme_tsv_unref)

/** sme_tsv_get_header: the value of "# key: value"; NULL if there is none. Borrowed. */
const char *sme_tsv_get_header (SmeTsv *self, const char *key);

guint sme_tsv_get_n_rows (SmeTsv *self);

/** sme_tsv_get: one field, "" if it is empty. Borrowed, lives as long as the table. */
const char *sme_tsv_get (SmeTsv *self, guint row, guint column);

G_END_DECLS
