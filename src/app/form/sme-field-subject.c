/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-field-subject.h"

#include "app/form/sme-reason-text.h"
#include "base/sme-format.h"
#include "core/sme-phone.h"

#include <glib/gi18n.h>
#include <string.h>

#define LANDLINE_LENGTH 11

#define LENGTH "too-short too-long"
#define SHAPE "too-short too-long format characters"

/* What is counted in @typed, and said before the text when the number of them is wrong. */
typedef enum
{
  NOTHING,
  DIGITS,
  CHARACTERS,
} Counted;

/* @codes: separated by blanks. Rules of the numbers: see the files of core/ that check them. */
static const struct
{
  SmeFieldSubject subject;
  const char *codes;
  Counted counted;
  const char *text;
} texts[] = {
  { SME_SUBJECT_CHOICE, "required", NOTHING, N_ ("Please choose one of them.") },
  { SME_SUBJECT_PLACE, "required", NOTHING, N_ ("Please choose it from the list.") },
  { SME_SUBJECT_NAME, "characters", NOTHING,
    N_ ("A name has letters, spaces, hyphens and apostrophes only, no digits or other signs. For"
        " example: Nguyễn Thị Lan.") },
  { SME_SUBJECT_IDENTITY_CARD, LENGTH, DIGITS,
    N_ ("An identity card's number has 12, for example 031190001234.") },
  { SME_SUBJECT_IDENTITY_CARD, "characters", NOTHING,
    N_ ("An identity card's number has 12 digits and nothing else, for example 031190001234.") },
  { SME_SUBJECT_IDENTITY_CARD, "unknown-province", NOTHING,
    N_ ("The first three digits are no code of a province or a country. Please compare the number"
        " with the card, for example 031 is Hải Phòng.") },
  { SME_SUBJECT_IDENTITY_CARD, "birth-in-future", NOTHING,
    N_ ("The fourth to sixth digits are for sex and year of birth, and this year is still to come."
        " Please compare the number with the card.") },
  { SME_SUBJECT_PASSPORT, SHAPE, NOTHING,
    N_ ("The number of a Vietnamese passport is one letter and seven digits, for example"
        " C1234567.") },
  { SME_SUBJECT_FOREIGN_PASSPORT, SHAPE, NOTHING,
    N_ ("The number of a passport has 6 to 9 letters and digits without blanks or signs, for"
        " example M12345678.") },
  { SME_SUBJECT_BORN_ON, "birth-in-future", NOTHING,
    N_ ("The date of birth is still to come. Please check the year.") },
  { SME_SUBJECT_BORN_ON, "range", NOTHING,
    N_ ("The date of birth is more than 150 years ago. Please check the year.") },
  { SME_SUBJECT_CARD_ISSUED_ON, "in-future", NOTHING,
    N_ ("The date of issue is still to come. Please check the day and the year.") },
  { SME_SUBJECT_PASSPORT_ISSUED_ON, "in-future", NOTHING,
    N_ ("The date of issue is still to come. Please check the day and the year.") },
  { SME_SUBJECT_CARD_ISSUED_ON, "before-birth", NOTHING,
    N_ ("This is too early for the date of birth: cards are issued from 14 years of age on, and"
        " since 01/07/2024 from 6. Please check both dates.") },
  { SME_SUBJECT_PASSPORT_ISSUED_ON, "before-birth", NOTHING,
    N_ ("The date of issue is before the date of birth. Please check both dates.") },
  { SME_SUBJECT_EXPIRES_ON, "expires-before-issue", NOTHING,
    N_ ("The paper would end before the date of its issue. Please check both dates.") },
  { SME_SUBJECT_EXPIRES_ON, "expired", NOTHING,
    N_ ("The paper has expired. Please declare one that is valid.") },
  { SME_SUBJECT_MOBILE, LENGTH, DIGITS, N_ ("A mobile number has 10, for example 0912 345 678.") },
  { SME_SUBJECT_MOBILE, "characters", NOTHING,
    N_ ("A mobile number has 10 digits and no letters, for example 0912 345 678.") },
  { SME_SUBJECT_MOBILE, "unknown-prefix", NOTHING,
    N_ ("No network has numbers that begin like this. Mobile numbers begin with 03, 05, 07, 08 or"
        " 09, for example 0912 345 678.") },
  { SME_SUBJECT_MOBILE, "not-mobile", NOTHING,
    N_ ("A mobile number is needed, for example 0912 345 678: the OTP comes by SMS.") },
  { SME_SUBJECT_PHONE, LENGTH, DIGITS, N_ ("A mobile number has 10, for example 0912 345 678.") },
  { SME_SUBJECT_PHONE, "characters", NOTHING,
    N_ ("A phone number has digits and no letters, for example 0912 345 678.") },
  { SME_SUBJECT_PHONE, "unknown-prefix", NOTHING,
    N_ ("No network has numbers that begin like this. Please enter a mobile number such as"
        " 0912 345 678, or a landline number with its area code such as 024 3825 4567.") },
  { SME_SUBJECT_EMAIL, "format", NOTHING,
    N_ ("An email address has a name, @ and a domain with a dot, for example lan@vidu.vn.") },
  { SME_SUBJECT_EMAIL, "characters", NOTHING,
    N_ ("There is a sign that an email address does not have, such as a blank, a comma or a letter"
        " with a mark. A right one is for example lan@vidu.vn.") },
  { SME_SUBJECT_EMAIL, "too-long", NOTHING,
    N_ ("An email address has at most 64 characters before the @ and 254 in all.") },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "too-short too-long format", DIGITS,
    N_ ("An enterprise's tax code has 10, that of a branch 13: for example 0100684378 or"
        " 0100684378-001.") },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "wrong-kind unknown-province birth-in-future", DIGITS,
    N_ ("An enterprise's tax code has 10, that of a branch 13: for example 0100684378 or"
        " 0100684378-001.") },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "characters", NOTHING,
    N_ ("A tax code has digits only, and that of a branch a hyphen before the last three: for"
        " example 0100684378 or 0100684378-001.") },
  { SME_SUBJECT_ENTERPRISE_TAX_CODE, "check-digit", NOTHING,
    N_ ("A digit seems to be wrong: the check digit does not match. Please compare the tax code"
        " with the business registration.") },
  { SME_SUBJECT_TAX_CODE, "too-short too-long format", DIGITS,
    N_ ("A tax code has 10, that of a branch 13, and the personal number of a household business's"
        " owner 12: for example 0100684378, 0100684378-001 or 031190001234.") },
  { SME_SUBJECT_TAX_CODE, "characters", NOTHING,
    N_ ("A tax code has digits only, and that of a branch a hyphen before the last three: for"
        " example 0100684378 or 0100684378-001.") },
  { SME_SUBJECT_TAX_CODE, "check-digit", NOTHING,
    N_ ("A digit seems to be wrong: the check digit does not match. Please compare the tax code"
        " with the business registration.") },
  { SME_SUBJECT_TAX_CODE, "unknown-province birth-in-future", NOTHING,
    N_ ("Twelve digits are a person's number, and there is none like this: please compare its first"
        " six digits with the identity card.") },
  { SME_SUBJECT_ENTERPRISE_NUMBER, "too-short too-long format", DIGITS,
    N_ ("An enterprise's registration number has 10, that of a branch 13. It is the tax code, for"
        " example 0100684378.") },
  { SME_SUBJECT_ENTERPRISE_NUMBER, "characters", NOTHING,
    N_ ("An enterprise's registration number has digits only. It is the tax code, for example"
        " 0100684378.") },
  { SME_SUBJECT_HOUSEHOLD_NUMBER, LENGTH, CHARACTERS,
    N_ ("The registration number of a household business has 6 to 20, for example 01A8012345.") },
  { SME_SUBJECT_HOUSEHOLD_NUMBER, "characters format", NOTHING,
    N_ ("The registration number of a household business has digits, letters without marks, hyphens"
        " and strokes, for example 01A8012345.") },
  { SME_SUBJECT_COUNTRY, "format characters too-short too-long", NOTHING,
    N_ ("No country has this code. It is two letters, for example VN for Vietnam or KR for"
        " Korea.") },
};

