/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certificate-fixture.h"

#include <string.h>

#define LOCAL_TOKEN "local-token-of-the-tests"

Customer *
customer_new (void)
{
  return customer_new_with (NULL, NULL);
}

Customer *
customer_new_with (const char *option, const char *value)
{
  Customer *self = g_new0 (Customer, 1);

  self->fixture = fixture_new_with (option, value);
  self->access = fixture_sign_up (self->fixture, "an@vidu.vn");
  self->signing = fixture_open_signing (self->fixture, self->access);
  return self;
}

Customer *
customer_new_signed (void)
{
  Customer *self = customer_new ();
  g_autoptr (Answer) completed = customer_sign (self, self->signing);

  assert_status (completed, 200);
  return self;
}

Customer *
customer_new_accepting (void)
{
  Customer *self = customer_new_signed ();

  customer_get_issued (self);
  return self;
}

Customer *
customer_new_active (void)
{
  Customer *self = customer_new_accepting ();
  g_autoptr (Signing) signing = customer_open_session (self, "acceptance");
  g_autoptr (Answer) completed = customer_sign (self, signing);

  assert_status (completed, 200);
  return self;
}

static void
transfer (Customer *self, const char *order)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", order);
  g_autoptr (Answer) payment =
    fixture_call (self->fixture, "POST", path, self->access,
                  "{\"method\":\"vietqr\",\"terms_version\":\"2026-11\"}");
  g_autofree char *body =
    g_strdup_printf ("{\"payload\":\"%s\",\"amount\":%" G_GINT64_FORMAT "}",
                     answer_text (payment, "vietqr.payload"), answer_int (payment, "amount"));
  g_autoptr (Answer) transferred =
    fixture_call (self->fixture, "POST", "/local/bank/transfers", LOCAL_TOKEN, body);

  assert_status (payment, 201);
  assert_status (transferred, 201);
}

Customer *
customer_new_paying (Fixture *fixture, char *access, char *order)
{
  Customer *self = g_new0 (Customer, 1);
  g_autofree char *taken = order;
  g_autofree char *open = g_strdup_printf ("/v1/orders/%s/signing-sessions", order);
  g_autoptr (Answer) session = NULL;

  self->fixture = fixture;
  self->access = access;
  transfer (self, order);
  session = fixture_call (fixture, "POST", open, access, "{\"purpose\":\"contract\"}");
  assert_status (session, 201);
  self->signing = fixture_take_session (fixture, session, order);
  return self;
}

void
customer_free (Customer *self)
{
  signing_free (self->signing);
  fixture_free (self->fixture);
  g_free (self->access);
  g_free (self);
}

static Answer *
enter (Customer *self, Signing *signing, const char *code)
{
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);

  return fixture_dossier_call (self->fixture, signing, "POST", "/otp/verify", body);
}

static char *
send_otp (Customer *self, Signing *signing)
{
  g_autoptr (Answer) sent =
    fixture_dossier_call (self->fixture, signing, "POST", "/otp", signing->documents);

  assert_status (sent, 200);
  return fixture_last_code (self->fixture, "sms");
}

void
customer_sign_until (Customer *self, Signing *signing, const char *state)
{
  g_autofree char *code = send_otp (self, signing);
  g_autoptr (Answer) verified = NULL, saved = NULL;

  if (g_str_equal (state, "otp_sent"))
    return;
  verified = enter (self, signing, code);
  assert_status (verified, 200);
  if (g_str_equal (state, "otp_verified"))
    return;
  saved = fixture_dossier_call (self->fixture, signing, "PUT", "/signature", fixture_signature);
  assert_status (saved, 200);
}

Answer *
customer_sign (Customer *self, Signing *signing)
{
  customer_sign_until (self, signing, "signature_saved");
  return fixture_dossier_call (self->fixture, signing, "POST", "/completion", NULL);
}

