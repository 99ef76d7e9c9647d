/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend-fixture.h"

G_BEGIN_DECLS

/* Signing a contract as the program does, with a backend or a client that may die at any step. */
typedef struct
{
  Fixture *fixture;
  const char *email;
  char *access;
  char *order;
  char *token; /* of eContract; NULL: to be asked for */
  char *dossier;
  gboolean password_due;
  GHashTable *keys; /* operation -> the key it is repeated with */
  GBytes *read;     /* the contract, as it was before it was signed */
  const char *die_after;
  gboolean died;
} SigningWalk;

/* The next step. FALSE: somebody died. */
gboolean signing_walk_go_on (SigningWalk *self, gboolean *done);

/* The client ended: everything that was in memory is gone. */
void signing_walk_forget (SigningWalk *self);

/* NULL when the backend died; or when the client does, right after the answer came. */
Answer *signing_walk_ask (SigningWalk *self,
                          const char *step,
                          const char *method,
                          const char *path,
                          const char *body);
Answer *signing_walk_ask_dossier (SigningWalk *self,
                                  const char *step,
                                  const char *method,
                                  const char *what,
                                  const char *body);

G_END_DECLS
