/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-vietqr-details.h"

G_BEGIN_DECLS

/* A bank code that no bank has (it is in no list of NAPAS), so that nobody can pay by mistake. */
#define SME_DEMO_BANK_BIN "999999"
#define SME_DEMO_BANK_ACCOUNT "0000000000"

/* The VietQR of the demonstration; its text says that no real money is to be sent. */
SmeVietqrDetails *sme_demo_bank_make_vietqr (gint64 amount, const char *reference, GError **error);

G_END_DECLS
