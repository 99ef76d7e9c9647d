/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

typedef enum
{
  SME_MACHINE_ORDER,
  SME_MACHINE_PAYMENT,
  SME_MACHINE_DOSSIER,
  SME_MACHINE_CERTIFICATE, /* its id is the order's */
  SME_MACHINE_CASE,
  SME_MACHINE_REFUND,
  SME_MACHINE_REFUND_REQUEST,
  SME_MACHINE_SUBSCRIPTION,
  SME_N_MACHINES,
} SmeMachine;

/* What a transition does beside changing the state: rows only, in the same transaction. */
typedef gboolean (*SmeFlowEffect) (SmeCall *call, const char *id, GError **error);

/**
 * SmeTransition:
 *
 * One row of a flow table: in @from, @event leads to @to. What no row allows is refused as
 * wrong-state.
 */
typedef struct
{
  SmeMachine machine;
  const char *from;
  const char *event;
  const char *to;
  SmeFlowEffect effect;
} SmeTransition;

const SmeTransition *sme_flow_get_table (guint *n);
const SmeTransition *sme_flow_find (SmeMachine machine, const char *from, const char *event);

/**
 * sme_flow_fire:
 *
 * Takes the thing through a transition: state, version, audit row, effects, and a note to the
 * account's listeners.
 */
gboolean sme_flow_fire (SmeCall *call,
                        SmeMachine machine,
                        const char *id,
                        const char *event,
                        GError **error);

/* The state as it is now; NULL with SME_PROBLEM_NOT_FOUND when there is no such thing. */
char *sme_flow_get_state (SmeCall *call, SmeMachine machine, const char *id, GError **error);

/* Without changing the state: a new version of the order, for edits of its parts. */
gboolean sme_flow_touch_order (SmeCall *call, const char *order_id, GError **error);

/* The same for every order that a payment is for. */
gboolean sme_flow_touch_payment (SmeCall *call, const char *payment_id, GError **error);

G_END_DECLS
