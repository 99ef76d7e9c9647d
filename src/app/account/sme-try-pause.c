/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-try-pause.h"

#include "app/account/sme-countdown.h"
#include "app/sme-error-text.h"
#include "base/sme-format.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeTryPause
{
  GObject parent_instance;

  SmeNotice *notice;
  SmeCountdown *countdown;
};

static guint signal_changed;

G_DEFINE_FINAL_TYPE (SmeTryPause, sme_try_pause, G_TYPE_OBJECT)

static void
on_second (SmeTryPause *self)
{
  guint seconds = sme_countdown_get_seconds (self->countdown);
  g_autofree char *time = sme_format_duration (seconds);
  g_autofree char *text = NULL;

  /* Translators: %s is a time like 4:05. */
  text = g_strdup_printf (_ ("Too many tries in a short time. You can try again in %s."), time);
  sme_notice_set_text (self->notice, seconds > 0 ? text : NULL);
  g_signal_emit (self, signal_changed, 0);
}

static void
sme_try_pause_dispose (GObject *object)
{
  SmeTryPause *self = SME_TRY_PAUSE (object);

  g_clear_object (&self->notice);
  g_clear_object (&self->countdown);
  G_OBJECT_CLASS (sme_try_pause_parent_class)->dispose (object);
}

static void
sme_try_pause_class_init (SmeTryPauseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_try_pause_dispose;
  signal_changed = g_signal_new ("changed", SME_TYPE_TRY_PAUSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sme_try_pause_init (SmeTryPause *self)
{
  self->countdown = sme_countdown_new ();
  g_signal_connect_object (self->countdown, "notify::seconds", G_CALLBACK (on_second), self,
                           G_CONNECT_SWAPPED);
}

SmeTryPause *
sme_try_pause_new (SmeNotice *notice)
{
  SmeTryPause *self = g_object_new (SME_TYPE_TRY_PAUSE, NULL);

  self->notice = g_object_ref (notice);
  return self;
}

gboolean
sme_try_pause_get_waiting (SmeTryPause *self)
{
  g_return_val_if_fail (SME_IS_TRY_PAUSE (self), FALSE);
  return sme_countdown_get_seconds (self->countdown) > 0;
}

void
sme_try_pause_show_error (SmeTryPause *self, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SME_IS_TRY_PAUSE (self) && error != NULL);
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_TOO_MANY_REQUESTS) &&
      sme_problem_get_retry_after (error) > 0)
    {
      sme_countdown_start (self->countdown, (guint) sme_problem_get_retry_after (error));
      return;
    }
  text = sme_error_text_summarize (error);
  sme_notice_set_text (self->notice, text);
}
