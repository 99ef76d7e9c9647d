/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-declaration.h"

G_BEGIN_DECLS

/*
 * Whether a contract says what was declared (acceptance A40): its text against the declaration.
 * Nothing here knows where the text comes from.
 */

typedef enum
{
  SME_CONTRACT_NAME,
  SME_CONTRACT_ORGANISATION,
  SME_CONTRACT_TAX_CODE,
  SME_CONTRACT_ID_NUMBER,
  SME_CONTRACT_BORN_ON,
  SME_CONTRACT_ID_ISSUED_ON,
  SME_CONTRACT_ID_EXPIRES_ON,
  SME_CONTRACT_ID_ISSUED_BY,
  SME_CONTRACT_ADDRESS,
  SME_CONTRACT_PHONE,
  SME_CONTRACT_EMAIL,
  SME_CONTRACT_PLAN,
  SME_CONTRACT_PRICE,
} SmeContractField;

/**
 * SmeContractDifference:
 * @declared: as people read it
 * @found: (nullable): what the contract says there; %NULL: it says nothing of the kind
 */
typedef struct
{
  SmeContractField field;
  char *declared;
  char *found;
} SmeContractDifference;

void sme_contract_difference_free (SmeContractDifference *self);

/**
 * sme_contract_check_compare:
 * @text: of all pages, with a form feed between two; how lines break, soft hyphens, the
 *   form of Unicode and how numbers are grouped make no difference
 *
 * A value is looked for behind its label on the customer's side of the contract; where a contract
 * has no such label, anywhere.
 *
 * Returns: (transfer full) (element-type SmeContractDifference): in the order of the form
 */
GPtrArray *sme_contract_check_compare (const char *text, SmeDeclaration *declaration);

G_END_DECLS
