/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-keyring-private.h"

static gboolean
on_step_timeout (gpointer user_data)
{
  SmeKeyring *self = user_data;

  self->step_timer = 0;
  self->step_timed_out = TRUE;
  g_cancellable_cancel (self->step);
  return G_SOURCE_REMOVE;
}

static void
on_outer_cancelled (GCancellable *outer, GCancellable *step)
{
  g_cancellable_cancel (step);
}

GCancellable *
sme_keyring_begin_step (SmeKeyring *self, guint ms)
{
  GTask *task = sme_keyring_peek_task (self);
  GCancellable *outer = g_task_get_cancellable (task);

  self->step = g_cancellable_new ();
  self->step_timed_out = FALSE;
  self->step_timer = g_timeout_add (ms, on_step_timeout, self);
  self->step_handler = 0;
  if (outer != NULL)
    self->step_handler = g_cancellable_connect (outer, G_CALLBACK (on_outer_cancelled),
                                                g_object_ref (self->step), g_object_unref);
  return self->step;
}

void
sme_keyring_end_step (SmeKeyring *self)
{
  GTask *task = sme_keyring_peek_task (self);

  if (self->step_handler != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), self->step_handler);
  self->step_handler = 0;
  g_clear_handle_id (&self->step_timer, g_source_remove);
  g_clear_object (&self->step);
}

gboolean
sme_keyring_was_cancelled (SmeKeyring *self)
{
  GTask *task = sme_keyring_peek_task (self);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return FALSE;
  g_task_return_error_if_cancelled (task);
  sme_keyring_next (self);
  return TRUE;
}

static gboolean
means_absent (const GError *error)
{
  return (error->domain != G_DBUS_ERROR && error->domain != SECRET_ERROR) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND);
}

void
sme_keyring_note_failure (SmeKeyring *self, const GError *error, SmeKeyringState by_clock)
{
  if (self->step_timed_out)
    {
      /* The connection to a service that hangs is of no more use. */
      secret_service_disconnect ();
      g_clear_object (&self->collection);
      sme_keyring_set_state (self, by_clock);
    }
  else if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    sme_keyring_set_state (self, SME_KEYRING_LOCKED);
  else
    sme_keyring_set_state (self, means_absent (error) ? SME_KEYRING_ABSENT : SME_KEYRING_FAILED);
  g_debug ("The keyring does not serve: %s", error->message);
}

/* Opening: the service, its default collection, whether that is locked. */

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  g_autoptr (GError) error = NULL;
  int n = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error);

  sme_keyring_end_step (self);
  if (sme_keyring_was_cancelled (self))
    return;
  self->refused = error != NULL || n == 0;
  if (error != NULL)
    sme_keyring_note_failure (self, error, SME_KEYRING_LOCKED);
  else
    sme_keyring_set_state (self, n > 0 ? SME_KEYRING_AVAILABLE : SME_KEYRING_LOCKED);
  sme_keyring_perform (self);
}

static void
on_collection (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) collections = NULL;

  g_clear_object (&self->collection);
  self->collection = secret_collection_for_alias_finish (result, &error);
  sme_keyring_end_step (self);
  if (sme_keyring_was_cancelled (self))
    return;
  if (error != NULL)
    sme_keyring_note_failure (self, error, SME_KEYRING_FAILED);
  else if (self->collection == NULL || !secret_collection_get_locked (self->collection))
    sme_keyring_set_state (self, SME_KEYRING_AVAILABLE);
  else if (sme_keyring_peek_job (self)->quiet)
    sme_keyring_set_state (self, SME_KEYRING_LOCKED);
  else
    {
      collections = g_list_prepend (NULL, self->collection);
      secret_service_unlock (secret_collection_get_service (self->collection), collections,
                             sme_keyring_begin_step (self, self->prompt_ms), on_unlocked,
                             g_object_ref (self));
      return;
    }
  sme_keyring_perform (self);
}

static void
on_service (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeKeyring) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = secret_service_get_finish (result, &error);

  sme_keyring_end_step (self);
  if (sme_keyring_was_cancelled (self))
    return;
  if (service == NULL)
    {
      sme_keyring_note_failure (self, error, SME_KEYRING_FAILED);
      sme_keyring_perform (self);
      return;
    }
  secret_collection_for_alias (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                               sme_keyring_begin_step (self, self->service_ms), on_collection,
                               g_object_ref (self));
}

/* In a sandbox libsecret keeps its own file under a key from the portal; there is no lock. */
static gboolean
uses_file (void)
{
  return g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") == 0 ||
         g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* A person who did not unlock, or a service that hangs, is asked again only when told to. */
static gboolean
must_open (SmeKeyring *self, SmeKeyringJob *job)
{
  if (job->opened)
    return FALSE;
  if (job->verb == SME_KEYRING_UNLOCK || self->state == SME_KEYRING_UNKNOWN ||
      self->state == SME_KEYRING_ABSENT)
    return TRUE;
  if (self->state == SME_KEYRING_LOCKED)
    return !self->refused;
  return self->state == SME_KEYRING_AVAILABLE && self->collection != NULL &&
         secret_collection_get_locked (self->collection);
}

void
sme_keyring_run (SmeKeyring *self)
{
  GTask *task = sme_keyring_peek_task (self);
  gboolean opens;
  SmeKeyringJob *job;

  if (task == NULL || sme_keyring_was_cancelled (self))
    return;
  job = sme_keyring_peek_job (self);
  opens = must_open (self, job);
  job->opened = TRUE;
  if (!opens)
    sme_keyring_perform (self);
  else if (uses_file ())
    {
      sme_keyring_set_state (self, SME_KEYRING_AVAILABLE);
      sme_keyring_perform (self);
    }
  else
    secret_service_get (SECRET_SERVICE_NONE, sme_keyring_begin_step (self, self->service_ms),
                        on_service, g_object_ref (self));
}
