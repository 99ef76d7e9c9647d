/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-local-backend.h"

#include "client/sme-local-endpoint.h"

#include <signal.h>
#include <sysexits.h>

#define MAX_FAILURES 6
#define LASTING_US (10 * G_TIME_SPAN_SECOND) /* so long a run makes up for failures before */
#define LAST_DELAY_MS 10000
#define TERMINATION_MS 10000

enum
{
  PROP_0,
  PROP_STATE,
  PROP_BASE_URL,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_QUARK (sme - local - backend - error - quark, sme_local_backend_error)

struct _SmeLocalBackend
{
  GObject parent_instance;

  char *program;
  char *data_dir;
  SmeLocalEndpoint *endpoint; /* from the first start on */

  SmeLocalBackendState state;
  GError *error;
  GSubprocess *process;
  GDataInputStream *output;
  GCancellable *cancellable; /* of all that would come back to a disposed object */
  GPtrArray *starters;
  GPtrArray *stoppers;
  gint64 ready_at;
  guint failures;
  gboolean stopping;
  gboolean overdue;
  guint ready_ms, first_delay_ms;
  guint ready_timer, retry_timer, kill_timer;
};

static void spawn (SmeLocalBackend *self);

G_DEFINE_FINAL_TYPE (SmeLocalBackend, sme_local_backend, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SmeLocalBackendState,
                    sme_local_backend_state,
                    G_DEFINE_ENUM_VALUE (SME_LOCAL_BACKEND_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (SME_LOCAL_BACKEND_STARTING, "starting"),
                    G_DEFINE_ENUM_VALUE (SME_LOCAL_BACKEND_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SME_LOCAL_BACKEND_FAILED, "failed"))

static void
set_state (SmeLocalBackend *self, SmeLocalBackendState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
take_error (SmeLocalBackend *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
answer (GPtrArray **tasks, const GError *error)
{
  g_autoptr (GPtrArray) answered = g_steal_pointer (tasks);

  *tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < answered->len; i++)
    if (error != NULL)
      g_task_return_error (g_ptr_array_index (answered, i), g_error_copy (error));
    else
      g_task_return_boolean (g_ptr_array_index (answered, i), TRUE);
}

/* Takes @error over. */
static void
fail (SmeLocalBackend *self, GError *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  take_error (self, error);
  set_state (self, SME_LOCAL_BACKEND_FAILED);
  g_object_thaw_notify (G_OBJECT (self));
  if (self->endpoint != NULL)
    sme_local_endpoint_set_refusing (self->endpoint, TRUE);
  answer (&self->starters, error);
}

/* A process: from its start to its end */

static void
clear_process (SmeLocalBackend *self)
{
  g_clear_handle_id (&self->ready_timer, g_source_remove);
  g_clear_handle_id (&self->kill_timer, g_source_remove);
  g_clear_object (&self->output);
  g_clear_object (&self->process);
}

static gboolean
on_retry_due (gpointer user_data)
{
  SmeLocalBackend *self = user_data;

  self->retry_timer = 0;
  spawn (self);
  return G_SOURCE_REMOVE;
}

static void
start_again (SmeLocalBackend *self)
{
  guint delay = self->first_delay_ms << (self->failures - 1);

  set_state (self, SME_LOCAL_BACKEND_STARTING);
  self->retry_timer = g_timeout_add (MIN (delay, LAST_DELAY_MS), on_retry_due, self);
}

static gboolean
ended_busy (GSubprocess *process)
{
  return g_subprocess_get_if_exited (process) &&
         g_subprocess_get_exit_status (process) == EX_TEMPFAIL;
}

static void
judge_end (SmeLocalBackend *self, gboolean busy, gboolean overdue)
{
  if (self->ready_at != 0 && g_get_monotonic_time () - self->ready_at > LASTING_US)
    self->failures = 0;
  self->failures++;
  if (busy)
    fail (self, g_error_new_literal (SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_BUSY,
                                     "Another instance uses the data directory"));
  else if (overdue)
    fail (self, g_error_new_literal (SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_TIMED_OUT,
                                     "The local backend did not get ready"));
  else if (self->failures >= MAX_FAILURES)
    fail (self, g_error_new_literal (SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_FAILED,
                                     "The local backend keeps ending"));
  else
    start_again (self);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmeLocalBackend *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean busy, overdue;

  /* Cancelled: the object is gone. */
  if (!g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error))
    return;
  busy = ended_busy (G_SUBPROCESS (source));
  overdue = self->overdue;
  clear_process (self);
  if (!self->stopping)
    {
      judge_end (self, busy, overdue);
      return;
    }
  self->stopping = FALSE;
  set_state (self, SME_LOCAL_BACKEND_STOPPED);
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
  answer (&self->starters, error);
  answer (&self->stoppers, NULL);
}

static gboolean
on_overdue (gpointer user_data)
{
  SmeLocalBackend *self = user_data;

  self->ready_timer = 0;
  self->overdue = TRUE;
  g_subprocess_force_exit (self->process);
  return G_SOURCE_REMOVE;
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmeLocalBackend *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line =
    g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  g_autofree char *expected = NULL;

  /* Without a line the end of the process is near, and tells more. */
  if (line == NULL || G_DATA_INPUT_STREAM (source) != self->output || self->stopping)
    return;
  expected = g_strconcat ("ready ", sme_local_endpoint_get_url (self->endpoint), NULL);
  if (!g_str_equal (line, expected))
    {
      g_data_input_stream_read_line_async (self->output, G_PRIORITY_DEFAULT, self->cancellable,
                                           on_line, self);
      return;
    }
  g_clear_handle_id (&self->ready_timer, g_source_remove);
  self->ready_at = g_get_monotonic_time ();
  take_error (self, NULL);
  set_state (self, SME_LOCAL_BACKEND_READY);
  answer (&self->starters, NULL);
}

static gboolean
find_program (SmeLocalBackend *self, GError **error)
{
  if (self->program == NULL)
    self->program = sme_local_endpoint_find_program ();
  if (self->program == NULL)
    g_set_error_literal (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_NOT_FOUND,
                         "onesme-backend is not installed");
  return self->program != NULL;
}

/* The socket first: also a program that is missing has an address, and may be there later. */
static gboolean
prepare (SmeLocalBackend *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->endpoint == NULL)
    {
      self->endpoint = sme_local_endpoint_new (&local);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BASE_URL]);
    }
  if (self->endpoint == NULL)
    {
      g_set_error (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_FAILED,
                   "No address to listen at: %s", local != NULL ? local->message : "");
      return FALSE;
    }
  sme_local_endpoint_set_refusing (self->endpoint, FALSE);
  return find_program (self, error);
}

