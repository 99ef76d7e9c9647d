/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/**
 * SmeStoredOrder:
 *
 * An order as it stands in the database: what the wire shows (@record) and what it does not.
 */
typedef struct
{
  SmeOrder *record;
  char *account_id;
  char *state;
  gint64 version;
  gint64 total;
  char *language;
  SmeProfile *draft; /* nullable */
} SmeStoredOrder;

void sme_stored_order_free (SmeStoredOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeStoredOrder, sme_stored_order_free)

/* Money is kept for it: a declaration that is corrected later on is not paid again. */
gboolean sme_stored_order_is_paid (SmeStoredOrder *self);

/* @account_id: whose order it must be (anybody else's is not found), or NULL for the backend
 * itself. */
SmeStoredOrder *
sme_store_find_order (SmeCall *call, const char *id, const char *account_id, GError **error);

/* The caller's own order, and the If-Match header checked where the call takes one. */
SmeStoredOrder *sme_store_find_own_order (SmeCall *call, GError **error);

/* The row @i of "SELECT * FROM orders". */
SmeStoredOrder *sme_stored_order_read (SmeCall *call, SmeRows *rows, guint i, GError **error);

/* Only what was ordered, and for whom. */
void sme_stored_order_read_parts (SmeOrder *order, SmeRows *rows, guint i);

char *sme_store_insert_order (SmeCall *call,
                              SmeOrderRequest *request,
                              SmePlan *plan,
                              SmeQuote *quote,
                              GError **error);

/* @column: draft, profile or billing (a constant of the caller); @value may be NULL. */
gboolean sme_store_set_order_part (SmeCall *call,
                                   const char *id,
                                   const char *column,
                                   SmeRecord *value,
                                   GError **error);
/* What was ordered, as it was asked for. */
SmeOrderRequest *sme_store_read_order_request (SmeCall *call, const char *id, GError **error);

/* Another request of the same plan, and what it costs. */
gboolean sme_store_set_order_price (SmeCall *call,
                                    const char *id,
                                    SmeOrderRequest *request,
                                    SmeQuote *quote,
                                    GError **error);
gboolean sme_store_agree_terms (SmeCall *call, const char *id, const char *version, GError **error);

G_END_DECLS
