/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-account-rules.h"

#include "base/sme-text.h"
#include "base/sme-time.h"
#include "core/sme-email.h"
#include "core/sme-password-rules.h"
#include "core/sme-phone.h"
#include "core/sme-registration-rules.h"

#include <glib/gi18n.h>

/* As the record allows. */
#define MAX_NAME 120
#define MAX_ORGANISATION 200
#define MAX_NUMBER 32
/* Digits of a personal number. */
#define PERSONAL_LENGTH 12

static const char *
to_code (SmeReason reason)
{
  return reason != SME_REASON_OK ? sme_reason_to_code (reason) : NULL;
}

const char *
sme_account_judge_email (const char *text, gpointer data)
{
  return to_code (sme_email_check (text, NULL));
}

const char *
sme_account_judge_password (const char *text, const char *email)
{
  SmeReason reason = sme_password_check (text, email);

  /* How long it has to be is known here. */
  return reason == SME_REASON_TOO_SHORT ? "password-too-short" : to_code (reason);
}

const char *
sme_account_judge_name (const char *text, gpointer data)
{
  if (sme_text_length (text) > MAX_NAME)
    return "too-long";
  return sme_text_is_name (text) ? NULL : "characters";
}

const char *
sme_account_judge_phone (const char *text, gpointer data)
{
  SmeReason reason = sme_phone_check_mobile (text, NULL);

  return reason == SME_REASON_TOO_SHORT || reason == SME_REASON_TOO_LONG ? "mobile-length"
                                                                         : to_code (reason);
}

const char *
sme_account_judge_organisation (const char *text, gpointer data)
{
  return sme_text_length (text) > MAX_ORGANISATION ? "too-long" : NULL;
}

const char *
sme_account_judge_position (const char *text, gpointer data)
{
  return sme_text_length (text) > MAX_NAME ? "too-long" : NULL;
}

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) ? 1 : 0;
  return n;
}

/* How many digits are needed, of whom. */
static const char *
describe_length (const char *text, SmeCustomerType type)
{
  if (type == SME_CUSTOMER_ENTERPRISE)
    return "tax-code-of-enterprise";
  if (count_digits (text) == PERSONAL_LENGTH - 1)
    return "personal-number-of-11";
  return type == SME_CUSTOMER_PERSON ? "tax-code-of-person" : "tax-code-of-household";
}

const char *
sme_account_judge_tax_code (const char *text, SmeCustomerType type)
{
  int today = sme_date_from_time (g_get_real_time () / 1000);
  SmeReason reason = sme_registration_check_tax_code (text, type, today);

  switch ((int) reason)
    {
    case SME_REASON_TOO_SHORT:
    case SME_REASON_TOO_LONG:
    case SME_REASON_FORMAT:
    case SME_REASON_WRONG_KIND:
      return describe_length (text, type);
    default:
      return to_code (reason);
    }
}

const char *
sme_account_judge_registration_number (const char *text, SmeCustomerType type)
{
  return sme_text_length (text) > MAX_NUMBER ? "too-long"
                                             : to_code (sme_registration_check_number (text, type));
}

const char *
sme_account_organisation_title (SmeCustomerType type)
{
  return type == SME_CUSTOMER_HOUSEHOLD ? _ ("Name of the household business")
                                        : _ ("Name of the enterprise");
}
