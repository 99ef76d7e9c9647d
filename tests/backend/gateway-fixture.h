/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "payment-fixture.h"

G_BEGIN_DECLS

/**
 * Gateway:
 *
 * A gateway of the test's own, that answers questions as the test wants ("querydr"), in a thread of
 * its own.
 */
typedef struct
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  char *secret;
  char *tmn_code;
  const char *status; /* vnp_TransactionStatus */
  const char *code;   /* vnp_ResponseCode */
  const char *amount;
  const char *reference; /* NULL: that of the question */
  const char *signed_with;
  const char *instead; /* this is all that it answers */
  gboolean slow;       /* it answers when it is released */
  SoupServerMessage *held;
  guint port;
  guint questions;
  guint forged;     /* questions with a wrong signature */
  GPtrArray *asked; /* their references */
  GMutex lock;
  GCond ready;
} Gateway;

Gateway *gateway_new (Paying *paying);
void gateway_free (Gateway *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gateway, gateway_free)

/* From now on the backend asks there. */
void gateway_serve (Gateway *self, Paying *paying);
void gateway_ask_at (Paying *paying, guint port);

/* Waits until the @n-th question has come. */
void gateway_await_question (Gateway *self, guint n);
/* The question that is held is answered, and no more are. */
void gateway_release (Gateway *self);

G_END_DECLS
