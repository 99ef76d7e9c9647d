/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * A real backend in a directory of its own, and a plain HTTP client. What a step needs to go wrong
 * is said by the caller: the client neither retries nor checks.
 */
typedef struct
{
  char *directory;
  char *base;
  GSubprocess *process;
  SoupSession *session;
  int lifeline;
  char *option[2]; /* one more for the backend, with its value */
} Fixture;

typedef struct
{
  guint status;
  JsonNode *json; /* NULL when the body is not JSON */
  GBytes *body;
  char *etag;
  char *content_type;
  char *retry_after;
  char *allow;
  char *accept_ranges;
  char *content_range;
} Answer;

/* NULL fields are left out. */
typedef struct
{
  const char *method;
  const char *path;
  const char *body;
  const char *token;
  const char *key;
  const char *if_match;
  const char *header; /* one more: name */
  const char *value;
  const char *range;
  const char *if_range;
} Request;

Fixture *fixture_new (void);
Fixture *fixture_new_with (const char *option, const char *value);
void fixture_start (Fixture *self);
/* SIGKILL when @hard, else SIGTERM and an exit code of 0. */
void fixture_stop (Fixture *self, gboolean hard);
void fixture_free (Fixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

Answer *fixture_send (Fixture *self, const Request *request);
/* NULL when the backend is not there (any more). */
Answer *fixture_try_send (Fixture *self, const Request *request, GError **error);
/* A POST gets an idempotency key of its own. @body may be NULL. */
Answer *fixture_call (Fixture *self,
                      const char *method,
                      const char *path,
                      const char *token,
                      const char *body);
void answer_free (Answer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* A member of the answer's object; "a.b.0.c" goes down. */
const char *answer_text (Answer *self, const char *path);
gint64 answer_int (Answer *self, const char *path);
const char *answer_code (Answer *self); /* of a problem, "" for none */

#define assert_status(answer, expected) g_assert_cmpuint ((answer)->status, ==, expected)
#define assert_problem(answer, expected, word) \
  G_STMT_START \
  { \
    g_assert_cmpstr (answer_code (answer), ==, word); \
    g_assert_cmpuint ((answer)->status, ==, expected); \
    g_assert_cmpstr ((answer)->content_type, ==, "application/problem+json"); \
  } \
  G_STMT_END

/* The ready-made way: each returns what the next one needs; all free with g_free(). */
char *fixture_sign_in (Fixture *self, const char *email); /* once more: tokens age */
char *fixture_sign_up (Fixture *self, const char *email); /* access token */
/* @type: "household"; @more: further fields, each with a comma before it */
char *fixture_sign_up_as (Fixture *self, const char *type, const char *more, const char *email);
char *fixture_last_code (Fixture *self, const char *kind);
/* The word behind @before in the newest message that has it. */
char *fixture_find_in_inbox (Fixture *self, const char *before);
/* The code in the last message to @to (an address, or +84...), NULL if it has none. */
char *fixture_code_to (Fixture *self, const char *to);
guint fixture_count_messages_to (Fixture *self, const char *to);
/* Whether @words stand in the body of any message to @to. */
gboolean fixture_was_told (Fixture *self, const char *to, const char *words);
guint fixture_count_messages (Fixture *self);
char *fixture_order (Fixture *self, const char *token, const char *plan); /* order id */
void fixture_declare (Fixture *self, const char *token, const char *order);
void fixture_advance (Fixture *self, gint64 seconds);
/* The whole declaration as JSON. */
extern const char fixture_profile[];

typedef struct
{
  char *order;
  char *dossier;
  char *token;     /* signing */
  char *documents; /* {"documents": [...]} as shown */
  char *contract;  /* document id */
} Signing;

/* A paid order with an open signing session and a changed password. */
Signing *fixture_open_signing (Fixture *self, const char *token);
/* What is to be signed in the session just opened for @order; with a changed password. */
Signing *fixture_take_session (Fixture *self, Answer *session, const char *order);
void signing_free (Signing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Signing, signing_free)
Answer *fixture_dossier_call (Fixture *self,
                              Signing *signing,
                              const char *method,
                              const char *what,
                              const char *body);
extern const char fixture_signature[];

G_END_DECLS
