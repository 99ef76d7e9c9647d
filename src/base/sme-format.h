/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How amounts, dates and numbers look to a person, the Vietnamese way in every language of the
 * program, whatever the process locale says: a contract and the screen must print the same. Strings
 * returned are new; text that is not of the expected form comes back as it is (NULL as "").
 */

#define SME_FORMAT_NO_BREAK_SPACE "\302\240"

/** sme_format_number: "1.234.567": dots between thousands, '-' before a negative number. */
char *sme_format_number (gint64 number);

/** sme_format_money: @dong in đồng: "220.000 ₫", with a no-break space before the sign. */
char *sme_format_money (gint64 dong);

/** sme_format_date: "22/11/2026" of yyyymmdd (see sme-time.h); "" for an invalid date. */
char *sme_format_date (int date);

/** sme_format_time_of_day: "10:15" in Vietnam at @ms since the epoch; "" out of range. */
char *sme_format_time_of_day (gint64 ms);

/** sme_format_date_time: "22/11/2026 10:15" in Vietnam at @ms since the epoch; "" out of range. */
char *sme_format_date_time (gint64 ms);

/** sme_format_duration: "4:05", minutes and seconds; 0:00 for less than nothing. */
char *sme_format_duration (gint64 seconds);

/** sme_format_phone: "0912 345 678" or "024 3774 1234" of a stored +84 number, "1800 1260" of a
 *  service number; anything else unchanged. */
char *sme_format_phone (const char *phone);

/** sme_format_phone_masked: "0912 *** 678": enough to recognise one's own number; "***" of what is
 *  no stored +84 number. */
char *sme_format_phone_masked (const char *phone);

/** sme_format_email_masked: "l***n@example.vn"; the stars don't tell the length. */
char *sme_format_email_masked (const char *email);

/** sme_format_id_masked: "********4567": an identity number with its last four characters only, of
 *  shorter ones the last third. */
char *sme_format_id_masked (const char *number);

G_END_DECLS
