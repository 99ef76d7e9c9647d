/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-payments.h"

G_BEGIN_DECLS

/*
 * Money that names no payment. It is booked with a refund that is due, which waits: somebody may
 * say whose it is, or the customer who misses it.
 */
typedef struct
{
  char *id;
  char *refund_id;
  gint64 amount;
} SmeUnassigned;

void sme_unassigned_free (SmeUnassigned *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeUnassigned, sme_unassigned_free)

/* SME_PROBLEM_NOT_FOUND where there is none, WRONG_STATE where it is somebody's or on its way back.
 */
SmeUnassigned *sme_store_find_unassigned (SmeCall *call, const char *id, GError **error);

/* The id of the payment with this text, or of the newest of the order with this number; NULL
 * without error. */
char *sme_store_find_payment_of (SmeCall *call, const char *name, GError **error);

/* Puts a receipt that was nobody's to a payment: its refund is not due any more. */
gboolean sme_store_place_receipt (SmeCall *call,
                                  const char *id,
                                  const SmeNewReceipt *receipt,
                                  GError **error);

/* (transfer full): a row of the table, with the transfer's text as the bank gave it. */
SmeReceipt *sme_store_read_receipt (SmeRows *rows, guint i);
SmeReceipt *sme_store_find_receipt (SmeCall *call, const char *id, GError **error);

G_END_DECLS
