/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-tax-code.h"

G_BEGIN_DECLS

/*
 * What the fields of an account are checked for while a person types: rules for SmeFormChecker
 * (#SmeFieldRule) whose @data is not used. The server checks again with the same code of core/.
 */
const char *sme_account_judge_email (const char *text, gpointer data);
const char *sme_account_judge_name (const char *text, gpointer data);
const char *sme_account_judge_phone (const char *text, gpointer data); /* a mobile one */
const char *sme_account_judge_organisation (const char *text, gpointer data);
const char *sme_account_judge_position (const char *text, gpointer data);

/* @email: (nullable): whose password it is to be, as far as that is known. */
const char *sme_account_judge_password (const char *text, const char *email);

/* Of who is a customer of @type. */
const char *sme_account_judge_tax_code (const char *text, SmeCustomerType type);
const char *sme_account_judge_registration_number (const char *text, SmeCustomerType type);

/* What the name of the organisation is called, translated. */
const char *sme_account_organisation_title (SmeCustomerType type);

G_END_DECLS