static GSubprocess *
launch (SmeLocalBackend *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  GSubprocess *process;

  if (!prepare (self, error))
    return NULL;
  process = sme_local_endpoint_launch (self->endpoint, self->program, self->data_dir, &local);
  if (g_error_matches (local, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    g_set_error_literal (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_NOT_FOUND,
                         local->message);
  else if (local != NULL)
    g_set_error_literal (error, SME_LOCAL_BACKEND_ERROR, SME_LOCAL_BACKEND_ERROR_FAILED,
                         local->message);
  return process;
}

static void
spawn (SmeLocalBackend *self)
{
  GError *error = NULL;

  set_state (self, SME_LOCAL_BACKEND_STARTING);
  self->ready_at = 0;
  self->overdue = FALSE;
  self->process = launch (self, &error);
  if (self->process == NULL)
    {
      fail (self, error);
      return;
    }
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  self->ready_timer = g_timeout_add (self->ready_ms, on_overdue, self);
  g_data_input_stream_read_line_async (self->output, G_PRIORITY_DEFAULT, self->cancellable, on_line,
                                       self);
  g_subprocess_wait_async (self->process, self->cancellable, on_ended, self);
}

static void
sme_local_backend_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeLocalBackend *self = SME_LOCAL_BACKEND (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_BASE_URL:
      g_value_set_string (value, sme_local_backend_get_base_url (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_local_backend_dispose (GObject *object)
{
  SmeLocalBackend *self = SME_LOCAL_BACKEND (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  if (self->process != NULL)
    g_subprocess_send_signal (self->process, SIGTERM);
  clear_process (self);
  /* The lifeline is cut with it. */
  g_clear_pointer (&self->endpoint, sme_local_endpoint_free);
  G_OBJECT_CLASS (sme_local_backend_parent_class)->dispose (object);
}

static void
sme_local_backend_finalize (GObject *object)
{
  SmeLocalBackend *self = SME_LOCAL_BACKEND (object);

  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->starters, g_ptr_array_unref);
  g_clear_pointer (&self->stoppers, g_ptr_array_unref);
  G_OBJECT_CLASS (sme_local_backend_parent_class)->finalize (object);
}

static void
sme_local_backend_class_init (SmeLocalBackendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_local_backend_get_property;
  object_class->dispose = sme_local_backend_dispose;
  object_class->finalize = sme_local_backend_finalize;

  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SME_TYPE_LOCAL_BACKEND_STATE,
                                         SME_LOCAL_BACKEND_STOPPED, flags);
  props[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_local_backend_init (SmeLocalBackend *self)
{
  self->cancellable = g_cancellable_new ();
  self->starters = g_ptr_array_new_with_free_func (g_object_unref);
  self->stoppers = g_ptr_array_new_with_free_func (g_object_unref);
  self->ready_ms = 20000;
  self->first_delay_ms = 200;
}

static char *
find_data_dir (const char *data_dir)
{
  return data_dir != NULL ? g_strdup (data_dir)
                          : g_build_filename (g_get_user_data_dir (), "onesme", "backend", NULL);
}

char *
sme_local_backend_find_authorities (const char *data_dir)
{
  g_autofree char *directory = find_data_dir (data_dir);

  return g_build_filename (directory, "authorities.pem", NULL);
}

SmeLocalBackend *
sme_local_backend_new (const char *program, const char *data_dir)
{
  SmeLocalBackend *self = g_object_new (SME_TYPE_LOCAL_BACKEND, NULL);

  self->program = g_strdup (program);
  self->data_dir = find_data_dir (data_dir);
  return self;
}

SmeLocalBackendState
sme_local_backend_get_state (SmeLocalBackend *self)
{
  g_return_val_if_fail (SME_IS_LOCAL_BACKEND (self), SME_LOCAL_BACKEND_STOPPED);

  return self->state;
}

const GError *
sme_local_backend_get_error (SmeLocalBackend *self)
{
  g_return_val_if_fail (SME_IS_LOCAL_BACKEND (self), NULL);

  return self->error;
}

const char *
sme_local_backend_get_base_url (SmeLocalBackend *self)
{
  g_return_val_if_fail (SME_IS_LOCAL_BACKEND (self), NULL);

  return self->endpoint != NULL ? sme_local_endpoint_get_url (self->endpoint) : NULL;
}

const char *
sme_local_backend_get_token (SmeLocalBackend *self)
{
  g_return_val_if_fail (SME_IS_LOCAL_BACKEND (self), NULL);

  return self->endpoint != NULL ? sme_local_endpoint_get_token (self->endpoint) : NULL;
}

const char *
sme_local_backend_get_pid (SmeLocalBackend *self)
{
  g_return_val_if_fail (SME_IS_LOCAL_BACKEND (self), NULL);

  return self->process != NULL ? g_subprocess_get_identifier (self->process) : NULL;
}

void
sme_local_backend_start_async (SmeLocalBackend *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SME_IS_LOCAL_BACKEND (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_local_backend_start_async);
  if (self->state == SME_LOCAL_BACKEND_READY && !self->stopping)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->starters, g_object_ref (task));
  if (self->state == SME_LOCAL_BACKEND_STARTING || self->stopping)
    return;
  self->failures = 0;
  spawn (self);
}

gboolean
sme_local_backend_start_finish (SmeLocalBackend *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
on_termination_overdue (gpointer user_data)
{
  SmeLocalBackend *self = user_data;

  self->kill_timer = 0;
  g_subprocess_force_exit (self->process);
  return G_SOURCE_REMOVE;
}

void
sme_local_backend_stop_async (SmeLocalBackend *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SME_IS_LOCAL_BACKEND (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_local_backend_stop_async);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  if (self->process == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");

      set_state (self, SME_LOCAL_BACKEND_STOPPED);
      answer (&self->starters, error);
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->stoppers, g_object_ref (task));
  if (self->stopping)
    return;
  self->stopping = TRUE;
  g_clear_handle_id (&self->ready_timer, g_source_remove);
  self->kill_timer = g_timeout_add (TERMINATION_MS, on_termination_overdue, self);
  g_subprocess_send_signal (self->process, SIGTERM);
}

gboolean
sme_local_backend_stop_finish (SmeLocalBackend *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_local_backend_set_limits (SmeLocalBackend *self, guint ready_ms, guint first_delay_ms)
{
  g_return_if_fail (SME_IS_LOCAL_BACKEND (self));

  self->ready_ms = ready_ms;
  self->first_delay_ms = first_delay_ms;
}
