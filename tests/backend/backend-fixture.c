/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend-fixture.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define LOCAL_TOKEN "local-token-of-the-tests"

const char fixture_profile[] =
  "{\"full_name\":\"Nguyễn Văn An\",\"id_type\":\"citizen_id\",\"id_number\":\"031090001234\","
  "\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\",\"born_on\":\"1990-02-03\","
  "\"sex\":\"male\",\"phone\":\"0912345678\",\"email\":\"an@vidu.vn\",\"address\":{\"edition\":"
  "\"2025\","
  "\"province_code\":\"31\",\"commune_code\":\"11455\",\"street\":\"Khu Đoàn Kết 3\","
  "\"house_number\":\"14\"}}";

const char fixture_signature[] =
  "{\"kind\":\"drawn\",\"width\":480,\"height\":200,\"strokes\":[[{\"x\":60,\"y\":120,\"t\":0},"
  "{\"x\":100,\"y\":60,\"t\":40},{\"x\":140,\"y\":140,\"t\":80},{\"x\":190,\"y\":60,\"t\":120},"
  "{\"x\":240,\"y\":140,\"t\":160},{\"x\":300,\"y\":70,\"t\":200},{\"x\":380,\"y\":120,\"t\":260}],"
  "[{\"x\":200,\"y\":40,\"t\":500}]]}";

void
fixture_start (Fixture *self)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GDataInputStream) stdout_lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  int lifeline[2];

  /* However the test ends, the backend ends with it. */
  g_assert_true (g_unix_open_pipe (lifeline, FD_CLOEXEC, NULL));
  g_subprocess_launcher_take_fd (launcher, lifeline[0], 3);
  self->lifeline = lifeline[1];
  g_subprocess_launcher_setenv (launcher, "ONESME_LOCAL_TOKEN", LOCAL_TOKEN, TRUE);
  self->process = g_subprocess_launcher_spawn (
    launcher, &error, g_getenv ("ONESME_BACKEND"), "--data-dir", self->directory, "--local",
    "--lifeline-fd", "3", self->option[0], self->option[1], NULL);
  g_assert_no_error (error);
  stdout_lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (stdout_lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "ready http://127.0.0.1:"));
  self->base = g_strdup (line + strlen ("ready "));
  self->session = soup_session_new ();
}

void
fixture_stop (Fixture *self, gboolean hard)
{
  if (self->process == NULL)
    return;
  g_clear_object (&self->session);
  if (hard)
    g_subprocess_force_exit (self->process);
  else
    g_subprocess_send_signal (self->process, SIGTERM);
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  if (!hard)
    {
      g_assert_true (g_subprocess_get_if_exited (self->process));
      g_assert_cmpint (g_subprocess_get_exit_status (self->process), ==, 0);
    }
  close (self->lifeline);
  g_clear_object (&self->process);
  g_clear_pointer (&self->base, g_free);
}

Fixture *
fixture_new (void)
{
  return fixture_new_with (NULL, NULL);
}

Fixture *
fixture_new_with (const char *option, const char *value)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  self->option[0] = g_strdup (option);
  self->option[1] = g_strdup (value);
  self->directory = g_dir_make_tmp ("onesme-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture_start (self);
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

void
fixture_free (Fixture *self)
{
  fixture_stop (self, FALSE);
  remove_tree (self->directory);
  g_free (self->directory);
  g_free (self->option[0]);
  g_free (self->option[1]);
  g_free (self);
}

static void
add_headers (SoupMessage *message, const Request *request)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  if (request->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", request->token, NULL);
      soup_message_headers_replace (headers, "Authorization", bearer);
    }
  if (request->key != NULL)
    soup_message_headers_replace (headers, "Idempotency-Key", request->key);
  if (request->if_match != NULL)
    soup_message_headers_replace (headers, "If-Match", request->if_match);
  if (request->range != NULL)
    soup_message_headers_replace (headers, "Range", request->range);
  if (request->if_range != NULL)
    soup_message_headers_replace (headers, "If-Range", request->if_range);
  if (request->header != NULL)
    soup_message_headers_replace (headers, request->header, request->value);
}

