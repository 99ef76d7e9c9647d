/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-order.h"
#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DECLARATION (sme_declaration_get_type ())
SME_DECLARE_RECORD (SmeDeclaration, sme_declaration, DECLARATION)

/**
 * SmeDeclaration:
 *
 * What a contract has to say: who was declared, and which plan for how much. Whoever signs the
 * contract may see it, also where the order is somebody else's.
 */

/* Of an order; without a "profile" where nobody is declared yet. */
SmeDeclaration *sme_declaration_new_of_order (SmeOrder *order);

G_END_DECLS
