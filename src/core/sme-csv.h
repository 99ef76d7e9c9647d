/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeCsv: a table in comma separated values (RFC 4180), as spreadsheets write it: with or without a
 * byte order mark, in UTF-8 or UTF-16, with commas, semicolons or tabs (that which the first line
 * has most of, or which a line "sep=;" names), any line ends, the last with or without. Empty lines
 * are left out. Immutable.
 */
typedef struct _SmeCsv SmeCsv;

#define SME_CSV_ERROR (sme_csv_error_quark ())
GQuark sme_csv_error_quark (void);

/**
 * SmeCsvError:
 * @SME_CSV_ERROR_ENCODING: neither UTF-8 nor UTF-16 with its mark
 * @SME_CSV_ERROR_QUOTES: a quoted cell that does not end, or goes on after its end
 * @SME_CSV_ERROR_EMPTY: no line with anything in it
 * @SME_CSV_ERROR_TOO_LARGE: more than 1 MiB
 */
typedef enum
{
  SME_CSV_ERROR_ENCODING,
  SME_CSV_ERROR_QUOTES,
  SME_CSV_ERROR_EMPTY,
  SME_CSV_ERROR_TOO_LARGE,
} SmeCsvError;

/**
 * sme_csv_parse:
 * @line: (out) (optional): with an error, the line it is in (from 1), 0 for the whole file
 */
SmeCsv *sme_csv_parse (GBytes *bytes, guint *line, GError **error);
void sme_csv_free (SmeCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeCsv, sme_csv_free)

guint sme_csv_get_n_rows (SmeCsv *self);
guint sme_csv_get_n_cells (SmeCsv *self, guint row);
/* Without the blanks around it; "" beyond the last cell. Borrowed. */
const char *sme_csv_get (SmeCsv *self, guint row, guint cell);
/* Where the row begins in the file, from 1, as a spreadsheet or an editor counts. */
guint sme_csv_get_line (SmeCsv *self, guint row);

/* Appends @text as a cell, in quotes where it needs them; a cell that a spreadsheet would take for
 * a formula gets an apostrophe first. */
void sme_csv_append_cell (GString *to, const char *text, char separator);

G_END_DECLS
