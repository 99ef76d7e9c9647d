/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-registration-number.h"

#include <string.h>

#include "core/sme-tax-code.h"

#define MAIN_LENGTH 10
#define BRANCH_LENGTH 13
#define HOUSEHOLD_MIN 6
#define HOUSEHOLD_MAX 20

static char *
strip (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' && *p != '.')
      g_string_append_c (kept, g_ascii_toupper (*p));
  return g_string_free (kept, FALSE);
}

static SmeReason
check_enterprise (const char *number)
{
  gsize length = strlen (number);
  const char *hyphen = strchr (number, '-');

  if (strspn (number, "0123456789-") != length)
    return SME_REASON_CHARACTERS;
  if (hyphen != NULL && (hyphen - number != MAIN_LENGTH || length != BRANCH_LENGTH + 1))
    return SME_REASON_FORMAT;
  if (hyphen != NULL)
    length--;
  if (length < MAIN_LENGTH)
    return SME_REASON_TOO_SHORT;
  if (length > BRANCH_LENGTH)
    return SME_REASON_TOO_LONG;
  return length == MAIN_LENGTH || length == BRANCH_LENGTH ? SME_REASON_OK : SME_REASON_FORMAT;
}

static SmeReason
check_household (const char *number)
{
  gsize length = strlen (number);

  for (const char *p = number; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '/')
      return SME_REASON_CHARACTERS;
  if (length < HOUSEHOLD_MIN)
    return SME_REASON_TOO_SHORT;
  if (length > HOUSEHOLD_MAX)
    return SME_REASON_TOO_LONG;
  /* A number without a digit is none. */
  return strpbrk (number, "0123456789") != NULL ? SME_REASON_OK : SME_REASON_FORMAT;
}

SmeReason
sme_registration_number_check (const char *text, SmeCustomerType type, char **normalized)
{
  g_autofree char *number = strip (text != NULL ? text : "");
  SmeReason reason;

  if (*number == '\0')
    return SME_REASON_REQUIRED;
  reason = type == SME_CUSTOMER_HOUSEHOLD ? check_household (number) : check_enterprise (number);
  if (reason == SME_REASON_OK && normalized != NULL)
    *normalized = g_steal_pointer (&number);
  return reason;
}

static char *
keep_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

gboolean
sme_registration_number_differs (const char *number, const char *tax_code)
{
  g_autofree char *a = keep_digits (number);
  g_autofree char *b = keep_digits (tax_code);

  if (sme_registration_number_check (number, SME_CUSTOMER_ENTERPRISE, NULL) != SME_REASON_OK ||
      sme_tax_code_check (tax_code, SME_TAX_CODE_ENTERPRISE, NULL) != SME_REASON_OK)
    return FALSE;
  /* A branch may show the number of its parent, and the other way round. */
  return strncmp (a, b, MAIN_LENGTH) != 0;
}
