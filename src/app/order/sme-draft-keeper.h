/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

typedef enum
{
  SME_DRAFT_SAVED,
  SME_DRAFT_PENDING,
  SME_DRAFT_KEPT_HERE, /* the server can't be reached; it is kept on this computer */
  SME_DRAFT_FAILED,
  SME_DRAFT_DISPUTED, /* another computer changed the same fields; kept on this computer */
} SmeDraftState;

GType sme_draft_state_get_type (void);

#define SME_TYPE_DRAFT_KEEPER (sme_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SmeDraftKeeper, sme_draft_keeper, SME, DRAFT_KEEPER, GObject)

/**
 * SmeDraftKeeper:
 *
 * Keeps a half-typed declaration (acceptance A24): within a second it is on the server, or sealed
 * on this computer when the server can't be reached or takes its time.
 *
 * What another computer changed meanwhile is taken up by itself where only one side changed a field
 * (signal "merged", SmeProfile: what is kept now); where both did, the person is asked (state
 * conflict) and nothing is sent until sme_draft_keeper_resolve().
 *
 * Property "state".
 */
SmeDraftKeeper *sme_draft_keeper_new (SmeContext *context, const char *order_id);

/* What was kept last, here or on the server. NULL without error never happens: an empty profile. */
void sme_draft_keeper_load_async (SmeDraftKeeper *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SmeProfile *
sme_draft_keeper_load_finish (SmeDraftKeeper *self, GAsyncResult *result, GError **error);

/* To be called at every change; @profile is copied. */
void sme_draft_keeper_put (SmeDraftKeeper *self, SmeProfile *profile);

/* After an answer that said that the draft is another one by now: looks at it again. */
void sme_draft_keeper_look_again (SmeDraftKeeper *self);

/* In a conflict: what the other computer wrote, and the fields that differ; borrowed, else NULL. */
SmeProfile *sme_draft_keeper_get_theirs (SmeDraftKeeper *self);
const char *const *sme_draft_keeper_get_conflicts (SmeDraftKeeper *self);
/* @profile: what shall be kept; the other version has been seen. */
void sme_draft_keeper_resolve (SmeDraftKeeper *self, SmeProfile *profile);

/* The declaration was made; nothing half-typed is left. */
void sme_draft_keeper_forget (SmeDraftKeeper *self);

SmeDraftState sme_draft_keeper_get_state (SmeDraftKeeper *self);

G_END_DECLS