static gboolean
has_code (const char *codes, const char *code)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);

  return code != NULL && g_strv_contains ((const char *const *) list, code);
}

/* As it is dialled in the country. */
static char *
keep_digits (const char *typed, gboolean national)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (national && g_str_has_prefix (digits->str, "84"))
    {
      g_string_erase (digits, 0, 2);
      if (digits->str[0] != '0')
        g_string_prepend_c (digits, '0');
    }
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static gboolean
is_phone (SmeFieldSubject subject)
{
  return subject == SME_SUBJECT_MOBILE || subject == SME_SUBJECT_PHONE;
}

/* (nullable): what was counted, said as a sentence */
static char *
count (SmeFieldSubject subject, Counted counted, const char *typed)
{
  g_autofree char *digits = keep_digits (typed, is_phone (subject));
  guint n = (guint) strlen (digits);

  if (counted == DIGITS)
    return g_strdup_printf (ngettext ("This has %u digit.", "This has %u digits.", n), n);
  if (counted == CHARACTERS)
    {
      g_autofree char *text = g_strstrip (g_strdup (typed));

      n = (guint) g_utf8_strlen (text, -1);
      return g_strdup_printf (ngettext ("This has %u character.", "This has %u characters.", n), n);
    }
  return NULL;
}

/* A number that begins like a landline's is judged as one. */
static char *
describe_landline (SmeFieldSubject subject, const char *code, const char *typed)
{
  g_autofree char *digits = keep_digits (typed, TRUE);
  g_autofree char *counted = NULL;

  if (!is_phone (subject) || !has_code (LENGTH " unknown-prefix short-landline not-mobile", code) ||
      !g_str_has_prefix (digits, "02") || strlen (digits) == LANDLINE_LENGTH)
    return NULL;
  if (subject == SME_SUBJECT_MOBILE)
    return g_strdup (_ ("This begins like a landline number. A mobile number is needed, for example"
                        " 0912 345 678: the OTP comes by SMS."));
  counted = count (subject, DIGITS, typed);
  return g_strdup_printf (
    "%s %s", counted,
    _ ("A landline number has 11 with its area code, for example 024 3825 4567."));
}

