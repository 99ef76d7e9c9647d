/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * Vietnamese tax codes (mã số thuế), acceptance A23:
 * - ten digits, the tenth a check digit; an enterprise's registration number is the same;
 * - ten digits, a hyphen and a branch 001 to 999, which has no check digit of its own;
 * - since 2025-07-01 the twelve-digit personal number for persons and household businesses.
 * Circular 86/2024/TT-BTC; from 2026-07-01 Circular 90/2026/TT-BTC.
 */

/** SmeTaxCodeForms: the forms a field accepts. */
typedef enum
{
  SME_TAX_CODE_MAIN = 1 << 0,
  SME_TAX_CODE_BRANCH = 1 << 1,
  SME_TAX_CODE_PERSONAL = 1 << 2,
} SmeTaxCodeForms;

#define SME_TAX_CODE_ENTERPRISE (SME_TAX_CODE_MAIN | SME_TAX_CODE_BRANCH)
/* Old ten-digit codes of households may still stand on their papers. */
#define SME_TAX_CODE_ANY (SME_TAX_CODE_ENTERPRISE | SME_TAX_CODE_PERSONAL)

/**
 * sme_tax_code_check: judges what a person typed; spaces and dots between digits are forgiven, the
 * hyphen before the branch may be left out.
 * @accepted: the forms allowed here; another valid form gives SME_REASON_WRONG_KIND
 * @normalized: (out) (optional) (transfer full): the code as it is stored and printed
 *   ("0100684378", "0100684378-001"); set only on SME_REASON_OK
 */
SmeReason sme_tax_code_check (const char *text, SmeTaxCodeForms accepted, char **normalized);

/** sme_tax_code_check_digit: the tenth digit that belongs to nine @digits, -1 if there is none (the
 *  weighted sum is a multiple of 11) or they are not nine digits. */
int sme_tax_code_check_digit (const char *digits);

G_END_DECLS
