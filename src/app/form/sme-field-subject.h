/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeFieldSubject:
 *
 * What a field is about, so that an error can say what a right one looks like.
 */
typedef enum
{
  SME_SUBJECT_TEXT, /* nothing is known of it */
  SME_SUBJECT_CHOICE,
  SME_SUBJECT_PLACE,
  SME_SUBJECT_NAME, /* of a person */
  SME_SUBJECT_IDENTITY_CARD,
  SME_SUBJECT_PASSPORT, /* of Vietnam */
  SME_SUBJECT_FOREIGN_PASSPORT,
  SME_SUBJECT_BORN_ON,
  SME_SUBJECT_CARD_ISSUED_ON,
  SME_SUBJECT_PASSPORT_ISSUED_ON,
  SME_SUBJECT_EXPIRES_ON,
  SME_SUBJECT_MOBILE,
  SME_SUBJECT_PHONE, /* landlines too */
  SME_SUBJECT_EMAIL,
  SME_SUBJECT_ENTERPRISE_TAX_CODE,
  SME_SUBJECT_TAX_CODE, /* of whichever business */
  SME_SUBJECT_ENTERPRISE_NUMBER,
  SME_SUBJECT_HOUSEHOLD_NUMBER,
  SME_SUBJECT_COUNTRY, /* two letters */
} SmeFieldSubject;

/**
 * sme_field_subject_describe:
 * @code: of an error (sme-reason.h)
 * @typed: (nullable): what stands in the field
 *
 * What is wrong with it and what a right one looks like, for people; where nothing more is known
 * than the code says, as sme_reason_text().
 *
 * Returns: (transfer full)
 */
char *sme_field_subject_describe (SmeFieldSubject subject, const char *code, const char *typed);

G_END_DECLS
