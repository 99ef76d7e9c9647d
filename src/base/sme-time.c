/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-time.h"

#include <string.h>

#define DAY_MS (24 * G_GINT64_CONSTANT (3600000))
#define EPOCH_DAY 719163 /* 1970-01-01, as GDate counts: 0001-01-01 is day 1 */
#define LAST_DAY 3652059 /* 9999-12-31 */

/* Reads exactly @n digits at *@p. */
static gboolean
read_digits (const char **p, int n, int *value)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*p)[i]);
    }

  *p += n;
  *value = sum;
  return TRUE;
}

static gboolean
read_char (const char **p, const char *accepted)
{
  if (**p == '\0' || strchr (accepted, **p) == NULL)
    return FALSE;

  (*p)++;
  return TRUE;
}

/* Days since 0001-01-01, which is day 1; 0 for an invalid date. */
static int
day_number (int date)
{
  GDate day;

  if (!sme_date_is_valid (date))
    return 0;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date % 100, date / 100 % 100, date / 10000);
  return (int) g_date_get_julian (&day);
}

static int
date_of_day_number (gint64 number)
{
  GDate day;

  if (number < 1 || number > LAST_DAY)
    return SME_DATE_NONE;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) number);
  return g_date_get_year (&day) * 10000 + (int) g_date_get_month (&day) * 100 +
         g_date_get_day (&day);
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gboolean
read_date (const char **p, int *date)
{
  int year, month, day;

  if (!read_digits (p, 4, &year) || !read_char (p, "-") || !read_digits (p, 2, &month) ||
      !read_char (p, "-") || !read_digits (p, 2, &day))
    return FALSE;

  *date = sme_date_from_parts (year, month, day);
  return *date != SME_DATE_NONE;
}

/* The time of day in ms. @leap is set for second 60, which the caller allows only at 23:59 UTC. */
static gboolean
read_time_of_day (const char **p, gint64 *ms, gboolean *leap)
{
  int hour, minute, second;
  int fraction = 0, scale = 100;

  if (!read_digits (p, 2, &hour) || !read_char (p, ":") || !read_digits (p, 2, &minute) ||
      !read_char (p, ":") || !read_digits (p, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;

  if (read_char (p, "."))
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      for (; g_ascii_isdigit (**p); (*p)++, scale /= 10)
        fraction += g_ascii_digit_value (**p) * scale;
    }

  *leap = second == 60;
  *ms = ((hour * 60 + minute) * 60 + second) * G_GINT64_CONSTANT (1000) + fraction;
  return TRUE;
}

static gboolean
read_offset (const char **p, gint64 *ms)
{
  int hour, minute;
  gboolean west = **p == '-';

  *ms = 0;
  if (read_char (p, "Zz"))
    return TRUE;
  if (!read_char (p, "+-") || !read_digits (p, 2, &hour) || !read_char (p, ":") ||
      !read_digits (p, 2, &minute) || hour > 23 || minute > 59)
    return FALSE;

  *ms = (hour * 60 + minute) * G_GINT64_CONSTANT (60000) * (west ? -1 : 1);
  return TRUE;
}

static gboolean
is_in_range (gint64 ms)
{
  return ms >= (1 - EPOCH_DAY) * DAY_MS && ms < (LAST_DAY + 1 - EPOCH_DAY) * DAY_MS;
}

gboolean
sme_time_parse_rfc3339 (const char *text, gint64 *ms)
{
  const char *p = text;
  int date;
  gint64 time_of_day, offset, moment;
  gboolean leap;

  g_return_val_if_fail (ms != NULL, FALSE);

  if (text == NULL || !read_date (&p, &date) || !read_char (&p, "Tt") ||
      !read_time_of_day (&p, &time_of_day, &leap) || !read_offset (&p, &offset) || *p != '\0')
    return FALSE;

  moment = (day_number (date) - EPOCH_DAY) * DAY_MS + time_of_day - offset;
  if (leap && moment - floor_div (moment, DAY_MS) * DAY_MS >= 1000)
    return FALSE;
  if (!is_in_range (moment))
    return FALSE;

  *ms = moment;
  return TRUE;
}

char *
sme_time_to_rfc3339 (gint64 ms)
{
  gint64 days;
  int date, rest, seconds;
  GString *text;

  if (!is_in_range (ms))
    return NULL;

  days = floor_div (ms, DAY_MS);
  rest = (int) (ms - days * DAY_MS);
  seconds = rest / 1000;
  date = date_of_day_number (days + EPOCH_DAY);
  text = g_string_new (NULL);
  g_string_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", date / 10000, date / 100 % 100,
                   date % 100, seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (rest % 1000 != 0)
    g_string_append_printf (text, ".%03d", rest % 1000);
  g_string_append_c (text, 'Z');

  return g_string_free (text, FALSE);
}

gboolean
sme_date_is_valid (int date)
{
  return date > 0 &&
         sme_date_from_parts (date / 10000, date / 100 % 100, date % 100) != SME_DATE_NONE;
}

int
sme_date_from_parts (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return SME_DATE_NONE;

  return year * 10000 + month * 100 + day;
}

gboolean
sme_date_parse (const char *text, int *date)
{
  const char *p = text;
  int value;

  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL || !read_date (&p, &value) || *p != '\0')
    return FALSE;

  *date = value;
  return TRUE;
}

