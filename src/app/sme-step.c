/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-step.h"

typedef struct
{
  gboolean complete;
  gboolean applying;
  char *hint;
  char *primary_label;
  char *cancel_action;
} SmeStepPrivate;

enum
{
  PROP_0,
  PROP_COMPLETE,
  PROP_HINT,
  PROP_PRIMARY_LABEL,
  PROP_CANCEL_ACTION,
  PROP_APPLYING,
  N_PROPS
};

enum
{
  NEXT_REQUESTED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SmeStep, sme_step, SME_TYPE_PAGE)

#define PRIVATE(self) ((SmeStepPrivate *) sme_step_get_instance_private (self))

static void
set_applying (SmeStep *self, gboolean applying)
{
  if (PRIVATE (self)->applying == applying)
    return;
  PRIVATE (self)->applying = applying;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_APPLYING]);
}

static void
sme_step_real_apply_async (SmeStep *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, sme_step_real_apply_async);
  g_task_return_boolean (task, TRUE);
}

static gboolean
sme_step_real_apply_finish (SmeStep *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
sme_step_real_take_error (SmeStep *self, const GError *error)
{
  return FALSE;
}

static void
sme_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeStepPrivate *priv = PRIVATE (SME_STEP (object));

  switch (id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint);
      break;
    case PROP_PRIMARY_LABEL:
      g_value_set_string (value, priv->primary_label);
      break;
    case PROP_CANCEL_ACTION:
      g_value_set_string (value, priv->cancel_action);
      break;
    case PROP_APPLYING:
      g_value_set_boolean (value, priv->applying);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_step_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeStep *self = SME_STEP (object);

  switch (id)
    {
    case PROP_COMPLETE:
      sme_step_set_complete (self, g_value_get_boolean (value), PRIVATE (self)->hint);
      break;
    case PROP_HINT:
      sme_step_set_complete (self, PRIVATE (self)->complete, g_value_get_string (value));
      break;
    case PROP_PRIMARY_LABEL:
      sme_step_set_primary_label (self, g_value_get_string (value));
      break;
    case PROP_CANCEL_ACTION:
      sme_step_set_cancel_action (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_step_finalize (GObject *object)
{
  SmeStepPrivate *priv = PRIVATE (SME_STEP (object));

  g_free (priv->hint);
  g_free (priv->primary_label);
  g_free (priv->cancel_action);
  G_OBJECT_CLASS (sme_step_parent_class)->finalize (object);
}

static void
sme_step_class_init (SmeStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_step_get_property;
  object_class->set_property = sme_step_set_property;
  object_class->finalize = sme_step_finalize;
  klass->apply_async = sme_step_real_apply_async;
  klass->apply_finish = sme_step_real_apply_finish;
  klass->take_error = sme_step_real_take_error;
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  props[PROP_PRIMARY_LABEL] = g_param_spec_string ("primary-label", NULL, NULL, NULL, flags);
  props[PROP_CANCEL_ACTION] = g_param_spec_string ("cancel-action", NULL, NULL, NULL, flags);
  props[PROP_APPLYING] =
    g_param_spec_boolean ("applying", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[NEXT_REQUESTED] = g_signal_new ("next-requested", SME_TYPE_STEP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_step_init (SmeStep *self)
{
}

gboolean
sme_step_get_complete (SmeStep *self)
{
  g_return_val_if_fail (SME_IS_STEP (self), FALSE);
  return PRIVATE (self)->complete;
}

void
sme_step_set_complete (SmeStep *self, gboolean complete, const char *hint)
{
  SmeStepPrivate *priv = PRIVATE (self);
  g_autofree char *wanted = complete ? NULL : g_strdup (hint);

  g_object_freeze_notify (G_OBJECT (self));
  if (priv->complete != complete)
    {
      priv->complete = complete;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
    }
  if (g_strcmp0 (priv->hint, wanted) != 0)
    {
      g_free (priv->hint);
      priv->hint = g_steal_pointer (&wanted);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINT]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
sme_step_get_hint (SmeStep *self)
{
  return PRIVATE (self)->hint;
}

const char *
sme_step_get_cancel_action (SmeStep *self)
{
  return PRIVATE (self)->cancel_action;
}

void
sme_step_set_cancel_action (SmeStep *self, const char *action)
{
  SmeStepPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->cancel_action, action) == 0)
    return;
  g_free (priv->cancel_action);
  priv->cancel_action = g_strdup (action);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CANCEL_ACTION]);
}

const char *
sme_step_get_primary_label (SmeStep *self)
{
  return PRIVATE (self)->primary_label;
}

void
sme_step_set_primary_label (SmeStep *self, const char *label)
{
  SmeStepPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->primary_label, label) == 0)
    return;
  g_free (priv->primary_label);
  priv->primary_label = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PRIMARY_LABEL]);
}

gboolean
sme_step_get_applying (SmeStep *self)
{
  return PRIVATE (self)->applying;
}

void
sme_step_apply_async (SmeStep *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  g_return_if_fail (SME_IS_STEP (self));
  g_return_if_fail (!sme_step_get_applying (self));
  set_applying (self, TRUE);
  SME_STEP_GET_CLASS (self)->apply_async (self, cancellable, callback, data);
}

gboolean
sme_step_apply_finish (SmeStep *self, GAsyncResult *result, GError **error)
{
  set_applying (self, FALSE);
  return SME_STEP_GET_CLASS (self)->apply_finish (self, result, error);
}

gboolean
sme_step_take_error (SmeStep *self, const GError *error)
{
  return SME_STEP_GET_CLASS (self)->take_error (self, error);
}

void
sme_step_request_next (SmeStep *self)
{
  g_signal_emit (self, signals[NEXT_REQUESTED], 0);
}
