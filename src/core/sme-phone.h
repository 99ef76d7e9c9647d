/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * Vietnamese telephone numbers, by the numbering plan since 2018 (as in libphonenumber's data for
 * VN). The operator is never inferred: numbers are portable.
 */

typedef enum
{
  SME_PHONE_MOBILE,
  SME_PHONE_LANDLINE,
  SME_PHONE_SERVICE, /* 1800 (free) and 1900 (premium): no international form */
} SmePhoneKind;

/**
 * sme_phone_check: judges what a person typed, with 0, 84 or +84 in front, blanks, dots, hyphens
 * and brackets forgiven.
 * @kind: (out) (optional): what it is, on SME_REASON_OK
 * @normalized: (out) (optional) (transfer full): how it is stored: "+84912345678"; service numbers
 *   as dialled ("18001260"); set only on SME_REASON_OK
 */
SmeReason sme_phone_check (const char *text, SmePhoneKind *kind, char **normalized);

/** sme_phone_check_mobile: the same for a number that has to take short messages (OTP, acceptance
 *  A5): SME_REASON_NOT_MOBILE for the others, whole
 *  or not. */
SmeReason sme_phone_check_mobile (const char *text, char **normalized);

/**
 * sme_phone_modern_form: what became of an eleven-digit mobile number (01xx) in 2018
 * ("0168 234 5678" is "+84382345678" now), for a hint at the field; NULL for anything else.
 */
char *sme_phone_modern_form (const char *text);

G_END_DECLS
