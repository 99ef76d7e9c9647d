/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend-fixture.h"

G_BEGIN_DECLS

/* Someone with an order, as far as the contract and what comes after it. */
typedef struct
{
  Fixture *fixture;
  char *access;
  Signing *signing; /* of the contract */
} Customer;

/* The contract is open to be signed, resp. signed, so that the code for the phone app is out. */
Customer *customer_new (void);
/* The same of a backend with one more option. */
Customer *customer_new_with (const char *option, const char *value);
Customer *customer_new_signed (void);
/* The certificate is issued: the acceptance record waits. */
Customer *customer_new_accepting (void);
/* The acceptance record is signed: the service works. */
Customer *customer_new_active (void);
/* One who paid the order, which is declared, by transfer; takes @access and @order over. */
Customer *customer_new_paying (Fixture *fixture, char *access, char *order);
void customer_free (Customer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Customer, customer_free)

/* OTP, drawing, completion; the last answer. */
Answer *customer_sign (Customer *self, Signing *signing);
/* The same, but no further than to the dossier's @state. */
void customer_sign_until (Customer *self, Signing *signing, const char *state);
/* The signing session of @purpose: what fixture_open_signing() answers, for an order that is there.
 */
Signing *customer_open_session (Customer *self, const char *purpose);
/* Three wrong entries. */
void customer_lock (Customer *self, Signing *signing);

Answer *customer_get_order (Customer *self);
Answer *customer_get_certificate (Customer *self);
/* @what: "/certificate/resend-code", "/cases" ... */
Answer *customer_post (Customer *self, const char *what, const char *body);
/* What the phone app does: activate, ekyc, issue, refuse. */
Answer *customer_phone (Customer *self, const char *step, const char *body);
Answer *customer_activate (Customer *self);
void customer_get_issued (Customer *self);

/* A case of the kind; its answer has id and number. */
Answer *customer_open_case (Customer *self, const char *kind);
Answer *customer_resolve (Customer *self, const char *case_id, const char *outcome);
/* The newest message to anybody that says @words. */
gboolean customer_was_told (Customer *self, const char *words);

/* The contract's file as it is now. */
GBytes *customer_read_contract (Customer *self);
/* The member of the fact of that name; NULL: there is none. */
const char *evidence_find_fact (Answer *evidence, const char *name, const char *member);

void assert_order_state (Customer *self, const char *state);
/* The first next action. */
void assert_next_action (Customer *self, const char *action);

G_END_DECLS
