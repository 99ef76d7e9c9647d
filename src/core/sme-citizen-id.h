/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/sme-time.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * The personal identification number (số định danh cá nhân) on Căn cước and CCCD: twelve digits,
 * no check digit. Circular 07/2016/TT-BCA: three for the province, or country, where the birth was
 * registered, one for century and sex (19xx: 0 male, 1 female; 20xx: 2, 3; ... 23xx: 8, 9), two for
 * the year of birth, six free. The table of countries was not to be found: all codes from 100 to
 * 999 are taken for one (the numbers of ISO 3166 lie there too), without a name. Mergers of
 * provinces don't change a number given out, so the 63 codes of before 2025-07-01 stay.
 */

typedef struct
{
  int province;    /* 1 to 96, the old two-digit code; 0 for a birth registered abroad */
  int birth_year;  /* all four digits */
  gboolean female; /* the sex registered at birth */
} SmeCitizenIdParts;

/**
 * sme_citizen_id_check: structure only; blanks between digits are forgiven.
 * @today: yyyymmdd to refuse a birth year to come; SME_DATE_NONE leaves that out
 * @parts: (out) (optional): what the number says, on SME_REASON_OK
 */
SmeReason sme_citizen_id_check (const char *text, int today, SmeCitizenIdParts *parts);

/** sme_citizen_id_province_name: the bare name of one of the 63 provinces ("Hải Phòng" for 31);
 *  static; NULL for a code never given out. */
const char *sme_citizen_id_province_name (int province);

/** sme_citizen_id_province_successor: the code of the province, one of 34, to which one of the 63
 *  belongs since 2025-07-01 (31 for 30: Hải Dương is in Hải Phòng); 0 for a code never given out.
 */
int sme_citizen_id_province_successor (int province);

G_END_DECLS
