/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SME_LOCAL_BACKEND_ERROR (sme_local_backend_error_quark ())
GQuark sme_local_backend_error_quark (void);

/**
 * SmeLocalBackendError:
 * @SME_LOCAL_BACKEND_ERROR_NOT_FOUND: the program is not installed
 * @SME_LOCAL_BACKEND_ERROR_BUSY: another instance uses the data directory
 * @SME_LOCAL_BACKEND_ERROR_TIMED_OUT: it started and never got ready
 * @SME_LOCAL_BACKEND_ERROR_FAILED: it ended by itself, again and again
 */
typedef enum
{
  SME_LOCAL_BACKEND_ERROR_NOT_FOUND,
  SME_LOCAL_BACKEND_ERROR_BUSY,
  SME_LOCAL_BACKEND_ERROR_TIMED_OUT,
  SME_LOCAL_BACKEND_ERROR_FAILED,
} SmeLocalBackendError;

typedef enum
{
  SME_LOCAL_BACKEND_STOPPED,
  SME_LOCAL_BACKEND_STARTING,
  SME_LOCAL_BACKEND_READY,
  SME_LOCAL_BACKEND_FAILED,
} SmeLocalBackendState;

#define SME_TYPE_LOCAL_BACKEND_STATE (sme_local_backend_state_get_type ())
GType sme_local_backend_state_get_type (void);

#define SME_TYPE_LOCAL_BACKEND (sme_local_backend_get_type ())
G_DECLARE_FINAL_TYPE (SmeLocalBackend, sme_local_backend, SME, LOCAL_BACKEND, GObject)

/**
 * SmeLocalBackend:
 *
 * Runs onesme-backend on a loopback socket that we bind and keep, so the base URL stays the same
 * and nobody can take the port while the program is down; calls made meanwhile wait, and fail at
 * once where it has failed for good. It is started again with growing pauses when it dies, and ends
 * with us (SIGTERM, and end of file on a pipe when we are killed).
 *
 * Properties: `state` (#SmeLocalBackendState), `base-url`, `error` (#GError, in state failed).
 */

/* @program: (nullable): NULL: $ONESME_BACKEND, beside our own program, in the build tree, or where
 * it is installed. @data_dir: (nullable): NULL for onesme/backend in the user's data directory. */
SmeLocalBackend *sme_local_backend_new (const char *program, const char *data_dir);

SmeLocalBackendState sme_local_backend_get_state (SmeLocalBackend *self);
const GError *sme_local_backend_get_error (SmeLocalBackend *self);
/* NULL before the first start, and where there is no socket to be had; not where the program is
 * missing. */
const char *sme_local_backend_get_base_url (SmeLocalBackend *self);
/* Of the local-only routes; NULL before the first start. */
const char *sme_local_backend_get_token (SmeLocalBackend *self);
/* The process, or NULL; for tests. */
const char *sme_local_backend_get_pid (SmeLocalBackend *self);

/* Ends when it is ready or has failed. */
void sme_local_backend_start_async (SmeLocalBackend *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean
sme_local_backend_start_finish (SmeLocalBackend *self, GAsyncResult *result, GError **error);

/* SIGTERM; after 10 s SIGKILL. Ends when the process is gone. */
void sme_local_backend_stop_async (SmeLocalBackend *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
sme_local_backend_stop_finish (SmeLocalBackend *self, GAsyncResult *result, GError **error);

/* The file in which the backend of @data_dir (as above) lists whom its seals are to be checked
 * against, PEM; it is there from the first start on, running or not. */
char *sme_local_backend_find_authorities (const char *data_dir);

void sme_local_backend_set_limits (SmeLocalBackend *self, guint ready_ms, guint first_delay_ms);

G_END_DECLS
