/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gateway-fixture.h"

#include "backend/bank/sme-gateway-json.h"
#include "core/sme-vnpay.h"

#include <string.h>

static void
set (GHashTable *params, const char *name, const char *value)
{
  g_hash_table_insert (params, g_strdup (name), g_strdup (value));
}

static GBytes *
answer (Gateway *self, GHashTable *question)
{
  g_autoptr (GHashTable) result = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *asked = g_hash_table_lookup (question, "vnp_TxnRef");
  g_autofree char *hash = NULL;

  set (result, "vnp_ResponseId", "r1");
  set (result, "vnp_Command", "querydr");
  set (result, "vnp_ResponseCode", self->code);
  set (result, "vnp_Message", "QueryDR Success");
  set (result, "vnp_TmnCode", self->tmn_code);
  set (result, "vnp_TxnRef", self->reference != NULL ? self->reference : asked);
  set (result, "vnp_Amount", self->amount);
  set (result, "vnp_BankCode", "NCB");
  set (result, "vnp_PayDate", "20261123101500");
  set (result, "vnp_TransactionNo", "14226112");
  set (result, "vnp_TransactionType", "01");
  set (result, "vnp_TransactionStatus", self->status);
  set (result, "vnp_OrderInfo", "Thanh toan");
  hash = sme_vnpay_sign_message (SME_VNPAY_QUERY_RESULT, result,
                                 self->signed_with != NULL ? self->signed_with : self->secret);
  set (result, SME_VNPAY_HASH, hash);
  return sme_gateway_json_write (result);
}

static void
on_question (SoupServer *server,
             SoupServerMessage *message,
             const char *path,
             GHashTable *query,
             gpointer data)
{
  Gateway *self = data;
  g_autoptr (GBytes) body =
    soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (GHashTable) question = sme_gateway_json_read (body);
  g_autoptr (GBytes) reply = NULL;

  g_assert_nonnull (question);
  g_assert_cmpstr (g_hash_table_lookup (question, "vnp_Command"), ==, "querydr");
  g_assert_cmpstr (g_hash_table_lookup (question, "vnp_Version"), ==, "2.1.0");
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->ready);
  self->questions++;
  if (g_hash_table_lookup (question, "vnp_TxnRef") != NULL)
    g_ptr_array_add (self->asked, g_strdup (g_hash_table_lookup (question, "vnp_TxnRef")));
  if (!sme_vnpay_verify_message (SME_VNPAY_QUERY, question, self->secret))
    self->forged++;
  reply = self->instead != NULL ? g_bytes_new (self->instead, strlen (self->instead))
                                : answer (self, question);
  if (self->slow)
    {
      soup_server_message_pause (message);
      self->held = g_object_ref (message);
    }
  g_mutex_unlock (&self->lock);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
}

static gpointer
serve (gpointer data)
{
  Gateway *self = data;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, "/api", on_question, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  g_mutex_lock (&self->lock);
  self->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_clear_object (&server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

Gateway *
gateway_new (Paying *paying)
{
  Gateway *self = g_new0 (Gateway, 1);

  self->secret = gateway_read_config (paying, "hash_secret");
  self->tmn_code = gateway_read_config (paying, "tmn_code");
  self->status = "00";
  self->code = "00";
  self->amount = "22000000";
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_lock (&self->lock);
  self->thread = g_thread_new ("gateway", serve, self);
  while (self->port == 0)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

static gboolean
on_end (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
gateway_free (Gateway *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, on_end, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self->secret);
  g_free (self->tmn_code);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

void
gateway_ask_at (Paying *paying, guint port)
{
  g_autofree char *path = g_build_filename (paying->fixture->directory, "keys", "vnpay.ini", NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/api", port);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  g_key_file_set_string (file, "vnpay", "query_url", url);
  g_key_file_save_to_file (file, path, &error);
  g_assert_no_error (error);
  fixture_stop (paying->fixture, FALSE);
  fixture_start (paying->fixture);
}

void
gateway_serve (Gateway *self, Paying *paying)
{
  gateway_ask_at (paying, self->port);
}

void
gateway_await_question (Gateway *self, guint n)
{
  g_mutex_lock (&self->lock);
  while (self->questions < n)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
}

static gboolean
on_release (gpointer data)
{
  Gateway *self = data;

  soup_server_message_unpause (self->held);
  g_clear_object (&self->held);
  return G_SOURCE_REMOVE;
}

void
gateway_release (Gateway *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  self->slow = FALSE;
  g_source_set_callback (source, on_release, self, NULL);
  g_source_attach (source, self->context);
}
