/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A Secret Service inside the test: an empty default collection that is locked, and a person at
 * its prompt who does what the test says.
 */
typedef enum
{
  MOCK_PROMPT_ACCEPTED,
  MOCK_PROMPT_DISMISSED,
  MOCK_PROMPT_UNANSWERED,
  MOCK_SERVICE_HANGS,
} MockBehaviour;

typedef struct _MockSecrets MockSecrets;

/* Returns when the name is owned. */
MockSecrets *mock_secrets_new (MockBehaviour behaviour);
void mock_secrets_free (MockSecrets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MockSecrets, mock_secrets_free)

void mock_secrets_set_behaviour (MockSecrets *self, MockBehaviour behaviour);
guint mock_secrets_count_prompts (MockSecrets *self);

G_END_DECLS
