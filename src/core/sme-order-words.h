/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-order-query.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/*
 * By what an order is found in a list. The server finds it so; the app finds so again in what it
 * has, while the server can't be reached.
 */

/**
 * sme_order_words_fold: what of @order is looked through, folded: the plan and the service, its
 * number, and who is declared. It begins with what a list of orders is sorted by name.
 */
char *sme_order_words_fold (SmeOrder *order);

/* Where an order of @state stands for the person, as long as no bank looks at its payment. */
SmeOrderGroup sme_order_group_of_state (SmeOrderState state);

/* The same, payments considered: while a bank is checking one there is nothing to do but wait. */
SmeOrderGroup sme_order_group_of (SmeOrder *order);

G_END_DECLS
