/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-draft-keeper.h"

#include "app/order/sme-draft-store.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-problem.h"
#include "core/sme-profile-merge.h"

/* From the change to the first try: "saved" is true within a second. */
#define DELAY_MS 500
/* So long the server may take before it is kept here too: a kill loses the last second at most. */
#define GRACE_MS 400
#define RETRY_MS 10000

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

struct _SmeDraftKeeper
{
  GObject parent_instance;
  SmeContext *context;
  char *order_id;
  SmeDraftStore *store;
  SmeProfile *base;    /* as the server had it when it was seen last, or NULL */
  SmeProfile *waiting; /* not on the server yet */
  SmeProfile *sending;
  SmeProfile *theirs; /* in a conflict: what another computer wrote */
  GStrv conflicts;
  GCancellable *cancellable;
  SmeDraftState state;
  guint timer;
  guint grace;
  gboolean kept;   /* something is in the vault */
  gboolean old;    /* from before drafts belonged to an account */
  gboolean asking; /* what the server has */
  gboolean left;   /* the page is gone */
};

static GParamSpec *properties[N_PROPS];
static guint signal_merged;

G_DEFINE_ENUM_TYPE (SmeDraftState,
                    sme_draft_state,
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_KEPT_HERE, "kept-here"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_DISPUTED, "conflict"))

G_DEFINE_FINAL_TYPE (SmeDraftKeeper, sme_draft_keeper, G_TYPE_OBJECT)

static void schedule (SmeDraftKeeper *self, guint ms);

static void
set_state (SmeDraftKeeper *self, SmeDraftState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static SmeCaller *
get_caller (SmeDraftKeeper *self)
{
  return SME_CALLER (sme_context_get_shop (self->context));
}

/* ---- Here */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean put = sme_draft_store_put_finish (SME_DRAFT_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->state == SME_DRAFT_SAVED ||
      self->state == SME_DRAFT_DISPUTED)
    return;
  /* While the server is asked, it may have it yet. */
  if (self->sending == NULL)
    set_state (self, put ? SME_DRAFT_KEPT_HERE : SME_DRAFT_FAILED);
}

/* Sealed here until the server has it, beside what it began from. */
static void
keep_here (SmeDraftKeeper *self, SmeProfile *profile)
{
  if (!sme_draft_store_is_usable (self->store))
    {
      if (self->state != SME_DRAFT_DISPUTED)
        set_state (self, SME_DRAFT_FAILED);
      return;
    }
  self->kept = TRUE;
  sme_draft_store_put_async (self->store, profile, self->base, self->cancellable, on_kept,
                             g_object_ref (self));
}

static void
remove_here (SmeDraftKeeper *self)
{
  self->kept = FALSE;
  sme_draft_store_remove (self->store);
}

/* ---- Together with what another computer wrote */

static void
set_base (SmeDraftKeeper *self, SmeProfile *profile)
{
  g_clear_object (&self->base);
  self->base = sme_record_copy (SME_RECORD (profile));
}

static void
end_conflict (SmeDraftKeeper *self)
{
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->conflicts, g_strfreev);
}

/* @theirs was read just now: the next write goes on from it. */
static void
meet (SmeDraftKeeper *self, SmeProfile *theirs)
{
  g_autoptr (SmeProfile) merged = NULL;
  g_auto (GStrv) conflicts = NULL;
  gboolean changed;

  /* All that was typed is on the server: what is there now is newer. */
  if (self->waiting == NULL)
    self->waiting = sme_record_copy (SME_RECORD (self->base != NULL ? self->base : theirs));
  conflicts = sme_profile_merge (self->base, self->waiting, theirs, &merged);
  changed = !sme_record_equal (SME_RECORD (merged), SME_RECORD (self->waiting));
  g_set_object (&self->waiting, merged);
  end_conflict (self);
  if (conflicts[0] != NULL)
    {
      self->theirs = g_object_ref (theirs);
      self->conflicts = g_steal_pointer (&conflicts);
      keep_here (self, self->waiting);
      /* Told anew, also when it was one before: other fields may differ now. */
      self->state = SME_DRAFT_DISPUTED;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  else
    {
      set_base (self, theirs);
      schedule (self, 0);
    }
  if (changed)
    g_signal_emit (self, signal_merged, 0, merged);
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
      meet (self, theirs);
      return;
    }
  if (self->waiting != NULL)
    keep_here (self, self->waiting);
  schedule (self, RETRY_MS);
}