/* What became of an old number is known. */
static char *
describe_old_mobile (const char *code, const char *typed)
{
  g_autofree char *modern =
    g_strcmp0 (code, "old-mobile") == 0 ? sme_phone_modern_form (typed) : NULL;
  g_autofree char *shown = modern != NULL ? sme_format_phone (modern) : NULL;

  return shown == NULL ? NULL
                       /* Translators: %s is a phone number. */
                       : g_strdup_printf (_ ("Eleven-digit mobile numbers ended in 2018. This one"
                                             " is %s now."),
                                          shown);
}

/* Thirteen digits, and still no branch. */
static char *
describe_branch (SmeFieldSubject subject, const char *code, const char *typed)
{
  g_autofree char *digits = keep_digits (typed, FALSE);

  if ((subject != SME_SUBJECT_TAX_CODE && subject != SME_SUBJECT_ENTERPRISE_TAX_CODE) ||
      g_strcmp0 (code, "format") != 0 || strlen (digits) != 13)
    return NULL;
  return g_strdup (_ ("The last three digits count a branch, from 001 on: for example"
                      " 0100684378-001."));
}

char *
sme_field_subject_describe (SmeFieldSubject subject, const char *code, const char *typed)
{
  const char *text = typed != NULL ? typed : "";
  char *special = describe_landline (subject, code, text);

  if (special == NULL)
    special = describe_old_mobile (code, text);
  if (special == NULL)
    special = describe_branch (subject, code, text);
  if (special != NULL)
    return special;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].subject == subject && has_code (texts[i].codes, code))
      {
        g_autofree char *counted = count (subject, texts[i].counted, text);

        return counted != NULL ? g_strdup_printf ("%s %s", counted, _ (texts[i].text))
                               : g_strdup (_ (texts[i].text));
      }
  return g_strdup (sme_reason_text (code));
}
