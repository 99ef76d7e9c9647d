/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "client/sme-caller.h"
#include "core/sme-problem.h"

G_BEGIN_DECLS

#define FAKE_TYPE_SHOP (fake_shop_get_type ())
G_DECLARE_FINAL_TYPE (FakeShop, fake_shop, FAKE, SHOP, GObject)

/**
 * FakeShop:
 *
 * Stands for SmeShop, SmeEcontract and SmeLocalTools where pages are tested: a SmeCaller with the
 * shop's properties and signals, whose answers are given as the JSON of the wire and read as
 * strictly as real ones. A call without an answer fails with NOT_FOUND.
 */
FakeShop *fake_shop_new (void);

/* @path_id NULL: for any. The answer given last counts. */
void fake_shop_answer (FakeShop *self, SmeOperationId op, const char *path_id, const char *json);
void fake_shop_refuse (FakeShop *self, SmeOperationId op, SmeProblemCode code);
void
fake_shop_refuse_field (FakeShop *self, SmeOperationId op, const char *pointer, const char *code);

/* While held, calls wait; letting go answers them in order. */
void fake_shop_hold (FakeShop *self);
void fake_shop_let_go (FakeShop *self);
/* The same for the calls of one operation, until it is let go. */
void fake_shop_hold_operation (FakeShop *self, SmeOperationId op);

guint fake_shop_count (FakeShop *self, SmeOperationId op);
/* Of the last call of @op; borrowed, NULL if it had none. */
SmeRecord *fake_shop_get_query (FakeShop *self, SmeOperationId op);
SmeRecord *fake_shop_get_body (FakeShop *self, SmeOperationId op);
const char *fake_shop_get_path_id (FakeShop *self, SmeOperationId op);

void fake_shop_set_signed_in (FakeShop *self, gboolean signed_in);
/* Of who is signed in, an SmeCustomerType: at first a person. */
void fake_shop_set_customer_type (FakeShop *self, int type);
void fake_shop_set_online (FakeShop *self, gboolean online);

/* As the context takes it. */
SmeShop *fake_shop_as_shop (FakeShop *self);

G_END_DECLS
