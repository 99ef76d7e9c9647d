/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-countdown.h"

struct _SmeCountdown
{
  GObject parent_instance;

  gint64 end; /* monotonic, us */
  guint seconds;
  guint timer;
};

enum
{
  PROP_0,
  PROP_SECONDS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeCountdown, sme_countdown, G_TYPE_OBJECT)

static void
set_seconds (SmeCountdown *self, guint seconds)
{
  if (self->seconds == seconds)
    return;
  self->seconds = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SECONDS]);
}

/* Rounded up: "0" means that the time has come. */
static guint
left (SmeCountdown *self)
{
  gint64 us = self->end - g_get_monotonic_time ();

  return us > 0 ? (guint) ((us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

static gboolean
on_tick (gpointer data)
{
  SmeCountdown *self = data;
  guint seconds = left (self);

  if (seconds == 0)
    self->timer = 0;
  set_seconds (self, seconds);
  return seconds > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
sme_countdown_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SECONDS)
    g_value_set_uint (value, SME_COUNTDOWN (object)->seconds);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_countdown_dispose (GObject *object)
{
  g_clear_handle_id (&SME_COUNTDOWN (object)->timer, g_source_remove);
  G_OBJECT_CLASS (sme_countdown_parent_class)->dispose (object);
}

static void
sme_countdown_class_init (SmeCountdownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_countdown_get_property;
  object_class->dispose = sme_countdown_dispose;
  props[PROP_SECONDS] =
    g_param_spec_uint ("seconds", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_countdown_init (SmeCountdown *self)
{
}

SmeCountdown *
sme_countdown_new (void)
{
  return g_object_new (SME_TYPE_COUNTDOWN, NULL);
}

void
sme_countdown_start (SmeCountdown *self, guint seconds)
{
  g_return_if_fail (SME_IS_COUNTDOWN (self));
  g_clear_handle_id (&self->timer, g_source_remove);
  self->end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
  if (seconds > 0)
    self->timer = g_timeout_add (1000, on_tick, self);
  set_seconds (self, seconds);
}

guint
sme_countdown_get_seconds (SmeCountdown *self)
{
  g_return_val_if_fail (SME_IS_COUNTDOWN (self), 0);
  return self->seconds;
}