void
sme_draft_keeper_look_again (SmeDraftKeeper *self)
{
  if (self->asking)
    return;
  self->asking = TRUE;
  sme_caller_send_async (get_caller (self), SME_OP_GET_DRAFT, self->order_id, NULL, NULL,
                         self->cancellable, on_theirs, g_object_ref (self));
}

SmeProfile *
sme_draft_keeper_get_theirs (SmeDraftKeeper *self)
{
  return self->theirs;
}

const char *const *
sme_draft_keeper_get_conflicts (SmeDraftKeeper *self)
{
  return (const char *const *) self->conflicts;
}

void
sme_draft_keeper_resolve (SmeDraftKeeper *self, SmeProfile *profile)
{
  g_return_if_fail (self->theirs != NULL);

  set_base (self, self->theirs);
  end_conflict (self);
  g_clear_object (&self->waiting);
  self->waiting = sme_record_copy (SME_RECORD (profile));
  set_state (self, SME_DRAFT_PENDING);
  schedule (self, 0);
}

/* ---- To the server */

static gboolean
is_outdated (const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_PRECONDITION_FAILED) ||
         g_error_matches (error, SME_PROBLEM, SME_PROBLEM_PRECONDITION_REQUIRED);
}

static void
on_saved (SmeDraftKeeper *self, SmeProfile *sent)
{
  set_base (self, sent);
  if (self->waiting != NULL)
    {
      schedule (self, 0);
      return;
    }
  set_state (self, SME_DRAFT_SAVED);
  if (self->kept)
    remove_here (self);
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDraftKeeper) self = user_data;
  g_autoptr (SmeProfile) sent = g_steal_pointer (&self->sending);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  g_clear_handle_id (&self->grace, g_source_remove);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error == NULL)
    {
      on_saved (self, sent);
      return;
    }
  /* An order that takes no draft any more has been declared elsewhere: nothing is lost by stopping.
   */
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_STATE))
    return;
  if (self->waiting == NULL)
    self->waiting = g_object_ref (sent);
  if (is_outdated (error))
    {
      sme_draft_keeper_look_again (self);
      return;
    }
  keep_here (self, self->waiting);
  schedule (self, RETRY_MS);
}

/* The server takes its time. */
static gboolean
on_grace (gpointer user_data)
{
  SmeDraftKeeper *self = user_data;

  self->grace = 0;
  keep_here (self, self->waiting != NULL ? self->waiting : self->sending);
  return G_SOURCE_REMOVE;
}

static void
send_waiting (SmeDraftKeeper *self)
{
  self->sending = g_steal_pointer (&self->waiting);
  g_clear_handle_id (&self->grace, g_source_remove);
  self->grace = g_timeout_add (GRACE_MS, on_grace, self);
  sme_caller_send_async (get_caller (self), SME_OP_PUT_DRAFT, self->order_id, NULL,
                         SME_RECORD (self->sending), self->cancellable, on_put,
                         g_object_ref (self));
}

