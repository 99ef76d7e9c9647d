/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_BANK_LIST (sme_bank_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeBankList, sme_bank_list, SME, BANK_LIST, AdwBin)

/**
 * SmeBankList:
 *
 * The banks and wallets whose apps pay by VietQR, by names alone: a button that opens the list in
 * place, which is searched without diacritics, by short or full name, code or number.
 */
GtkWidget *sme_bank_list_new (void);

G_END_DECLS
