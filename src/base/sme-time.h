/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Two kinds of time. A moment is a gint64, milliseconds since 1970-01-01 UTC. A date is an int
 * yyyymmdd (20261122), a day of the Gregorian calendar as Vietnam counts it (UTC+7 all year), 0 for
 * "none"; dates compare as numbers. Both cover the years 1 to 9999. Functions here never ask what
 * time it is, nor the process's locale or time zone.
 */

#define SME_DATE_NONE 0
#define SME_VIETNAM_OFFSET_MS (7 * G_GINT64_CONSTANT (3600000))

/**
 * sme_time_parse_rfc3339: reads "2026-11-22T10:15:00.5+07:00" strictly (RFC 3339, section 5.6):
 * the offset is required, digits after the third of a fraction are cut off, a leap second 23:59:60
 * UTC counts as the second after it. Returns FALSE and leaves @ms alone for anything else.
 */
gboolean sme_time_parse_rfc3339 (const char *text, gint64 *ms);

/** sme_time_to_rfc3339: "2026-11-22T03:15:00Z", with ".500" where @ms is no whole second; NULL if
 *  @ms lies outside the years 1 to 9999. */
char *sme_time_to_rfc3339 (gint64 ms);

/** sme_date_is_valid: whether @date is a day that exists (leap years included). */
gboolean sme_date_is_valid (int date);

/** sme_date_from_parts: the date, SME_DATE_NONE where there is no such day. */
int sme_date_from_parts (int year, int month, int day);

/** sme_date_parse: reads "2026-11-22" strictly. Returns FALSE and leaves @date alone otherwise. */
gboolean sme_date_parse (const char *text, int *date);

/** sme_date_parse_typed: reads what a person in Vietnam types: day, month and four-digit year apart
 *  by / . or - ("2/9/2026", "02.09.2026"), or eight digits ("02092026"). */
gboolean sme_date_parse_typed (const char *text, int *date);

/** sme_date_is_no_day: whether @text is written as one of the above and yet no day of the calendar
 *  ("31/02/2026"), which calls for other advice than what is no date at all. */
gboolean sme_date_is_no_day (const char *text);

/** sme_date_to_string: "2026-11-22"; NULL for an invalid date. */
char *sme_date_to_string (int date);

/** sme_date_add_days: SME_DATE_NONE if @date is invalid or the result is out of range. */
int sme_date_add_days (int date, int days);

/** sme_date_add_months: the same day, or the last one of a shorter month (31 January + 1 is the
 *  28 or 29 February); SME_DATE_NONE if @date is invalid or the result is out of range. */
int sme_date_add_months (int date, int months);

/** sme_date_days_between: days from @from to @to, negative if @to is earlier; both must be valid.
 */
int sme_date_days_between (int from, int to);

/** sme_date_age: full years from @born to @on, -1 if either is invalid or @on is before @born. Who
 *  was born on 29 February is a year older on 1 March of a common year. */
int sme_date_age (int born, int on);

/** sme_date_from_time: the date in Vietnam at the moment @ms. */
int sme_date_from_time (gint64 ms);

/** sme_date_to_time: the moment @date begins in Vietnam; 0 for an invalid date. */
gint64 sme_date_to_time (int date);

G_END_DECLS
