/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * Identity papers as declared for a contract (acceptance A21). Dates are yyyymmdd, @today too; the
 * caller says what day it is.
 */

/** sme_identity_check_type: SME_REASON_ID_TYPE_EXPIRED for CMND in a new order: out of force since
 *  2025-01-01 (Law 26/2023/QH15). It is still read in old records. */
SmeReason sme_identity_check_type (SmeIdType type);

/**
 * sme_identity_check_number: judges a number against its paper. Blanks are forgiven, letters may be
 * small. Căn cước and CCCD: see sme-citizen-id.h (nine digits, an old CMND, give
 * SME_REASON_ID_TYPE_EXPIRED); Vietnamese passport: a letter and seven digits; a foreign one: six
 * to nine letters and digits (ICAO 9303); CMND: nine digits.
 * @nationality: (nullable): ISO 3166 alpha-2; NULL is VN
 * @normalized: (out) (optional) (transfer full): as it is stored, set only on SME_REASON_OK
 */
SmeReason sme_identity_check_number (SmeIdType type,
                                     const char *nationality,
                                     const char *number,
                                     int today,
                                     char **normalized);

/** SmeIdentityConflicts: where a number and the declaration disagree. People's registered data do
 *  differ from their papers now and then, so these warn and never refuse. */
typedef enum
{
  SME_IDENTITY_CONFLICT_NONE = 0,
  SME_IDENTITY_CONFLICT_SEX = 1 << 0,
  SME_IDENTITY_CONFLICT_BIRTH_YEAR = 1 << 1,
  SME_IDENTITY_CONFLICT_PROVINCE = 1 << 2,
} SmeIdentityConflicts;

/**
 * sme_identity_find_conflicts: compares a personal number with what was declared.
 * @sex: an SmeSex, or -1 if not declared
 * @born_on: the date of birth, 0 if not declared
 * @edition, @province_code: (nullable): of the declared address; the number has the province where
 *   the birth was registered, or what that belongs to in @edition. Many people have moved.
 * Returns no conflict for a number that isn't valid.
 */
SmeIdentityConflicts sme_identity_find_conflicts (const char *number,
                                                  int sex,
                                                  int born_on,
                                                  SmeEdition edition,
                                                  const char *province_code);

/** sme_identity_check_born_on: a date of birth not after @today and not over 150 years before it.
 */
SmeReason sme_identity_check_born_on (int born_on, int today);

/**
 * sme_identity_check_issued_on: not after @today, and the holder was old enough: fourteen for a
 * card issued before 2024-07-01 (Law 59/2014/QH13, article 19), six since (younger ones may have a
 * card under Law 26/2023/QH15, but cannot order). A passport is issued at any age.
 * @born_on: 0 leaves the comparison out
 */
SmeReason sme_identity_check_issued_on (SmeIdType type, int issued_on, int born_on, int today);

/** sme_identity_check_expires_on: after @issued_on and not before @today; 0 is a paper without an
 *  end and fine. */
SmeReason sme_identity_check_expires_on (int expires_on, int issued_on, int today);

/**
 * sme_identity_suggest_issuers: what "Nơi cấp" is likely to say, likeliest first, for a paper
 * issued on @issued_on (0: unknown). Suggestions: the field stays free text.
 * @province: (nullable): bare name of the province, for CMND ("CA Hải Phòng")
 * Returns: (transfer full): free with g_strfreev()
 */
GStrv sme_identity_suggest_issuers (SmeIdType type, int issued_on, const char *province);

G_END_DECLS
