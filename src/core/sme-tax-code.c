/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-tax-code.h"

#include <string.h>

#include "core/sme-citizen-id.h"

#define MAIN_LENGTH 10
#define PERSONAL_LENGTH 12
#define BRANCH_LENGTH 13

int
sme_tax_code_check_digit (const char *digits)
{
  static const int weights[] = { 31, 29, 23, 19, 17, 13, 7, 5, 3 };
  int sum = 0;

  g_return_val_if_fail (digits != NULL, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return -1;
      sum += weights[i] * g_ascii_digit_value (digits[i]);
    }

  return sum % 11 == 0 ? -1 : 10 - sum % 11;
}

/* The digits of @text; NULL if anything else is in it than digits, blanks, dots and one hyphen
 * before the last three digits. */
static char *
extract_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean hyphen = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (*p == '-' && digits->len == MAIN_LENGTH && !hyphen)
        hyphen = TRUE;
      else if (*p != ' ' && *p != '.')
        return NULL;
    }

  if (hyphen && digits->len != BRANCH_LENGTH)
    return NULL;

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static SmeReason
check_main (const char *digits)
{
  int check = sme_tax_code_check_digit (digits);

  if (check < 0 || check != g_ascii_digit_value (digits[MAIN_LENGTH - 1]))
    return SME_REASON_CHECK_DIGIT;

  return SME_REASON_OK;
}

static SmeReason
check_digits (const char *digits, SmeTaxCodeForms *form)
{
  gsize length = strlen (digits);

  if (length == PERSONAL_LENGTH)
    {
      *form = SME_TAX_CODE_PERSONAL;
      return sme_citizen_id_check (digits, SME_DATE_NONE, NULL);
    }

  *form = length == MAIN_LENGTH ? SME_TAX_CODE_MAIN : SME_TAX_CODE_BRANCH;
  if (length < MAIN_LENGTH)
    return SME_REASON_TOO_SHORT;
  if (length > BRANCH_LENGTH)
    return SME_REASON_TOO_LONG;
  if (length != MAIN_LENGTH && length != BRANCH_LENGTH)
    return SME_REASON_FORMAT;
  if (length == BRANCH_LENGTH && g_str_has_suffix (digits, "000"))
    return SME_REASON_FORMAT;

  return check_main (digits);
}

SmeReason
sme_tax_code_check (const char *text, SmeTaxCodeForms accepted, char **normalized)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *digits = NULL;
  SmeTaxCodeForms form;
  SmeReason reason;

  if (*trimmed == '\0')
    return SME_REASON_REQUIRED;

  digits = extract_digits (trimmed);
  if (digits == NULL)
    return SME_REASON_CHARACTERS;

  reason = check_digits (digits, &form);
  if (reason == SME_REASON_OK && (accepted & form) == 0)
    reason = SME_REASON_WRONG_KIND;
  if (reason != SME_REASON_OK || normalized == NULL)
    return reason;

  if (form == SME_TAX_CODE_BRANCH)
    *normalized = g_strdup_printf ("%.10s-%s", digits, digits + MAIN_LENGTH);
  else
    *normalized = g_steal_pointer (&digits);

  return SME_REASON_OK;
}
