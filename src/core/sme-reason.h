/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SmeReason:
 *
 * Why a rule refuses a value; 0 is "nothing to object to". One set for all rules: the nick is the
 * stable code of a field error on the wire (docs/api), and the app has one translated text for
 * each.
 *
 * @SME_REASON_OK: fine
 * @SME_REASON_REQUIRED: nothing was given
 * @SME_REASON_TOO_SHORT: fewer characters than the rule asks for
 * @SME_REASON_TOO_LONG: more characters than the rule allows
 * @SME_REASON_CHARACTERS: a character that cannot occur there
 * @SME_REASON_FORMAT: the characters are fine, their arrangement is not
 * @SME_REASON_CHECK_DIGIT: the check digit does not fit the other digits
 * @SME_REASON_WRONG_KIND: a valid number of a kind that is not asked for here
 * @SME_REASON_ID_TYPE_EXPIRED: CMND, out of force since 2025-01-01
 * @SME_REASON_UNKNOWN_PROVINCE: a province code that was never given out
 * @SME_REASON_BIRTH_IN_FUTURE: a birth year or date still to come
 * @SME_REASON_IN_FUTURE: a day still to come
 * @SME_REASON_BEFORE_BIRTH: a day before the person could have had the paper
 * @SME_REASON_EXPIRED: a paper whose last day has passed
 * @SME_REASON_EXPIRES_BEFORE_ISSUE: the last day is not after the day of issue
 * @SME_REASON_NOT_MOBILE: a telephone number that takes no short messages
 * @SME_REASON_OLD_MOBILE: an eleven-digit mobile number, replaced in 2018
 * @SME_REASON_SHORT_LANDLINE: a landline number that lacks digits
 * @SME_REASON_UNKNOWN_PREFIX: no telephone network has this prefix
 * @SME_REASON_COMMON: a password that everybody tries first
 * @SME_REASON_OWN_EMAIL: a password that is the holder's own e-mail address, or little more
 * @SME_REASON_RANGE: a number outside what is offered, or a sum too great to count
 * @SME_REASON_UNKNOWN_VALUE: none of the values that the list has
 * @SME_REASON_WRONG: not the password that the account has
 * @SME_REASON_UNCHANGED: the same as it is now
 * @SME_REASON_TAKEN: somebody else has it meanwhile
 * @SME_REASON_PRICE_ON_REQUEST: the plan has no price list
 * @SME_REASON_COUPON_UNKNOWN: there is no such coupon
 * @SME_REASON_COUPON_NOT_STARTED: the coupon's first day is still to come
 * @SME_REASON_COUPON_EXPIRED: the coupon's last day has passed
 * @SME_REASON_COUPON_MINIMUM: the order is below the coupon's minimum
 * @SME_REASON_COUPON_USED: the coupon counts once per customer, and this one has used it
 * @SME_REASON_NOT_FOR_CUSTOMER: the plan is for customers of another type
 */
typedef enum
{
  SME_REASON_OK = 0,
  SME_REASON_REQUIRED,
  SME_REASON_TOO_SHORT,
  SME_REASON_TOO_LONG,
  SME_REASON_CHARACTERS,
  SME_REASON_FORMAT,
  SME_REASON_CHECK_DIGIT,
  SME_REASON_WRONG_KIND,
  SME_REASON_ID_TYPE_EXPIRED,
  SME_REASON_UNKNOWN_PROVINCE,
  SME_REASON_BIRTH_IN_FUTURE,
  SME_REASON_IN_FUTURE,
  SME_REASON_BEFORE_BIRTH,
  SME_REASON_EXPIRED,
  SME_REASON_EXPIRES_BEFORE_ISSUE,
  SME_REASON_NOT_MOBILE,
  SME_REASON_OLD_MOBILE,
  SME_REASON_SHORT_LANDLINE,
  SME_REASON_UNKNOWN_PREFIX,
  SME_REASON_COMMON,
  SME_REASON_OWN_EMAIL,
  SME_REASON_RANGE,
  SME_REASON_UNKNOWN_VALUE,
  SME_REASON_WRONG,
  SME_REASON_UNCHANGED,
  SME_REASON_TAKEN,
  SME_REASON_PRICE_ON_REQUEST,
  SME_REASON_COUPON_UNKNOWN,
  SME_REASON_COUPON_NOT_STARTED,
  SME_REASON_COUPON_EXPIRED,
  SME_REASON_COUPON_MINIMUM,
  SME_REASON_COUPON_USED,
  SME_REASON_NOT_FOR_CUSTOMER,
} SmeReason;

#define SME_TYPE_REASON (sme_reason_get_type ())
GType sme_reason_get_type (void);

/** sme_reason_to_code: the stable code word ("check-digit"; "ok" for none), static. */
const char *sme_reason_to_code (SmeReason reason);

/** sme_reason_from_code: FALSE, and @reason left alone, for a code that is none of ours. */
gboolean sme_reason_from_code (const char *code, SmeReason *reason);

G_END_DECLS
