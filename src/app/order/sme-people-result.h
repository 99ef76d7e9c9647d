/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-people-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PEOPLE_RESULT (sme_people_result_get_type ())
G_DECLARE_FINAL_TYPE (SmePeopleResult, sme_people_result, SME, PEOPLE_RESULT, AdwBin)

/**
 * SmePeopleResult:
 *
 * What came of a table of people: its bad cells, or the people with the button that orders for them
 * ("people.order"), or a sentence.
 */
GtkWidget *sme_people_result_new (void);

void sme_people_result_clear (SmePeopleResult *self);
/* @action: (nullable): of a button @label, with its target ("win.open::orders") */
void sme_people_result_say (SmePeopleResult *self,
                            const char *title,
                            const char *description,
                            const char *label,
                            const char *action);

/* Bad cells take the place of what was there; each is a row. @line: 0 for the whole file;
 * @column: (nullable); @code: as sme_reason_text() knows it. */
void sme_people_result_begin_faults (SmePeopleResult *self);
void sme_people_result_add_fault (SmePeopleResult *self,
                                  guint line,
                                  const char *column,
                                  const char *code);
/* The file can't be read, or is no table; @line: where, 0 for the whole file */
void sme_people_result_show_error (SmePeopleResult *self, guint line, const GError *error);
/* @faults: of #SmeSheetFault */
void sme_people_result_show_faults (SmePeopleResult *self, GPtrArray *faults);
/* @people: of #SmeProfile. Whose number does not fit the rest of the row is marked, no more. */
void sme_people_result_show_people (SmePeopleResult *self, GPtrArray *people);

G_END_DECLS
