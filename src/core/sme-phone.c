/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-phone.h"

#include <string.h>

#include "base/sme-text.h"

/* Digits after the 0. */
#define MOBILE_LENGTH 9
#define LANDLINE_LENGTH 10
#define OLD_MOBILE_LENGTH 10

/* Second digits that exist after the first digit of a mobile number. */
static const char *const mobile_second[10] = {
  [3] = "23456789", [5] = "25689", [7] = "06789", [8] = "123456789", [9] = "012346789",
};

/* Third digits that exist after 2 and the second digit of a landline number. */
static const char *const landline_third[10] = {
  "3456789",  "012345689", "01256789", "23456789", "2345678",
  "12456789", "01239",     "01234567", "234567",   "01234679",
};

/* The mobile prefixes of 2018 (plan of the Ministry of Information and Communications, from
 * 2018-09-15): three digits after the 0 became two. */
static const struct
{
  const char *before, *after;
} conversions[] = {
  { "120", "70" }, { "121", "79" }, { "122", "77" }, { "123", "83" }, { "124", "84" },
  { "125", "85" }, { "126", "76" }, { "127", "81" }, { "128", "78" }, { "129", "82" },
  { "162", "32" }, { "163", "33" }, { "164", "34" }, { "165", "35" }, { "166", "36" },
  { "167", "37" }, { "168", "38" }, { "169", "39" }, { "186", "56" }, { "188", "58" },
  { "199", "59" },
};

/* The digits of @text with a leading + kept; NULL if there is anything else but separators. */
static char *
extract_digits (const char *text)
{
  g_autofree char *ascii = sme_text_to_ascii (text);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) || (*p == '+' && digits->len == 0))
        g_string_append_c (digits, *p);
      else if (strchr (" .-()", *p) == NULL)
        return NULL;
    }

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* What follows the 0 of the national form; NULL if @digits does not begin as a number in Vietnam
 * does. No national number begins with a second 0, so "+84 (0)912..." can only mean one thing. */
static const char *
skip_trunk (const char *digits)
{
  gboolean international = FALSE;

  if (g_str_has_prefix (digits, "+84"))
    digits += 3, international = TRUE;
  else if (g_str_has_prefix (digits, "84"))
    digits += 2, international = TRUE;

  if (*digits == '0')
    return digits + 1;

  return international ? digits : NULL;
}

static gboolean
is_service_number (const char *digits)
{
  gsize length = strlen (digits);

  return (g_str_has_prefix (digits, "1800") || g_str_has_prefix (digits, "1900")) && length >= 8 &&
         length <= 10;
}

static SmeReason
check_length (const char *number, gsize wanted)
{
  gsize length = strlen (number);

  if (length < wanted)
    return SME_REASON_TOO_SHORT;

  return length > wanted ? SME_REASON_TOO_LONG : SME_REASON_OK;
}

/* strchr() finds the terminating NUL too, which here is a digit not typed yet. */
static gboolean
may_follow (const char *set, char digit)
{
  return set != NULL && strchr (set, digit) != NULL;
}

static const char *
find_conversion (const char *number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (conversions); i++)
    if (g_str_has_prefix (number, conversions[i].before))
      return conversions[i].after;

  return NULL;
}

static SmeReason
check_old_mobile (const char *number)
{
  SmeReason reason = check_length (number, OLD_MOBILE_LENGTH);

  if (strlen (number) >= 3 && find_conversion (number) == NULL)
    return SME_REASON_UNKNOWN_PREFIX;

  return reason == SME_REASON_OK ? SME_REASON_OLD_MOBILE : reason;
}

/* What is too short most often lacks the new area code or is one's own number without it: which
 * digits it begins with says little then. */
static SmeReason
check_landline (const char *number)
{
  int second = g_ascii_digit_value (number[1]);

  if (strlen (number) < LANDLINE_LENGTH)
    return SME_REASON_SHORT_LANDLINE;
  if (!may_follow (landline_third[second], number[2]))
    return SME_REASON_UNKNOWN_PREFIX;
  return check_length (number, LANDLINE_LENGTH);
}

/* @number: the digits after the 0. */
static SmeReason
check_national (const char *number, SmePhoneKind *kind)
{
  int first = g_ascii_digit_value (number[0]);

  if (first < 0)
    return SME_REASON_TOO_SHORT;
  if (first == 1)
    return check_old_mobile (number);

  if (first == 2)
    {
      *kind = SME_PHONE_LANDLINE;
      return check_landline (number);
    }

  *kind = SME_PHONE_MOBILE;
  if (!may_follow (mobile_second[first], number[1]))
    return SME_REASON_UNKNOWN_PREFIX;

  return check_length (number, MOBILE_LENGTH);
}

SmeReason
sme_phone_check (const char *text, SmePhoneKind *kind, char **normalized)
{
  g_autofree char *digits = extract_digits (text);
  SmePhoneKind found = SME_PHONE_SERVICE;
  const char *number;
  SmeReason reason;

  if (digits == NULL)
    return SME_REASON_CHARACTERS;
  if (*digits == '\0')
    return SME_REASON_REQUIRED;

  number = skip_trunk (digits);
  if (is_service_number (digits))
    reason = SME_REASON_OK;
  else if (number == NULL)
    reason = SME_REASON_UNKNOWN_PREFIX;
  else
    reason = check_national (number, &found);

  if (reason != SME_REASON_OK)
    return reason;
  if (kind != NULL)
    *kind = found;
  if (normalized != NULL && found == SME_PHONE_SERVICE)
    *normalized = g_steal_pointer (&digits);
  else if (normalized != NULL)
    *normalized = g_strconcat ("+84", number, NULL);

  return SME_REASON_OK;
}

SmeReason
sme_phone_check_mobile (const char *text, char **normalized)
{
  g_autofree char *number = NULL;
  SmePhoneKind kind;
  SmeReason reason = sme_phone_check (text, &kind, &number);

  if (reason == SME_REASON_SHORT_LANDLINE)
    return SME_REASON_NOT_MOBILE;
  if (reason != SME_REASON_OK)
    return reason;
  if (kind != SME_PHONE_MOBILE)
    return SME_REASON_NOT_MOBILE;

  if (normalized != NULL)
    *normalized = g_steal_pointer (&number);
  return SME_REASON_OK;
}

char *
sme_phone_modern_form (const char *text)
{
  g_autofree char *digits = extract_digits (text);
  const char *number = digits != NULL ? skip_trunk (digits) : NULL;

  if (number == NULL || *number != '1' || check_old_mobile (number) != SME_REASON_OLD_MOBILE)
    return NULL;

  return g_strconcat ("+84", find_conversion (number), number + 3, NULL);
}
