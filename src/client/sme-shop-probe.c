/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

#define LAST_PROBE_MS 60000

static void schedule (SmeShop *self);

static void
on_probed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmeShop *self = SME_SHOP (source);
  g_autoptr (GError) error = NULL;

  sme_shop_call_finish_void (self, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->probe);
  if (!self->online)
    schedule (self);
}

static gboolean
on_probe_due (gpointer user_data)
{
  SmeShop *self = user_data;

  self->probe_id = 0;
  self->probe = g_cancellable_new ();
  sme_shop_call_async (self, SME_OP_HEALTH, NULL, NULL, NULL, self->probe, on_probed, NULL);
  return G_SOURCE_REMOVE;
}

static void
schedule (SmeShop *self)
{
  self->probe_id = g_timeout_add (self->probe_ms, on_probe_due, self);
  self->probe_ms = MIN (self->probe_ms * 2, LAST_PROBE_MS);
}

void
sme_shop_start_probing (SmeShop *self)
{
  sme_shop_stop_probing (self);
  self->probe_ms = self->first_probe_ms;
  schedule (self);
}

void
sme_shop_stop_probing (SmeShop *self)
{
  g_clear_handle_id (&self->probe_id, g_source_remove);
  if (self->probe != NULL)
    g_cancellable_cancel (self->probe);
  g_clear_object (&self->probe);
}