static Answer *
read_answer (SoupMessage *message, GBytes *body)
{
  Answer *answer = g_new0 (Answer, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  gsize length;
  const char *data = g_bytes_get_data (body, &length);

  answer->status = soup_message_get_status (message);
  answer->body = g_bytes_ref (body);
  answer->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  answer->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  answer->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  answer->accept_ranges = g_strdup (soup_message_headers_get_one (headers, "Accept-Ranges"));
  answer->content_range = g_strdup (soup_message_headers_get_one (headers, "Content-Range"));
  answer->allow = g_strdup (soup_message_headers_get_one (headers, "Allow"));
  if (length > 0 && answer->content_type != NULL && strstr (answer->content_type, "json") != NULL)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_assert_true (json_parser_load_from_data (parser, data, (gssize) length, NULL));
      answer->json = json_parser_steal_root (parser);
    }
  return answer;
}

/* On a connection that broke libsoup sends a PUT again by itself, without its body. */
static void
on_restarted (SoupMessage *message, GBytes *body)
{
  soup_message_set_request_body_from_bytes (message, "application/json", body);
}

Answer *
fixture_try_send (Fixture *self, const Request *request, GError **error)
{
  g_autofree char *url = g_strconcat (self->base, request->path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (request->method, url);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) body = NULL;

  g_assert_nonnull (message);
  if (request->body != NULL)
    {
      bytes = g_bytes_new (request->body, strlen (request->body));
      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
      g_signal_connect (message, "restarted", G_CALLBACK (on_restarted), bytes);
    }
  add_headers (message, request);
  body = soup_session_send_and_read (self->session, message, NULL, error);
  /* libsoup gives a connection back to be used again when the loop runs. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return body != NULL ? read_answer (message, body) : NULL;
}

Answer *
fixture_send (Fixture *self, const Request *request)
{
  g_autoptr (GError) error = NULL;
  Answer *answer = fixture_try_send (self, request, &error);

  g_assert_no_error (error);
  return answer;
}

Answer *
fixture_call (Fixture *self,
              const char *method,
              const char *path,
              const char *token,
              const char *body)
{
  g_autofree char *key = g_uuid_string_random ();
  Request request = { method, path, body, token, key };

  return fixture_send (self, &request);
}

void
answer_free (Answer *self)
{
  g_clear_pointer (&self->json, json_node_unref);
  g_bytes_unref (self->body);
  g_free (self->etag);
  g_free (self->content_type);
  g_free (self->retry_after);
  g_free (self->allow);
  g_free (self->accept_ranges);
  g_free (self->content_range);
  g_free (self);
}

static JsonNode *
go_down (Answer *self, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  JsonNode *node = self->json;

  for (guint i = 0; steps[i] != NULL && node != NULL; i++)
    {
      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      else if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);
          gint64 at = g_ascii_strtoll (steps[i], NULL, 10);
          guint length = json_array_get_length (array);

          at = at < 0 ? (gint64) length + at : at;
          node = at < (gint64) length ? json_array_get_element (array, (guint) at) : NULL;
        }
      else
        node = NULL;
    }
  return node;
}

const char *
answer_text (Answer *self, const char *path)
{
  JsonNode *node = go_down (self, path);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gint64
answer_int (Answer *self, const char *path)
{
  JsonNode *node = go_down (self, path);

  g_assert_nonnull (node);
  return json_node_get_int (node);
}

const char *
answer_code (Answer *self)
{
  const char *code = self->json != NULL ? answer_text (self, "code") : NULL;

  return code != NULL ? code : "";
}

char *
fixture_last_code (Fixture *self, const char *kind)
{
  g_autoptr (Answer) inbox = fixture_call (self, "GET", "/local/inbox", LOCAL_TOKEN, NULL);
  JsonArray *items = json_node_get_array (go_down (inbox, "items"));

  for (guint i = json_array_get_length (items); i > 0; i--)
    {
      JsonObject *item = json_array_get_object_element (items, i - 1);

      if (g_str_equal (json_object_get_string_member (item, "kind"), kind) &&
          json_object_has_member (item, "code"))
        return g_strdup (json_object_get_string_member (item, "code"));
    }
  g_assert_not_reached ();
}

char *
fixture_find_in_inbox (Fixture *self, const char *before)
{
  g_autoptr (Answer) inbox = fixture_call (self, "GET", "/local/inbox", LOCAL_TOKEN, NULL);
  JsonArray *items = json_node_get_array (go_down (inbox, "items"));

  for (guint i = json_array_get_length (items); i > 0; i--)
    {
      JsonObject *item = json_array_get_object_element (items, i - 1);
      const char *found = strstr (json_object_get_string_member (item, "body"), before);

      if (found != NULL)
        return g_strndup (found + strlen (before), strcspn (found + strlen (before), " \n"));
    }
  g_assert_not_reached ();
}

/* The messages to @to, oldest first. */
static GPtrArray *
list_messages_to (Fixture *self, const char *to)
{
  g_autoptr (Answer) inbox = fixture_call (self, "GET", "/local/inbox", LOCAL_TOKEN, NULL);
  JsonArray *items = json_node_get_array (go_down (inbox, "items"));
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      if (g_str_equal (json_object_get_string_member (item, "to"), to))
        g_ptr_array_add (found, json_object_ref (item));
    }
  return found;
}

