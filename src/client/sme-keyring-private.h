/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-keyring.h"
#include "client/sme-secret-memory.h"

#include <libsecret/secret.h>

G_BEGIN_DECLS

typedef enum
{
  SME_KEYRING_STORE,
  SME_KEYRING_LOOKUP,
  SME_KEYRING_LIST,
  SME_KEYRING_CLEAR,
  SME_KEYRING_UNLOCK,
} SmeKeyringVerb;

/* What a queued task is to do. */
typedef struct
{
  SmeKeyringVerb verb;
  SmeSecretName *name; /* NULL to unlock */
  char *label;
  char *secret;
  gboolean quiet;  /* the person is not to be asked to unlock */
  gboolean opened; /* the keyring was opened for it; once is enough */
} SmeKeyringJob;

struct _SmeKeyring
{
  GObject parent_instance;

  SmeKeyringState state;
  SecretCollection *collection; /* the default one, once known */
  SmeSecretMemory *memory;
  GQueue tasks;       /* the head is under way: one prompt at a time, first come, first served */
  GCancellable *step; /* of the service call under way */
  gulong step_handler;
  guint step_timer;
  gboolean step_timed_out;
  guint service_ms, prompt_ms;
  gboolean quiet;
  gboolean refused; /* the person did not unlock it when asked */
};

void sme_keyring_set_state (SmeKeyring *self, SmeKeyringState state);

/* The task at the head of the queue, and what it is to do. */
GTask *sme_keyring_peek_task (SmeKeyring *self);
SmeKeyringJob *sme_keyring_peek_job (SmeKeyring *self);
/* Puts a job before all others. */
void sme_keyring_push_first (SmeKeyring *self, SmeKeyringJob *job);
/* The head is done; its task has been returned. */
void sme_keyring_next (SmeKeyring *self);

/* One call of the service: it ends by itself, by the caller's cancellable, or by the clock. */
GCancellable *sme_keyring_begin_step (SmeKeyring *self, guint ms);
void sme_keyring_end_step (SmeKeyring *self);
/* Gives up the head when its caller has; what is known of the keyring stays. */
gboolean sme_keyring_was_cancelled (SmeKeyring *self);
/* What an error of the service says about the keyring; @by_clock when it was ours that ended it. */
void sme_keyring_note_failure (SmeKeyring *self, const GError *error, SmeKeyringState by_clock);

/* sme-keyring-open.c: starts on the head of the queue, if there is one: finds out the state where
 * that is needed, asks the person to unlock, and performs. */
void sme_keyring_run (SmeKeyring *self);
/* sme-keyring-perform.c: does the job at the head, in the keyring or in memory. */
void sme_keyring_perform (SmeKeyring *self);

G_END_DECLS
