/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept last: here, on the server, or both. */
#include "config.h"

#include "app/order/sme-draft-keeper-private.h"

#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-problem.h"

/* What this account typed may be shown while the server is away; not what the server says is
 * nobody's of who asks, or what may be another's. */
static gboolean
may_show_without_server (SmeDraftKeeper *self, const GError *error)
{
  return sme_draft_versions_get_waiting (self->versions) != NULL && !self->old &&
         error->domain == SME_PROBLEM && error->code != SME_PROBLEM_NOT_FOUND &&
         error->code != SME_PROBLEM_NO_SESSION;
}

/* What was kept here is waiting, if there is any. */
static void
take_server_version (SmeDraftKeeper *self, SmeProfile *theirs)
{
  SmeProfile *waiting = sme_draft_versions_get_waiting (self->versions);

  if (waiting == NULL)
    {
      sme_draft_versions_set_base (self->versions, theirs);
      return;
    }
  if (self->old)
    sme_draft_store_adopt (self->store, waiting, sme_draft_versions_get_base (self->versions));
  sme_draft_keeper_meet (self, theirs);
}

static void
on_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDraftKeeper *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeProfile) theirs = sme_caller_record_finish (SME_CALLER (source), result, &error);
  SmeProfile *waiting;

  if (error != NULL && !may_show_without_server (self, error))
    {
      self->kept = FALSE;
      sme_draft_versions_forget (self->versions);
      g_task_return_error (task, error);
      return;
    }
  if (error != NULL)
    {
      g_clear_error (&error);
      sme_draft_keeper_set_state (self, SME_DRAFT_KEPT_HERE);
      sme_draft_keeper_retry (self);
    }
  else
    {
      if (theirs == NULL)
        theirs = sme_profile_new ();
      take_server_version (self, theirs);
    }
  waiting = sme_draft_versions_get_waiting (self->versions);
  g_task_return_pointer (task, sme_record_copy (SME_RECORD (waiting != NULL ? waiting : theirs)),
                         g_object_unref);
}

static void
ask_server (GTask *task)
{
  SmeDraftKeeper *self = g_task_get_source_object (task);

  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_GET_DRAFT,
                         self->order_id, NULL, NULL, g_task_get_cancellable (task), on_draft,
                         g_object_ref (task));
}

static void
on_found_here (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDraftKeeper *self = g_task_get_source_object (task);
  g_autoptr (SmeProfile) base = NULL, mine = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  mine = sme_draft_store_get_finish (SME_DRAFT_STORE (source), result, &base, &self->old, NULL);
  /* It never got to the server. */
  if (mine != NULL)
    {
      self->kept = TRUE;
      sme_draft_versions_type (self->versions, mine);
      sme_draft_versions_set_base (self->versions, base);
    }
  ask_server (task);
}

void
sme_draft_keeper_load_async (SmeDraftKeeper *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_draft_keeper_load_async);
  sme_draft_store_get_async (self->store, cancellable, on_found_here, g_object_ref (task));
}

SmeProfile *
sme_draft_keeper_load_finish (SmeDraftKeeper *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
