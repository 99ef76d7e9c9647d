/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-sent-code.h"

#include "app/account/sme-countdown.h"
#include "app/sme-error-text.h"
#include "base/sme-format.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeSentCode
{
  GObject parent_instance;

  SmeFieldRow *row;
  SmeBusyButton *button;
  SmeRecord *state; /* NULL before the first one */
  SmeCountdown *pause;
};

static guint signal_changed;

G_DEFINE_FINAL_TYPE (SmeSentCode, sme_sent_code, G_TYPE_OBJECT)

static void
show_pause (SmeSentCode *self)
{
  guint seconds = sme_countdown_get_seconds (self->pause);
  const char *caption = self->state != NULL ? _ ("Send another code") : _ ("Send the code");
  g_autofree char *time = sme_format_duration (seconds);
  g_autofree char *text = NULL;

  /* Translators: "Send the code (in 0:42)" */
  text = seconds > 0 ? g_strdup_printf (_ ("%s (in %s)"), caption, time) : g_strdup (caption);
  sme_busy_button_set_caption (self->button, text);
  g_signal_emit (self, signal_changed, 0);
}

static void
sme_sent_code_dispose (GObject *object)
{
  SmeSentCode *self = SME_SENT_CODE (object);

  g_clear_object (&self->row);
  g_clear_object (&self->button);
  g_clear_object (&self->state);
  g_clear_object (&self->pause);
  G_OBJECT_CLASS (sme_sent_code_parent_class)->dispose (object);
}

static void
sme_sent_code_class_init (SmeSentCodeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_sent_code_dispose;
  signal_changed = g_signal_new ("changed", SME_TYPE_SENT_CODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sme_sent_code_init (SmeSentCode *self)
{
  self->pause = sme_countdown_new ();
  g_signal_connect_object (self->pause, "notify::seconds", G_CALLBACK (show_pause), self,
                           G_CONNECT_SWAPPED);
}

SmeSentCode *
sme_sent_code_new (SmeFieldRow *row, SmeBusyButton *button)
{
  SmeSentCode *self = g_object_new (SME_TYPE_SENT_CODE, NULL);

  self->row = g_object_ref (row);
  self->button = g_object_ref (button);
  show_pause (self);
  return self;
}

void
sme_sent_code_take (SmeSentCode *self, SmeCodeState *state)
{
  gint64 wait;

  g_return_if_fail (SME_IS_SENT_CODE (self) && SME_IS_CODE_STATE (state));
  g_set_object (&self->state, SME_RECORD (state));
  wait = sme_record_get_int (self->state, "resend_after") -
         sme_record_get_int (self->state, "server_time");
  sme_field_row_set_text (self->row, "");
  sme_field_row_set_error (self->row, NULL);
  sme_countdown_start (self->pause, (guint) (MAX (wait, 0) + 999) / 1000);
  show_pause (self);
  sme_field_row_focus (self->row);
}

void
sme_sent_code_clear (SmeSentCode *self)
{
  g_return_if_fail (SME_IS_SENT_CODE (self));
  g_clear_object (&self->state);
  sme_field_row_set_text (self->row, "");
  sme_countdown_start (self->pause, 0);
  show_pause (self);
}

gboolean
sme_sent_code_was_sent (SmeSentCode *self)
{
  return self->state != NULL;
}

gboolean
sme_sent_code_may_send (SmeSentCode *self)
{
  return sme_countdown_get_seconds (self->pause) == 0;
}

const char *
sme_sent_code_get_request_id (SmeSentCode *self)
{
  return self->state != NULL ? sme_record_get_text (self->state, "request_id") : NULL;
}

const char *
sme_sent_code_get_address (SmeSentCode *self)
{
  return self->state != NULL ? sme_record_get_text (self->state, "sent_to") : NULL;
}

int
sme_sent_code_get_digits (SmeSentCode *self)
{
  return self->state != NULL ? (int) sme_record_get_int (self->state, "digits") : 0;
}

int
sme_sent_code_get_minutes (SmeSentCode *self)
{
  if (self->state == NULL)
    return 0;
  return (int) ((sme_record_get_int (self->state, "expires_at") -
                 sme_record_get_int (self->state, "server_time")) /
                60000);
}

const char *
sme_sent_code_judge (const char *text, gpointer data)
{
  SmeSentCode *self = data;
  gsize digits = (gsize) sme_sent_code_get_digits (self);
  gsize length = strlen (text);

  if (strspn (text, "0123456789") != length)
    return "characters";
  return length < digits ? "too-short" : length > digits ? "too-long" : NULL;
}

gboolean
sme_sent_code_take_error (SmeSentCode *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_CODE_TOO_SOON) &&
      sme_problem_get_retry_after (error) > 0)
    sme_countdown_start (self->pause, (guint) sme_problem_get_retry_after (error));
  if (!g_error_matches (error, SME_PROBLEM, SME_PROBLEM_CODE_WRONG) &&
      !g_error_matches (error, SME_PROBLEM, SME_PROBLEM_CODE_EXPIRED))
    return FALSE;
  text = sme_error_text_summarize (error);
  sme_field_row_set_error (self->row, text);
  sme_field_row_focus (self->row);
  return TRUE;
}