char *
fixture_code_to (Fixture *self, const char *to)
{
  g_autoptr (GPtrArray) messages = list_messages_to (self, to);
  JsonObject *last = messages->len > 0 ? g_ptr_array_index (messages, messages->len - 1) : NULL;

  return last != NULL && json_object_has_member (last, "code")
           ? g_strdup (json_object_get_string_member (last, "code"))
           : NULL;
}

guint
fixture_count_messages_to (Fixture *self, const char *to)
{
  g_autoptr (GPtrArray) messages = list_messages_to (self, to);

  return messages->len;
}

gboolean
fixture_was_told (Fixture *self, const char *to, const char *words)
{
  g_autoptr (GPtrArray) messages = list_messages_to (self, to);

  for (guint i = 0; i < messages->len; i++)
    if (strstr (json_object_get_string_member (g_ptr_array_index (messages, i), "body"), words))
      return TRUE;
  return FALSE;
}

guint
fixture_count_messages (Fixture *self)
{
  g_autoptr (Answer) inbox = fixture_call (self, "GET", "/local/inbox", LOCAL_TOKEN, NULL);

  return (guint) answer_int (inbox, "total");
}

void
fixture_advance (Fixture *self, gint64 seconds)
{
  g_autofree char *body = g_strdup_printf ("{\"advance_seconds\":%" G_GINT64_FORMAT "}", seconds);
  g_autoptr (Answer) answer = fixture_call (self, "POST", "/local/clock", LOCAL_TOKEN, body);

  assert_status (answer, 200);
}

char *
fixture_sign_in (Fixture *self, const char *email)
{
  g_autofree char *credentials =
    g_strdup_printf ("{\"email\":\"%s\",\"password\":\"một mật khẩu dài\"}", email);
  g_autoptr (Answer) session = fixture_call (self, "POST", "/v1/sessions", NULL, credentials);

  assert_status (session, 201);
  return g_strdup (answer_text (session, "access_token"));
}

char *
fixture_sign_up (Fixture *self, const char *email)
{
  return fixture_sign_up_as (self, "person", "", email);
}

char *
fixture_sign_up_as (Fixture *self, const char *type, const char *more, const char *email)
{
  g_autofree char *registration = g_strdup_printf (
    "{\"customer_type\":\"%s\",\"email\":\"%s\"%s,\"password\":\"một mật khẩu "
    "dài\",\"full_name\":"
    "\"Nguyễn Văn An\",\"phone\":\"0912345678\",\"consents\":[{\"purpose\":\"service\",\"version\":"
    "\"service-2026-11-23\"},{\"purpose\":\"personal-data\",\"version\":\"personal-data-2026-11-"
    "23\"}]}",
    type, email, more);
  g_autoptr (Answer) registered = fixture_call (self, "POST", "/v1/accounts", NULL, registration);
  g_autofree char *code = NULL, *activation = NULL;
  g_autoptr (Answer) activated = NULL;

  assert_status (registered, 201);
  code = fixture_last_code (self, "email");
  activation = g_strdup_printf ("{\"token\":\"%s\"}", code);
  activated = fixture_call (self, "POST", "/v1/accounts/activation", NULL, activation);
  assert_status (activated, 200);
  return fixture_sign_in (self, email);
}

