/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/order/sme-draft-keeper.h"
#include "app/order/sme-draft-store.h"
#include "app/order/sme-draft-versions.h"

G_BEGIN_DECLS

/* For the files of the keeper only. */
struct _SmeDraftKeeper
{
  GObject parent_instance;
  SmeContext *context;
  char *order_id;
  SmeDraftStore *store;
  SmeDraftVersions *versions;
  SmeProfile *sending;
  GCancellable *cancellable;
  SmeDraftState state;
  guint timer; /* what was typed is due */
  guint retry; /* the server is due once more */
  guint grace;
  gboolean kept;   /* something is in the vault */
  gboolean old;    /* from before drafts belonged to an account */
  gboolean asking; /* what the server has */
  gboolean left;   /* the page is gone */
};

void sme_draft_keeper_set_state (SmeDraftKeeper *self, SmeDraftState state);

/* Seals what waits in the vault, until the server has it. */
void sme_draft_keeper_keep_here (SmeDraftKeeper *self);

/* Looks in @ms milliseconds what there is to send. */
void sme_draft_keeper_schedule (SmeDraftKeeper *self, guint ms);

/* Puts together what waits and what the server has. */
void sme_draft_keeper_meet (SmeDraftKeeper *self, SmeProfile *theirs);

/* Asks the server once more in a while. */
void sme_draft_keeper_retry (SmeDraftKeeper *self);

G_END_DECLS
