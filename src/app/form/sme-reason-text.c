/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-reason-text.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *text;
} texts[] = {
  { "required", N_ ("Please fill in this field.") },
  { "too-short", N_ ("This is too short.") },
  { "too-long", N_ ("This is too long.") },
  { "characters", N_ ("There is a character that does not belong here.") },
  { "format", N_ ("Please check how this is written.") },
  { "check-digit", N_ ("A digit seems to be wrong: the check digit does not match.") },
  { "wrong-kind", N_ ("This kind of number does not fit here.") },
  { "tax-code-of-enterprise",
    N_ ("An enterprise’s tax code has 10 digits, or 10 digits, a hyphen and 3 digits.") },
  { "tax-code-of-person", N_ ("A person’s tax code has 12 digits, or 10 for an older one.") },
  { "personal-number-of-11",
    N_ ("One digit is missing: these are 11, a personal number has 12. An older tax code of a"
        " person has 10.") },
  { "tax-code-of-household", N_ ("A household’s tax code has 10, 12 or 13 digits.") },
  { "password-too-short", N_ ("At least 8 characters are needed.") },
  { "id-type-expired",
    N_ ("The old identity card (CMND) is no longer in force. Please use the identity"
        " card or a passport.") },
  { "unknown-province", N_ ("The first three digits are no province code.") },
  { "birth-in-future", N_ ("The year of birth is still to come.") },
  { "in-future", N_ ("This day is still to come.") },
  { "before-birth", N_ ("This day is too early for the date of birth.") },
  { "expired", N_ ("This has expired.") },
  { "expires-before-issue", N_ ("The last day is before the day of issue.") },
  { "not-mobile", N_ ("A mobile number is needed, like 0912 345 678: the OTP comes by SMS.") },
  { "mobile-length", N_ ("A mobile number has 10 digits, like 0912 345 678.") },
  { "short-landline",
    N_ ("A landline number has 11 digits with its area code, like 028 3822 1234.") },
  { "old-mobile",
    N_ ("Eleven-digit mobile numbers ended in 2018. Please enter the ten-digit number.") },
  { "unknown-prefix", N_ ("No network has numbers that begin like this.") },
  { "common", N_ ("Many people use this password, so it is tried first. Please choose another.") },
  { "own-email",
    N_ ("This is your email address, or little more. Please choose another password.") },
  { "range", N_ ("This number is out of range.") },
  { "price-on-request", N_ ("The price of this plan is on request.") },
  { "coupon-unknown", N_ ("There is no such coupon. Please check how it is written.") },
  { "coupon-not-started", N_ ("This coupon is not valid yet.") },
  { "coupon-expired", N_ ("This coupon has expired.") },
  { "coupon-minimum", N_ ("The order is below the least sum of this coupon.") },
  { "coupon-used", N_ ("This coupon can be used once, and you have used it.") },
  { "not-for-customer", N_ ("This plan is not for your kind of account.") },
  { "unknown-value", N_ ("This is not known here.") },
  { "unavailable", N_ ("This is not available yet.") },
  { "wrong",
    N_ ("This is not the password of the account. Please check capital and small letters and the"
        " keyboard’s language, or choose a new password if you have forgotten it.") },
  { "unchanged", N_ ("This is the same as before.") },
  { "taken", N_ ("Somebody else has this meanwhile.") },
  { "date", N_ ("Please write the date as day/month/year, for example 03/02/1990.") },
  { "no-such-day", N_ ("There is no such day in the calendar.") },
  { "mismatch", N_ ("The two are not the same.") },
  { "column-unknown", N_ ("The template has no such column; please take it out.") },
  { "column-missing", N_ ("This column is missing.") },
  { "column-twice", N_ ("This column is there twice.") },
  { "too-many-cells", N_ ("There are more cells than columns.") },
  { "too-many-people", N_ ("A table may have 100 people at most.") },
  { "same-person", N_ ("The same person is there twice.") },
  { "not-utf-8", N_ ("The letters can't be read. Please save the table as “CSV UTF-8”.") },
  { "quotes", N_ ("A quotation mark is not closed, or there is text behind it.") },
  { "unreadable", N_ ("The file can't be read.") },
  { "ink-empty", N_ ("There is no signature yet.") },
  { "ink-dot", N_ ("A dot is not a signature.") },
  { "ink-too-short", N_ ("The signature is too short.") },
  { "ink-tick", N_ ("A single short line is not a signature.") },
  { "image-type", N_ ("Only pictures can be taken: PNG or JPEG.") },
  { "image-bytes", N_ ("The picture is larger than 16 MB.") },
  { "image-pixels", N_ ("The picture has more than 40 million pixels.") },
  { "image-damaged", N_ ("The picture is damaged and can't be read.") },
  { "image-paper", N_ ("There is no signature in the picture, only paper.") },
  { "image-solid",
    N_ ("The signature can't be told from the paper. Please sign in dark ink on white"
        " paper without lines, and light it evenly.") },
  { "image-coarse",
    N_ ("The signature in the picture is too small. Please photograph it from nearer.") },
  { "ink-outside", N_ ("The signature leaves the box.") },
};

const char *
sme_reason_text (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (texts[i].code, code) == 0)
      return _ (texts[i].text);
  return _ ("Please check this field.");
}

char *
sme_reason_dup_field_text (SmeRecord *field)
{
  const char *code = sme_record_get_text (field, "code");
  g_autofree char *minimum = NULL;

  if (g_strcmp0 (code, "coupon-minimum") != 0 || !sme_record_has (field, "minimum"))
    return g_strdup (sme_reason_text (code));
  minimum = sme_format_money (sme_record_get_int (field, "minimum"));
  return g_strdup_printf (_ ("The order is below the least sum of this coupon, which is %s."),
                          minimum);
}

char *
sme_reason_dup_conflicts_text (SmeIdentityConflicts conflicts)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  if (conflicts & SME_IDENTITY_CONFLICT_BIRTH_YEAR)
    g_ptr_array_add (sentences,
                     (gpointer) _ ("The number names another year of birth. Please check both;"
                                   " they are printed on the contract."));
  if (conflicts & SME_IDENTITY_CONFLICT_SEX)
    g_ptr_array_add (sentences,
                     (gpointer) _ ("The number names the other sex. Please check both."));
  if (conflicts & SME_IDENTITY_CONFLICT_PROVINCE)
    g_ptr_array_add (sentences,
                     (gpointer) _ ("The number names another province than that of the address."
                                   " That is right for whoever has moved; otherwise please check"
                                   " both."));
  if (sentences->len == 0)
    return NULL;
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv ("\n", (char **) sentences->pdata);
}

char *
sme_reason_dup_letters_text (const char *letters)
{
  if (letters == NULL)
    return NULL;
  /* Translators: %s is letters, such as "J, W". */
  return g_strdup_printf (_ ("Not in the Vietnamese alphabet: %s. Some names have such letters; "
                             "otherwise please check the name, it is printed on the contract."),
                          letters);
}
