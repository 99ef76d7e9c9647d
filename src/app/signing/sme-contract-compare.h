/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CONTRACT_COMPARE (sme_contract_compare_get_type ())
G_DECLARE_FINAL_TYPE (SmeContractCompare, sme_contract_compare, SME, CONTRACT_COMPARE, AdwBin)

/**
 * SmeContractCompare:
 *
 * Sets the contract's text against what was declared (acceptance A40), and shows differences side
 * by side, with "This is right" and, by the action signing.wrong-data of who holds it, "This is
 * wrong".
 *
 * Property "settled" (boolean, notifies): there is no difference, or the person says that they are
 * right, or nothing could be compared, which is said.
 */
GtkWidget *sme_contract_compare_new (void);

/* What was declared is what @op answers for @id: SME_OP_GET_ORDER of the shop, or for a holder who
 * was invited SME_OP_GET_DECLARATION of eContract. @pdf: what is going to be signed. The same file
 * once more changes nothing. */
void sme_contract_compare_start (SmeContractCompare *self,
                                 SmeCaller *caller,
                                 SmeOperationId op,
                                 const char *id,
                                 GBytes *pdf);

gboolean sme_contract_compare_get_settled (SmeContractCompare *self);

G_END_DECLS
