/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-account-update.h"
#include "core/sme-enums.h"
#include "core/sme-registration.h"
#include "core/sme-tax-code.h"

G_BEGIN_DECLS

/**
 * sme_registration_get_tax_code_forms:
 *
 * Which tax codes an account of the type may have. A person's is the twelve-digit personal number,
 * older ones ten digits; a household business has any form; an enterprise ten digits, or those of
 * a branch (see sme-tax-code.h).
 */
SmeTaxCodeForms sme_registration_get_tax_code_forms (SmeCustomerType type);

/**
 * sme_registration_check_tax_code:
 * @today: yyyymmdd, in Vietnam
 *
 * Whether an account of the type may have the tax code. The year of birth in a personal number is
 * not one to come.
 */
SmeReason sme_registration_check_tax_code (const char *text, SmeCustomerType type, int today);

/**
 * sme_registration_check_number:
 *
 * The number of a business registration, where one is given. An enterprise's is its tax code, or
 * that of its branch; what older papers show besides is asked for with the order (see
 * sme-registration-number.h), as is a household's, which has the same form here and there.
 */
SmeReason sme_registration_check_number (const char *text, SmeCustomerType type);

/**
 * sme_registration_check:
 * @today: yyyymmdd, in Vietnam
 *
 * The rules of a new account by its type (acceptance A17), the same while a person types and when
 * the backend decides: e-mail, password, name, mobile number; of businesses also name and tax code.
 * Fields of another type are refused ("wrong-kind"). That the consents which are needed are there,
 * and to a text in force, only the backend knows.
 *
 * Returns: (transfer full) (element-type SmeFieldError): what is wrong, maybe nothing
 */
GPtrArray *sme_registration_check (SmeRegistration *registration, int today);

/* The same for what the holder changes later on. */
GPtrArray *sme_account_update_check (SmeAccountUpdate *update, SmeCustomerType type, int today);

/**
 * sme_registration_normalize:
 * @record: an #SmeRegistration or #SmeAccountUpdate that passed its check
 *
 * Puts it into the form that is kept: names in NFC with single spaces, +84..., the tax code with
 * its hyphen, the address with its domain in lower case.
 */
void sme_registration_normalize (SmeRecord *record);

G_END_DECLS
