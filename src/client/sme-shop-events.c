/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

static char *
get_stream_token (SmeAuth auth, gpointer user_data)
{
  SmeShop *self = user_data;

  self->stream_serial = sme_session_keeper_get_serial (self->keeper);
  return sme_session_keeper_dup_access_token (self->keeper);
}

static void
on_changed (SmeShop *self, const char *kind, const char *id)
{
  sme_refetcher_changed (self->refetcher, kind, id);
  g_signal_emit_by_name (self, "changed", kind, id);
}

static void
on_resync (SmeShop *self)
{
  g_signal_emit_by_name (self, "resync");
}

static void
on_connected (SmeShop *self)
{
  if (self->stream == NULL || !sme_event_stream_get_connected (self->stream))
    return;
  sme_shop_note_reached (self, NULL);
  if (self->account == NULL)
    sme_shop_learn_account (self);
  /* What changed before the stream was there was not heard. */
  sme_refetcher_resync (self->refetcher);
}

/* Renewed in time, or not at all: both are told by the keeper. Where only the network failed, the
 * stream tries again with the token that it has, and comes here again. */
static void
on_renewal_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeShop) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sme_session_keeper_renew_finish (SME_SESSION_KEEPER (source), result, &error))
    {
      sme_shop_note_reached (self, error);
      if (self->stream != NULL)
        sme_event_stream_retry_later (self->stream);
    }
}

static void
on_unauthorized (SmeShop *self)
{
  guint serial = sme_session_keeper_get_serial (self->keeper);

  if (serial != self->stream_serial)
    sme_event_stream_restart (self->stream);
  else
    sme_session_keeper_renew_async (self->keeper, serial, NULL, on_renewal_ready,
                                    g_object_ref (self));
}

void
sme_shop_open_stream (SmeShop *self)
{
  if (self->stream != NULL)
    return;
  self->stream = sme_event_stream_new (sme_shop_get_base_url (self), get_stream_token, self, NULL);
  g_signal_connect_object (self->stream, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "resync", G_CALLBACK (on_resync), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "unauthorized", G_CALLBACK (on_unauthorized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "notify::connected", G_CALLBACK (on_connected), self,
                           G_CONNECT_SWAPPED);
  sme_event_stream_start (self->stream);
}

void
sme_shop_close_stream (SmeShop *self)
{
  if (self->stream == NULL)
    return;
  sme_event_stream_stop (self->stream);
  g_signal_handlers_disconnect_by_data (self->stream, self);
  g_clear_object (&self->stream);
}
