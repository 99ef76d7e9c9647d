/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sme_receipt_list_new:
 * @payments: (nullable): of #SmePayment, oldest first
 *
 * The money that came, newest first: how much, when, what became of it, and the transfer's text as
 * the bank gave it, so that the payer finds it in the own statement (acceptance A33).
 *
 * Returns: (nullable) (transfer floating): %NULL when nothing has come
 */
GtkWidget *sme_receipt_list_new (GListModel *payments);

G_END_DECLS
