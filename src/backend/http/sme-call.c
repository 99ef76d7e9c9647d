/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-call.h"

#include <sodium.h>
#include <string.h>

void
sme_change_free (SmeChange *self)
{
  g_free (self->account_id);
  g_free (self->kind);
  g_free (self->id);
  g_free (self);
}

SmeCall *
sme_call_new (SmeOperationId operation)
{
  SmeCall *self = g_new0 (SmeCall, 1);

  self->operation = operation;
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_change_free);
  self->ended = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sme_call_set_prepared (SmeCall *self, gpointer prepared, GDestroyNotify free_func)
{
  if (self->prepared != NULL && self->prepared_free != NULL)
    self->prepared_free (self->prepared);
  self->prepared = prepared;
  self->prepared_free = free_func;
}

void
sme_call_free (SmeCall *self)
{
  sme_call_set_prepared (self, NULL, NULL);
  if (self->bearer != NULL)
    sodium_memzero (self->bearer, strlen (self->bearer));
  g_free (self->path);
  g_free (self->path_id);
  g_free (self->query);
  g_free (self->bearer);
  g_free (self->idempotency_key);
  g_free (self->if_match);
  g_free (self->if_none_match);
  g_free (self->agent);
  g_free (self->operator_name);
  g_free (self->decision);
  g_free (self->range);
  g_free (self->if_range);
  g_free (self->cookie);
  g_free (self->language);
  g_clear_pointer (&self->body_bytes, g_bytes_unref);
  g_free (self->principal.kind);
  g_free (self->principal.account_id);
  g_free (self->principal.family_id);
  g_free (self->principal.session_id);
  g_free (self->principal.dossier_id);
  g_free (self->principal.signer_id);
  g_free (self->principal.order_id);
  g_clear_object (&self->query_record);
  g_clear_object (&self->request);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->ended);
  g_free (self);
}

const SmeOperation *
sme_call_get_operation (SmeCall *self)
{
  return sme_operation_get (self->operation);
}

void
sme_call_changed (SmeCall *self, const char *account_id, const char *kind, const char *id)
{
  SmeChange *change = g_new0 (SmeChange, 1);

  change->account_id = g_strdup (account_id);
  change->kind = g_strdup (kind);
  change->id = g_strdup (id);
  g_ptr_array_add (self->events, change);
}

void
sme_call_ended (SmeCall *self, const char *family_id)
{
  g_ptr_array_add (self->ended, g_strdup (family_id));
}

void
sme_call_forget_news (SmeCall *self)
{
  g_ptr_array_set_size (self->events, 0);
  g_ptr_array_set_size (self->ended, 0);
}
