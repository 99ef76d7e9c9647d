/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-account.h"
#include "core/sme-billing.h"
#include "core/sme-order.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeJointPart:
 * @record: an #SmeInvoiceData or an #SmeContact
 * @orders: (element-type utf8): the numbers of the orders that have it; ends with NULL
 *
 * The same data of one or several orders.
 */
typedef struct
{
  SmeRecord *record;
  GPtrArray *orders;
} SmeJointPart;

/* @name: "invoice" or "contact" of the orders' billing, else of what is said as long as nothing is
 * asked for. @account: (nullable): who orders. Returns: (transfer full) (element-type
 * SmeJointPart): the different ones */
GPtrArray *sme_joint_parts_list (GPtrArray *orders, const char *name, SmeAccount *account);

/* One line: "Công ty Biển Xanh · 0100684378 · Hà Nội · ketoan@..."; new. */
char *sme_joint_part_describe (SmeJointPart *part);

/**
 * sme_joint_parts_propose:
 * @account: (nullable): who orders
 *
 * What all of @orders, at least one, may get: what the first has. Where nothing was said of that
 * one, who orders for a business is its contact, not the first of its people.
 *
 * Returns: (transfer full)
 */
SmeBilling *sme_joint_parts_propose (GPtrArray *orders, SmeAccount *account);

/* (transfer full): the identifiers of @orders */
GStrv sme_joint_parts_list_ids (GPtrArray *orders);

/* Makes @orders say what an answer of the server says of them. */
void sme_joint_parts_update (GPtrArray *orders, GListModel *answered);

/* "TRINHDIEN10, CHAOMUNG": the coupons that the prices have; NULL if none has one. New. */
char *sme_joint_parts_name_coupons (GPtrArray *orders);
/* "22.000 ₫ off, 198.000 ₫ in all"; new. */
char *sme_joint_parts_describe_price (GPtrArray *orders);

G_END_DECLS
