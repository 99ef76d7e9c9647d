/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/sme-backend.h"

#include "backend/store/sme-catalog-loader.h"
#include "backend/store/sme-schema.h"
#include "backend/store/sme-store-order-list.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _SmeBackend
{
  char *data_dir;
  int lock_fd;
  SmeClock *clock;
  SmeKeys *keys;
  SmeGatewayConfig *gateway;
  gboolean local;
  GMutex writer;
  char *url;
  char *local_token;
  char *timestamp_url;
};

/* One process per data directory; the lock goes with the process, however it ends. */
static gboolean
take_lock (SmeBackend *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "lock", NULL);

  self->lock_fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (self->lock_fd >= 0 && flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               "The data directory is in use or not writable: %s", g_strerror (errno));
  return FALSE;
}

static gboolean
read_clock (SmeBackend *self, SmeDb *db, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (db, error, "SELECT value FROM setting WHERE name = 'clock_offset'", NULL);

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) > 0)
    sme_clock_set_offset (self->clock,
                          g_ascii_strtoll (sme_rows_text (rows, 0, "value"), NULL, 10));
  return TRUE;
}

static gboolean
prepare_db (SmeBackend *self, GError **error)
{
  g_autoptr (SmeDb) db = sme_backend_open_db (self, error);

  return db != NULL && sme_schema_bring_up_to (db, SME_SCHEMA_VERSION, error) &&
         sme_store_fold_older_orders (db, error) && read_clock (self, db, error) &&
         sme_catalog_loader_run (db, error);
}

static gboolean
publish_authorities (SmeBackend *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "authorities.pem", NULL);

  return sme_keys_publish (self->keys, path, error);
}

SmeBackend *
sme_backend_new (const char *data_dir, const char *keys_dir, gboolean local, GError **error)
{
  g_autoptr (SmeBackend) self = g_new0 (SmeBackend, 1);
  g_autofree char *own_keys = g_build_filename (data_dir, "keys", NULL);
  const char *keys = keys_dir != NULL ? keys_dir : own_keys;

  self->lock_fd = -1;
  self->data_dir = g_strdup (data_dir);
  self->local = local;
  self->clock = sme_clock_new ();
  g_mutex_init (&self->writer);
  /* Everything made from here on is the owner's alone. */
  umask (0077);
  if (g_mkdir_with_parents (data_dir, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   "The data directory cannot be made: %s", g_strerror (errno));
      return NULL;
    }
  if (!take_lock (self, error))
    return NULL;
  self->keys = sme_keys_open (keys, error);
  if (self->keys == NULL || !publish_authorities (self, error) ||
      !sme_gateway_config_open (keys, local, &self->gateway, error) || !prepare_db (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
open_beside (SmeBackend *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "onesme.db", NULL);
  g_autoptr (SmeDb) db = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There are no data here");
      return FALSE;
    }
  db = sme_db_open (path, error);
  return db != NULL && sme_schema_check (db, error) && read_clock (self, db, error);
}

SmeBackend *
sme_backend_new_beside (const char *data_dir, const char *keys_dir, GError **error)
{
  g_autoptr (SmeBackend) self = g_new0 (SmeBackend, 1);
  g_autofree char *own_keys = g_build_filename (data_dir, "keys", NULL);

  self->lock_fd = -1;
  self->data_dir = g_strdup (data_dir);
  self->local = TRUE; /* its own token opens the operator's routes; nobody listens */
  self->clock = sme_clock_new ();
  g_mutex_init (&self->writer);
  umask (0077);
  if (!open_beside (self, error))
    return NULL;
  self->keys = sme_keys_open (keys_dir != NULL ? keys_dir : own_keys, error);
  return self->keys != NULL ? g_steal_pointer (&self) : NULL;
}

void
sme_backend_free (SmeBackend *self)
{
  g_clear_pointer (&self->keys, sme_keys_free);
  g_clear_pointer (&self->gateway, sme_gateway_config_free);
  g_clear_pointer (&self->clock, sme_clock_unref);
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_mutex_clear (&self->writer);
  g_free (self->data_dir);
  g_free (self->url);
  g_free (self->local_token);
  g_free (self->timestamp_url);
  g_free (self);
}

SmeClock *
sme_backend_get_clock (SmeBackend *self)
{
  return self->clock;
}

SmeKeys *
sme_backend_get_keys (SmeBackend *self)
{
  return self->keys;
}

const SmeGatewayConfig *
sme_backend_get_gateway (SmeBackend *self)
{
  return self->gateway;
}

gboolean
sme_backend_is_local (SmeBackend *self)
{
  return self->local;
}

SmeDb *
sme_backend_open_db (SmeBackend *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "onesme.db", NULL);

  return sme_db_open (path, error);
}

void
sme_backend_lock_writer (SmeBackend *self)
{
  g_mutex_lock (&self->writer);
}

void
sme_backend_unlock_writer (SmeBackend *self)
{
  g_mutex_unlock (&self->writer);
}

const char *
sme_backend_get_url (SmeBackend *self)
{
  return self->url;
}

void
sme_backend_set_url (SmeBackend *self, const char *url)
{
  g_free (self->url);
  self->url = g_strdup (url);
}

const char *
sme_backend_get_local_token (SmeBackend *self)
{
  return self->local_token;
}

void
sme_backend_set_local_token (SmeBackend *self, const char *token)
{
  g_free (self->local_token);
  self->local_token = g_strdup (token);
}

const char *
sme_backend_get_timestamp_url (SmeBackend *self)
{
  return self->timestamp_url;
}

void
sme_backend_set_timestamp_url (SmeBackend *self, const char *url)
{
  g_free (self->timestamp_url);
  self->timestamp_url = g_strdup (url);
}