static gboolean
read_typed (const char *trimmed, int *day, int *month, int *year)
{
  const char *p = trimmed;
  gboolean packed = strlen (trimmed) == 8 && strspn (trimmed, "0123456789") == 8;

  return read_digits (&p, packed || (p[0] != '\0' && g_ascii_isdigit (p[1])) ? 2 : 1, day) &&
         (packed || read_char (&p, "/.-")) &&
         read_digits (&p, packed || (p[0] != '\0' && g_ascii_isdigit (p[1])) ? 2 : 1, month) &&
         (packed || read_char (&p, "/.-")) && read_digits (&p, 4, year) && *p == '\0';
}

gboolean
sme_date_parse_typed (const char *text, int *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  int day, month, year, value;

  g_return_val_if_fail (date != NULL, FALSE);

  if (!read_typed (trimmed, &day, &month, &year))
    return FALSE;

  value = sme_date_from_parts (year, month, day);
  if (value == SME_DATE_NONE)
    return FALSE;

  *date = value;
  return TRUE;
}

gboolean
sme_date_is_no_day (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *p = trimmed;
  int day, month, year;
  gboolean written =
    read_typed (trimmed, &day, &month, &year) ||
    (read_digits (&p, 4, &year) && read_char (&p, "-") && read_digits (&p, 2, &month) &&
     read_char (&p, "-") && read_digits (&p, 2, &day) && *p == '\0');

  return written && sme_date_from_parts (year, month, day) == SME_DATE_NONE;
}

char *
sme_date_to_string (int date)
{
  if (!sme_date_is_valid (date))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
}

int
sme_date_add_days (int date, int days)
{
  int number = day_number (date);

  return number == 0 ? SME_DATE_NONE : date_of_day_number ((gint64) number + days);
}

int
sme_date_add_months (int date, int months)
{
  gint64 month;
  int year, last;

  if (!sme_date_is_valid (date))
    return SME_DATE_NONE;

  month = (gint64) (date / 10000) * 12 + date / 100 % 100 - 1 + months;
  if (month < 12 || month >= 10000 * 12)
    return SME_DATE_NONE;

  year = (int) (month / 12);
  last = g_date_get_days_in_month ((GDateMonth) (month % 12 + 1), (GDateYear) year);
  return sme_date_from_parts (year, (int) (month % 12) + 1, MIN (date % 100, last));
}

int
sme_date_days_between (int from, int to)
{
  g_return_val_if_fail (sme_date_is_valid (from) && sme_date_is_valid (to), 0);

  return day_number (to) - day_number (from);
}

int
sme_date_age (int born, int on)
{
  if (!sme_date_is_valid (born) || !sme_date_is_valid (on) || on < born)
    return -1;

  return on / 10000 - born / 10000 - (on % 10000 < born % 10000);
}

int
sme_date_from_time (gint64 ms)
{
  if (ms > G_MAXINT64 - SME_VIETNAM_OFFSET_MS)
    return SME_DATE_NONE;

  return date_of_day_number (floor_div (ms + SME_VIETNAM_OFFSET_MS, DAY_MS) + EPOCH_DAY);
}

gint64
sme_date_to_time (int date)
{
  int number = day_number (date);

  return number == 0 ? 0 : (number - EPOCH_DAY) * DAY_MS - SME_VIETNAM_OFFSET_MS;
}
