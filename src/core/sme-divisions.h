/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/sme-enums.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/**
 * SmeDivisions: the administrative divisions of one edition (acceptance A22): 2025 has provinces
 * and communes, 2024 provinces, districts and communes. Dated data, replaceable: the caller brings
 * the bytes (data/divisions/). Different units share a name, so what is stored is the code.
 * Immutable; may be used in any thread.
 */
typedef struct _SmeDivisions SmeDivisions;

/**
 * SmeDivisionEntry: one unit; lives as long as its table.
 * @code: digits, leading zeros count    @parent: NULL for a province
 * @level: 1 province, 2 commune or (2024) district, 3 (2024) commune
 * @type, @name: "Phường", "Đồ Sơn"
 */
typedef struct
{
  const char *code;
  const char *parent;
  const char *type;
  const char *name;
  int level;
} SmeDivisionEntry;

/** sme_divisions_new: NULL and G_IO_ERROR_INVALID_DATA for bytes that aren't a whole table of
 *  @edition. */
SmeDivisions *sme_divisions_new (SmeEdition edition, GBytes *bytes, GError **error);

SmeDivisions *sme_divisions_ref (SmeDivisions *self);
void sme_divisions_unref (SmeDivisions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeDivisions, sme_divisions_unref)

SmeEdition sme_divisions_get_edition (SmeDivisions *self);

/** sme_divisions_get_dated: the day of the facts, yyyymmdd. */
int sme_divisions_get_dated (SmeDivisions *self);

/** sme_divisions_find: the unit with @code; NULL if there is none. */
const SmeDivisionEntry *sme_divisions_find (SmeDivisions *self, const char *code);

/** sme_divisions_list: the units under @parent (NULL: the provinces) in the order of the alphabet;
 *  @n_entries of them, none for an unknown parent. Borrowed. */
const SmeDivisionEntry *const *
sme_divisions_list (SmeDivisions *self, const char *parent, guint *n_entries);

/**
 * sme_divisions_search: the units under @parent (NULL: the provinces) that match what a person
 * types, those whose name begins with it first. Accents and case are forgiven; each word must begin
 * a word of type or name, or initials ("do so", "phuong do", "tp hcm"). An empty query
 * matches all. Returns: (transfer container): of borrowed entries
 */
GPtrArray *sme_divisions_search (SmeDivisions *self, const char *parent, const char *query);

/** sme_divisions_check: whether @code is a unit of @level under @parent (ignored for level 1):
 *  SME_REASON_REQUIRED for none, SME_REASON_UNKNOWN_VALUE for another. No commune is required, and
 *  none is right, in a district that has no communes. */
SmeReason sme_divisions_check (SmeDivisions *self, int level, const char *parent, const char *code);

/** sme_divisions_describe: "Phường Đồ Sơn, Thành phố Hải Phòng": the unit with its parents, to tell
 *  apart those of one name. NULL for an unknown code. */
char *sme_divisions_describe (SmeDivisions *self, const char *code);

/** sme_divisions_compose_address: the line "Địa chỉ" (sme-address-line.h) for the lowest unit
 * known, with its parents. @street and @house_number may be NULL. NULL for an unknown code. */
char *sme_divisions_compose_address (SmeDivisions *self,
                                     const char *code,
                                     const char *street,
                                     const char *house_number);

/** sme_division_entry_get_display_name: "Phường Đồ Sơn", new. */
char *sme_division_entry_get_display_name (const SmeDivisionEntry *entry);

G_END_DECLS
