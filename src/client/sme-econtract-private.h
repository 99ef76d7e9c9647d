/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"
#include "client/sme-live-table.h"
#include "client/sme-refetcher.h"

G_BEGIN_DECLS

struct _SmeEcontract
{
  GObject parent_instance;

  SmeTransport *transport;
  SmeLiveTable *live;
  SmeRefetcher *refetcher;
  char *signing_token;
  char *lookup_token;
  gboolean password_change_required;
  gboolean signer; /* the lookup session is one that signs, too */
  guint generation;
};

/* Another lookup session, or none; what belonged to the one before is forgotten. */
void sme_econtract_set_session (SmeEcontract *self,
                                const char *token,
                                gboolean password_change_required);

void sme_econtract_set_password_change_required (SmeEcontract *self, gboolean required);

G_END_DECLS
