/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-csv.h"
#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/*
 * Several declarations as a table (issue of certificates to the people of a business): a line per
 * person, under a line that names the columns. What all have in common, the organisation and its
 * address, is not in it.
 */

/** A fault of the table, as a person can find it: @line of the file (from 1; 0: the whole file),
 *  @column as the table names it (NULL: the whole line), @code: a reason's code word. */
typedef struct
{
  guint line;
  char *column;
  const char *code;
} SmeSheetFault;

void sme_sheet_fault_free (SmeSheetFault *self);

#define SME_PEOPLE_MAX 100

/**
 * sme_people_sheet_read:
 * @common: organisation and address, the same for all
 * @customer_type: who orders
 * @today: yyyymmdd
 * @faults: (out) (transfer full) (element-type SmeSheetFault): all there are; empty when fine
 *
 * Columns are known by their name in English or Vietnamese, in any order, without regard to case,
 * diacritics and stars; columns of other names are faults, so that nothing is left out unseen.
 * Faults stand in the order of the lines, and in a line in that of its columns.
 *
 * Codes of its own: "column-unknown", "column-missing", "column-twice", "too-many-cells",
 * "too-many-people", "same-person", "no-such-day".
 *
 * Returns: (transfer full) (element-type SmeProfile): nobody, if there is any fault
 */
GPtrArray *sme_people_sheet_read (SmeCsv *csv,
                                  SmeProfile *common,
                                  SmeCustomerType customer_type,
                                  int today,
                                  GPtrArray **faults);

/** sme_people_sheet_check_common: whether organisation and address of @common are right, so that
 *  all that is wrong with the people is in their table. */
gboolean
sme_people_sheet_check_common (SmeProfile *common, SmeCustomerType customer_type, int today);

/** sme_people_sheet_make_template: the line of names and an example, with the mark that makes
 *  Excel read UTF-8. @vietnamese: the language of the names; @separator: ',' or ';'. */
GBytes *sme_people_sheet_make_template (gboolean vietnamese, char separator);

/** sme_people_sheet_name_column: of a field of SmeProfile ("id_number"), as the template names it;
 *  NULL for a field that is no column. */
const char *sme_people_sheet_name_column (const char *field, gboolean vietnamese);

G_END_DECLS
