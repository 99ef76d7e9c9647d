/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-reply.h"
#include "backend/sme-backend.h"
#include "core/sme-operations.h"

G_BEGIN_DECLS

/**
 * SmePrincipal:
 *
 * Who calls, as the bearer token says. All texts are NULL for nobody.
 */
typedef struct
{
  char *kind; /* access, signing, signer, lookup, local */
  char *account_id;
  char *family_id;
  char *session_id;
  char *dossier_id;
  char *signer_id; /* who was invited to sign an order, and that order */
  char *order_id;
  gint64 expires_at; /* of the token */
} SmePrincipal;

/**
 * SmeCall:
 *
 * One request on its way through a worker thread. What came over the wire does not change; db, now
 * and principal are set by the dispatcher before a handler sees the call.
 */
typedef struct
{
  /* From the wire */
  SmeOperationId operation;
  char *path;
  char *path_id;
  char *query;
  char *bearer;
  char *idempotency_key;
  char *if_match;
  char *if_none_match;
  char *range;
  char *if_range;
  char *cookie;        /* only the web pages of the local bank look at it */
  char *language;      /* "vi" or "en" */
  char *operator_name; /* who works at the command line, NULL over the wire */
  char *agent;         /* the program that asks, as it says itself */
  GBytes *body_bytes;

  /* Set by the dispatcher */
  SmeBackend *backend;
  SmeDb *db;
  gint64 now;
  SmePrincipal principal;
  SmeRecord *query_record;
  SmeRecord *request;
  gpointer prepared; /* what the prepare function made outside the transaction */
  GDestroyNotify prepared_free;
  char *decision;      /* of an operator: stands in each row of the chain that comes of it */
  gboolean keep;       /* commit although an error is answered: a wrong code costs a try */
  GPtrArray *events;   /* (element-type SmeChange): told to listeners after the commit */
  GPtrArray *ended;    /* (element-type utf8): sign-ins that are over after the commit */
  gboolean sweep_soon; /* times have moved: look for what ran out */
  gboolean tell_soon;  /* the local gateway has something to tell the shop */
} SmeCall;

SmeCall *sme_call_new (SmeOperationId operation);
void sme_call_free (SmeCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeCall, sme_call_free)

const SmeOperation *sme_call_get_operation (SmeCall *self);

/* Tells the account's listeners, after the commit, that the thing changed. */
void sme_call_changed (SmeCall *self, const char *account_id, const char *kind, const char *id);

/* Closes the sign-in's event streams, after the commit. */
void sme_call_ended (SmeCall *self, const char *family_id);

/* Nothing happened after all: nobody is told of anything. */
void sme_call_forget_news (SmeCall *self);

typedef struct
{
  char *account_id;
  char *kind;
  char *id;
} SmeChange;
void sme_change_free (SmeChange *self);

void sme_call_set_prepared (SmeCall *self, gpointer prepared, GDestroyNotify free_func);

G_END_DECLS