static gboolean
on_timer (gpointer user_data)
{
  SmeDraftKeeper *self = user_data;

  self->timer = 0;
  if (self->waiting == NULL)
    return G_SOURCE_REMOVE;
  /* What is typed meanwhile must outlive a kill too. */
  if (self->sending != NULL || self->theirs != NULL || self->asking)
    keep_here (self, self->waiting);
  else
    send_waiting (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (SmeDraftKeeper *self, guint ms)
{
  /* Nobody waits for it any more: what did not get through is kept here until the next time. */
  if (self->left)
    {
      if (self->waiting != NULL && ms == 0)
        keep_here (self, self->waiting);
      return;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timer, self);
}

void
sme_draft_keeper_put (SmeDraftKeeper *self, SmeProfile *profile)
{
  gboolean first = self->waiting == NULL;

  g_clear_object (&self->waiting);
  self->waiting = sme_record_copy (SME_RECORD (profile));
  if (self->theirs == NULL)
    set_state (self, SME_DRAFT_PENDING);
  /* Not put off by every key: whoever types without a pause is saved all the same. */
  if (first || self->timer == 0)
    schedule (self, DELAY_MS);
}

void
sme_draft_keeper_forget (SmeDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->grace, g_source_remove);
  g_clear_object (&self->waiting);
  g_clear_object (&self->base);
  end_conflict (self);
  remove_here (self);
  set_state (self, SME_DRAFT_SAVED);
}

SmeDraftState
sme_draft_keeper_get_state (SmeDraftKeeper *self)
{
  return self->state;
}

/* ---- Loading */

/* What this account typed may be shown while the server is away; not what the server says is
 * nobody's of who asks, or what may be another's. */
static gboolean
may_show_without_server (SmeDraftKeeper *self, const GError *error)
{
  return self->waiting != NULL && !self->old && error->domain == SME_PROBLEM &&
         error->code != SME_PROBLEM_NOT_FOUND && error->code != SME_PROBLEM_NO_SESSION;
}

static void
forget_waiting (SmeDraftKeeper *self)
{
  self->kept = FALSE;
  g_clear_object (&self->waiting);
  g_clear_object (&self->base);
}

/* What was kept here is waiting, if there is any. */
static void
on_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDraftKeeper *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeProfile) theirs = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (error != NULL && !may_show_without_server (self, error))
    {
      forget_waiting (self);
      g_task_return_error (task, error);
      return;
    }
  if (error != NULL)
    {
      g_clear_error (&error);
      set_state (self, SME_DRAFT_KEPT_HERE);
      schedule (self, RETRY_MS);
    }
  else
    {
      if (theirs == NULL)
        theirs = sme_profile_new ();
      if (self->waiting != NULL && self->old)
        sme_draft_store_adopt (self->store, self->waiting, self->base);
      if (self->waiting != NULL)
        meet (self, theirs);
      else
        set_base (self, theirs);
    }
  g_task_return_pointer (
    task, sme_record_copy (SME_RECORD (self->waiting != NULL ? self->waiting : theirs)),
    g_object_unref);
}

static void
ask_server (GTask *task)
{
  SmeDraftKeeper *self = g_task_get_source_object (task);

  sme_caller_send_async (get_caller (self), SME_OP_GET_DRAFT, self->order_id, NULL, NULL,
                         g_task_get_cancellable (task), on_draft, g_object_ref (task));
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
      g_set_object (&self->waiting, mine);
      g_set_object (&self->base, base);
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

static void
sme_draft_keeper_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_enum (value, SME_DRAFT_KEEPER (object)->state);
}

static void
sme_draft_keeper_finalize (GObject *object)
{
  SmeDraftKeeper *self = SME_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->grace, g_source_remove);
  g_clear_object (&self->waiting);
  g_clear_object (&self->sending);
  g_clear_object (&self->base);
  end_conflict (self);
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_free (self->order_id);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sme_draft_keeper_parent_class)->finalize (object);
}

/* What waits is sent on its way: the last words typed before the page is left count too. */
static void
sme_draft_keeper_dispose (GObject *object)
{
  SmeDraftKeeper *self = SME_DRAFT_KEEPER (object);

  self->left = TRUE;
  if (self->timer != 0)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      if (self->waiting != NULL)
        on_timer (self);
    }
  g_clear_handle_id (&self->grace, g_source_remove);
  G_OBJECT_CLASS (sme_draft_keeper_parent_class)->dispose (object);
}

static void
sme_draft_keeper_class_init (SmeDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_draft_keeper_get_property;
  object_class->dispose = sme_draft_keeper_dispose;
  object_class->finalize = sme_draft_keeper_finalize;
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, sme_draft_state_get_type (), SME_DRAFT_SAVED,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signal_merged = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, SME_TYPE_PROFILE);
}

static void
sme_draft_keeper_init (SmeDraftKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

SmeDraftKeeper *
sme_draft_keeper_new (SmeContext *context, const char *order_id)
{
  SmeDraftKeeper *self = g_object_new (SME_TYPE_DRAFT_KEEPER, NULL);

  self->context = g_object_ref (context);
  self->order_id = g_strdup (order_id);
  self->store = sme_draft_store_new (context, order_id);
  return self;
}
