/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-draft-keeper-private.h"

#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-problem.h"

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

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (SmeDraftState,
                    sme_draft_state,
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_KEPT_HERE, "kept-here"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_DISPUTED, "conflict"))

G_DEFINE_FINAL_TYPE (SmeDraftKeeper, sme_draft_keeper, G_TYPE_OBJECT)

void
sme_draft_keeper_set_state (SmeDraftKeeper *self, SmeDraftState state)
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
  if (self->sending == NULL && !self->asking)
    sme_draft_keeper_set_state (self, put ? SME_DRAFT_KEPT_HERE : SME_DRAFT_FAILED);
}

/* Sealed here until the server has it, beside what it began from. */
static void
keep_here (SmeDraftKeeper *self, SmeProfile *profile)
{
  if (!sme_draft_store_is_usable (self->store))
    {
      if (self->state != SME_DRAFT_DISPUTED)
        sme_draft_keeper_set_state (self, SME_DRAFT_FAILED);
      return;
    }
  self->kept = TRUE;
  sme_draft_store_put_async (self->store, profile, sme_draft_versions_get_base (self->versions),
                             self->cancellable, on_kept, g_object_ref (self));
}

void
sme_draft_keeper_keep_here (SmeDraftKeeper *self)
{
  SmeProfile *waiting = sme_draft_versions_get_waiting (self->versions);

  if (waiting != NULL)
    keep_here (self, waiting);
}

static void
remove_here (SmeDraftKeeper *self)
{
  self->kept = FALSE;
  sme_draft_store_remove (self->store);
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
  sme_draft_versions_set_base (self->versions, sent);
  if (sme_draft_versions_get_waiting (self->versions) != NULL)
    {
      sme_draft_keeper_schedule (self, 0);
      return;
    }
  sme_draft_keeper_set_state (self, SME_DRAFT_SAVED);
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
  sme_draft_versions_give_back (self->versions, sent);
  if (is_outdated (error))
    {
      /* Its answer may take long, and until then it has none of this. */
      sme_draft_keeper_look_again (self);
      sme_draft_keeper_keep_here (self);
      return;
    }
  sme_draft_keeper_keep_here (self);
  sme_draft_keeper_retry (self);
}

/* The server takes its time. */
static gboolean
on_grace (gpointer user_data)
{
  SmeDraftKeeper *self = user_data;
  SmeProfile *waiting = sme_draft_versions_get_waiting (self->versions);

  self->grace = 0;
  keep_here (self, waiting != NULL ? waiting : self->sending);
  return G_SOURCE_REMOVE;
}

static void
send_waiting (SmeDraftKeeper *self)
{
  g_clear_handle_id (&self->retry, g_source_remove);
  self->sending = sme_draft_versions_take (self->versions);
  g_clear_handle_id (&self->grace, g_source_remove);
  self->grace = g_timeout_add (GRACE_MS, on_grace, self);
  sme_caller_send_async (get_caller (self), SME_OP_PUT_DRAFT, self->order_id, NULL,
                         SME_RECORD (self->sending), self->cancellable, on_put,
                         g_object_ref (self));
}

/* What is typed meanwhile must outlive a kill too. */
static gboolean
is_server_busy (SmeDraftKeeper *self)
{
  return self->sending != NULL || sme_draft_versions_get_theirs (self->versions) != NULL ||
         self->asking;
}

static gboolean
on_timer (gpointer user_data)
{
  SmeDraftKeeper *self = user_data;

  self->timer = 0;
  /* A server that is away is not asked at every word, but the word is kept. */
  if (is_server_busy (self) || self->retry != 0)
    sme_draft_keeper_keep_here (self);
  else if (sme_draft_versions_get_waiting (self->versions) != NULL)
    send_waiting (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_retry (gpointer user_data)
{
  SmeDraftKeeper *self = user_data;

  self->retry = 0;
  return on_timer (self);
}

/* Nobody waits for it any more: what did not get through is kept here until the next time. */
void
sme_draft_keeper_schedule (SmeDraftKeeper *self, guint ms)
{
  if (self->left)
    {
      if (ms == 0)
        sme_draft_keeper_keep_here (self);
      return;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timer, self);
}

void
sme_draft_keeper_retry (SmeDraftKeeper *self)
{
  g_clear_handle_id (&self->retry, g_source_remove);
  if (!self->left)
    self->retry = g_timeout_add (RETRY_MS, on_retry, self);
}

void
sme_draft_keeper_put (SmeDraftKeeper *self, SmeProfile *profile)
{
  sme_draft_versions_type (self->versions, profile);
  if (sme_draft_versions_get_theirs (self->versions) == NULL)
    sme_draft_keeper_set_state (self, SME_DRAFT_PENDING);
  /* Not put off by every key: whoever types without a pause is saved all the same. */
  if (self->timer == 0)
    sme_draft_keeper_schedule (self, DELAY_MS);
}

static void
stop_timers (SmeDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_handle_id (&self->grace, g_source_remove);
}

void
sme_draft_keeper_forget (SmeDraftKeeper *self)
{
  stop_timers (self);
  sme_draft_versions_forget (self->versions);
  remove_here (self);
  sme_draft_keeper_set_state (self, SME_DRAFT_SAVED);
}

SmeDraftState
sme_draft_keeper_get_state (SmeDraftKeeper *self)
{
  return self->state;
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

  stop_timers (self);
  g_clear_pointer (&self->versions, sme_draft_versions_free);
  g_clear_object (&self->sending);
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
  gboolean due = self->timer != 0 || self->retry != 0;

  self->left = TRUE;
  stop_timers (self);
  if (due)
    on_timer (self);
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
  g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, SME_TYPE_PROFILE);
}

static void
sme_draft_keeper_init (SmeDraftKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->versions = sme_draft_versions_new ();
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
