/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-draft-keeper.h"

#include "client/sme-shop.h"
#include "client/sme-vault.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

/* From the change to the first try: "saved" is true within a second. */
#define DELAY_MS 500
#define RETRY_SECONDS 10

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
  char *vault_name;
  SmeProfile *waiting; /* not on the server yet */
  SmeProfile *sending;
  GCancellable *cancellable;
  SmeDraftState state;
  guint timer;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (SmeDraftState,
                    sme_draft_state,
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_KEPT_HERE, "kept-here"),
                    G_DEFINE_ENUM_VALUE (SME_DRAFT_FAILED, "failed"))

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

static void
on_vault_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sme_vault_put_finish (SME_VAULT (source), result, &error))
    set_state (self, SME_DRAFT_KEPT_HERE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, SME_DRAFT_FAILED);
}

/* The server can't be reached: sealed here until it can. */
static void
keep_here (SmeDraftKeeper *self, SmeProfile *profile)
{
  SmeVault *vault = sme_context_get_vault (self->context);
  g_autoptr (GBytes) bytes = sme_record_to_bytes (SME_RECORD (profile));

  if (vault == NULL)
    {
      set_state (self, SME_DRAFT_FAILED);
      return;
    }
  sme_vault_put_async (vault, self->vault_name, bytes, self->cancellable, on_vault_put,
                       g_object_ref (self));
}

static void
on_vault_removed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  sme_vault_remove_finish (SME_VAULT (source), result, NULL);
}

static void
remove_here (SmeDraftKeeper *self)
{
  SmeVault *vault = sme_context_get_vault (self->context);

  if (vault != NULL)
    sme_vault_remove_async (vault, self->vault_name, NULL, on_vault_removed, NULL);
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDraftKeeper) self = user_data;
  g_autoptr (SmeProfile) sent = g_steal_pointer (&self->sending);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_shop_call_finish (SME_SHOP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error == NULL)
    {
      if (self->state == SME_DRAFT_KEPT_HERE)
        remove_here (self);
      if (self->waiting == NULL)
        set_state (self, SME_DRAFT_SAVED);
      else
        schedule (self, 0);
      return;
    }
  /* An order that takes no draft any more has been declared elsewhere: nothing is lost by stopping.
   */
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_STATE))
    return;
  if (self->waiting == NULL)
    self->waiting = g_object_ref (sent);
  keep_here (self, self->waiting);
  schedule (self, RETRY_SECONDS * 1000);
}

static gboolean
on_timer (gpointer user_data)
{
  SmeDraftKeeper *self = user_data;

  self->timer = 0;
  if (self->sending != NULL || self->waiting == NULL)
    return G_SOURCE_REMOVE;
  self->sending = g_steal_pointer (&self->waiting);
  sme_shop_call_async (sme_context_get_shop (self->context), SME_OP_PUT_DRAFT, self->order_id, NULL,
                       SME_RECORD (self->sending), self->cancellable, on_put, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (SmeDraftKeeper *self, guint ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (ms, on_timer, self);
}

void
sme_draft_keeper_put (SmeDraftKeeper *self, SmeProfile *profile)
{
  gboolean first = self->waiting == NULL;

  g_clear_object (&self->waiting);
  self->waiting = sme_record_copy (SME_RECORD (profile));
  set_state (self, SME_DRAFT_PENDING);
  /* Not put off by every key: whoever types without a pause is saved all the same. */
  if (first || self->timer == 0)
    schedule (self, DELAY_MS);
}

void
sme_draft_keeper_forget (SmeDraftKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->waiting);
  remove_here (self);
  set_state (self, SME_DRAFT_SAVED);
}

SmeDraftState
sme_draft_keeper_get_state (SmeDraftKeeper *self)
{
  return self->state;
}

static void
on_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer profile = sme_shop_call_finish (SME_SHOP (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, profile != NULL ? profile : sme_profile_new (), g_object_unref);
}

static void
on_vault_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDraftKeeper *self = g_task_get_source_object (task);
  g_autoptr (GBytes) bytes = sme_vault_get_finish (SME_VAULT (source), result, NULL);
  gpointer profile =
    bytes != NULL ? sme_record_from_bytes (SME_TYPE_PROFILE, bytes, SME_DECODE_PARTIAL, NULL, NULL)
                  : NULL;

  if (profile == NULL)
    {
      sme_shop_call_async (sme_context_get_shop (self->context), SME_OP_GET_DRAFT, self->order_id,
                           NULL, NULL, g_task_get_cancellable (task), on_draft,
                           g_object_ref (task));
      return;
    }
  /* It never got to the server: it is newer than what is there. */
  self->waiting = sme_record_copy (profile);
  set_state (self, SME_DRAFT_KEPT_HERE);
  schedule (self, DELAY_MS);
  g_task_return_pointer (task, profile, g_object_unref);
}

void
sme_draft_keeper_load_async (SmeDraftKeeper *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  SmeVault *vault = sme_context_get_vault (self->context);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_draft_keeper_load_async);
  if (vault != NULL)
    sme_vault_get_async (vault, self->vault_name, cancellable, on_vault_got, g_object_ref (task));
  else
    sme_shop_call_async (sme_context_get_shop (self->context), SME_OP_GET_DRAFT, self->order_id,
                         NULL, NULL, cancellable, on_draft, g_object_ref (task));
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
  g_clear_object (&self->waiting);
  g_clear_object (&self->sending);
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_free (self->order_id);
  g_free (self->vault_name);
  G_OBJECT_CLASS (sme_draft_keeper_parent_class)->finalize (object);
}

/* What waits is sent on its way: the last words typed before the page is left count too. */
static void
sme_draft_keeper_dispose (GObject *object)
{
  SmeDraftKeeper *self = SME_DRAFT_KEEPER (object);

  if (self->timer != 0)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      if (self->waiting != NULL && self->sending == NULL)
        on_timer (self);
    }
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
  self->vault_name = g_strconcat ("draft/", order_id, NULL);
  return self;
}
