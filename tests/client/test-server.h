/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/*
 * A server inside the test: answers what it was told to, in order, one queue per "METHOD /path",
 * and keeps what it was asked. What nobody told it to answer is a failure of the test.
 */
typedef struct _TestServer TestServer;

typedef enum
{
  TEST_REPLY_NORMAL,
  TEST_REPLY_CUT_BEFORE, /* the connection breaks instead of an answer */
  TEST_REPLY_CUT_WITHIN, /* ... in the middle of the body */
  TEST_REPLY_NEVER,      /* the answer never comes */
  TEST_REPLY_STREAM,     /* the body is the beginning; test_server_push() adds */
} TestReplyKind;

typedef struct
{
  guint status;
  const char *body; /* NULL: none */
  const char *type; /* NULL: application/json, or problem+json from 400 on */
  const char *header, *value;
  TestReplyKind kind;
  guint delay_ms;
  gsize padding;                      /* so many spaces before the body */
  const char *ranges, *content_range; /* NULL: no such header */
} TestReply;

typedef struct
{
  char *method;
  char *path;
  char *query;
  char *body;
  SoupMessageHeaders *headers;
} TestRequest;

TestServer *test_server_new (void);
void test_server_free (TestServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)

const char *test_server_get_url (TestServer *self);

void test_server_reply (TestServer *self, const char *what, TestReply reply);
/* The same answer for ever, after those that wait. */
void test_server_reply_always (TestServer *self, const char *what, TestReply reply);

guint test_server_count (TestServer *self, const char *what);
/* The @i-th request of @what; fails without. */
TestRequest *test_server_get (TestServer *self, const char *what, guint i);
const char *test_request_get_header (TestRequest *self, const char *name);

/* To the newest stream. */
void test_server_push (TestServer *self, const char *text);
void test_server_end_stream (TestServer *self);
void test_server_cut_stream (TestServer *self);

/* Runs the main loop until @condition holds; fails after 20 s. */
typedef gboolean (*TestCondition) (gpointer user_data);
void test_wait_until (TestCondition condition, gpointer user_data);
void test_wait_for_requests (TestServer *self, const char *what, guint n);
/* Lets everything happen that happens within @ms: for what must not happen. */
void test_let_pass (guint ms);

/* For a call: test_await() gives its result, which stays ours. */
typedef struct
{
  GAsyncResult *result;
} TestCall;

void test_on_ready (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *test_await (TestCall *call);
void test_call_clear (TestCall *call);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestCall, test_call_clear)

/* Runs the main loop until @object is finalized; takes a reference over. */
void test_assert_finalizes (gpointer object);

G_END_DECLS
