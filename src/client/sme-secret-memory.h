/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeSecretName:
 *
 * What a secret is, whose server it belongs to and which account; the last two may be "".
 */
typedef struct
{
  char *kind;
  char *server;
  char *account;
} SmeSecretName;

SmeSecretName *sme_secret_name_new (const char *kind, const char *server, const char *account);
void sme_secret_name_free (SmeSecretName *self);

/**
 * SmeSecretMemory:
 *
 * Secrets for as long as the program runs, where there is no keyring.
 */
typedef struct _SmeSecretMemory SmeSecretMemory;

typedef struct
{
  SmeSecretName *name;
  char *label;
  char *secret;
} SmeSecretItem;

SmeSecretMemory *sme_secret_memory_new (void);
void sme_secret_memory_free (SmeSecretMemory *self);

void sme_secret_memory_store (SmeSecretMemory *self,
                              const SmeSecretName *name,
                              const char *label,
                              const char *secret);
const char *sme_secret_memory_lookup (SmeSecretMemory *self, const SmeSecretName *name);
void sme_secret_memory_clear (SmeSecretMemory *self, const SmeSecretName *name);
/* Adds the accounts of @name's kind and server, the last one first. */
void
sme_secret_memory_list (SmeSecretMemory *self, const SmeSecretName *name, GStrvBuilder *accounts);
/* (transfer none): the first of all, or NULL. */
const SmeSecretItem *sme_secret_memory_peek_any (SmeSecretMemory *self);

G_END_DECLS