Signing *
customer_open_session (Customer *self, const char *purpose)
{
  g_autofree char *body = g_strdup_printf ("{\"purpose\":\"%s\"}", purpose);
  g_autoptr (Answer) session = customer_post (self, "/signing-sessions", body);

  assert_status (session, 201);
  return fixture_take_session (self->fixture, session, self->signing->order);
}

void
customer_lock (Customer *self, Signing *signing)
{
  g_autofree char *code = send_otp (self, signing);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (Answer) wrong =
        enter (self, signing, g_str_equal (code, "000000") ? "111111" : "000000");

      assert_problem (wrong, 422, "otp-wrong");
    }
}

static Answer *
call_order (Customer *self, const char *method, const char *what, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s%s", self->signing->order, what);

  return fixture_call (self->fixture, method, path, self->access, body);
}

Answer *
customer_get_order (Customer *self)
{
  return call_order (self, "GET", "", NULL);
}

Answer *
customer_get_certificate (Customer *self)
{
  return call_order (self, "GET", "/certificate", NULL);
}

Answer *
customer_post (Customer *self, const char *what, const char *body)
{
  return call_order (self, "POST", what, body);
}

Answer *
customer_phone (Customer *self, const char *step, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/local/smartca/%s/%s", self->signing->order, step);

  return fixture_call (self->fixture, "POST", path, LOCAL_TOKEN, body);
}

Answer *
customer_activate (Customer *self)
{
  g_autofree char *code = fixture_last_code (self->fixture, "sms");
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);

  return customer_phone (self, "activate", body);
}

void
customer_get_issued (Customer *self)
{
  g_autoptr (Answer) activated = customer_activate (self);
  g_autoptr (Answer) identified = customer_phone (self, "ekyc", NULL);
  g_autoptr (Answer) issued = customer_phone (self, "issue", NULL);

  assert_status (activated, 200);
  assert_status (identified, 200);
  assert_status (issued, 200);
}

Answer *
customer_open_case (Customer *self, const char *kind)
{
  g_autofree char *body =
    g_strdup_printf ("{\"kind\":\"%s\",\"text\":\"Xin kiểm tra giúp\"}", kind);

  return customer_post (self, "/cases", body);
}

Answer *
customer_resolve (Customer *self, const char *case_id, const char *outcome)
{
  g_autofree char *path = g_strdup_printf ("/local/cases/%s/resolve", case_id);
  g_autofree char *body = g_strdup_printf ("{\"outcome\":\"%s\"}", outcome);

  return fixture_call (self->fixture, "POST", path, LOCAL_TOKEN, body);
}

gboolean
customer_was_told (Customer *self, const char *words)
{
  g_autoptr (Answer) inbox = fixture_call (self->fixture, "GET", "/local/inbox", LOCAL_TOKEN, NULL);
  const char *body = answer_text (inbox, "items.-1.body");

  if (body != NULL && strstr (body, words) != NULL)
    return TRUE;
  g_test_message ("The last message: %s", body);
  return FALSE;
}

void
assert_order_state (Customer *self, const char *state)
{
  g_autoptr (Answer) order = customer_get_order (self);

  g_assert_cmpstr (answer_text (order, "state"), ==, state);
}

void
assert_next_action (Customer *self, const char *action)
{
  g_autoptr (Answer) order = customer_get_order (self);

  g_assert_cmpstr (answer_text (order, "next_actions.0"), ==, action);
}

GBytes *
customer_read_contract (Customer *self)
{
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/documents/%s/content", self->signing->contract);
  g_autoptr (Answer) answer = fixture_call (self->fixture, "GET", path, self->signing->token, NULL);

  assert_status (answer, 200);
  return g_bytes_ref (answer->body);
}

const char *
evidence_find_fact (Answer *evidence, const char *name, const char *member)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *at = g_strdup_printf ("facts.%u.name", i);
      g_autofree char *path = g_strdup_printf ("facts.%u.%s", i, member);
      const char *found = answer_text (evidence, at);

      if (found == NULL || g_str_equal (found, name))
        return found != NULL ? answer_text (evidence, path) : NULL;
    }
}
