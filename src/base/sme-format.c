/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-format.h"

#include <string.h>

#include "base/sme-time.h"

#define DONG_SIGN "\342\202\253"

char *
sme_format_number (gint64 number)
{
  guint64 rest = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;
  GString *text = g_string_new (NULL);

  for (int digits = 0; digits == 0 || rest > 0; digits++, rest /= 10)
    {
      if (digits > 0 && digits % 3 == 0)
        g_string_prepend_c (text, '.');
      g_string_prepend_c (text, (char) ('0' + rest % 10));
    }
  if (number < 0)
    g_string_prepend_c (text, '-');

  return g_string_free (text, FALSE);
}

char *
sme_format_money (gint64 dong)
{
  g_autofree char *number = sme_format_number (dong);

  return g_strconcat (number, SME_FORMAT_NO_BREAK_SPACE DONG_SIGN, NULL);
}

char *
sme_format_date (int date)
{
  if (!sme_date_is_valid (date))
    return g_strdup ("");

  return g_strdup_printf ("%02d/%02d/%04d", date % 100, date / 100 % 100, date / 10000);
}

char *
sme_format_time_of_day (gint64 ms)
{
  int date = sme_date_from_time (ms);
  int minutes;

  if (date == SME_DATE_NONE)
    return g_strdup ("");

  minutes = (int) ((ms - sme_date_to_time (date)) / 60000);
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

char *
sme_format_date_time (gint64 ms)
{
  g_autofree char *date = sme_format_date (sme_date_from_time (ms));
  g_autofree char *time_of_day = sme_format_time_of_day (ms);

  return *date == '\0' ? g_steal_pointer (&date) : g_strjoin (" ", date, time_of_day, NULL);
}

char *
sme_format_duration (gint64 seconds)
{
  gint64 left = MAX (seconds, 0);

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", left / 60, (int) (left % 60));
}

/* The national form of a stored number: 0 and the digits after +84; NULL if it isn't one. */
static char *
national_number (const char *phone)
{
  gsize n_digits;

  if (phone == NULL || !g_str_has_prefix (phone, "+84"))
    return NULL;

  n_digits = strlen (phone + 3);
  if (strspn (phone + 3, "0123456789") != n_digits || n_digits < 9 || n_digits > 10)
    return NULL;

  return g_strconcat ("0", phone + 3, NULL);
}

/* Where the groups end. 024 and 028 have eight subscriber digits, the other areas (02xx) seven. */
static char *
group_digits (const char *digits)
{
  gboolean big_city = g_str_has_prefix (digits, "024") || g_str_has_prefix (digits, "028");
  gsize first = big_city && strlen (digits) == 11 ? 3 : 4;
  gsize second = strlen (digits) == 11 && first == 3 ? 4 : 3;

  return g_strdup_printf ("%.*s %.*s %s", (int) first, digits, (int) second, digits + first,
                          digits + first + second);
}

char *
sme_format_phone (const char *phone)
{
  g_autofree char *digits = national_number (phone);

  if (digits != NULL)
    return group_digits (digits);
  if (phone != NULL && strlen (phone) == 8 && strspn (phone, "0123456789") == 8 &&
      (g_str_has_prefix (phone, "1800") || g_str_has_prefix (phone, "1900")))
    return g_strdup_printf ("%.4s %s", phone, phone + 4);

  return g_strdup (phone != NULL ? phone : "");
}

char *
sme_format_phone_masked (const char *phone)
{
  g_autofree char *digits = national_number (phone);

  if (digits != NULL)
    return g_strdup_printf ("%.4s *** %s", digits, digits + strlen (digits) - 3);

  return g_strdup (phone != NULL && *phone != '\0' ? "***" : "");
}

char *
sme_format_email_masked (const char *email)
{
  const char *at = email != NULL ? strrchr (email, '@') : NULL;
  const char *first_end, *last;

  if (at == NULL || at == email || !g_utf8_validate (email, -1, NULL))
    return g_strdup ("***");

  first_end = g_utf8_next_char (email);
  last = g_utf8_prev_char (at);
  if (g_utf8_strlen (email, at - email) < 4)
    return g_strdup_printf ("%.*s***%s", (int) (first_end - email), email, at);

  return g_strdup_printf ("%.*s***%.*s%s", (int) (first_end - email), email, (int) (at - last),
                          last, at);
}

char *
sme_format_id_masked (const char *number)
{
  char *masked = g_str_to_ascii (number != NULL ? number : "", "C");
  gsize length = strlen (masked);
  gsize shown = MIN (4, length / 3);

  memset (masked, '*', length - shown);
  return masked;
}
