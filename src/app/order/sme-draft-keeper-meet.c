/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Together with what another computer wrote. */
#include "config.h"

#include "app/order/sme-draft-keeper-private.h"

#include "client/sme-caller.h"
#include "client/sme-shop.h"

/* Both sides changed the same. */
static void
dispute (SmeDraftKeeper *self)
{
  sme_draft_keeper_keep_here (self);
  /* Told anew, also when it was one before: other fields may differ now. */
  self->state = SME_DRAFT_DISPUTED;
  g_object_notify (G_OBJECT (self), "state");
}

/* @theirs was read just now: the next write goes on from it. */
void
sme_draft_keeper_meet (SmeDraftKeeper *self, SmeProfile *theirs)
{
  gboolean changed;

  if (sme_draft_versions_meet (self->versions, theirs, &changed))
    sme_draft_keeper_schedule (self, 0);
  else
    dispute (self);
  if (changed)
    g_signal_emit_by_name (self, "merged", sme_draft_versions_get_waiting (self->versions));
}

static void
on_theirs (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeProfile) theirs = sme_caller_record_finish (SME_CALLER (source), result, &error);

  self->asking = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error == NULL)
    {
      if (theirs == NULL)
        theirs = sme_profile_new ();
      sme_draft_keeper_meet (self, theirs);
      return;
    }
  sme_draft_keeper_keep_here (self);
  sme_draft_keeper_retry (self);
}

void
sme_draft_keeper_look_again (SmeDraftKeeper *self)
{
  if (self->asking)
    return;
  self->asking = TRUE;
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_GET_DRAFT,
                         self->order_id, NULL, NULL, self->cancellable, on_theirs,
                         g_object_ref (self));
}

SmeProfile *
sme_draft_keeper_get_theirs (SmeDraftKeeper *self)
{
  return sme_draft_versions_get_theirs (self->versions);
}

const char *const *
sme_draft_keeper_get_conflicts (SmeDraftKeeper *self)
{
  return sme_draft_versions_get_conflicts (self->versions);
}

void
sme_draft_keeper_resolve (SmeDraftKeeper *self, SmeProfile *profile)
{
  g_return_if_fail (sme_draft_versions_get_theirs (self->versions) != NULL);

  sme_draft_versions_resolve (self->versions, profile);
  sme_draft_keeper_set_state (self, SME_DRAFT_PENDING);
  sme_draft_keeper_schedule (self, 0);
}
