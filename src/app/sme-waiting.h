/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-waiting-item.h"

G_BEGIN_DECLS

typedef struct _SmeContext SmeContext;

#define SME_TYPE_WAITING (sme_waiting_get_type ())
G_DECLARE_FINAL_TYPE (SmeWaiting, sme_waiting, SME, WAITING, GObject)

/**
 * SmeWaiting:
 *
 * What waits for the person who is signed in, as a #GListModel of #SmeWaitingItem: contracts to
 * sign, orders to pay, subscriptions that run out. Fetched at sign-in and whenever the server says
 * that something changed; a failure keeps what was known.
 */
SmeWaiting *sme_waiting_new (SmeContext *context);

/* How many are counted in the sidebar's @section. */
guint sme_waiting_count (SmeWaiting *self, const char *section);

void sme_waiting_refresh (SmeWaiting *self);

G_END_DECLS
