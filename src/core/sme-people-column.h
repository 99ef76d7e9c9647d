/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/*
 * The columns of a table of people: how each is called and what its cells say of an SmeProfile.
 */

typedef enum
{
  SME_CELL_TEXT,
  SME_CELL_DATE,
  SME_CELL_ID_TYPE,
  SME_CELL_SEX,
} SmeCellKind;

typedef struct
{
  const char *field; /* of SmeProfile */
  const char *english;
  const char *vietnamese;
  SmeCellKind kind;
  gboolean optional;
  const char *example;
} SmePeopleColumn;

#define SME_N_PEOPLE_COLUMNS 11

/* In the order of the template. */
extern const SmePeopleColumn sme_people_columns[SME_N_PEOPLE_COLUMNS];

/* By any of its names, without regard to case, diacritics and stars; -1 for none. */
int sme_people_column_find (const char *name);

/* Puts what a cell says into @record. FALSE: it says nothing that belongs there. */
gboolean sme_people_column_read (guint column, SmeRecord *record, const char *text);

/* Why it does not: the code word of a reason, static. */
const char *sme_people_column_explain (guint column, const char *text);

G_END_DECLS
