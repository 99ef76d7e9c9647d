/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_NEXT_CONTRACT (sme_next_contract_get_type ())
G_DECLARE_FINAL_TYPE (SmeNextContract, sme_next_contract, SME, NEXT_CONTRACT, AdwBin)

/**
 * SmeNextContract:
 *
 * After a contract is signed: the next one of the account that waits to be, as after one payment
 * for several orders (acceptance A33, A47): the first, and how many there are. Not there when none
 * waits, or when that cannot be asked.
 */
GtkWidget *sme_next_contract_new (void);

/* @order_id: whose contract was signed just now */
void sme_next_contract_look (SmeNextContract *self, SmeContext *context, const char *order_id);

G_END_DECLS
