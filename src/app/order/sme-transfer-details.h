/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-vietqr-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_TRANSFER_DETAILS (sme_transfer_details_get_type ())
G_DECLARE_FINAL_TYPE (SmeTransferDetails, sme_transfer_details, SME, TRANSFER_DETAILS, AdwBin)

/**
 * SmeTransferDetails:
 *
 * What a transfer by hand needs, for who can't scan the code (acceptance A32): bank, holder and
 * number of the account, amount, transfer text; each but the bank with a button that copies it.
 */
GtkWidget *sme_transfer_details_new (void);

/* @amount: in đồng, what is still to be transferred */
void sme_transfer_details_set (SmeTransferDetails *self, SmeVietqrDetails *vietqr, gint64 amount);

G_END_DECLS
