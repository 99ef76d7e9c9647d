/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signing-walk.h"

#define PASSWORD "{\"new\":\"mật khẩu của eContract\"}"

/* Everything that was in memory. */
void
signing_walk_forget (SigningWalk *self)
{
  g_free (self->access);
  self->access = fixture_sign_in (self->fixture, self->email);
  g_clear_pointer (&self->token, g_free);
  g_hash_table_remove_all (self->keys);
}

static gboolean
dies_after (SigningWalk *self, const char *step)
{
  if (self->died || g_strcmp0 (self->die_after, step) != 0)
    return FALSE;
  self->died = TRUE;
  return TRUE;
}

static const char *
get_key (SigningWalk *self, const char *step)
{
  if (!g_hash_table_contains (self->keys, step))
    g_hash_table_insert (self->keys, (gpointer) step, g_uuid_string_random ());
  return g_hash_table_lookup (self->keys, step);
}

/* NULL when the backend died; or when the client does, right after the answer came. */
Answer *
signing_walk_ask (SigningWalk *self,
                  const char *step,
                  const char *method,
                  const char *path,
                  const char *body)
{
  gboolean is_post = g_str_equal (method, "POST");
  Request request = { method, path, body, self->token != NULL ? self->token : self->access,
                      is_post ? get_key (self, step) : NULL };
  g_autoptr (Answer) answer = fixture_try_send (self->fixture, &request, NULL);

  if (answer == NULL || dies_after (self, step))
    return NULL;
  g_hash_table_remove (self->keys, step);
  return g_steal_pointer (&answer);
}

Answer *
signing_walk_ask_dossier (SigningWalk *self,
                          const char *step,
                          const char *method,
                          const char *what,
                          const char *body)
{
  g_autofree char *path = g_strdup_printf ("/econtract/v1/dossiers/%s%s", self->dossier, what);

  return signing_walk_ask (self, step, method, path, body);
}

static gboolean
open_session (SigningWalk *self)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/signing-sessions", self->order);
  g_autoptr (Answer) session =
    signing_walk_ask (self, "create_signing_session", "POST", path, "{\"purpose\":\"contract\"}");

  if (session == NULL)
    return FALSE;
  assert_status (session, 201);
  g_free (self->dossier);
  self->token = g_strdup (answer_text (session, "access_token"));
  self->dossier = g_strdup (answer_text (session, "dossier_id"));
  self->password_due = json_object_get_boolean_member (json_node_get_object (session->json),
                                                       "password_change_required");
  return TRUE;
}

/* The answer may have been lost: then it is changed already, which a new session tells. */
static gboolean
change_password (SigningWalk *self)
{
  g_autoptr (Answer) changed =
    signing_walk_ask (self, "econtract_password", "PUT", "/econtract/v1/password", PASSWORD);

  if (changed == NULL)
    return FALSE;
  if (changed->status != 204)
    g_clear_pointer (&self->token, g_free);
  self->password_due = FALSE;
  return changed->status == 204 || open_session (self);
}

/* Before it is signed, the file is the same at each reading. */
static gboolean
read_contract (SigningWalk *self, Answer *dossier)
{
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/documents/%s/content", answer_text (dossier, "documents.0.id"));
  g_autoptr (Answer) content = signing_walk_ask (self, "get_document_content", "GET", path, NULL);

  if (content == NULL)
    return FALSE;
  assert_status (content, 200);
  if (self->read == NULL)
    self->read = g_bytes_ref (content->body);
  g_assert_true (g_bytes_equal (self->read, content->body));
  return TRUE;
}

static gboolean
send_otp (SigningWalk *self, Answer *dossier)
{
  g_autofree char *body = g_strdup_printf (
    "{\"documents\":[{\"id\":\"%s\",\"sha256\":\"%s\"},"
    "{\"id\":\"%s\",\"sha256\":\"%s\"}]}",
    answer_text (dossier, "documents.0.id"), answer_text (dossier, "documents.0.sha256"),
    answer_text (dossier, "documents.1.id"), answer_text (dossier, "documents.1.sha256"));
  g_autoptr (Answer) sent = NULL;

  if (!read_contract (self, dossier))
    return FALSE;
  sent = signing_walk_ask_dossier (self, "send_otp", "POST", "/otp", body);
  if (sent == NULL)
    return FALSE;
  /* One was sent a moment ago, to a session that is gone. */
  if (sent->status != 200)
    {
      assert_problem (sent, 429, "otp-too-soon");
      fixture_advance (self->fixture, 31);
    }
  return TRUE;
}

static gboolean
verify_otp (SigningWalk *self)
{
  g_autofree char *code = fixture_last_code (self->fixture, "sms");
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);
  g_autoptr (Answer) verified =
    signing_walk_ask_dossier (self, "verify_otp", "POST", "/otp/verify", body);

  if (verified != NULL)
    assert_status (verified, 200);
  return verified != NULL;
}

static gboolean
put_signature (SigningWalk *self)
{
  g_autoptr (Answer) saved =
    signing_walk_ask_dossier (self, "put_signature", "PUT", "/signature", fixture_signature);

  if (saved != NULL)
    assert_status (saved, 200);
  return saved != NULL;
}

static gboolean
complete (SigningWalk *self)
{
  g_autoptr (Answer) completed =
    signing_walk_ask_dossier (self, "complete_dossier", "POST", "/completion", NULL);

  if (completed != NULL)
    assert_status (completed, 200);
  return completed != NULL;
}

/* The program looks how far the dossier is and does the next step. FALSE: somebody died. */
gboolean
signing_walk_go_on (SigningWalk *self, gboolean *done)
{
  g_autoptr (Answer) dossier = NULL;
  const char *state;

  if (self->token == NULL && !open_session (self))
    return FALSE;
  if (self->password_due && !change_password (self))
    return FALSE;
  dossier = signing_walk_ask_dossier (self, "get_dossier", "GET", "", NULL);
  if (dossier == NULL)
    return FALSE;
  assert_status (dossier, 200);
  state = answer_text (dossier, "state");
  *done = g_str_equal (state, "completed");
  if (*done)
    return TRUE;
  if (g_str_equal (state, "ready"))
    return send_otp (self, dossier);
  if (g_str_equal (state, "otp_sent"))
    return verify_otp (self);
  if (g_str_equal (state, "otp_verified"))
    return put_signature (self);
  g_assert_cmpstr (state, ==, "signature_saved");
  return complete (self);
}
