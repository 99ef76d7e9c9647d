/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeDivisionChanges: what became of the communes of 2024 on 2025-07-01, to turn an address on
 * older papers into one in force (acceptance A22). The five island districts that had no communes
 * stand in it with their district code. Immutable; may be used in any thread.
 */
typedef struct _SmeDivisionChanges SmeDivisionChanges;

/**
 * @SME_DIVISION_WHOLE: all of the old unit went to the new one
 * @SME_DIVISION_PART: some of its land and people
 * @SME_DIVISION_ALL_PEOPLE: everybody who lived there, but not all the land
 * @SME_DIVISION_AREA_ONLY: land on which nobody lives
 */
typedef enum
{
  SME_DIVISION_WHOLE,
  SME_DIVISION_PART,
  SME_DIVISION_ALL_PEOPLE,
  SME_DIVISION_AREA_ONLY,
} SmeDivisionChangeKind;

typedef struct
{
  const char *old_code;
  const char *new_code;
  SmeDivisionChangeKind kind;
} SmeDivisionChange;

/** sme_division_changes_new: NULL and G_IO_ERROR_INVALID_DATA for bytes that aren't such a table.
 */
SmeDivisionChanges *sme_division_changes_new (GBytes *bytes, GError **error);

SmeDivisionChanges *sme_division_changes_ref (SmeDivisionChanges *self);
void sme_division_changes_unref (SmeDivisionChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeDivisionChanges, sme_division_changes_unref)

guint sme_division_changes_get_size (SmeDivisionChanges *self);

/** sme_division_changes_find: all that became of @old_code, @n_changes of them; borrowed. */
const SmeDivisionChange *
sme_division_changes_find (SmeDivisionChanges *self, const char *old_code, guint *n_changes);

/** sme_division_changes_get_certain: the new code where nobody who lived in @old_code can live
 *  elsewhere now; NULL if the person must be asked, or the code is unknown. */
const char *sme_division_changes_get_certain (SmeDivisionChanges *self, const char *old_code);

/** sme_division_changes_list_candidates: the new codes to choose from, those that took people
 * first. Returns: (transfer container): of borrowed strings, one if it is certain, none if unknown
 */
GPtrArray *sme_division_changes_list_candidates (SmeDivisionChanges *self, const char *old_code);

G_END_DECLS