char *
fixture_order (Fixture *self, const char *token, const char *plan)
{
  g_autofree char *body = g_strdup_printf ("{\"plan_id\":\"%s\",\"cycle_months\":12}", plan);
  g_autoptr (Answer) order = fixture_call (self, "POST", "/v1/orders", token, body);

  assert_status (order, 201);
  return g_strdup (answer_text (order, "id"));
}

void
fixture_declare (Fixture *self, const char *token, const char *order)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", order);
  g_autofree char *profile_path = g_strconcat (path, "/profile", NULL);
  g_autoptr (Answer) current = fixture_call (self, "GET", path, token, NULL);
  Request request = { "PUT", profile_path, fixture_profile, token, .if_match = current->etag };
  g_autoptr (Answer) declared = fixture_send (self, &request);

  assert_status (declared, 200);
  g_assert_cmpstr (answer_text (declared, "state"), ==, "declared");
}

void
signing_free (Signing *self)
{
  g_free (self->order);
  g_free (self->dossier);
  g_free (self->token);
  g_free (self->documents);
  g_free (self->contract);
  g_free (self);
}

Answer *
fixture_dossier_call (Fixture *self,
                      Signing *signing,
                      const char *method,
                      const char *what,
                      const char *body)
{
  g_autofree char *path = g_strdup_printf ("/econtract/v1/dossiers/%s%s", signing->dossier, what);

  return fixture_call (self, method, path, signing->token, body);
}

static char *
describe_documents (Answer *dossier)
{
  JsonArray *documents = json_node_get_array (go_down (dossier, "documents"));
  g_autoptr (GString) text = g_string_new ("{\"documents\":[");

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonObject *document = json_array_get_object_element (documents, i);
      g_string_append_printf (text, "%s{\"id\":\"%s\",\"sha256\":\"%s\"}", i > 0 ? "," : "",
                              json_object_get_string_member (document, "id"),
                              json_object_get_string_member (document, "sha256"));
    }
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
change_password (Fixture *self, const char *token)
{
  g_autoptr (Answer) changed = fixture_call (self, "PUT", "/econtract/v1/password", token,
                                             "{\"new\":\"mật khẩu của eContract\"}");

  if (changed->status != 204)
    g_test_message ("%s", answer_code (changed));
  assert_status (changed, 204);
}

Signing *
fixture_take_session (Fixture *self, Answer *session, const char *order)
{
  Signing *signing = g_new0 (Signing, 1);
  g_autoptr (Answer) dossier = NULL;

  signing->order = g_strdup (order);
  signing->token = g_strdup (answer_text (session, "access_token"));
  signing->dossier = g_strdup (answer_text (session, "dossier_id"));
  if (json_object_get_boolean_member (json_node_get_object (session->json),
                                      "password_change_required"))
    change_password (self, signing->token);
  dossier = fixture_dossier_call (self, signing, "GET", "", NULL);
  assert_status (dossier, 200);
  signing->documents = describe_documents (dossier);
  signing->contract = g_strdup (answer_text (dossier, "documents.0.id"));
  return signing;
}

Signing *
fixture_open_signing (Fixture *self, const char *token)
{
  g_autofree char *order = fixture_order (self, token, "smartca-on-ps");
  g_autofree char *pay = g_strdup_printf ("/v1/orders/%s/payments", order);
  g_autofree char *open = g_strdup_printf ("/v1/orders/%s/signing-sessions", order);
  g_autoptr (Answer) paid = NULL, session = NULL;

  fixture_declare (self, token, order);
  paid =
    fixture_call (self, "POST", pay, token, "{\"method\":\"none\",\"terms_version\":\"2026-11\"}");
  assert_status (paid, 201);
  session = fixture_call (self, "POST", open, token, "{\"purpose\":\"contract\"}");
  assert_status (session, 201);
  return fixture_take_session (self, session, order);
}
